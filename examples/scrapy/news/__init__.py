"""The example project: pages in, articles out."""
