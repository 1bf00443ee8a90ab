"""Every code of the loader and the compiler: the example on its page is caught under it."""

import pytest

from cleaner.authoring.lint.loading import LOADED
from cleaner.authoring.lint.study import Study
from tests.authoring.small_packs import NO_REMOVAL, pack, packs

PROVEN = "  - {id: promo.one, kind: promo, why: Asks for pictures again."
CAUGHT = {
    "F00": "rules:\n\t- id: ui.menu",
    "F01": pack("css: .tide, whyy: A button of the page."),
    "F02": pack("text: {starts: {no: ['Les også:']}}"),
    "F03": pack("css: .topics, css: .topic-list"),
    "F04": pack("css: .tide, kind: newsleter, id: newsleter.one"),
    "F07": pack("css: .tide, kind: share, id: follow-us"),
    "F08": "format: 1\npack: mine\nrules:\n  - {id: ui.menu, kind: ui, css: .tide}\n",
    "F09": pack("css: .share-bar, text: {is: [Share]}"),
    "F10": pack("css: '.promo-card:hover'"),
    "F11": pack("text: {like: ['By {nam}']}"),
    "Q01": pack("css: .tide, examples: {remove: [Cast your vote]}"),
    "S01": pack("text: {has: [newsletter]}"),
    "S05": pack(f"css: .tide, do: cut-after, examples: {NO_REMOVAL}"),
    "S06": pack("shape: true, block: {links: 0.9..}"),
    "S08": pack("css: .tide, allow: [mass]"),
    "D04": pack("text: {starts: ['►']}"),
}


def test_every_code_is_tried() -> None:
    assert CAUGHT.keys() == {code.code for code in LOADED}


@pytest.mark.parametrize("code", LOADED, ids=lambda code: code.code)
def test_what_its_page_says_is_caught(code: object) -> None:
    known = Study(packs(CAUGHT[code.code]), (), ())  # type: ignore[attr-defined]
    found = {fault.code for fault in known.packs.faults}
    found |= {name for faults in known.compile_faults.values() for name, _ in faults}
    assert code.code in found  # type: ignore[attr-defined]


@pytest.mark.parametrize("code", LOADED, ids=lambda code: code.code)
def test_what_cannot_run_is_an_error(code: object) -> None:
    assert code.severity == "error"  # type: ignore[attr-defined]
