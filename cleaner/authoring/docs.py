"""`docs`: the reference of the rule language, its kinds, the lint codes and every rule, as one Markdown page.

Made from what the loader, lint and the packs say of themselves.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, get_args

from pydantic.fields import FieldInfo

from cleaner.authoring.describing import describe
from cleaner.authoring.lint import CODES
from cleaner.authoring.wording import WHYS
from cleaner.document.kinds import KEPT_BY_DEFAULT, KINDS
from cleaner.render.trace import GUARDS
from cleaner.rules.annotations import fields_of
from cleaner.rules.ruleset import RuleSet
from cleaner.rules.schema import (
    BlockLimits,
    Case,
    Examples,
    Learned,
    Limit,
    Repeat,
    Rule,
    RuleException,
    RuleFile,
    Text,
    Where,
)

_NAMED = 8
"""Words to choose from that stand in a field's own line; more have a list of their own. Not measured."""

_PARTS: tuple[tuple[str, type[Any]], ...] = (
    ("A file", RuleFile),
    ("A rule", Rule),
    ("`where`", Where),
    ("`text` and `needs`", Text),
    ("`repeat`", Repeat),
    ("`block`", BlockLimits),
    ("`limit`", Limit),
    ("`except`", RuleException),
    ("`examples`", Examples),
    ("`examples.cases`", Case),
    ("`learned`", Learned),
)
_FAMILIES = {"F": "Format", "S": "Safety", "P": "Cost", "Q": "Quality", "D": "Dead or double", "R": "Renames"}


def docs(rules: RuleSet) -> str:
    """Return the reference page of the language and of *rules*."""
    pieces = [
        "# Rules: the reference",
        "Built by `make docs`, or `cleaner rules docs -o FILE`. How to write a first rule: "
        "[rules/README.md](../rules/README.md).",
        "## The language",
        *_language(),
        "## Kinds",
        _kinds(),
        "## Guards",
        "\n".join(f"- `{name}`: {said}" for name, said in GUARDS.items()),
        "## Lint codes",
        *_codes(),
        "## Every rule",
        *_rules(rules),
    ]
    return "\n\n".join(piece.strip("\n") for piece in pieces) + "\n"


def _language() -> Iterator[str]:
    for said, model in _PARTS:
        yield f"### {said}"
        yield "| key | value | meaning |\n|---|---|---|\n" + "\n".join(_fields(model))


def _fields(model: Any) -> Iterator[str]:
    for name, field in fields_of(model).items():
        if not field.exclude:
            required = " (required)" if field.is_required() else ""
            yield f"| `{field.alias or name}` | {_sort(field)} | {_plain(field.description)}{required} |"


def _plain(text: str | None) -> str:
    return (text or "").replace("<", "&lt;").replace("|", "&#124;")


def _sort(field: FieldInfo) -> str:
    """Return what may stand for a field, in a word or as the words to choose from."""
    choices = _choices(field.annotation)
    if choices:
        return " ".join(f"`{choice}`" for choice in choices) if len(choices) <= _NAMED else "one of the list below"
    said = str(field.annotation)
    for mark, word in (("Phrase", "phrases"), ("Range", "range"), ("Kind", "kind"), ("tuple", "list"), ("dict", "map")):
        if mark in said:
            return word
    for plain, word in ((bool, "true"), (int, "number"), (float, "number"), (str, "text")):
        if field.annotation is plain or plain in get_args(field.annotation):
            return word
    return "map"


def _choices(annotation: Any) -> list[str]:
    found = [str(arg) for arg in get_args(annotation) if isinstance(arg, (str, int))]
    return found or [choice for arg in get_args(annotation) for choice in _choices(arg)]


def _kinds() -> str:
    return "\n".join(
        f"- `{kind}`{' (stays by default)' if kind in KEPT_BY_DEFAULT else ''}: {WHYS[kind]}" for kind in KINDS
    )


def _codes() -> Iterator[str]:
    for letter, said in _FAMILIES.items():
        yield f"### {said}"
        yield from (f"#{code.page()}" for name, code in sorted(CODES.items()) if name.startswith(letter))


def _rules(rules: RuleSet) -> Iterator[str]:
    by_kind: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules.rules:
        by_kind[rule.kind].append(rule)
    for kind in [*KINDS, "protect"]:
        if by_kind[kind]:
            yield f"### {kind}"
            yield from (_page(rule) for rule in sorted(by_kind[kind], key=lambda one: one.full_id))


def _page(rule: Rule) -> str:
    """Return a rule's page without what changes when another rule of its file does."""
    return describe(replace(rule, file=""), "####")
