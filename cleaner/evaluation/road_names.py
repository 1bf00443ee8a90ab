"""The ways into a system by name, so that a command line can list them without loading any."""

MAIN_TEXTS = ("text", "trafilatura", "readability-lxml", "newspaper4k")
"""What tools take for the article; `text` is resiliparse's."""
PAGE_TEXTS = ("full-text", "soup-lines", "soup-spaces", "soup-glued", "inscriptis", "html2text-lines", "wet")
"""Every visible line."""
MARKDOWN = ("html2text", "markdownify", "crawler")
"""A whole page as Markdown."""
SHAPES = ("wrapped", "single-newline", "marked", "newsletter", "pdf", "one-line")
"""resiliparse's text in another shape."""
ROADS = ("html", *MAIN_TEXTS, *PAGE_TEXTS, *MARKDOWN, *SHAPES, "feed")
"""All of them."""
