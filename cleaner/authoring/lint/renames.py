"""R codes: ids are promises."""

from collections import defaultdict
from collections.abc import Iterator

from cleaner.authoring.lint.code import Code, Finding, pack_check
from cleaner.authoring.lint.study import Study


@pack_check(
    Code(
        "R01",
        "id-was-another-rule",
        "error",
        "A rule bears an id that was once another rule's.",
        "Old traces would name the wrong reason; an id never changes its meaning.",
        "- id: share.bar\n- id: share.tools\n  was: [share.bar]",
        "a new id.",
    )
)
def id_was_another_rule(study: Study) -> Iterator[Finding]:
    """Compare ids with the `was` of rules of the same pack."""
    owners = {f"{rule.pack}/{old}": rule for rule in study.living for old in rule.was}
    for subject in study.subjects:
        owner = owners.get(subject.rule.full_id)
        if owner:
            own = "its own" if owner.full_id == subject.rule.full_id else f"{owner.full_id}'s"
            yield subject.finding("R01", f"the id was once {own}", subject.rule.id)


@pack_check(
    Code(
        "R02",
        "was-claimed-twice",
        "error",
        "Two rules say that they once bore the same id.",
        "An old id must lead to one rule.",
        "was: [share.bar]   # in two rules",
        "drop one.",
    )
)
def was_claimed_twice(study: Study) -> Iterator[Finding]:
    """Count old ids."""
    owners = defaultdict(list)
    for subject in study.subjects:
        for old in subject.rule.was:
            owners[f"{subject.rule.pack}/{old}"].append(subject)
    for old, subjects in owners.items():
        for subject in subjects[1:]:
            said = f"{old} is also an old id of {subjects[0].rule.full_id}"
            yield subject.finding("R02", said, old.partition("/")[2])
