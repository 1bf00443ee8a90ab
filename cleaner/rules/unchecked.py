"""Checked values to plain ones, which `marshal` writes, and back without checking them again.

Only for what passed all checks when it was written down: checking the bundled rules takes ten times as long.

A dataclass is a dict with its name under None, where no key of a file stands, and those of its fields that differ from
their defaults; a dict that holds such values has "" there. A list is a named tuple after its name, after its name and a
star a tuple of such named tuples, and after "" any other tuple that holds such values. All else is itself.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from cleaner.rules import compiled
from cleaner.rules.source_file import read_source

T = TypeVar("T")
_EACH = "*"
"""What the name of named tuples ends in where each of a row is of that name: a row is read five times as fast so."""
Sorts = Mapping[str, type[Any]]
"""Dataclasses and named tuples by their names."""


def checked_once(model: type[T], parts: Iterable[type[Any]], path: Path, read: Callable[[Path], T]) -> T:
    """Return what *read* makes of the file at *path*; from the second start on without checking, by what was kept.

    It is a *model*, in which there may be *parts*. Raises `RuleError` where the file cannot be read, and what *read*
    raises.
    """
    key = _key(model, path)
    known = compiled.recall(key)
    if known is not None:
        kept: T = made(known, sorts(model, *parts))
        return kept
    checked = read(path)
    if _key(model, path) == key:  # nobody edited it in the meantime
        compiled.keep(key, plain(checked))
    return checked


def _key(model: type[Any], path: Path) -> str:
    return compiled.key_of(f"{model.__module__}.{model.__qualname__}", read_source(path))


def sorts(*types: type[Any]) -> Sorts:
    """Return *types* by their names."""
    return {one.__name__: one for one in types}


def plain(value: Any) -> Any:
    """Return a value, and all in it, as plain values."""
    if is_dataclass(value):
        defaults = _defaults(cast(Any, type(value)))
        said = {name: getattr(value, name) for name in defaults}
        return {
            None: type(value).__name__,
            **{name: plain(inside) for name, inside in said.items() if inside != defaults[name]},
        }
    if isinstance(value, tuple):
        return _plain_tuple(value)
    if isinstance(value, dict):
        made_plain = {name: plain(inside) for name, inside in value.items()}
        return {None: "", **made_plain} if any(map(_is_marked, made_plain.values())) else value
    return value


def _plain_tuple(value: tuple[Any, ...]) -> Any:
    inside = [plain(one) for one in value]
    if hasattr(value, "_fields"):
        return [type(value).__name__, *inside]
    names = {one[0] if _is_flat(one) else "" for one in inside}
    if len(names) == 1 and "" not in names:
        return [f"{names.pop()}{_EACH}", *(tuple(one[1:]) for one in inside)]
    return ["", *inside] if any(map(_is_marked, inside)) else value


def _is_flat(value: Any) -> bool:
    """Say whether a plain value is a named tuple of values that are themselves."""
    return isinstance(value, list) and not value[0].endswith(_EACH) and not any(map(_is_marked, value[1:]))


def _is_marked(value: Any) -> bool:
    return isinstance(value, list) or (isinstance(value, dict) and None in value)


def made(value: Any, known: Sorts) -> Any:
    """Return the value of which `plain` made *value*; *known* are all sorts that may be in it."""
    if type(value) is list:
        name, *inside = value
        if name.endswith(_EACH):
            return tuple(map(known[name[:-1]]._make, inside))
        values = [made(one, known) for one in inside]
        return known[name](*values) if name else tuple(values)
    if type(value) is dict and None in value:
        said = {name: made(inside, known) for name, inside in value.items() if name is not None}
        return _filled(known[value[None]], said) if value[None] else said
    return value


def _filled(model: Any, said: dict[str, Any]) -> Any:
    """Return the *model* that says this, and of all else its defaults."""
    new = object.__new__(model)
    new.__dict__.update(_defaults(model), **said)
    return new


@cache
def _defaults(model: Any) -> dict[str, Any]:
    """Return all fields of a dataclass, in their order, with their defaults."""
    return {
        one.name: one.default_factory() if one.default_factory is not MISSING else one.default for one in fields(model)
    }
