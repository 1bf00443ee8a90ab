"""What is known of sites: their house text, counted, to be given to a `Cleaner` or compared in time."""

from cleaner.sites.entry import Entry, Site
from cleaner.sites.store import JsonProfile, Profile, load_profile, save_profile

__all__ = ["Entry", "JsonProfile", "Profile", "Site", "load_profile", "save_profile"]
