"""The lines of values, and the faults at them."""

from cleaner.errors import Fault
from cleaner.rules.yaml_source import Source


def test_every_value_has_its_line() -> None:
    source = Source("some.yaml")
    source.read("a:\n  - b\n  - c: d\n    e: f\n")
    paths = [("a",), ("a", 0), ("a", 1), ("a", 1, "e"), ("a", 1, "e", "unknown")]
    assert [source.line(path) for path in paths] == [1, 2, 3, 4, 4]


def test_a_fault_stands_at_its_value_or_around_it() -> None:
    source = Source("some.yaml", {("rules",): 3, ("rules", 0): 4})
    source.fault(("rules", 0, "id"), "is wrong", "F07")
    source.fault(("groups",), "is missing")
    assert source.faults == [Fault("some.yaml", 4, "is wrong", "F07"), Fault("some.yaml", 1, "is missing", "F00")]
