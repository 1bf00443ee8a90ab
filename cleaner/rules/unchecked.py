"""Models to plain values, such as dicts and tuples, and back without checking them again.

Only for what passed all checks when it was written down: checking the bundled rules takes ten times as long.
"""

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel

from cleaner.rules import compiled
from cleaner.rules.source_file import read_source

M = TypeVar("M", bound=BaseModel)
Reader = Callable[[Any], Any]


def checked_once(model: type[M], path: Path, read: Callable[[Path], M]) -> M:
    """Return what *read* makes of the file at *path*; from the second start on without checking, by what was kept.

    Raises `RuleError` where the file cannot be read, and what *read* raises.
    """
    key = _key(model, path)
    known = compiled.recall(key)
    if known is not None:
        return made(model, known)
    checked = read(path)
    if _key(model, path) == key:  # nobody edited it in the meantime
        compiled.keep(key, plain(checked))
    return checked


def _key(model: type[BaseModel], path: Path) -> str:
    return compiled.key_of(f"{model.__module__}.{model.__qualname__}", read_source(path))


def plain(value: Any) -> Any:
    """Return a model, and all in it, as plain values; fields that nobody gave are left out."""
    if isinstance(value, BaseModel):
        return {name: plain(getattr(value, name)) for name in sorted(value.model_fields_set)}
    if isinstance(value, tuple):
        return tuple(map(plain, value))
    return {key: plain(inside) for key, inside in value.items()} if isinstance(value, dict) else value


def made(model: type[M], values: dict[str, Any]) -> M:
    """Return the *model* of which `plain` made *values*."""
    defaults, readers = _fields(model)
    read = {name: readers[name](value) if name in readers else value for name, value in values.items()}
    new = model.__new__(model)
    # what pickle calls; model_construct does the same in three times the time
    new.__setstate__(
        {
            "__dict__": {**defaults, **read},
            "__pydantic_fields_set__": set(values),
            "__pydantic_extra__": None,
            "__pydantic_private__": None,
        }
    )
    return new


@cache
def _fields(model: type[BaseModel]) -> tuple[dict[str, Any], dict[str, Reader]]:
    """Return the defaults of all fields, in their order, and what reads the values that are models or named."""
    defaults = {name: field.default for name, field in model.model_fields.items()}
    readers = {name: _reader(field.annotation) for name, field in model.model_fields.items()}
    return defaults, {name: reader for name, reader in readers.items() if reader}


def _reader(annotation: Any) -> Reader | None:
    """Return what makes a value of this type from its plain form; None where that is the value itself."""
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _reader(inside[0])
    if origin in (Union, UnionType):
        reader = next(filter(None, map(_reader, inside)), None)
        return partial(_optional, reader) if reader else None
    if origin is tuple:
        reader = _reader(inside[0])
        return partial(_tuple, reader) if reader else None
    if origin is dict:
        reader = _reader(inside[1])
        return partial(_dict, reader) if reader else None
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return partial(made, annotation)
    return getattr(annotation, "_make", None)  # of named tuples


def _optional(reader: Reader, value: Any) -> Any:
    return None if value is None else reader(value)


def _tuple(reader: Reader, values: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(map(reader, values))


def _dict(reader: Reader, values: dict[str, Any]) -> dict[str, Any]:
    return {key: reader(value) for key, value in values.items()}
