"""Many elements out of a tree at once: the text behind them stays, and what is to leave counts no more."""

import pytest
from lxml import etree, html

from cleaner.html.parse import Tree
from cleaner.html.removal import Leaving, remove_all


def tree(markup: str) -> Tree:
    return html.fragment_fromstring(markup)


def written(root: Tree) -> str:
    return str(etree.tostring(root, encoding="unicode"))


REMOVED = [
    pytest.param("<p>a<i/>b</p>", "<p>ab</p>", id="only one"),
    pytest.param(
        "<p>a<i>x</i>b<i/>c<b>d</b>e<i/>f</p>", "<p>abc<b>d</b>ef</p>", id="behind text and behind an element"
    ),
    pytest.param("<p><i/><i/><i/></p>", "<p/>", id="nothing left"),
    pytest.param("<p><i/>a</p>", "<p>a</p>", id="no text before"),
    pytest.param("<p><b/><i/>a</p>", "<p><b/>a</p>", id="no text behind an element"),
    pytest.param("<p><i>x<i>y</i>z</i>a<b>c<i/>d</b></p>", "<p>a<b>cd</b></p>", id="in each other"),
    pytest.param("<p>a<b/>c</p>", "<p>a<b/>c</p>", id="none"),
]


@pytest.mark.parametrize(("markup", "wanted"), REMOVED)
def test_text_behind_removed_elements_stays(markup: str, wanted: str) -> None:
    root = tree(markup)
    remove_all(root.findall(".//i"))
    assert written(root) == wanted


@pytest.mark.parametrize("markup", [case.values[0] for case in REMOVED])
def test_removed_elements_come_back(markup: str) -> None:
    root = tree(markup)
    before = written(root)
    for thinned in remove_all(root.findall(".//i")):
        thinned.undo()
    assert written(root) == before


def test_what_leaves_counts_no_more() -> None:
    root = tree("<div><b/><i><u/></i><i/><s/></div>")
    bold, first, second, last = root
    leaving = Leaving()
    leaving.add(first)
    leaving.add(second)
    assert leaving.before(last) is bold
    assert leaving.before(bold) is None
    assert [one.tag for one in root.iter("u", "i", "b", "s") if leaving.stays_in(one, root)] == ["b", "s"]
    assert len(root) == 4
    leaving.leave()
    assert written(root) == "<div><b/><s/></div>"


def test_what_is_elsewhere_does_not_stay_in() -> None:
    root = tree("<div><p/><section><b/></section></div>")
    assert not Leaving().stays_in(root[1][0], root[0])
