"""What a lint code is: a name, a page that explains it, and the check behind it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

if TYPE_CHECKING:
    from cleaner.authoring.lint.study import Study, Subject

Severity = Literal["error", "warning", "hint"]
"""Errors make lint fail; warnings do not; hints are shown only if their code is selected."""
Hit = tuple[str, str | None]
"""A message, and the text in the rule that it is about, by which the line is found."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing lint found: where, under which code, and what to do about it."""

    file: str
    line: int
    code: str
    message: str
    severity: Severity = "error"
    rule: str = ""

    @property
    def name(self) -> str:
        """The code's name in words."""
        return CODES[self.code].name

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.severity} {self.code} {self.name}: {self.message}"


@dataclass(frozen=True, slots=True)
class Code:
    """One code's page. *example* is YAML that it catches; *instead* what to write."""

    code: str
    name: str
    severity: Severity
    what: str
    why: str
    example: str
    instead: str = ""
    fixable: bool = False

    def page(self) -> str:
        """Return the page as Markdown."""
        fixable = " `lint --fix` repairs it." if self.fixable else ""
        parts = [f"### {self.code} {self.name} ({self.severity})", f"{self.what}{fixable}", f"*Why:* {self.why}"]
        parts.append(f"```yaml\n{self.example}\n```")
        if self.instead:
            parts.append(f"Instead: {self.instead}")
        return "\n\n".join(parts) + "\n"


CODES: dict[str, Code] = {}
"""Every code, by its short name."""
RuleCheck = Callable[["Subject", "Study"], Iterable[Hit]]
PackCheck = Callable[["Study"], Iterator[Finding]]
C = TypeVar("C")
RULE_CHECKS: dict[str, RuleCheck] = {}
"""Checks that look at one rule at a time."""
PACK_CHECKS: dict[str, PackCheck] = {}
"""Checks that look at all files together."""


def page(code: Code) -> Code:
    """Enter a code whose findings come from the loader."""
    CODES[code.code] = code
    return code


def rule_check(code: Code) -> Callable[[RuleCheck], RuleCheck]:
    """Enter a code and the function that checks one rule for it."""
    return _entering(code, RULE_CHECKS)


def pack_check(code: Code) -> Callable[[PackCheck], PackCheck]:
    """Enter a code and the function that checks all files for it."""
    return _entering(code, PACK_CHECKS)


def _entering(code: Code, checks: dict[str, C]) -> Callable[[C], C]:
    page(code)

    def enter(check: C) -> C:
        checks[code.code] = check
        return check

    return enter
