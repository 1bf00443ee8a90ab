"""What a page says of a block: its place, its neighbours, its copies, the page's title and body, trafilatura."""

from dataclasses import replace

import pytest

from cleaner.document.block import Ancestor, Block
from cleaner.features.lexicon import Lexicon
from cleaner.features.surroundings import PageSignals, Surroundings
from cleaner.text.block_text import BlockText

PROSE = "The harbour office said on Monday that the ferry would sail again before the end of month {}."
SAYS = {"related": ("more",), "photo": ("credit",)}
Line = tuple[str, str] | tuple[str, str, int]


def page(*lines: Line, signals: PageSignals | None = None, gaps: int = 1) -> Surroundings:
    """Read lines of a tag, a text and so many linked characters; a tag may have a class: `p.dek`."""
    blocks = []
    for at, (name, text, *linked) in enumerate(lines):
        tag, *classes = name.split(".")
        around = (Ancestor(1, "main"), Ancestor(10 + at, tag, "", tuple(classes)))
        blocks.append(Block(7 + at * gaps, text, tag, around, *linked))
    return Surroundings([BlockText(block) for block in blocks], signals or PageSignals(), Lexicon({}, SAYS))


def of(sort: str, around: Surroundings, at: int) -> set[str]:
    return {fact.removeprefix(f"{sort}.") for fact in around.facts(at) if fact.startswith(f"{sort}.")}


@pytest.mark.parametrize(
    ("at", "place"),
    [(0, "0-10"), (2, "0-10"), (3, "10-25"), (5, "10-25"), (10, "25-50"), (15, "50-75"), (19, "90-100")],
)
def test_place(at: int, place: str) -> None:
    assert of("place", page(*[("p", "Boat")] * 20), at) == {place}


@pytest.mark.parametrize(
    ("at", "before", "after", "done", "left", "core"),
    [
        (0, "never", "1", "0", "2", False),
        (1, "never", "3-5", "0", "1", True),
        (2, "1", "2", "1", "1", False),
        (3, "2", "1", "1", "1", False),
        (4, "3-5", "never", "1", "0", True),
        (5, "1", "never", "2", "0", False),
    ],
)
def test_how_far_core_prose_is(at: int, before: str, after: str, done: str, left: str, core: bool) -> None:
    around = page(
        *[("p", "Boat"), ("p", PROSE.format(1)), ("p", "Ramp"), ("p", "Pier"), ("p", PROSE.format(2)), ("p", "Quay")]
    )
    assert of("prose", around, at) == {f"before.{before}", f"after.{after}"}
    assert (of("prose-done", around, at), of("prose-left", around, at)) == ({done}, {left})
    assert ("core" in of("is", around, at)) is core


@pytest.mark.parametrize(
    ("lines", "at", "previous", "following"),
    [
        ([("p", "Boat")], 0, {"none"}, {"none"}),
        ([("h2", "Ramp"), ("p", "Boat")], 1, {"role.h", "taken.never"}, {"none"}),
        ([("p", "Boat"), ("p", "Ramp")], 0, {"none"}, {"role.p", "alike", "taken.never"}),
        ([("p.dek", "Boat"), ("p", "Ramp")], 1, {"role.p", "taken.never"}, {"none"}),
        ([("p", "Boat"), ("li", "Ramp", 4)], 0, {"none"}, {"role.li", "linked", "taken.never"}),
        ([("p", "Boat"), ("li", "Ramp", 2)], 0, {"none"}, {"role.li", "taken.never"}),
        ([("p", PROSE), ("h2", "Ramp")], 1, {"role.p", "core", "taken.never"}, {"none"}),
    ],
)
def test_neighbours(lines: list[Line], at: int, previous: set[str], following: set[str]) -> None:
    around = page(*lines)
    assert (of("previous", around, at), of("next", around, at)) == (previous, following)


@pytest.mark.parametrize(("gaps", "taken"), [(1, "never"), (2, "1"), (3, "2"), (5, "3-5"), (9, "6-12"), (20, "13+")])
def test_what_rules_took_between_neighbours(gaps: int, taken: str) -> None:
    around = page(("p", "Boat"), ("p", "Ramp"), gaps=gaps)
    assert f"taken.{taken}" in of("previous", around, 1) & of("next", around, 0)


@pytest.mark.parametrize(("at", "count"), [(0, "2"), (1, "1"), (3, "4"), (4, "4"), (7, "2")])
def test_core_prose_among_the_six_blocks_around(at: int, count: str) -> None:
    # core prose stands at 1, 2, 5 and 6 and the block itself does not count
    tags = "b c c b b c c b"
    around = page(*[("p", PROSE.format(at) if sort == "c" else "Boat") for at, sort in enumerate(tags.split())])
    assert of("core-around", around, at) == {count}


@pytest.mark.parametrize(
    ("count", "name"), [(1, "1"), (2, "2-3"), (3, "2-3"), (4, "4-8"), (9, "9-20"), (20, "9-20"), (21, "21+")]
)
def test_how_many_look_alike(count: int, name: str) -> None:
    found = of("alike", page(*[("li", "Boat")] * count, ("h2", "Ramp")), 0)
    assert name in found
    assert "long" not in found


@pytest.mark.parametrize(
    ("lines", "facts"),
    [
        ([("p", PROSE), ("p", "Boat")], {"prose.all", "links.none"}),
        ([("p.dek", "Boat"), ("p", PROSE)], {"prose.none", "links.none"}),
        ([("li", "Boat", 4), ("p", PROSE)], {"prose.none", "links.all"}),
        ([("li", "Boat", 4), ("li", "Ramp"), ("p", PROSE)], {"prose.none", "links.some"}),
        ([("p.dek", PROSE), *[("p", PROSE)] * 3], {"prose.much", "links.none"}),
        ([("p", " ".join(["boat"] * 20))], {"prose.all", "links.none", "long"}),
        ([("p", " ".join(["boat"] * 19))], {"prose.all", "links.none"}),
    ],
)
def test_what_blocks_that_look_alike_hold(lines: list[Line], facts: set[str]) -> None:
    assert {fact for fact in of("alike", page(*lines), 0) if not fact[0].isdigit()} == facts


@pytest.mark.parametrize(
    ("heading", "at", "facts"),
    [
        (("h2", "Harbour"), 0, {"none"}),
        (("h2", "Harbour"), 1, {"since.1"}),
        (("h2", "Harbour"), 2, {"since.2"}),
        (("h2", "Harbour", 7), 1, {"since.1", "linked"}),
        (("h2", "Harbour", 3), 1, {"since.1"}),
        (("h2", "Related photo"), 1, {"since.1", "says.more", "says.credit"}),
        (("p", "Harbour"), 1, {"none"}),
    ],
)
def test_section(heading: Line, at: int, facts: set[str]) -> None:
    assert of("section", page(heading, ("p", "Boat"), ("p", "Ramp")), at) == facts


TITLE = "Ferry sails again on Monday"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Ferry sails again on Monday", {"says-it"}),
        ("FERRY SAILS AGAIN, on Monday!", {"says-it"}),
        ("Ferry sails again Monday", {"says-it"}),
        ("Ferry sails again", {"part"}),
        ("Ferry sails", set()),
        ("Ferry sails again and the ramp too", set()),
    ],
)
def test_title(text: str, facts: set[str]) -> None:
    assert of("title", page(("p", text), signals=PageSignals(title=TITLE)), 0) == facts


@pytest.mark.parametrize(
    ("text", "says_it"),
    [
        ("The islands have their ferry back", True),
        ("Islands have their ferry back", True),
        ("The islands have their", False),
        ("The council of the islands met once", False),
    ],
)
def test_description(text: str, says_it: bool) -> None:
    signals = PageSignals(description="The islands have their ferry back after the storm")
    assert of("description", page(("p", text), signals=signals), 0) == ({"says-it"} if says_it else set())


BODY = " ".join(PROSE.format(number) for number in ("one", "two", "three", "four"))


@pytest.mark.parametrize(
    ("text", "body", "facts"),
    [
        (PROSE.format("two"), BODY, {"says-it"}),
        ("the ferry would sail AGAIN", BODY, {"says-it"}),
        ("Related photo", BODY, {"does-not"}),
        ("the ferry would sai", BODY, {"does-not"}),
        ("►", BODY, {"does-not"}),
        (PROSE.format("two"), "", set()),
        # too short a body is only a teaser
        (PROSE.format("one"), PROSE.format("one"), set()),
    ],
)
def test_body_in_the_pages_own_data(text: str, body: str, facts: set[str]) -> None:
    assert of("body", page(("p", text), signals=PageSignals(body=body)), 0) == facts


QUOTE = "“The ferry would sail again before the end of month 1”"


@pytest.mark.parametrize(
    ("lines", "copies"),
    [
        ([("p", "Boat"), ("p", "Ramp")], [set(), set()]),
        ([("p", "Boat"), ("p", "Ramp"), ("p", "BOAT")], [{"first"}, set(), {"later"}]),
        ([("p", "Boat"), ("p", "Boat"), ("p", "Boat")], [{"first"}, {"later"}, {"later"}]),
        ([("p", PROSE.format(1)), ("p", QUOTE)], [set(), {"inside"}]),
        ([("p", QUOTE), ("p", PROSE.format(1))], [{"inside"}, set()]),
        # too few words to be a pull quote, or words that the prose does not hold
        ([("p", PROSE.format(1)), ("p", "the ferry would")], [set(), set()]),
        ([("p", PROSE.format(1)), ("p", "The ferry would never sail")], [set(), set()]),
    ],
)
def test_copies(lines: list[Line], copies: list[set[str]]) -> None:
    around = page(*lines)
    assert [of("copy", around, at) for at in range(len(lines))] == copies


@pytest.mark.parametrize(
    ("at", "vote", "around", "where"),
    [
        (0, "no", "2", "before-first"),
        (1, "yes", "1", "between"),
        (2, "yes", "2", "between"),
        (3, "part", "3", "between"),
        (4, "yes", "1", "between"),
        (5, "no", "1", "after-last"),
        (6, "part", "1", "after-last"),
    ],
)
def test_votes(at: int, vote: str, around: str, where: str) -> None:
    shares = (0.0, 0.5, 1.0, 0.4, 0.9, 0.1, 0.11)
    votes = of("vote", page(*[("p", f"Boat {n}") for n in range(7)], signals=PageSignals(shares=shares)), at)
    assert votes == {vote, f"around.{around}", where}


@pytest.mark.parametrize("shares", [(), (0.0, 0.0)])
def test_without_votes_nothing_is_between(shares: tuple[float, ...]) -> None:
    found = of("vote", page(("p", "Boat"), ("p", "Ramp"), signals=PageSignals(shares=shares)), 1)
    assert found == ({"no", "around.0", "before-first"} if shares else set())


@pytest.mark.parametrize(
    ("text", "site", "host", "names_it"),
    [
        ("Read it in Harbour News every day", "Harbour News", "", True),
        ("Read it in HARBOUR NEWS every day", "Harbour News", "", True),
        ("Read harbournews every day", "", "www.harbournews.example", True),
        ("The news of the harbour", "Harbour News", "", False),
        ("Read it every day", "", "", False),
        # names of three letters are words
        ("Set sail on Monday", "Set", "set.example", False),
    ],
)
def test_own_name(text: str, site: str, host: str, names_it: bool) -> None:
    found = of("says", page(("p", text), signals=PageSignals(site=site, host=host)), 0)
    assert ("own-name" in found) is names_it


def test_refused_names_and_the_host_reach_the_facts_about_elements_and_links() -> None:
    block = Block(0, "Boat", "p", (Ancestor(1, "div", "", ("box",)), Ancestor(2, "p")), 4, ("https://a.example/",))
    other = BlockText(Block(1, PROSE, "p", (Ancestor(9, "p"),)))
    signals = PageSignals(host="harbour.example")
    lexicon = Lexicon({"box": ("related",)}, {})
    found = set(Surroundings([BlockText(block), other], signals, lexicon).facts(0))
    assert {"named.related", "leads.away", "tag.p"} <= found
    refused = replace(signals, refused={1: frozenset({"related"})})
    assert "named.related" not in Surroundings([BlockText(block), other], refused, lexicon).facts(0)


def test_scraped_lines_have_no_facts_of_elements() -> None:
    lines = [BlockText(Block(0, "Boat")), BlockText(Block(1, PROSE))]
    found = Surroundings(lines, PageSignals(), Lexicon({}, {})).facts(0)
    assert "role.line" in found
    assert not [fact for fact in found if fact.startswith(("tag.", "main.", "links.", "next.role"))]


def test_markdown_has_facts_of_lines_and_of_elements() -> None:
    blocks = [("li", "Boat Boat", 9), ("p", PROSE), ("p", "Photo by the office. The boat came.")]
    found = [set(page(*blocks, signals=PageSignals(is_markdown=is_one)).facts(0)) for is_one in (False, True)]
    assert {"tag.li", "links.all", "next.role.p", "main.outside"} <= found[0] & found[1]
    assert not [fact for fact in found[0] if fact.startswith(("line.", "run."))]
    assert {"line.none.item.prose", "run.from-the-start"} <= found[1]


@pytest.mark.parametrize(
    "around",
    [
        page(("h1", "Ferry sails"), ("p", PROSE), ("p.dek", "More: 9:05", 4), ("li", "More more", 9), ("p", PROSE)),
        Surroundings(
            [BlockText(Block(at, text)) for at, text in enumerate(["More"] * 3 + [PROSE] * 3)],
            PageSignals(),
            Lexicon({}, SAYS),
        ),
    ],
    ids=["page", "text"],
)
def test_no_fact_comes_twice(around: Surroundings) -> None:
    """Each is added up as often as it stands there."""
    for at in range(len(around.outline.block_texts)):
        found = around.facts(at)
        assert len(found) == len(set(found))
