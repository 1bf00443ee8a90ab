"""What is known of sites, to be given to a `Cleaner`: the memory of their pages, and of what was counted there."""

from cleaner.sites.site_memory import SiteMemory, add_pages

__all__ = ["SiteMemory", "add_pages"]
