"""Builders that many tests share: no mocks, no network."""

import gc
import signal
from collections.abc import Generator
from pathlib import Path

import pytest

from cleaner.api import Cleaner

ROOT = Path(__file__).resolve().parent.parent

# a shell that starts the tests in the background has SIGINT ignored, and every run they start would inherit that
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the tests of hazards be run at length: `make hazards`."""
    parser.addoption("--kills", type=int, default=5, help="how often runs are killed, over all sorts of output")
    parser.addoption("--all-hazards", action="store_true", help="every hazard in every format, pages at their largest")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put tests that stay together first: a group that comes late keeps one worker busy when the others are done."""
    items.sort(key=lambda item: item.get_closest_marker("xdist_group") is None)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Spare the collector what lasts to the end: thousands of tests, which each of its rounds would go through."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


@pytest.fixture(scope="session")
def bundled() -> Cleaner:
    """A cleaner with the bundled packs."""
    return Cleaner()
