"""Whether the rules of a shared pack may be used: they load, their examples hold, lint finds no error, ids are free."""

from collections.abc import Iterable, Iterator

from cleaner.authoring.lint import Finding, lint_packs
from cleaner.authoring.packs import Packs, packs_of
from cleaner.authoring.sharing.shared_pack import SharedPack
from cleaner.authoring.testing import check_rule
from cleaner.errors import Fault, RuleError
from cleaner.rules import RuleSet, bundled_rules


def check(pack: SharedPack, where: str, others: Iterable[RuleSet] = ()) -> list[Finding]:
    """Return what lint has to say of the rules in *pack*, short of errors. *where* stands before their files' names.

    Raises `RuleError` with all that speaks against the pack: rules that do not load, that fail an example, that lint
    finds an error in, or that take the id of a bundled rule or of one of *others*.
    """
    packs = packs_of({f"{where}/{name}": pack.files[name] for name in pack.rule_files}).require()
    found = lint_packs(packs)
    errors = [Fault(one.file, one.line, one.message, one.code) for one in found if one.severity == "error"]
    faults = [*errors, *_taken(packs.rules, [bundled_rules(), *others]), *([] if errors else _failing(packs))]
    if faults:
        raise RuleError(faults)
    return found


def _failing(packs: Packs) -> Iterator[Fault]:
    for rule in packs.rules.rules:
        for one in check_rule(rule) if rule.status != "retired" else ():
            if one.result != "ok":
                line = packs.by_name[rule.file].line_of(rule, one.example, "examples")
                detail = f" ({one.detail})" if one.detail else ""
                yield Fault(rule.file, line, f"{rule.full_id}: its example {one.example!r} is {one.result}{detail}")


def _taken(rules: RuleSet, others: Iterable[RuleSet]) -> Iterator[Fault]:
    for known in others:
        for rule in rules.rules:
            if first := known.by_id.get(rule.full_id):
                yield Fault(rule.file, rule.line, f"the id {rule.full_id} is taken: {first.file}:{first.line}")
        for name in rules.described.keys() & known.described.keys():
            file, line = rules.described[name]
            first_file, first_line = known.described[name]
            yield Fault(file, line, f"the platform {name} is described already: {first_file}:{first_line}")
