"""Which build this is: pure Python, or the compiled wheel that `make wheel` makes."""

from importlib.util import find_spec


def is_compiled() -> bool:
    """Say whether the modules that take most of the time are compiled; the same comes out of both."""
    found = find_spec("cleaner.features.surroundings")
    return found is not None and not str(found.origin).endswith(".py")
