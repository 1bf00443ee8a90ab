"""A tiny known set, and its samples, made once."""

from pathlib import Path

import pytest

from cleaner.api import Cleaner
from cleaner.training.each_page import read_sets
from cleaner.training.samples import Sample, read_samples
from tests.training.pages import known_pages

HOSTS = tuple(f"{letter}.example" for letter in "abcdef")


@pytest.fixture(scope="session")
def tiny_set(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A set of six pages, each of a host of its own."""
    return known_pages(tmp_path_factory.mktemp("sets") / "tiny", HOSTS)


@pytest.fixture(scope="session")
def tiny_samples(tiny_set: Path, bundled: Cleaner) -> list[Sample]:
    """The samples of its pages as HTML."""
    return read_samples(read_sets([tiny_set]), bundled)["html"]
