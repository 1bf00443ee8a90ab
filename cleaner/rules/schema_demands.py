"""What the parts of a rule ask of one another, as JSON Schema: what `soundness` refuses, said to editors.

Two things cannot be said there: that a range does not go backwards, and that no id stands twice.
"""

from typing import Any, get_args

from cleaner.document.kinds import PARTS
from cleaner.rules.schema import Kind

Part = dict[str, Any]
_NOTHING: list[Any] = [[], False, None]


def demands() -> list[Part]:
    """Return what holds of every rule."""
    return [_one_matcher(), *_matchers(), *_reach(), *_actions(), _proof(), *_names()]


def _has(key: str, value: Part | None = None) -> Part:
    return {"required": [key], "properties": {key: value or {"not": {"enum": _NOTHING}}}}


def _is(key: str, *values: str) -> Part:
    return _has(key, {"enum": list(values)})


def _if(condition: Part, then: Part, otherwise: Part | None = None) -> Part:
    return {"if": condition, "then": then, **({"else": otherwise} if otherwise else {})}


def _any(*parts: Part) -> Part:
    return {"anyOf": list(parts)}


def _no(part: Part) -> Part:
    return {"not": part}


_HOSTS, _PLATFORM = _has("where", _has("hosts")), _has("where", _has("platform"))


def _one_matcher() -> Part:
    return {"oneOf": [_has(name) for name in ("css", "text", "shape", "repeat")]}


def _matchers() -> list[Part]:
    """Return what goes with `css` only."""
    excepted = _has("except", {"contains": _has("css", _no({"type": "null"}))})
    return [_if(_has("climb", _no({"type": "null"})), _has("css")), _if(excepted, _has("css"))]


def _reach() -> list[Part]:
    """Return what needs hosts, or something else that narrows it."""
    costly = {"pattern": r":has\("}
    asks_inside = _has("css", _any({"type": "string", **costly}, {"type": "array", "contains": costly}))
    return [
        _if(_has("shape"), _any(_HOSTS, _part_by_tag())),
        _if(_has("text", _has("has")), _any(_HOSTS, _has("needs"))),
        _if(asks_inside, _any(_HOSTS, _PLATFORM)),
        _if(_has("block", _has("case")), _any(_HOSTS, _has("text"), _has("repeat"))),
        _if(_has("allow", {"contains": {"const": "mass"}}), _any(_HOSTS, _PLATFORM, _is("kind", "comments"))),
    ]


def _part_by_tag() -> Part:
    return {"allOf": [_is("kind", *sorted(PARTS)), _has("block", _has("tag"))]}


def _actions() -> list[Part]:
    """Return what the actions ask for."""
    return [
        _if(_has("weigh", {"type": "number"}), {"properties": {"do": {"const": "remove"}}}),
        _if(_is("do", "cut-after", "cut-before"), _any(_HOSTS, _has("limit", _has("max_cut")))),
        _if(_is("do", "protect"), _is("kind", "protect"), _no(_is("kind", "protect"))),
        _if(_has("from"), _is("do", "protect")),
        _if(_is("do", "unwrap"), _has("css")),
        _if(_is("do", "trim"), _has("text")),
    ]


def _proof() -> Part:
    stays = _any(_has("weigh", {"type": "number"}), _is("do", "protect", "mark", "unwrap"))
    shown = _if(stays, _examples("hit", "miss"), _examples("remove", "keep"))
    return _if(_any(_is("status", "draft", "retired"), _examples("cases")), {}, shown)


def _examples(*names: str) -> Part:
    return _has("examples", {"allOf": [_has(name) for name in names]})


def _names() -> list[Part]:
    return [_if(_is("kind", kind), _has("id", {"pattern": rf"^{kind}\."})) for kind in get_args(Kind)]
