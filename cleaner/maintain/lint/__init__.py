"""What is wrong with rules that do run: unsafe, dear, unproven, dead. One file a family of codes."""

from cleaner.maintain.lint.code import CODES, Code, Finding
from cleaner.maintain.lint.fixing import fix
from cleaner.maintain.lint.run import lint

__all__ = ["CODES", "Code", "Finding", "fix", "lint"]
