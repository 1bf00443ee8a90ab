"""What `new` starts from: the block that should go, and what is known of its page."""

import pytest

from cleaner.authoring.scene import Scene, Wish, set_scene
from cleaner.document.page import Page
from cleaner.rules import RuleSet
from tests.authoring.small_packs import rules
from tests.authoring.small_pages import FOREIGN, PHOTOS, PROSE, html, page

LINE = f"<p class='harbour-strip'>{FOREIGN}</p>"
NONE = RuleSet()
PLATFORMS = RuleSet((), {"tideway": (".tideway",), "quay": (".quay", "#quay")})


def scene(text: str, given: Page | None, ruled: RuleSet = NONE) -> Scene:
    return set_scene(Wish(text, given), ruled)


@pytest.mark.parametrize(
    ("text", "lines", "found"),
    [
        (FOREIGN, [FOREIGN], FOREIGN),
        ("the MATE met", [FOREIGN], FOREIGN),
        ("the fair", ["Visit the fair in the harbour", "Visit the fair"], "Visit the fair"),  # the shortest
        ("bridge over the narrows", [], PROSE[0]),
    ],
    ids=["whole", "a part", "two that hold it", "all the same length"],
)
def test_the_block(text: str, lines: list[str], found: str) -> None:
    made = scene(text, page(*(f"<p>{line}</p>" for line in lines)))
    assert made.block.text == found
    assert made.block in made.kept


def test_without_a_page() -> None:
    made = scene("  Ferry \n alert ", None)
    assert (made.block.text, made.block.tag) == ("Ferry alert", "p")
    assert (made.article, made.kept, made.host, made.platform, made.position, made.signs) == (
        None,
        (),
        "",
        "",
        None,
        (),
    )


@pytest.mark.parametrize(
    ("text", "ruled", "message"),
    [
        (" ► ", NONE, "^expected a text with at least one letter or digit$"),
        (
            "No such words",
            NONE,
            "^the page has no block that holds 'No such words'; `cleaner explain` shows its blocks$",
        ),
        (FOREIGN, rules(PHOTOS), f"^'{FOREIGN}' goes already, by mine/promo.one$"),
    ],
    ids=["nothing", "not there", "gone"],
)
def test_what_cannot_be_wished(text: str, ruled: RuleSet, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        scene(text, page(LINE), ruled)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.ferry.example/a", "ferry.example"),
        ("https://news.ferry.example/a", "news.ferry.example"),
        (None, ""),
    ],
)
def test_host(url: str | None, host: str) -> None:
    assert scene(FOREIGN, Page(html=html(LINE), url=url)).host == host


@pytest.mark.parametrize(
    ("extra", "platform"),
    [("", ""), ("<p class=tideway>Tide at noon, says the office.</p>", "tideway"), ("<i id=quay></i>", "quay"),
     ("<i id=quay></i><i class=tideway></i>", "")],
    ids=["none", "by a class", "by an id", "two"],
)  # fmt: skip
def test_platform(extra: str, platform: str) -> None:
    assert scene(FOREIGN, page(LINE, extra), PLATFORMS).platform == platform


@pytest.mark.parametrize(("text", "position"), [(PROSE[0], "head"), (PROSE[6], None), (PROSE[-1], "tail")])
def test_position(text: str, position: str | None) -> None:
    assert scene(text, page(LINE)).position == position


@pytest.mark.parametrize(("text", "count"), [(PROSE[2], 2), ("Visit the fair", 0)], ids=["the article", "a line"])
def test_signs(text: str, count: int) -> None:
    assert len(scene(text, page("<p>Visit the fair</p>")).signs) == count


def test_scraped_text() -> None:
    made = scene(FOREIGN, Page(text="\n\n".join([*PROSE, FOREIGN, PROSE[0]])))
    assert (made.block.text, made.platform, made.position) == (FOREIGN, "", "tail")
