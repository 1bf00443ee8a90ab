"""Who wrote an article: the names in bylines, and the accounts that stand for nobody."""

import re
from collections.abc import Collection, Sequence
from functools import cache

from cleaner.matching.pattern import Pattern, compile_like
from cleaner.matching.wildcards import HOLES
from cleaner.text.dates import MONTH
from cleaner.text.domain import letters, site_names
from cleaner.text.lazy_expression import lazy
from cleaner.text.normalize import tidy

_BEFORE_NAME = "by|von|par|por|di|da|door|af|av|autor:|автор:|文・|作者："
_BY = f"{_BEFORE_NAME}|autore:|auteur:|author:|yazar:|بقلم|記者"
"""What stands before a name; the first ones also before a name alone."""
_LABEL = lazy(rf"^(?i:{_BY}) ?")
_SHOWN_LABEL = lazy(
    rf"^(?i:(?:(?:written|posted|published|reported|story|words|text|article|review(?:ed)?|geschrieben|verfasst|escrito"
    rf"|publicado|publié|écrit|scritto|geschreven|skrevet) (?:by|von|por|par|da|door|af):?"
    rf"|(?:{_BY}|authors?|autor(?:en|es)?|auteurs?|text|texte?|story|tekst|автор|作者|记者|記者|文|نویسنده|लेखक):?)(?=\W|$)[\s:：・|–—-]*)"
)
_AFTER_NAME = lazy(rf"\s*(?:[|,•·(]|\s\S+@|//|\s-\s|\d|\bon\b|\bam\b|\ble\b|\s{MONTH}\s*\d).*$", re.I)
_AND = lazy(r"\s+(?:and|und|et|y|e|en|og|och|i|и|&)\s+")
_LISTED = lazy(r"\s*[;,]\s*|\s+(?:and|und|et|y|e|en|og|och|i|и|&)\s+")
_FULL_STOP = lazy(r"(?<=[^\W\d_]{3})(?<!\b[Ee]sq)\.$")
"""The end of a sentence that is a byline; initials and `Jr.` keep theirs."""
_PERSON = lazy(HOLES["name"])
_PERSON_WORDS = 5
_ACCOUNTS = frozenset(
    """
    admin administrator administrateur webmaster editor editors editorial team staff newsroom newsdesk desk web online
    redaktion redaction rédaction redacción redaccion redação redacao redazione redakcja redactie redaksi redaktionen
    redaksjonen redakce redakcia redakció редакция редакція yayın haber merkezi contributor contributors guest author
    autor agency agencies agentur agenturen agence agencia agenzia press news nachrichten newswire wire dpa afp ap apa
    ansa efe reuters tass xinhua bloomberg associated afpb sda pap interfax ians pti ani upi aap writer reporter
    reporters correspondent service services the of and user view profile all posts about us more read full
    bio follow website
    """.split()
)
"""Words of which the names of accounts are made that publish what others wrote."""


def choose_authors(
    given: tuple[str, ...], shown: Sequence[Sequence[str]], site: str | None, host: str
) -> tuple[str, ...]:
    """Return the authors: those *given* in the page's data, or people in its bylines where the data names an account.

    *shown* are the texts of the page's byline elements, those side by side together.

    >>> choose_authors(("Redaktion",), [["Von Nora Lind"]], None, "")
    ('Nora Lind',)
    """
    names = site_names(site, host) | {letters(host)}
    given = tuple(one for name in given if any(map(str.isalpha, name)) for one in _each(name))
    if any(not is_account(name, names) for name in given):
        return given
    for texts in shown:
        written = (name for text in texts for name in _AND.split(shown_author(text)))
        people = [name for name in written if is_person(name) and not is_account(name, names)]
        if people:
            return tuple(dict.fromkeys(people))
    return given


def _each(names: str) -> Sequence[str]:
    """Return the people of whom *names* is a list, without "By" before them; of no such list, all of it."""
    unlabelled = _LABEL.sub("", tidy(names))
    # "Nora Lind, Harbour Post" has the form of a list as well
    pieces = _LISTED.split(unlabelled) if ";" in names or _AND.search(unlabelled) else [unlabelled]
    return pieces if all(" " in piece and is_person(piece) for piece in pieces) else (names,)


def is_account(name: str, sites: Collection[str] = ()) -> bool:
    """Say whether *name* is that of an account, an office or the site itself, and of no person."""
    words = re.findall(r"[^\W\d_]+", name.lower())
    is_handle = "@" in name or (name == name.lower() and " " not in name.strip() and name.isascii())
    return is_handle or letters(name) in sites or all(word in _ACCOUNTS for word in words)


def is_person(name: str) -> bool:
    """Say whether *name* has the form of a person's."""
    return name.count(" ") < _PERSON_WORDS and _PERSON.fullmatch(name) is not None


def shown_author(text: str) -> str:
    """Return the name in the text of a byline element.

    >>> shown_author("Written by Nora Lind | June 5")
    'Nora Lind'
    """
    return _FULL_STOP.sub("", _AFTER_NAME.sub("", _SHOWN_LABEL.sub("", tidy(text))).strip(" -:"))


def line_author(text: str) -> str | None:
    """Return the name in a line that has the form of a byline, or None."""
    tidied = tidy(text)
    if not (_LABEL.match(tidied) and any(pattern.match(tidied) for pattern in _bylines())):
        return None
    return _FULL_STOP.sub("", _AFTER_NAME.sub("", _LABEL.sub("", tidied)).strip()) or None


@cache
def _bylines() -> tuple[Pattern, ...]:
    return compile_like(f"({_BY}) {{name}} {{rest}}"), compile_like(f"({_BEFORE_NAME}) {{name}}")
