r"""Scraped news page in, clean article out; every removal accounted for by a named rule or by evidence.

>>> from cleaner import clean_text
>>> article = clean_text("The ferry sails again on Monday, the harbour office said.\n\nLeave a Reply")
>>> article.text
'The ferry sails again on Monday, the harbour office said.'
>>> article.removals[0].rule
'generic/comments.form-labels'
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleaner.api import Cleaner, clean, clean_text, remember
    from cleaner.article import Article, Status
    from cleaner.document.block import Block
    from cleaner.document.kinds import Kind
    from cleaner.document.page import Failure, Metadata, Page
    from cleaner.document.policy import Policy, PolicyName
    from cleaner.document.verdict import Evidence, Note, Removal, Verdict
    from cleaner.errors import (
        CleanerError,
        DecodeError,
        ExtractError,
        InputError,
        LimitError,
        MissingExtraError,
        OutputError,
        PageError,
        RuleError,
        StateError,
        UnknownKindError,
    )  # fmt: skip
    from cleaner.rules import Rule, RuleSet, bundled_rules, load_rules
    from cleaner.runs.rows import clean_rows
    from cleaner.sites import SiteMemory

    __version__: str

__all__ = [
    "Article", "Block", "Cleaner", "CleanerError", "DecodeError", "Evidence", "ExtractError", "Failure", "InputError",
    "Kind", "LimitError", "Metadata", "MissingExtraError", "Note", "OutputError", "Page", "PageError", "Policy",
    "PolicyName", "Removal", "Rule", "RuleError", "RuleSet", "SiteMemory", "StateError", "Status", "UnknownKindError",
    "Verdict", "bundled_rules", "clean", "clean_rows", "clean_text", "load_rules", "remember",
]  # fmt: skip

if not TYPE_CHECKING:  # a type checker would let every name pass
    _HOMES = {
        **dict.fromkeys(("Article", "Status"), "cleaner.article"),
        "Block": "cleaner.document.block",
        "Kind": "cleaner.document.kinds",
        **dict.fromkeys(("Policy", "PolicyName"), "cleaner.document.policy"),
        **dict.fromkeys(("Evidence", "Note", "Removal", "Verdict"), "cleaner.document.verdict"),
        "SiteMemory": "cleaner.sites",
        **dict.fromkeys(("Rule", "RuleSet", "bundled_rules", "load_rules"), "cleaner.rules"),
        **dict.fromkeys(("Failure", "Metadata", "Page"), "cleaner.document.page"),
        "clean_rows": "cleaner.runs.rows",
        **dict.fromkeys(("Cleaner", "clean", "clean_text", "remember"), "cleaner.api"),
        **{name: "cleaner.errors" for name in __all__ if name.endswith("Error")},
    }

    def __getattr__(name: str):
        """Import a public name when it is first used: lxml, pydantic and trafilatura take a while."""
        if name == "__version__":
            from importlib.metadata import version

            return version("article-cleaner")
        if name not in _HOMES:
            raise AttributeError(f"module 'cleaner' has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)

    def __dir__() -> list[str]:
        """Return every public name, used or not."""
        return sorted({*globals(), *__all__, "__version__"})
