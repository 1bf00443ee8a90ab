"""A thousand broken packs: each loads, or is refused with file and line; no command raises anything else."""

import random
from pathlib import Path

import pytest

from cleaner.api import Cleaner
from cleaner.authoring.formatting import formatted
from cleaner.authoring.lint import lint
from cleaner.authoring.testing import check_rule
from cleaner.errors import Fault, RuleError
from cleaner.rules.bundled import bundled_packs
from cleaner.rules.load import load_rules
from cleaner.rules.schema import Rule

SEED, MUTATIONS, BATCHES = 12, 1_000, 10
VALUES = [
    *("[]", "{}", "[[]]", "{a: {}}", "null", "true", "-1", "1e999", ".nan", ".inf", "99999999999999999999", "12:30"),
    *('"\\0"', '"{rest} {rest}"', '"(a|"', '"."', '":has(a)"', '"*"', '"[a=b"', '"@x"', "*x", "&x y", "!!set {a}"),
    *('"\\U0001F600"', "[1, 2]", '"5..1"', '"nan.."', "'  '", '"\\u200b"', "- -", "{css: .a}", '"{words:1-12}"', '"="'),
    *('"*.example"', "sole", '"%"', "{ignore: {S11: x}}", "[{text: {is: [x]}}]", '[{css: "p >"}]', '">"', '"a,"', '""'),
    "[{name: x, blocks: [y], want: [9]}]",
]
MARKS = [
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    ":",
    "#",
    "&",
    "*",
    "!",
    "\t",
    "\x07",
    "é",
    "\u2028",
    "-",
    "|",
    ">",
    "%",
    "@",
    "\\",
    "{rest}",
    "(",
]
KEYS = """\
weigh climb limit block where except needs repeat shape learned lint do allow examples until was from css text is has
like glued ends starts kind id why status""".split()


def mutated(dice: random.Random, text: str) -> str:
    lines = text.split("\n")
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(lines))
        line = lines[at]
        place = dice.randrange(len(line) + 1)
        lines[at : at + 1] = dice.choice(
            [
                [],
                [line, line],
                [line, dice.choice(lines)],
                [f"{line.partition(':')[0]}: {dice.choice(VALUES)}"],
                [" " * dice.randrange(9) + line.lstrip()],
                [line[:place] + dice.choice(MARKS) + line[place:]],
                [line[:place] + line[place + 1 :]],
                [line, f"    {dice.choice(KEYS)}: {dice.choice(VALUES)}"],
                [line.replace(dice.choice(KEYS), dice.choice(KEYS))],
            ]
        ) or [""]
    return "\n".join(lines)


def bundled_files() -> list[str]:
    found = [path for folder in bundled_packs() for path in sorted(folder.rglob("*.yaml"))]
    return [path.read_text("utf-8") for path in found]


def small_pack(dice: random.Random, text: str) -> str:
    """Return a pack with three rules of a file."""
    head, *rules = text.split("\n  - id:")
    return "\n  - id:".join([head, *dice.sample(rules, min(3, len(rules)))])


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_pack_or_faults(batch: int, tmp_path: Path) -> None:
    known, path, sound = bundled_files(), tmp_path / "mine.yaml", 0
    for number in range(batch, MUTATIONS, BATCHES):
        dice = random.Random(SEED * MUTATIONS + number)
        path.write_text(mutated(dice, small_pack(dice, dice.choice(known))), "utf-8", newline="")
        rules, faults = _loaded(path)
        assert all(one.file == str(path) and one.line >= 1 and one.message for one in faults), number
        sound += not faults
        if number // BATCHES % 20 == 0:
            assert all(outcome.line >= 1 for rule in rules for outcome in check_rule(rule)), number
            assert _is_formatted_or_refused(path.read_text("utf-8")), number
            assert all(finding.line >= 1 for finding in lint(path)), number
    assert sound > 3


def _loaded(path: Path) -> tuple[tuple[Rule, ...], tuple[Fault, ...]]:
    try:
        rules = load_rules(path)
        Cleaner(rules)
    except RuleError as error:
        return (), error.faults
    return rules.rules, ()


def _is_formatted_or_refused(text: str) -> bool:
    faults: list[Fault] = []
    made = formatted(text, "mine.yaml", faults)
    if made is None:
        return bool(faults)
    return not faults and formatted(made, "mine.yaml", faults) == made
