"""A page as it came in: its tree lent without some elements, and what it holds."""

import pytest

from cleaner.html.snapshot import Snapshot, take_snapshot

PROSE = "<p>The harbour office said on Monday that the ferry would sail again before the end of the month.</p>"
PAGE = f"""<body><main>{PROSE}
<div class="box">Ramp torn <b>today</b></div> behind it<aside id="rail">Sheep</aside></main>
<div></div></body>"""


def text(snapshot: Snapshot) -> str:
    assert snapshot.root is not None
    return " ".join(" ".join(snapshot.root.itertext()).split())


@pytest.mark.parametrize(
    ("selector", "holds"),
    [
        (".box", True),
        ("#rail", True),
        ("main > .box", True),
        ("main .nothing", False),
        ("footer", False),
        (".nothing, .box", True),
        ("script", False),
    ],
)
def test_holds(selector: str, holds: bool) -> None:
    assert take_snapshot(PAGE).holds(selector) is holds


@pytest.mark.parametrize("html", ["", b"", "   "])
def test_a_page_of_nothing(html: bytes | str) -> None:
    snapshot = take_snapshot(html)
    assert (snapshot.root, snapshot.element_index, snapshot.layout.blocks) == (None, None, ())
    assert not snapshot.holds("p")
    with snapshot.without((), ()) as root:
        assert root is None


@pytest.mark.parametrize(
    ("gone", "unwrapped", "left", "classes"),
    [
        ((), (), "Ramp torn today behind it Sheep", ["box"]),
        (("div",), (), "behind it Sheep", []),
        (("aside",), (), "Ramp torn today behind it", ["box"]),
        (("div", "aside"), (), "behind it", []),
        (("b", "div"), (), "behind it Sheep", []),
        (("div", "b"), (), "behind it Sheep", []),
        ((), ("div",), "Ramp torn today behind it Sheep", []),
    ],
)
def test_the_tree_is_lent_and_comes_back(
    gone: tuple[str, ...], unwrapped: tuple[str, ...], left: str, classes: list[str]
) -> None:
    snapshot = take_snapshot(PAGE)
    assert snapshot.root is not None
    before = text(snapshot)
    found = {tag: snapshot.root.find(f".//main//{tag}") for tag in ("div", "aside", "b")}
    with snapshot.without([found[tag] for tag in gone], [found[tag] for tag in unwrapped]) as root:
        assert root is not None
        assert text(snapshot).endswith(f"month. {left}")
        assert [one.get("class") for one in root.iter("div") if one.get("class")] == classes
        # what holds no text is out, too
        assert len(root.findall("body/div")) == 0
    assert text(snapshot) == before
    assert [one.get("class") for one in snapshot.root.iter("div")] == ["box", None]
    assert snapshot.root.find(".//aside").get("id") == "rail"


def test_the_tree_comes_back_after_an_error() -> None:
    snapshot = take_snapshot(PAGE)
    assert snapshot.root is not None
    with pytest.raises(ZeroDivisionError), snapshot.without([snapshot.root.find(".//aside")], ()):
        _ = 1 / 0
    assert text(snapshot).endswith("Sheep")


@pytest.mark.parametrize(
    ("html", "url", "blocks"),
    [
        ("<p>Ferry</p><p>Ramp</p>", None, ["Ferry", "Ramp"]),
        ("<p>Fähre</p>".encode(), None, ["Fähre"]),
        ("<p style='display:none'>Ferry</p><p>Ramp</p>", None, ["Ramp"]),
        ("<script>ferry()</script><p>Ramp</p>", None, ["Ramp"]),
    ],
)
def test_blocks_are_what_a_reader_sees(html: bytes | str, url: str | None, blocks: list[str]) -> None:
    assert [block.text for block in take_snapshot(html, url).layout.blocks] == blocks


@pytest.mark.parametrize(("encoding", "read"), [("koi8-r", "Паром"), ("cp1251", "Паром")])
def test_the_encoding_that_came_along(encoding: str, read: str) -> None:
    html = f"<p>{read} {read.lower()}</p>".encode(encoding)
    assert take_snapshot(html, encoding=encoding).layout.blocks[0].text == f"{read} {read.lower()}"
