"""Who wrote it: a person that the page shows beats an account that its data names."""

import pytest

from cleaner import clean
from cleaner.engine.bylines import is_account, is_person, shown_author

PROSE = (
    "<p>The ferry sails again on Monday, the harbour office said, four years after the storm took the pier away.</p>"
)


def article(given: str, shown: str) -> tuple[str, ...]:
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "author": {given}}}</script>'
    page = f"{data}<body><article><h1>Ferry sails again</h1>{shown}{PROSE}{PROSE}</article></body>"
    return clean(page, url="https://www.harbournews.example/a").authors


@pytest.mark.parametrize(
    "given",
    [
        '"Redaktion"',
        '"admin"',
        '{"@type": "Person", "name": "Staff"}',
        '{"@type": "Organization", "name": "Harbour News"}',
        '"newsroom@harbournews.example"',
        '"news.desk"',
        '"dpa"',
        '"105092"',
        '{"name": ""}',
        "null",
    ],
)
@pytest.mark.parametrize(
    "shown",
    [
        '<p>By <a rel="author" href="/nora">Nora Lind</a></p>',
        '<span itemprop="author" itemscope><span itemprop="name">Nora Lind</span></span>',
        '<div class="article-byline">Von Nora Lind</div>',
        '<div class="postAuthor">Written by <b>Nora Lind</b> | June 5, 2026</div>',
        '<div class="comment"><span class="author">Otto Fisk</span></div><p class="author-name">Nora Lind</p>',
    ],
)
def test_a_person_who_is_shown_beats_an_account(given: str, shown: str) -> None:
    assert article(given, shown) == ("Nora Lind",)


@pytest.mark.parametrize(
    ("given", "shown", "authors"),
    [
        ('"Otto Fisk"', '<div class="byline">By Nora Lind</div>', ("Otto Fisk",)),
        ('["Otto Fisk", "dpa"]', '<div class="byline">By Nora Lind</div>', ("Otto Fisk", "dpa")),
        ('"Redaktion"', '<div class="byline">By our staff</div>', ("Redaktion",)),
        ('"admin"', '<div class="byline">By Nora Lind and Otto Fisk</div>', ("Nora Lind", "Otto Fisk")),
        ('"Redaktion"', '<aside><span class="author">Nora Lind</span></aside>', ("Redaktion",)),
        ("null", '<p><a rel="author">Nora Lind</a> <a rel="author">Otto Fisk</a></p>', ("Nora Lind", "Otto Fisk")),
        ('{"givenName": "Nora", "familyName": "Lind"}', "", ("Nora Lind",)),
        ('"O&#039;Brien Lind"', "", ("O'Brien Lind",)),
    ],
)
def test_authors(given: str, shown: str, authors: tuple[str, ...]) -> None:
    assert article(given, shown) == authors


def test_an_author_who_is_only_pointed_to() -> None:
    graph = '{"@graph": [{"@type": "Article", "author": {"@id": "#n"}}, {"@type": "Person", "@id": "#n", "name": "Nora Lind"}]}'  # fmt: skip  # noqa: E501
    page = f'<script type="application/ld+json">{graph}</script><h1>Ferry</h1>{PROSE}'
    assert clean(page).authors == ("Nora Lind",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Written by Nora Lind | June 5", "Nora Lind"),
        ("By Nora Lind on behalf of the office", "Nora Lind"),
        ("Nora Lind July 3, 2025", "Nora Lind"),
        ("Von Nora Lind, Norrick", "Nora Lind"),
        ("作者：王小明", "王小明"),
        ("Byron Lind", "Byron Lind"),
        ("Theresa May", "Theresa May"),
        ("By Nora Lind.", "Nora Lind"),
        ("By Nora Lind Jr.", "Nora Lind Jr."),
    ],
)
def test_the_name_in_a_byline(text: str, name: str) -> None:
    assert shown_author(text) == name
    assert is_person(name)
    assert not is_account(name)
