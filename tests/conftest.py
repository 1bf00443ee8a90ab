"""Builders that many tests share: no mocks, no network."""

from pathlib import Path

import pytest

from cleaner.pipeline import Cleaner

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def bundled() -> Cleaner:
    """A cleaner with the bundled packs."""
    return Cleaner()
