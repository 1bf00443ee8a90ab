"""An article to text, Markdown, HTML; a trace to the terminal. Adds no word of its own to an article."""
