"""What a lint code is: a name, a page that explains it, and the check behind it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from cleaner.authoring.lint.study import Study, Subject

Severity = Literal["error", "warning", "hint"]
"""Errors make lint fail; warnings do not; hints are shown only if their code is selected."""
Hit = tuple[str, str | None]
"""A message, and the text in the rule that it is about, by which the line is found."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing lint found: where, under which code, and what to do about it.

    *rule* is a full id. `lint` gives each its code's *severity* and *name*.
    """

    file: str
    line: int
    code: str
    message: str
    severity: Severity = "error"
    rule: str = ""
    name: str = ""

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


@dataclass(frozen=True, slots=True)
class RuleCheck:
    """A check that looks at one rule at a time."""

    code: Code
    look: Callable[["Subject", "Study"], Iterable[Hit]]

    def findings(self, study: "Study") -> Iterator[Finding]:
        """Yield what is wrong with each rule under study that compiles."""
        for subject in study.sound:
            for message, about in self.look(subject, study):
                yield subject.finding(self.code.code, message, about)


@dataclass(frozen=True, slots=True)
class PackCheck:
    """A check that looks at all files together."""

    code: Code
    look: Callable[["Study"], Iterator[Finding]]

    def findings(self, study: "Study") -> Iterator[Finding]:
        """Yield what is wrong with the files under study."""
        return self.look(study)


def rule_check(code: Code) -> Callable[[Callable[["Subject", "Study"], Iterable[Hit]]], RuleCheck]:
    """Make a check of the function below, which looks at one rule for *code*; `checks.CHECKS` lists it."""
    return lambda look: RuleCheck(code, look)


def pack_check(code: Code) -> Callable[[Callable[["Study"], Iterator[Finding]]], PackCheck]:
    """Make a check of the function below, which looks at all files for *code*; `checks.CHECKS` lists it."""
    return lambda look: PackCheck(code, look)
