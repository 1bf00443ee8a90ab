"""Whose names count: those in a page's data, those that it shows, and lines that have the form of a byline."""

import pytest

from cleaner.engine.bylines import choose_authors, is_account, is_person, line_author, shown_author

SITE, HOST = "The Harbour News", "www.harbournews.example"


@pytest.mark.parametrize(
    ("given", "shown", "authors"),
    [
        ((), [], ()),
        (("Nora Lind",), [], ("Nora Lind",)),
        (("Nora Lind",), [["By Otto Fisk"]], ("Nora Lind",)),
        # a field may hold a whole byline
        (("By Nora Lind and Otto Fisk",), [], ("Nora Lind", "Otto Fisk")),
        (("Nora Lind, Ana Pires & Otto Fisk",), [], ("Nora Lind", "Ana Pires", "Otto Fisk")),
        (("Nora Lind; Otto Fisk",), [], ("Nora Lind", "Otto Fisk")),
        (("Von Nora Lind",), [], ("Nora Lind",)),
        (("Nora Lind, Harbour Post",), [], ("Nora Lind, Harbour Post",)),
        (("Lind; Fisk",), [], ("Lind; Fisk",)),
        (("Bell and Sons",), [], ("Bell and Sons",)),
        (("Redaktion",), [["By Otto Fisk"]], ("Otto Fisk",)),
        (("Redaktion",), [], ("Redaktion",)),
        ((), [["By Otto Fisk"]], ("Otto Fisk",)),
        # one person among accounts is enough
        (("Redaktion", "Nora Lind"), [["By Otto Fisk"]], ("Redaktion", "Nora Lind")),
        (("Harbour News",), [["By Otto Fisk"]], ("Otto Fisk",)),
        (("harbournews.example",), [["By Otto Fisk"]], ("Otto Fisk",)),
        (("1234",), [], ()),
        (("1234", "Nora Lind"), [], ("Nora Lind",)),
        # the first group that names people counts, all of it, each once
        ((), [["Staff"], ["By Otto Fisk", "Nora Lind"], ["Ana Pires"]], ("Otto Fisk", "Nora Lind")),
        ((), [["Otto Fisk and Nora Lind"]], ("Otto Fisk", "Nora Lind")),
        ((), [["Otto Fisk et Nora Lind", "Otto Fisk"]], ("Otto Fisk", "Nora Lind")),
        ((), [["Otto Fisk & Redaktion"]], ("Otto Fisk",)),
        ((), [["The Harbour News"]], ()),
        (("Redaktion",), [["The Harbour News"]], ("Redaktion",)),
    ],
)
def test_choose_authors(given: tuple[str, ...], shown: list[list[str]], authors: tuple[str, ...]) -> None:
    assert choose_authors(given, shown, SITE, HOST) == authors


@pytest.mark.parametrize(
    ("name", "account"),
    [
        ("Nora Lind", False),
        ("Nora", False),
        ("Editor", True),
        ("Newsdesk Editor", True),
        ("REUTERS", True),
        ("The Associated Press", True),
        ("Associated Press", True),
        ("nora", True),
        ("nora lind", False),
        ("@nora", True),
        ("desk@harbour.example", True),
        ("редакция", True),
        ("نورا", False),
        ("", True),
        ("12345", True),
        ("Press Lind", False),
    ],
)
def test_accounts(name: str, account: bool) -> None:
    assert is_account(name) is account


@pytest.mark.parametrize(("name", "account"), [("Harbour News", True), ("HARBOUR-NEWS", True), ("Harbour Lind", False)])
def test_the_sites_own_name_is_an_account(name: str, account: bool) -> None:
    assert is_account(name, {"harbournews"}) is account


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Nora Lind", True),
        ("Nora van der Lind", True),
        ("Nora K. Lind", True),
        ("Nora", False),
        ("nora lind", False),
        ("Nora Lind reports", False),
        ("Ana Maria Pires de Lind e Fisk", False),
        ("王小明", True),
        ("Nora Lind, Norrick", False),
        ("", False),
    ],
)
def test_the_form_of_a_persons_name(name: str, person: bool) -> None:
    assert is_person(name) is person


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("文・林海音", "林海音"),
        ("Nora Lind", "Nora Lind"),
        ("Posted by Nora Lind", "Nora Lind"),
        ("POSTED BY: Nora Lind", "Nora Lind"),
        ("Author: Nora Lind", "Nora Lind"),
        ("Text: Nora Lind", "Nora Lind"),
        ("Autorin Nora Lind", "Autorin Nora Lind"),
        ("Por Nora Lind | 5 de junio", "Nora Lind"),
        ("Nora Lind • 5 min", "Nora Lind"),
        ("Nora Lind (Norrick)", "Nora Lind"),
        ("Nora Lind - Harbour desk", "Nora Lind"),
        ("Nora Lind-Fisk", "Nora Lind-Fisk"),
        ("  Nora\u00a0 Lind  ", "Nora Lind"),
        ("Bydgoszcz Lind", "Bydgoszcz Lind"),
        ("By", ""),
    ],
)
def test_the_name_that_a_byline_shows(text: str, name: str) -> None:
    assert shown_author(text) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Nora Lind", "Nora Lind"),
        ("BY Nora Lind", "Nora Lind"),
        ("Von Nora Lind", "Nora Lind"),
        ("By Nora Lind | 5 June 2026", "Nora Lind"),
        ("By Nora Lind, Norrick", "Nora Lind"),
        ("By Nora Lind nora@news.example", "Nora Lind"),
        ("Nora Lind", None),
        ("By the harbour", None),
        ("By Monday", None),
        ("Byron Lind", None),
        ("Passed by Nora Lind", None),
        ("", None),
    ],
)
def test_a_line_that_has_the_form_of_a_byline(line: str, name: str | None) -> None:
    assert line_author(line) == name
