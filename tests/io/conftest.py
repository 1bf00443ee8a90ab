"""What readers and writers are tested with is what runs are tested with."""

from tests.runs.conftest import bare, cleaner_run, lines, records

__all__ = ["bare", "cleaner_run", "lines", "records"]
