"""What in a tree cannot be the article: elements without text, lists of links."""

import pytest

from cleaner.html.blocks import cut
from cleaner.html.dispensable import dispensable
from cleaner.html.parse import drop, parse

PROSE = "<p>The harbour office said on Monday that the ferry would sail again before the end of the month.</p>"
LINK = "<li><a href=/a>Ramp torn by storm</a></li>"


def lightened(html: str) -> str:
    """Return what is left of a page's body, without attributes' values and white space."""
    root = parse(f"<body>{html}</body>")
    assert root is not None
    body = root.find("body")
    gone = dispensable(body, cut(root))
    assert not [one for one in gone if any(other in gone for other in one.iterancestors())]
    for element in gone:
        drop(element)
    return " ".join(element.tag for element in body.iter() if element is not body)


@pytest.mark.parametrize(
    ("html", "left"),
    [
        (PROSE, "p"),
        # what holds no text
        (f"{PROSE}<div></div>", "p"),
        (f"{PROSE}<div> <span>\n</span></div>", "p"),
        (f"<div>{PROSE}<i></i></div>", "div p"),
        (f"<div><img src=a></div>{PROSE}", "p"),
        ("<p>Ferry<br>sails<span></span></p><hr>", "p br hr"),
        # lists of links
        (f"{PROSE * 3}<ul>{LINK * 3}</ul>", "p p p"),
        (f"{PROSE * 3}<div><ul>{LINK * 3}</ul></div>", "p p p"),
        (f"{PROSE * 3}<ul>{LINK * 2}</ul>", "p p p ul li a li a"),
        (f"{PROSE * 3}<ul>{LINK * 3}<li>Home</li></ul>", "p p p"),
        (f"{PROSE * 3}<ul>{LINK * 3}<li>See our old pages</li></ul>", "p p p ul li a li a li a li"),
        # prose among links makes it no list
        (f"{PROSE * 3}<div>{LINK * 20}{PROSE}</div>", f"p p p div {'li a ' * 20}p"),
        # a list that is most of the page is none
        (f"{PROSE}<ul>{LINK * 9}</ul>", f"p ul {'li a ' * 9}".strip()),
        # nor is one that ends in the middle of a block
        (f"{PROSE * 3}<p><span><a href=/a>Ramp torn</a></span> here</p>", "p p p p span a"),
    ],
)
def test_dispensable(html: str, left: str) -> None:
    assert lightened(html) == left


@pytest.mark.parametrize(
    ("unlinked", "left"), [(39, "p p p p p p"), (40, "p p p p p p ul li a li a li a li a li a li a li")]
)
def test_so_many_unlinked_characters_may_be_prose(unlinked: int, left: str) -> None:
    long = "<p>" + "The ferry sails again on Monday. " * 10 + "</p>"
    item = "<li><a href=/a>" + "Ramp torn by the storm of the year in Norrick " * 2 + "</a></li>"
    assert lightened(f"{long * 6}<ul>{item * 6}<li>{'x' * unlinked}</li></ul>") == left
