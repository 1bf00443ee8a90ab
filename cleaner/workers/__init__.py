"""Worker processes: pages in, articles or failures out, in order; one that dies costs its own page."""
