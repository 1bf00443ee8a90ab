"""Names and addresses that people type: kinds in letters of any size, and with each wrong one the nearest right one."""

from collections.abc import Iterable
from typing import get_args

import typer

_OF_ADDRESS = frozenset("/:?#@")
"""Characters that addresses have and names of sites do not."""


def kind(option: str, word: str) -> str:
    """Return the kind that *word* names. Raises `ValueError` with the nearest kind, or with all of them."""
    from cleaner.document.kinds import KINDS

    if word.lower() in KINDS:
        return word.lower()
    hint = _near(word, KINDS) or f"; there are {' '.join(KINDS)}"
    raise ValueError(f"{option}: no such kind: {word}{hint}")


def kinds(option: str, words: Iterable[str] | None) -> list[str]:
    """Return the kinds that *words* name. Raises `ValueError` as `kind`."""
    return [kind(option, word) for word in words or ()]


def switched_off(words: Iterable[str] | None) -> list[str]:
    """Return names of packs, rules and kinds as they are written; only those of kinds may be in capital letters."""
    from cleaner.document.kinds import KINDS

    return [word.lower() if word.lower() in KINDS else word for word in words or ()]


def pack(option: str, word: str, packs: Iterable[str]) -> None:
    """Raise `ValueError`, with the nearest of *packs*, if *word* is none of them."""
    known = sorted(packs)
    if word not in known:
        raise ValueError(f"{option}: no such pack: {word}{_near(word, known)}")


def command(option: str, word: str, commands: Iterable[str]) -> None:
    """Raise `ValueError`, with the nearest of *commands*, if *word* is none of them."""
    known = list(commands)
    if word not in known:
        hint = _near(word, known) or f"; there are {' '.join(known)}"
        raise ValueError(f"{option}: there are no settings of {word}{hint}")


def taker(option: str, word: str, rules: Iterable[str]) -> str:
    """Return the kind, the source or the one of *rules* (full ids) that *word* names.

    Raises `ValueError` with the nearest of them.
    """
    from cleaner.document.kinds import KINDS
    from cleaner.document.verdict import Source

    full = set(rules)
    known = {*KINDS, *get_args(Source), *full, *(name.split("/", 1)[-1] for name in full)}
    found = word if word in known else word.lower()
    if found not in known:
        raise ValueError(f"{option}: no such kind or rule: {word}{_near(word, sorted(known))}")
    return found


def address(given: str | None) -> str | None:
    """Return the address *given*; none where it is empty.

    Raises `typer.BadParameter` for what is no address of the web, with what may have been meant.
    """
    from cleaner.text.urls import host_of, web_url

    if not given or web_url(given):
        return given or None
    meant = f"https://{given.strip().removeprefix('//')}"
    is_host = "." in host_of(meant) and "@" not in meant
    near = f"did you mean {meant}?" if is_host else "expected one that begins with https:// or http://"
    raise typer.BadParameter(f"{given!r} is no address; {near}", param_hint="--url")


def site(given: str) -> str:
    """Return the name of a site, without space around it; empty where none is given.

    Raises `typer.BadParameter` for what names none, and for an address, with the name of its site.
    """
    from cleaner.text.domain import domain_of
    from cleaner.text.urls import host_of

    name = given.strip()
    if given and not domain_of(name):
        raise typer.BadParameter(f"{given!r} names none; expected a name, as paper.example", param_hint="--site")
    if not _OF_ADDRESS.isdisjoint(name):
        meant = domain_of(host_of(name if "//" in name else f"//{name}"))
        near = f"did you mean {meant}?" if meant else "expected a name, as paper.example"
        raise typer.BadParameter(f"{given!r} is the address of a page, and no site's; {near}", param_hint="--site")
    return name


def _near(word: str, known: Iterable[str]) -> str:
    from cleaner.document.spelling import nearest

    return nearest(word.lower(), known)
