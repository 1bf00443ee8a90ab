"""Each module-level constant that holds numbers says below it what it is, in which unit, and where it comes from."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import cleaner

PACKAGE = Path(cleaner.__file__).parent


def test_constants_say_what_they_are() -> None:
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE)
        silent = set(_silent(ast.parse(path.read_text("utf-8"))))
        assert not silent, f"{place}: below a constant stand its unit and its source, or `Not measured.`"


def _silent(module: ast.Module) -> Iterator[str]:
    """Yield the constants that no docstring follows; one serves all on the lines right above it."""
    waiting, end = list[str](), 0
    for statement in (*module.body, ast.Pass(lineno=0)):
        is_next, end = statement.lineno == end + 1, getattr(statement, "end_lineno", 0)
        is_constant = isinstance(statement, ast.Assign | ast.AnnAssign)
        if not (is_next and (is_constant or _is_sentence(statement))):
            yield from waiting
        if not (is_next and is_constant):
            waiting = []
        if is_constant and any(type(getattr(node, "value", None)) in (int, float) for node in ast.walk(statement)):
            names = [node for node in ast.walk(statement) if isinstance(node, ast.Name)]
            stored = [name.id for name in names if isinstance(name.ctx, ast.Store)]
            waiting += [name for name in stored if re.fullmatch("_?[A-Z][A-Z0-9_]*", name)]


def _is_sentence(statement: ast.stmt) -> bool:
    text = getattr(getattr(statement, "value", None), "value", None) if isinstance(statement, ast.Expr) else None
    return isinstance(text, str) and text.strip().endswith(".")
