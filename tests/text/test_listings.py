"""Lists in lines: runs of one form, words put aside."""

import time

import pytest

from cleaner.document.block import Block
from cleaner.text.block_text import BlockText
from cleaner.text.line_form import CODE, DAY
from cleaner.text.listings import counted_headings, find_lists

PROSE = "The harbour office said on Monday that the ferry would sail again before the end of May."


def found(*lines: str) -> list[tuple[str, int, int]]:
    block_texts = [BlockText(Block(at, text, "line")) for at, text in enumerate(lines)]
    return [(one.form, one.places.start, one.places.stop) for one in find_lists(block_texts)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Zutaten", "400 g Mehl", "2 Eier", "Salz", "1 EL Zucker", PROSE), [("0", 1, 5)]),
        (("Norrick 2, Holm 1", "Sund 0, Brimley 0", "Oak Farm 3, Selwick 4"), [("w 0, w 0", 0, 3)]),
        (("Norrick – Holm 2:1", "Sund – Brimley 0:0", "Marlow – Thornby 3:4"), [("w 0:0", 0, 3)]),
        (("18h00 Journal", "19.00 Météo", "20:15 Film : le quai"), [("0:0", 0, 3)]),
        (("1. Connecticut", "91.0", "2. New Jersey", "87.8", "3. Maine"), [("0.", 0, 5)]),
        (("3 марта 2026", "Нашли трещину.", "9 марта 2026", "Паром в доке.", "5 июня 2026", "Он идёт."), [(DAY, 0, 5)]),
        (("2026年3月3日", "发现裂缝。", "2026年3月9日", "渡轮进厂。", "它等着。", "2026年6月5日"), [(DAY, 0, 6)]),
        (("Monday: markings", "Tuesday: fences", "Night work", "Friday: the cranes"), [("label", 0, 4)]),
        (("Born: 5 May 1950", "Club: Sund", "Height: 1.8 m", PROSE), [("label", 0, 3)]),
        # two are none; nor are lines without numbers, sentences between amounts, and days without what happened
        (("400 g flour", "2 eggs", PROSE), []),
        (("Salt", "Butter", "Milk", "Bread"), []),
        (("400 g flour", PROSE, "2 eggs", "Salt", "Milk", "Bread", "1 spoon"), []),
        (("3 March 2026", "9 March 2026", "5 June 2026"), []),
        (("3 March 2026", "Ferry sails", "9 March 2026", "Rust found", "5 June 2026", "Bread is dear"), []),
    ],
)
def test_lists(lines: tuple[str, ...], expected: list[tuple[str, int, int]]) -> None:
    assert found(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("import os", "import sys", "from pathlib import Path", "def main():", "print(os.name)"), (0, 5)),
        (("$ pip install ferry", "cd /opt/ferry", "sudo systemctl restart ferry"), (0, 3)),
        (("import React from 'react';", "function sail(boat) {", "return boat.name;", "}"), (0, 4)),
        (("#include <stdio.h>", "int main(void) {", "return 0;", "}"), (0, 4)),
        (("SELECT name, fare", "FROM ferries", "fare", "WHERE fare < 12"), (0, 4)),
        ((".ferry {", "color: red;", "margin: 0;", "}"), (0, 4)),
        (('<div class="ferry">', '<a href="/sail">', "Sail", "</a>", "</div>"), (0, 5)),
        # words that mean something else, too
        (("import of wheat", "from Norrick to Holm", "class of 1987", "return to the top"), None),
        (("Export by country", "Import by country", "From our desk"), None),
        (("Home", "News", "Sport (all)", "Contact: the desk"), None),
    ],
    ids=["Python", "shell", "JavaScript", "C", "SQL", "CSS", "HTML", "small words", "headings", "a menu"],
)
def test_code(lines: tuple[str, ...], expected: tuple[int, int] | None) -> None:
    assert found(*lines) == ([(CODE, *expected)] if expected else [])


def test_two_lists_are_two() -> None:
    lines = ("18:00 News", "18:30 Weather", "19:00 Harbour", PROSE, "1 egg", "2 plums", "3 pears")
    assert found(*lines) == [("0:0", 0, 3), ("0", 4, 7)]


def test_time_grows_with_the_lines() -> None:
    def seconds(count: int) -> float:
        block_texts = [BlockText(Block(at, "4 eggs" if at % 3 else "Salt 5", "line")) for at in range(count)]
        started = time.process_time()
        list(find_lists(block_texts))
        return time.process_time() - started

    # other work on the machine only adds to a time: one round in which it did not will do
    assert any(seconds(2_000) < 8 * seconds(500) + 0.05 for _ in range(3))


@pytest.mark.parametrize("part", ["x_x", "a(", "</a", "import_", "a.", "1.1 ", "5:5", "a: ", "a b c d"])
def test_hostile_lines_take_no_time(part: str) -> None:
    started = time.process_time()
    assert found(*[part * 60_000] * 5, *[part * (200 // len(part))] * 200) is not None
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("services:", True),
        ("image: tide:latest", True),
        ("restart: always", True),
        ("- name: tide", True),
        ('- "8080:80"', True),
        ("Creating network tide_default", True),
        ("Creating tide ... done", True),
        ("Photo: Harbour Post", False),
        ("What is needed:", False),
        ("@harbour_post", False),
        ("- Nora Lind", False),
    ],
)
def test_a_line_of_code(line: str, is_one: bool) -> None:
    assert (BlockText(Block(0, line, "line")).form == CODE) is is_one


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        (("Slide 1", PROSE, "Slide 2", PROSE, "Slide 3", PROSE), [{0, 2, 4}]),
        (("Tag 1", PROSE, PROSE, "Tag 2", PROSE, "Tag 3", PROSE, "Tag 4"), [{0, 3, 5}]),
        (("Slide 1", "Slide 2", "Slide 3", PROSE), []),  # names of things to press
        (("Slide 1", PROSE, "Slide 2", PROSE, "Part 3", PROSE), []),
        (("The 3 boats sail.", PROSE) * 3, []),
    ],
)
def test_headings_that_count(lines: tuple[str, ...], places: list[set[int]]) -> None:
    block_texts = [BlockText(Block(at, text, "line")) for at, text in enumerate(lines)]
    assert counted_headings(block_texts) == places
