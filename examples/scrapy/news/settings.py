"""A polite crawl whose items are cleaned on the way out."""

BOT_NAME = "news"
SPIDER_MODULES = ["news.spiders"]
ROBOTSTXT_OBEY = True
TELNETCONSOLE_ENABLED = False

ITEM_PIPELINES = {"cleaner.adapters.scrapy.CleanerPipeline": 300}
CLEANER_WORKERS = 2
CLEANER_TIMEOUT = "20s"
CLEANER_DISCARD_HTML = True
