r"""Scraped news page in, clean article out; every removal accounted for by a named rule.

>>> from cleaner import clean_text
>>> article = clean_text("The ferry sails again on Monday, the harbour office said.\n\nLeave a Reply")
>>> article.text
'The ferry sails again on Monday, the harbour office said.'
>>> article.removals[0].rule
'generic/comments.form-labels'
"""

from typing import Any

__all__ = [
    "Article", "Block", "Cleaner", "CleanerError", "DecodeError", "ExtractError", "Failure", "InputError",
    "MissingExtraError", "OutputError", "Page", "PageError", "Policy", "Removal", "Rule", "RuleError", "RuleSet",
    "SiteMemory", "StateError", "clean", "clean_text", "load_rules", "remember",
]  # fmt: skip

_HOMES = {
    "Article": "cleaner.article",
    "Block": "cleaner.document.block",
    "Policy": "cleaner.document.policy",
    "Removal": "cleaner.document.verdict",
    "SiteMemory": "cleaner.sites",
    "load_rules": "cleaner.rules",
    "Rule": "cleaner.rules",
    "RuleSet": "cleaner.rules",
    **dict.fromkeys(("Failure", "Page"), "cleaner.document.page"),
    **dict.fromkeys(("Cleaner", "clean", "clean_text", "remember"), "cleaner.api"),
    **{name: "cleaner.errors" for name in __all__ if name.endswith("Error")},
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used: lxml, pydantic and trafilatura take a while."""
    if name not in _HOMES:
        raise AttributeError(f"module 'cleaner' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
