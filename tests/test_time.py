"""Law 7: the time a page takes grows with the page, and is bounded by trafilatura's and the number of its blocks.

Processor time of several rounds, measured again where it looks like too much: what is too slow in most rounds
fails, and the speed of the machine does not count.
"""

import gc
import time
from collections.abc import Callable
from operator import truediv
from statistics import median

import pytest
from trafilatura import extract

from cleaner import Cleaner, Page
from tests.laws import source_blocks

SLOPE, ROUNDS = 2.3, 15
USUAL = 0.25
"""Share of each size at which pages and texts are tested; `make hazards` tests them whole."""
FIRST = 0.1
"""Share of that at which one is cleaned before any is timed: rules that nothing needed so far are made ready then."""
PEERS, START, SECONDS_A_BLOCK = 3.0, 0.05, 0.0002
"""The last two are seconds."""
LOOPS, SECONDS_A_LOOP = 400_000, 0.0065
"""What a loop of so many turns takes on the machine on which the seconds hold; where it takes longer, all may."""
TITLE = "<title>Harbour news</title>"
"""Pages have one; of the others trafilatura's metadata are read, too."""
PROSE = "The harbour office said that the ferry would sail again on Monday, weeks after the storm had torn its ramp. "
SAILS = "Ferry - sails | "
DATA = '<script type="application/ld+json">{"@type":"NewsArticle",'
ATTRIBUTES = " ".join(f"data-a{at}=x" for at in range(20))

Maker = Callable[[int], str]
PAGES: list[tuple[str, int, Maker]] = [
    ("cells", 3_000, lambda n: "<table><tr>" + "<td>0</td>" * n + "</table>"),
    ("unclosed items", 3_000, lambda n: "<ul>" + "<li>x" * n),
    ("attributes", 1_000, lambda n: f"<p {ATTRIBUTES} class=c>{PROSE}</p>" * n),
    ("long attributes", 10_000, lambda n: f"<p class='{'a b ' * n}' id='{'x' * n}' style='{'x:y;' * n}'>{PROSE}"),
    ("attributes of one", 5_000, lambda n: f"<div {' '.join(f'a{at}=x' for at in range(n))}><p>{PROSE}</p></div>"),
    ("links in a row", 4_000, lambda n: "<p>" + "<a href='/news/1'>Harbour news</a> " * n),
    ("linked paragraphs", 2_000, lambda n: "<p><a href='/news/1'>Harbour news</a></p>" * n),
    ("equal paragraphs", 1_500, lambda n: f"<p>{PROSE}</p>" * n),
    ("paragraphs", 1_500, lambda n: "".join(f"<p class=c{at}>{PROSE} {at * 7} {at * 13}.</p>" for at in range(n))),
    ("br", 8_000, lambda n: "<p>" + "Harbour news<br>" * n),
    ("br br", 2_000, lambda n: "<p>" + "Harbour news<br><br>" * n),
    ("h1", 2_000, lambda n: "<h1>Harbour news</h1>" * n),
    ("spans", 8_000, lambda n: "<p>" + "<span>x </span>" * n),
    ("entities", 60_000, lambda n: "<p>" + "&amp;&#8217;&eacute; " * n),
    ("one line", 8_000, lambda n: "<p>" + PROSE * n),
    ("one word", 1_000_000, lambda n: "<p>" + "x" * n),
    # from some hundred on, rules take so much that the page is read again
    ("boxes", 3_000, lambda n: "<div class=related><p>Read more: Harbour</p></div>" * n + f"<p>{PROSE}</p>" * 9),
    ("nesting", 2_000, lambda n: "<div>x y z" * n),
    ("spans in spans", 4_000, lambda n: "<p>" + "<span>" * n + PROSE),
    ("unclosed boxes", 1_000, lambda n: f"<div class=box><h3>Harbour news</h3><p>{PROSE}" * n),
    ("unclosed boxes of links", 400, lambda n: "<div class='footer nav'><b>Harbour</b> <a href=/x>news</a> " * n),
    (
        "names that rules know",
        500,
        lambda n: f"<p class='{' '.join(f'share-{at}' for at in range(n))}'>{PROSE}</p>" * 2,
    ),
    ("empty elements in a line", 4_000, lambda n: "<p>" + "Harbour <i></i> news, " * n),
    ("hidden elements in a line", 4_000, lambda n: "<p>" + "Harbour <i hidden>x</i> news, " * n),
    ("a title", 4_000, lambda n: f"<title>{SAILS * n}</title><h1>{SAILS * n}</h1><p>{PROSE}"),
    ("blanks in data", 8_000, lambda n: f'{DATA}{" " * n}"headline":"x"}}</script><p>{PROSE}'),
    ("semicolons in data", 8_000, lambda n: f'{DATA}{";" * n}"headline":"x"}}</script><p>{PROSE}'),
    ("quotes in data", 8_000, lambda n: DATA + '"a":"' + '\\"' * n + f"</script><p>{PROSE}"),
    ("quotes in a state", 8_000, lambda n: '<script>window.__STATE__ = {"a":"' + '\\"' * n + f"</script><p>{PROSE}"),
    ("a state's id", 8_000, lambda n: f"<script type=application/json id='{'state' * n}x\n'>{{}}</script><p>{PROSE}"),
    ("dots", 8_000, lambda n: f"<p>{'.' * n}{PROSE}"),
    ("full stops without spaces", 8_000, lambda n: f"<p>{'。' * n}{PROSE}"),
    ("an address", 8_000, lambda n: f"<p>{PROSE}<a href='/{'a' * n}'>x y</a>"),
    ("halves of pairs", 20_000, lambda n: "<p>" + "\ud800" * n + PROSE),
    (
        "labels in boxes",
        1_000,
        lambda n: "<div>" * 4 + f"<label>{PROSE}</label>" * n + "</div>" * 4 + f"<p>{PROSE}</p>",
    ),
    ("buttons in a form", 1_000, lambda n: f"<form>{f'<p><button>{PROSE}</button></p>' * n}</form><p>{PROSE}</p>"),
    (
        "fields of a form",
        1_000,
        lambda n: f"<form>{f'<input type=hidden><textarea>{PROSE * 3}</textarea>' * n}</form>x",
    ),
    ("tables in tables", 2_000, lambda n: "<table><tr><td>x" * n),
]
TEXTS: list[tuple[str, int, Maker]] = [
    ("one line", 40_000, lambda n: PROSE * n),
    ("one word", 4_000_000, lambda n: "x" * n),
    ("blanks", 500_000, lambda n: " \n" * n),
    ("equal paragraphs", 1_500, lambda n: f"{PROSE}\n" * n),
    ("paragraphs", 1_500, lambda n: "".join(f"{PROSE} {at * 7} {at * 13}.\n" for at in range(n))),
    ("equal lines", 4_000, lambda n: "Harbour news\n" * n),
    ("lines", 3_000, lambda n: "".join(f"Harbour news {at}\n" for at in range(n))),
    ("items", 3_000, lambda n: "- Harbour news\n" * n),
    ("bylines", 2_000, lambda n: "By Ana Pires\n" * n + f"{PROSE}\n" * 9),
    ("labels", 1_000, lambda n: f"{PROSE}\nLeave a Reply\nRead more: Harbour\n" * n),
    ("glued labels", 40_000, lambda n: f"{PROSE}\n" * 9 + "Advertisement" * n + PROSE),
    ("marks on a letter", 8_000, lambda n: "a" + "\u0301\u0327" * n + f" {PROSE}"),
    ("broken words", 8_000, lambda n: "ab-\n" * n + PROSE),
    ("hard-wrapped", 8_000, lambda n: "\n" + "The harbour office said that the ferry would sail again on\n" * n),
]


@pytest.fixture(autouse=True)
def _little_to_collect() -> None:
    """Spare the collector what earlier tests left: otherwise its rounds take longer than the pages."""
    gc.collect()
    gc.freeze()


def spent(work: Callable[[], object]) -> float:
    """Return the processor time of *work* without Python's collector, whose rounds fall in steps, as `timeit` does."""
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        work()
        return time.process_time() - start
    finally:
        gc.enable()


def usual(size: int, request: pytest.FixtureRequest) -> int:
    """Return the size at which a page or text is tested."""
    return round(size * (1 if request.config.getoption("--all-hazards") else USUAL))


def slope(one: list[float], twice: list[float]) -> float:
    """Return how many times as long a page takes that is twice as long, from the times of both in several rounds.

    Other work on the machine only adds to a time. Where it comes and goes, the quickest rounds are those that it left
    alone; where it stays, both times of a round bear it alike, and the median of their quotients is right.
    """
    return min(min(twice) / min(one), median(map(truediv, twice, one)))


@pytest.mark.parametrize(("size", "make"), [pytest.param(*text[1:], id=text[0]) for text in TEXTS])
def test_texts_take_linear_time(size: int, make: Maker, bundled: Cleaner, request: pytest.FixtureRequest) -> None:
    size = usual(size, request)
    page, twice = Page(text=make(size)), Page(text=make(2 * size))
    bundled.clean(Page(text=make(round(size * FIRST))))
    one, own = list[float](), list[float]()
    for _ in range(ROUNDS):
        one.append(spent(lambda: bundled.clean(page)))
        own.append(spent(lambda: bundled.clean(twice)))
        if slope(one, own) <= SLOPE:
            break
    assert slope(one, own) <= SLOPE


@pytest.mark.parametrize(("size", "make"), [pytest.param(*page[1:], id=page[0]) for page in PAGES])
def test_pages_take_linear_time_and_little_more_than_trafilatura(
    size: int, make: Maker, bundled: Cleaner, request: pytest.FixtureRequest
) -> None:
    size = usual(size, request)
    page, twice = Page(html=TITLE + make(size)), Page(html=TITLE + make(2 * size))
    bundled.clean(Page(html=TITLE + make(round(size * FIRST))))
    blocks = 2 * len(source_blocks(page))
    one, own, peer, pace = list[float](), list[float](), [0.0], 1.0
    for _ in range(ROUNDS):
        pace = max(pace, spent(lambda: sum(range(LOOPS))) / SECONDS_A_LOOP)
        one.append(spent(lambda: bundled.clean(page)))
        own.append(spent(lambda: bundled.clean(twice)))
        most = PEERS * min(peer) + pace * (START + SECONDS_A_BLOCK * blocks)
        if min(own) > most:  # most pages need no measure of trafilatura's
            peer = [*filter(None, peer), spent(lambda: extract(twice.html, include_comments=False))]
            most = PEERS * min(peer) + pace * (START + SECONDS_A_BLOCK * blocks)
        if slope(one, own) <= SLOPE and min(own) <= most:
            break
    assert slope(one, own) <= SLOPE
    assert min(own) <= most
