"""The report: one HTML page with plots, and each page's differences with their reasons; nothing is fetched."""
