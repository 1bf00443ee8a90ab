"""The form of a line, words put aside."""

import pytest

from cleaner.text.line_form import CODE, DAY, LABELLED, PAGE_SCRIPT, line_form


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("250 ml milk", "0"),
        ("3. Marlow", "0."),
        ("Marlow 3:4", "w 0:0"),
        ("9.30 Harbour News", "0:0"),
        ("9 March 2026", DAY),
        ("On 9 March 2026 the ferry sailed again", "w 0 w 0 w"),
        ("boat.sail();", CODE),
        ("Monday: road markings", LABELLED),
        ("Jeudi : trottoir fermé", LABELLED),
        ("周一：道路标线", LABELLED),
        ("- Weight: 1.2 kg", LABELLED),
        ("Deck and hull (upper): oak", LABELLED),
        ("One of five words here: oak", ""),
        ("See also: ", ""),
        ("At 10:15 the ferry", "w 0:0 w"),
        ("https://ferry.example", ""),
        ("The ferry", ""),
        (" ".join(["1"] * 17), ""),
        ("1" * 201, ""),
    ],
)
def test_forms(line: str, form: str) -> None:
    assert line_form(line, line, line.count(" ") + 1, has_digit=any(map(str.isdigit, line))) == form


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("googletag.display('div-ferry-1');", True),
        ("(adsbygoogle = window.adsbygoogle || []).push({});", True),
        ("document.head.appendChild(s);", True),
        ("dataLayer.push(arguments);", True),
        ("gtag('config', 'G-1');", True),
        ("(function () {", True),
        ("@media (max-width: 600px) {", True),
        ('{"@context": "https://schema.example",', True),
        ("open_window.size = 3;", False),
        ("boat.sail(window);", False),
        ("def sail(boat):", False),
    ],
)
def test_code_that_pages_run_themselves(line: str, is_one: bool) -> None:
    assert bool(PAGE_SCRIPT.search(line)) is is_one
