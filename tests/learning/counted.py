"""What pages say, and what is counted of it, as values: tests name only what they are about."""

from typing import Any

from cleaner.learning.collect import Counted, Found, Texts
from cleaner.learning.counts import Pages, PlaceCount, SiteCount, TextCount
from cleaner.learning.observation import Observation, Seen, digest
from cleaner.rules import Rule
from cleaner.rules.load import load_text
from cleaner.sites.packed_page import PackedPage
from cleaner.sites.template import form_key, template
from cleaner.text.normalize import fold, tidy

SITE = "tideway-post.example"
MEMBERS = "The paper belongs to the people who read it."
RULES = """\
format: 1
pack: mine
rules:
  - id: share.mail
    kind: share
    why: Offers to send the page on.
    text: {is: ["Send by mail"]}
    examples: {remove: ["Send by mail"], keep: ["They send by mail."]}
  - id: correction.note
    kind: correction
    why: Tells what was wrong with the news.
    text: {starts: ["Correction note"]}
    examples: {remove: ["Correction note one"], keep: ["A correction note."]}
  - id: promo.learned
    kind: promo
    why: Promotes something else of the house.
    text: {is: ["Pay for the ink"]}
    examples: {remove: ["Pay for the ink"], keep: ["They pay for the ink."]}
    learned: {text: Pay for the ink, advice: use, pages: 9, of: 12, kept: 9}
  - id: promo.drafted
    kind: promo
    status: draft
    why: Promotes something else of the house.
    text: {is: ["Pay for the paper"]}
    examples: {remove: ["Pay for the paper"], keep: ["They pay for the paper."]}
    learned: {text: Pay for the paper, advice: review, pages: 4, of: 12, kept: 4}
"""


def rules() -> dict[str, Rule]:
    """Return two rules that a person wrote, and two that were learned, by full id."""
    return {rule.full_id: rule for rule in load_text(RULES, "mine.yaml", []).rules}


def seen(text: str, **more: Any) -> Seen:
    """Return a kept text of a page, with its form."""
    form = template(tidy(text))
    usual: dict[str, Any] = {
        "key": digest(fold(text)), "text": text, "form": form, "form_key": digest(form_key(form)) if form else b"",
        "kept": True, "by_rule": False, "kind": "", "rule": "", "look": "div > p", "selectors": (), "role": "p",
        "linked": False, "prose": False, "head": False, "tail": False, "author": False, "title": False, "follower": b"",
    }  # fmt: skip
    return Seen(**{**usual, **more})


def observation(*texts: Seen, page: bytes = b"1", domain: str = SITE, **more: Any) -> Observation:
    """Return what a page of *texts* says."""
    usual: dict[str, Any] = {
        "address": f"https://{domain}/{page.decode()}", "section": "sport", "date": "2026-06-05", "bodies": (),
        "rules": (), "remembered": PackedPage(domain, 1, b""),
    }  # fmt: skip
    return Observation(page=page, domain=domain, seen=texts, **{**usual, **more})


def text_count(text: str = MEMBERS, *, form: str = "", **more: Any) -> TextCount:
    """Return the count of a text that ten pages of three sections keep; *more* are fields, of its pages as well."""
    pages = {name: more.pop(name) for name in Pages._fields if name in more}
    usual: dict[str, Any] = {
        "kinds": (), "looks": (("div > p", 10),), "selectors": (), "sections": ("a", "b", "c"), "followers": (),
        "forms": (), "texts": (text,), "examples": ((b"1", "https://a.example/1"),), "first": "2026-01-01",
        "last": "2026-06-05", "rule": "",
    }  # fmt: skip
    return TextCount(form=form, pages=Pages(**{"seen": 10, "kept": 10, **pages}), **{**usual, **more})


def place_count(pages: int, own: int = 0, **more: Any) -> PlaceCount:
    """Return the count of a place that holds an article's own text on *own* of its *pages*."""
    usual: dict[str, Any] = {
        "prose": 0, "sections": ("a", "b", "c"), "texts": ("From the archive",), "examples": (), "first": "",
        "last": "",
    }  # fmt: skip
    return PlaceCount(pages, own, **{**usual, **more})


def counted(*found: Found, pages: int = 20, **more: Any) -> Counted:
    """Return all that was counted of a site of *pages*."""
    texts = Texts(SiteCount(pages, (("mine/share.mail", 7),)), list(found), more.pop("left", {}))
    usual: dict[str, Any] = {"copies": 0, "looks": {}, "selectors": {}, "misses": {}}
    return Counted(SITE, texts=texts, **{**usual, **more})
