"""From a seed and a number to a page: a fixture page taken apart, or one that is made of oddities."""

import re
from collections.abc import Callable
from functools import cache
from random import Random

from cleaner.document.page import Page
from tests.fixture_pages import all_pages
from tests.fuzz.oddities import ADDRESSES, CHARACTERS, LABELS, MAKERS, PROSE, REFERENCES, TAGS, say, start_tag

_PIECE = re.compile(r"<[^<>]*>|[^<]+|<")
_LONGEST = 150
"""So many pieces of a fixture page make up a case: small pages are quick, and easy to read once they fail."""
_ENCODINGS = ("utf-8", "utf-16", "utf-8-sig", "cp1252", "latin-1", "cp1251", "gb18030", "shift_jis", "euc-kr", "utf-7")
_LABELS = (*_ENCODINGS, "undefined", "x-user-defined", "", "utf-8\x00", "iso-8859-8-i", "idna", "rot13", "no-such")

Pieces = list[str]
Mutation = Callable[[Random, Pieces], None]


def make_page(seed: int, number: int) -> Page:
    """Return case *number* of *seed*; the same page on every machine."""
    random = Random(f"{seed}:{number}")
    make = random.choices((_mutated_html, _generated_html, _mutated_text, _generated_text), (8, 8, 3, 1))[0]
    return make(random)


def _mutated_html(random: Random) -> Page:
    pieces = _mutated(random, _PIECE.findall(random.choice(_fixtures()[0])))
    return _page(random, "".join(pieces))


def _generated_html(random: Random) -> Page:
    made = [random.choice(MAKERS)(random) for _ in range(random.choice((1, 1, 2, 3, 6)))]
    made[random.randrange(len(made)) :] = ["".join(made[random.randrange(len(made)) :])]
    prose = "".join(f"<p>{say(random)}</p>" for _ in range(random.choice((0, 0, 3, 8))))
    form = random.choice(("{made}", "<html><body>{made}{prose}", "{prose}{made}", "<head>{made}</head><body>{prose}"))
    return _page(random, form.format(made="".join(made), prose=prose))


def _mutated_text(random: Random) -> Page:
    lines = [f"{line}\n" for line in random.choice(_fixtures()[1]).splitlines()]
    return Page(text="".join(_mutated(random, lines)), url=random.choice(ADDRESSES))


def _generated_text(random: Random) -> Page:
    lines = [say(random) * random.choice((1, 1, 1, 1, 30)) for _ in range(random.randrange(40))]
    between = random.choice(("\n", "\n\n", "\r", " ", "\n \n", "\u2028"))
    return Page(text=between.join(lines * random.choice((1, 1, 3))), url=random.choice(ADDRESSES))


def _page(random: Random, html: str) -> Page:
    url = random.choice(ADDRESSES) if random.random() < 0.3 else None
    language = random.choice((None, None, "en", "de-AT", "tlh", ""))
    if random.random() < 0.8:
        return Page(html=html, url=url, language=language)
    declared = f"<meta charset={random.choice(_LABELS)}>" if random.random() < 0.7 else ""
    data = bytearray((declared + html).encode(random.choice(_ENCODINGS), "replace"))
    for _ in range(random.choice((0, 0, 1, 20))):
        data[random.randrange(len(data) or 1) :][:1] = bytes([random.randrange(256)])
        data.insert(random.randrange(len(data) + 1), random.randrange(256))
    return Page(html=bytes(data), url=url, language=language)


@cache
def _fixtures() -> tuple[list[str], list[str]]:
    """Return the HTML and the text of the fixture pages."""
    pages = [fixture.page for fixture in all_pages()]
    html = [page.html.decode() if isinstance(page.html, bytes) else page.html for page in pages if page.html]
    return html, [page.text for page in pages if page.text]


def _mutated(random: Random, pieces: Pieces) -> Pieces:
    at = random.randrange(max(1, len(pieces) - _LONGEST)) if random.random() < 0.7 else 0
    pieces = pieces[at : at + _LONGEST]
    for _ in range(random.choice((1, 1, 2, 4, 12))):
        if pieces:
            random.choice(_MUTATIONS)(random, pieces)
    return pieces


def _some(random: Random, pieces: Pieces, most: int = 20) -> slice:
    at = random.randrange(len(pieces))
    return slice(at, at + random.randrange(1, most))


def _cut(random: Random, pieces: Pieces) -> None:
    del pieces[random.randrange(len(pieces)) :]


def _behead(random: Random, pieces: Pieces) -> None:
    del pieces[: random.randrange(len(pieces))]


def _delete(random: Random, pieces: Pieces) -> None:
    del pieces[_some(random, pieces)]


def _thin(random: Random, pieces: Pieces) -> None:
    share = random.random()
    pieces[:] = [piece for piece in pieces if not piece.startswith("<") or random.random() > share]


def _unclose(random: Random, pieces: Pieces) -> None:
    pieces[:] = [piece for piece in pieces if not piece.startswith("</")]


def _swap(random: Random, pieces: Pieces) -> None:
    one = _some(random, pieces)
    moved = pieces[one]
    del pieces[one]
    at = random.randrange(len(pieces) + 1)
    pieces[at:at] = moved


def _duplicate(random: Random, pieces: Pieces) -> None:
    one = _some(random, pieces)
    pieces[one] = pieces[one] * random.choice((2, 3, 15))


def _nest(random: Random, pieces: Pieces) -> None:
    one, tag, depth = _some(random, pieces, 60), random.choice(TAGS), random.choice((1, 3, 100, 300))
    pieces[one] = [f"<{tag}>" * depth, *pieces[one], f"</{tag}>" * random.choice((depth, 0))]


def _split(random: Random, pieces: Pieces) -> None:
    for _ in range(random.choice((1, 3, 10))):
        at = random.randrange(len(pieces))
        place = random.randrange(len(pieces[at]) + 1)
        odd = random.choice(CHARACTERS + REFERENCES)
        pieces[at] = pieces[at][:place] + odd + pieces[at][place:]


def _speak(random: Random, pieces: Pieces) -> None:
    for _ in range(random.choice((1, 3, 10))):
        pieces.insert(random.randrange(len(pieces) + 1), random.choice(PROSE + LABELS))


def _insert(random: Random, pieces: Pieces) -> None:
    pieces.insert(random.randrange(len(pieces) + 1), random.choice(MAKERS)(random))


def _retag(random: Random, pieces: Pieces) -> None:
    tags = [at for at, piece in enumerate(pieces) if piece.startswith("<")]
    for at in random.sample(tags, min(len(tags), random.choice((1, 3, 20)))):
        pieces[at] = start_tag(random)


def _refer(random: Random, pieces: Pieces) -> None:
    at = random.randrange(len(pieces))
    if not pieces[at].startswith("<"):
        pieces[at] = "".join(f"&#{ord(char)};" for char in pieces[at])


def _glue(random: Random, pieces: Pieces) -> None:
    pieces[:] = [piece.strip() for piece in pieces]


_MUTATIONS: tuple[Mutation, ...] = (
    _cut, _behead, _delete, _thin, _unclose, _swap, _swap, _duplicate, _duplicate, _nest, _split, _split, _speak,
    _insert, _insert, _retag, _refer, _glue,
)  # fmt: skip
