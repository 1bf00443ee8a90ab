"""What is wrong with rules that do run: unsafe, dear, unproven, dead. One file a family of codes."""

from cleaner.authoring.lint.checks import CODES
from cleaner.authoring.lint.code import Code, Finding
from cleaner.authoring.lint.fixing import fix
from cleaner.authoring.lint.run import lint, lint_packs

__all__ = ["CODES", "Code", "Finding", "fix", "lint", "lint_packs"]
