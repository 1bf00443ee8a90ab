"""What the annotations of the parts of files say, read by pydantic when a file is checked.

The parts are dataclasses, and their annotations stay texts until then, since pydantic takes a third of the time in
which a page is cleaned from the shell. The names in these texts are those of `field_types` and `pattern_types`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_type_hints

from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo

from cleaner.rules import field_types, pattern_types

T = TypeVar("T")
_NAMES = {**vars(field_types), **vars(pattern_types)}


def checked(model: type[T], value: Any) -> T:
    """Return a plain *value* as a *model*, a part of a file or a model of pydantic's.

    Raises `pydantic.ValidationError` with every fault in it.
    """
    made: T = checks(model).validate_python(value)
    return made


def checks(model: type[T]) -> TypeAdapter[T]:
    """Return what checks values of a *model*, reads them from JSON, and describes them as JSON Schema."""
    adapter: TypeAdapter[T] = _adapter(cast(Any, model))
    return adapter


@cache
def _adapter(model: Any) -> TypeAdapter[Any]:
    _resolve(model)
    return TypeAdapter(model)


@cache
def fields_of(model: Any) -> Mapping[str, FieldInfo]:
    """Return what the annotations of a *model* say of its fields, by name."""
    if issubclass(model, BaseModel):
        named: Mapping[str, FieldInfo] = model.model_fields
        return named
    _resolve(model)
    return {one.name: FieldInfo.from_annotated_attribute(one.type, one) for one in fields(model)}  # type: ignore[arg-type]


def parts_of(annotation: Any) -> Iterator[type[Any]]:
    """Yield the models, of ours and of pydantic's, that stand in an annotation."""
    if isinstance(annotation, type) and (is_dataclass(annotation) or issubclass(annotation, BaseModel)):
        yield annotation
    for inner in get_args(annotation):
        yield from parts_of(inner)


def _resolve(model: type[Any]) -> None:
    """Put for the text of each annotation what it says, in *model* and in all parts of it, as pydantic wants them."""
    if not is_dataclass(model) or not any(isinstance(one.type, str) for one in fields(model)):
        return
    hints = get_type_hints(model, localns=_NAMES, include_extras=True)
    for one in fields(model):
        one.type = hints[one.name]
        for part in parts_of(one.type):
            _resolve(part)
