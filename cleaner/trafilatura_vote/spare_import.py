"""trafilatura imported without libraries of its own that the vote seldom or never calls.

They fetch pages, read dates and guess encodings, and take two thirds of the time of its import. In their place it finds
stand-ins, which import the library when one of them is called, so that all of trafilatura works as ever.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_LIBRARIES = (
    "charset_normalizer",
    "courlan",
    "htmldate",
    "justext.core",
    "justext.utils",
    "trafilatura.downloads",
    "urllib3.response",
)
"""Modules of which trafilatura takes functions and classes alone."""
_is_sparing = False
"""Whether this process imports trafilatura with stand-ins."""


class _StandIn(type):
    """For a function or class: what is done with it is done with the one of that name in its module."""

    def __call__(cls, *args: Any, **named: Any) -> Any:
        return _meant(cls)(*args, **named)

    def __getattr__(cls, name: str) -> Any:
        return getattr(_meant(cls), name)

    def __instancecheck__(cls, value: object) -> bool:
        # where nobody has imported its module nothing is of its class
        return cls.__module__ in sys.modules and isinstance(value, _meant(cls))


def _meant(stand_in: type) -> Any:
    return getattr(import_module(stand_in.__module__), stand_in.__name__)


class _EmptyModule(ModuleType):
    """Holds a stand-in for each name that is asked of it."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what the import system asks of modules
            raise AttributeError(name)
        return _StandIn(name, (), {"__module__": self.__name__})


def import_sparingly_later() -> None:
    """Let `load` import trafilatura with stand-ins in this process.

    For a moment whoever imports one of the libraries would be given stand-ins, so this is for processes that are ours
    and clean pages in one thread.
    """
    global _is_sparing
    _is_sparing = True


def load() -> None:
    """Import trafilatura, as it was asked for in this process; or leave it as it is, where that was done before."""
    if "trafilatura" in sys.modules:
        return
    absent = [name for name in _LIBRARIES if name not in sys.modules] if _is_sparing else []
    sys.modules.update({name: _EmptyModule(name) for name in absent})
    try:
        import_module("trafilatura")
    finally:
        for name in absent:
            del sys.modules[name]
