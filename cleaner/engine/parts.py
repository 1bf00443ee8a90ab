"""What a cleaner is made of: a part of a wrong type is refused, with the call that makes the right one."""

import os
from typing import Any

from cleaner.classifier.model import Model
from cleaner.document.policy import Policy
from cleaner.rules import RuleSet

_PARTS: dict[str, tuple[type | None, str, str]] = {
    "rules": (RuleSet, "load_rules({}, bundled=True)", "load_rules(path, bundled=True)"),
    "policy": (Policy, "", 'Policy(keep={{"related"}})'),
    "model": (Model, "cleaner.classifier.model.load_model({})", "cleaner.classifier.model.load_model(path)"),
    "site_memory": (None, "SiteMemory({})", "SiteMemory(path)"),
}
"""The type of each part, None where it is imported when somebody gives one; what makes one of a path, and what makes
one of anything else."""


def check_parts(**given: Any) -> None:
    """Refuse parts of a wrong type, by their names: rules, policy, model, site_memory; None is the default of each.

    Raises `TypeError` with the call that makes the right one.
    """
    for name, part in given.items():
        if part is None:
            continue
        known, of_path, otherwise = _PARTS[name]
        wanted = known or _site_memory()
        if not isinstance(part, wanted):
            is_path = isinstance(part, (str, os.PathLike)) and bool(of_path)
            call = (of_path if is_path else otherwise).format(repr(os.fspath(part)) if is_path else "")
            raise TypeError(f"{name} takes a {wanted.__name__}; this is of type {type(part).__name__}: {name}={call}")


def _site_memory() -> type:
    from cleaner.sites.site_memory import SiteMemory  # with its data base, a thirtieth of a start

    return SiteMemory
