"""Law 4: the same input gives the same bytes, whatever the hash seed, the order of rules and the order of adding."""

import os
import random
import subprocess
import sys

import pytest

from cleaner import Cleaner, Page
from cleaner.document.block import Block
from cleaner.document.kinds import KINDS
from cleaner.document.ledger import Ledger
from cleaner.document.policy import Policy
from cleaner.document.verdict import Evidence, Note, add_up
from cleaner.rules import RuleSet
from tests.fixture_pages import all_pages

PROSE = "The harbour office said that the ferry would sail again on Monday, {} weeks after the storm had torn its ramp."
BOXES = "<div class='share'><div class='share'>Share this</div> <div class='related'>Read more</div></div>"
NESTED = f"<body>{BOXES * 3}{''.join(f'<p>{PROSE.format(n)}</p>' for n in range(9))}{BOXES}"
DIGEST = """
from cleaner.api import Cleaner
from tests.test_same_bytes import digest
print(digest(Cleaner()))
"""


def digest(cleaner: Cleaner) -> list[str]:
    """Return all that a cleaner, and one that keeps every kind, make of the fixture pages."""
    keeping = Cleaner(cleaner.rules, Policy(keep=frozenset(KINDS)))
    pages = [Page(html=NESTED), *(fixture.page for fixture in all_pages())]
    articles = [cleaner.clean(page) for page in pages]
    texts = [Page(text="\n".join(verdict.block.text for verdict in one.trace)) for one in articles]
    return [str(one) for one in (*articles, *map(keeping.clean, pages), *map(cleaner.clean, texts))]


@pytest.fixture(scope="module")
def expected(bundled: Cleaner) -> list[str]:
    return digest(bundled)


@pytest.mark.xdist_group("same bytes")  # what all are compared with is made once
@pytest.mark.parametrize("seed", ["1", "4711"])
def test_hash_seeds_change_nothing(seed: str, expected: list[str]) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", DIGEST], env=environment, capture_output=True, check=True)
    assert done.stdout.decode().rstrip("\n") == str(expected)


@pytest.mark.xdist_group("same bytes")
def test_the_order_of_rules_changes_nothing(bundled: Cleaner, expected: list[str]) -> None:
    rules = random.Random(1).sample(bundled.rules.rules, len(bundled.rules.rules))
    assert digest(Cleaner(RuleSet(tuple(rules), bundled.rules.platforms))) == expected


@pytest.mark.parametrize(
    "amounts", [[0.1, 0.2, -0.3], [1.1, 2.2, -3.3], [0.7, 0.1, -0.8], [1e9, 0.01, -1e9, -0.01], []]
)
def test_sums_are_exact(amounts: list[float]) -> None:
    for seed in range(20):
        total = add_up(random.Random(seed).sample(amounts, len(amounts)))
        assert (total, str(total)) == (0, "0.0")


def test_a_ledger_does_not_tell_in_which_order_it_was_written() -> None:
    notes = [Note("a/b", "mass", 0, last) for last in range(1, 30)]
    facts = [(Evidence("links.all", -0.3), Evidence("is.core", 0.2)), (Evidence("a/b", 0.1),), (Evidence("a/c", -0.1),)]
    written = []
    for seed in range(20):
        ledger = Ledger([Block(0, "The ramp is back")])
        for note in random.Random(seed).sample(notes, len(notes)):
            ledger.note(note)
        for evidence in random.Random(seed).sample(facts, len(facts)):
            ledger.weigh(0, evidence, add_up(one.amount for one in evidence))
        written.append((ledger.notes(), ledger.verdicts(), ledger.balance(0)))
    assert written == [written[0]] * 20
    assert written[0][2] == -0.1
