"""Two articles of one page, cleaned with different rules: what the second lost and what it got back."""

from dataclasses import dataclass
from typing import Literal

from cleaner.article import Article
from cleaner.document.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Change:
    """One block, or part of one, that went or came back, and the reason: a rule's full id or a source."""

    what: Literal["removed", "kept"]
    block: int
    text: str
    reason: str
    kind: str = ""


def compare(before: Article, after: Article) -> list[Change]:
    """Return the changes from one cleaning of a page to another, in source order."""
    return [
        change
        for old, new in zip(before.trace, after.trace, strict=True)
        for change in (*_whole(old, new), *_parts(old, new))
    ]


def _whole(old: Verdict, new: Verdict) -> list[Change]:
    if old.kept == new.kept:
        return []
    gone, what = (new, "removed") if old.kept else (old, "kept")
    reason = gone.rule or gone.source
    return [Change(what, new.block.number, new.block.text, reason, gone.kind)]  # type: ignore[arg-type]


def _parts(old: Verdict, new: Verdict) -> list[Change]:
    if not (old.kept and new.kept) or old.trims == new.trims:
        return []
    text, number = new.block.text, new.block.number
    gone = [trim for trim in new.trims if trim not in old.trims]
    back = [trim for trim in old.trims if trim not in new.trims]
    made = [Change("removed", number, text[trim.start : trim.end], trim.rule, trim.kind) for trim in gone]
    return made + [Change("kept", number, text[trim.start : trim.end], trim.rule, trim.kind) for trim in back]
