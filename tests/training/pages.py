"""Invented known pages, and samples of facts as `read_samples` would make them."""

from collections.abc import Sequence
from pathlib import Path

from cleaner.classifier.predict import Facts
from cleaner.document.block import Ancestor, Block
from cleaner.features.outline import Outline
from cleaner.features.second_look import relate
from cleaner.io.known_set import Truth, write_set
from cleaner.text.block_text import BlockText
from cleaner.training.samples import Sample

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday".split()
PLACES = "Norholm Sandby Westhaven Oakholt Marsk Tarn Linden".split()


def known_page(number: int, host: str | None) -> tuple[Truth, bytes]:
    """Return a page of six paragraphs between a menu and teasers, which a line without a link follows."""
    place = PLACES[number % len(PLACES)]
    article = [
        f"On {day} the ferry to {place} sailed {number + 2} times, and the harbour office said that it will go on."
        for day in DAYS
    ]
    menu = "".join(f"<li><a href=/{name}>{name}</a></li>" for name in PLACES)
    teasers = "".join(f"<li><a href=/{name}>What {name} did by night</a></li>" for name in PLACES)
    prose = "".join(f"<p>{line}</p>" for line in article)
    story = f"<article><h1>{place} sails again</h1>{prose}</article>"
    html = f"<nav><ul>{menu}</ul></nav>{story}<aside><ul>{teasers}</ul><p>Weather in {place}</p></aside>".encode()
    return Truth(f"p{number}", "\n".join(article), host=host), html


def known_pages(folder: Path, hosts: Sequence[str | None]) -> Path:
    """Write a set with a page for each of *hosts*."""
    write_set(folder, (known_page(number, host) for number, host in enumerate(hosts)))
    return folder


def sample(host: str, blocks: Sequence[tuple[str, bool]], *, is_news: bool = False, count: float = 1.0) -> Sample:
    """Return a page of *blocks*: their facts, and whether each is wanted; each counts *count*."""
    texts = [BlockText(Block(at, "Boat", "p", (Ancestor(at, "p"),))) for at in range(len(blocks))]
    facts = Facts(relate(Outline(texts)), [tuple(known.split()) for known, _ in blocks], is_news)
    wanted = [is_wanted for _, is_wanted in blocks]
    return Sample("set", host, host, facts, wanted, [count] * len(blocks), [()] * len(blocks))
