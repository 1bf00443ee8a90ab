"""Hosts that call us: Scrapy, Spark, datatrove. No cleaning in here."""
