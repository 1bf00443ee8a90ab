"""What is known of sites, to be given to a `Cleaner`: the memory of their pages, and their house text, counted."""

from cleaner.sites.entry import Entry, Site
from cleaner.sites.site_memory import SiteMemory, add_pages
from cleaner.sites.store import JsonProfile, Profile, load_profile, save_profile

__all__ = ["Entry", "JsonProfile", "Profile", "Site", "SiteMemory", "add_pages", "load_profile", "save_profile"]
