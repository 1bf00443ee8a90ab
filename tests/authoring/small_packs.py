"""Packs of a few rules, each on a line of its own from line 4 on, and what lint knows of them: no other rule is near.

A rule is said in short (`css: .harbour`); what every rule needs is put before it: an id (promo.one, promo.two …), kind,
`why` and examples.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from cleaner.authoring.lint.study import Study, Subject
from cleaner.authoring.packs import PackFile, Packs
from cleaner.authoring.prose import Sentence
from cleaner.errors import Fault
from cleaner.rules import Rule, RuleSet
from cleaner.rules.load import load_text

NUMBERS = "one two three four five six seven eight nine".split()
WHY = "Asks the reader for pictures, again and again."
PHOTOS = "Send us your harbour pictures"
PROOF = f'{{remove: ["{PHOTOS}"], keep: ["{PHOTOS}, she wrote."]}}'
NO_REMOVAL = "{hit: [Pictures], miss: [Pictures of boats]}"
"""Examples for a rule that does not remove."""


def pack(*rules: str, name: str = "mine", more: str = "") -> str:
    listed = "".join(map(_line, NUMBERS, rules))
    return f"format: 1\npack: {name}\nrules:{'' if listed else ' []'}\n{listed}{more}"


def _line(number: str, said: str) -> str:
    always = {"id": f"promo.{number}", "kind": "promo", "why": f'"{WHY}"', "examples": PROOF}
    missing = [f"{key}: {value}" for key, value in always.items() if not re.search(rf"(^|,\s+){key}:", said)]
    return f"  - {{{', '.join([*missing, said])}}}\n"


def packs(*texts: str) -> Packs:
    """Read the texts of mine.yaml, mine2.yaml and so on; faults are part of what is known."""
    faults: list[Fault] = []
    files = []
    for number, text in enumerate(texts, 1):
        name = f"mine{number if number > 1 else ''}.yaml"
        files.append(PackFile(name, text, load_text(text, name, faults).rules))
    merged = RuleSet.merge([RuleSet(file.rules) for file in files], faults, ("wordpress",))
    return Packs(tuple(files), merged, tuple(faults))


def rules(*said: str, name: str = "mine") -> RuleSet:
    return packs(pack(*said, name=name)).require().rules


def rule(said: str) -> Rule:
    return rules(said).rules[0]


def sentences(*texts: str) -> tuple[Sentence, ...]:
    return tuple(Sentence("en", text, "en.txt", number) for number, text in enumerate(texts, 1))


def study(*said: str, prose: Sequence[str] = (), others: Sequence[Rule] = (), **known: object) -> Study:
    return Study(packs(pack(*said)).require(), others, sentences(*prose), **known)  # type: ignore[arg-type]


def subject(said: str) -> Subject:
    return study(said).subjects[0]


def write(path: Path, *said: str, **more: str) -> Path:
    path.write_text(pack(*said, **more), "utf-8")
    return path
