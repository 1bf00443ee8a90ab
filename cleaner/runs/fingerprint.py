"""What decides the bytes of an output, by name: a run goes on only where all of it is as it was."""

import hashlib
import json
import platform
from collections.abc import Mapping
from dataclasses import asdict
from importlib import metadata
from pathlib import Path
from typing import Any

from cleaner.api import Cleaner
from cleaner.io.bounded import MAX_RECORD
from cleaner.io.fields import FieldNames
from cleaner.rules.digest import digest_of_rules

Fingerprint = dict[str, str]
"""Values by what a person calls them; long ones are digests."""
_PACKAGES = (
    "article-cleaner", "trafilatura", "htmldate", "lxml", "beautifulsoup4", "chardet", "google-re2", "pycld2",
    "zstandard", "pyarrow",
)  # fmt: skip
"""What text, facts and packed bytes come from."""
_SHOWN = 80
"""Characters up to which a value is kept as it is; of a longer one a digest is. Not measured."""
_DIGITS = 16
"""Hexadecimal digits of a digest: 64 bits, which two values never share by chance."""


def fingerprint(
    cleaner: Cleaner,
    inputs: list[str],
    names: FieldNames,
    output_format: str,
    limit: int | None,
    max_record: int = MAX_RECORD,
    memory: str = "none",
    **others: Path | bool | None,
) -> Fingerprint:
    """Return the fingerprint of a run. *memory* says of which sort that of sites is.

    *others* are further outputs, and what articles show.

    What a page may cost and the number of workers are left out: they decide nothing about pages that are cleaned,
    and whoever resumes after trouble may want to change them.
    """
    policy = cleaner.policy
    return {
        "the inputs": _said(inputs),
        "--max-record": str(max_record),
        "--format": output_format,
        "the field options": _said(asdict(names)),
        "--limit": str(limit),
        "--keep": " ".join(sorted(policy.keep)) or "nothing",
        "--drop": " ".join(sorted(policy.drop)) or "nothing",
        "--trafilatura": cleaner.trafilatura,
        **{f"--{name}": str(value) for name, value in others.items()},
        "the rules": digest_of_rules(cleaner.rules),
        "the model": cleaner.model.digest,
        "the memory of sites": cleaner.site_memory.digest if cleaner.site_memory else memory,
        "Python": ".".join(platform.python_version_tuple()[:2]),
        **{name: _version(name) for name in _PACKAGES},
    }


def differences(before: Mapping[str, str], now: Mapping[str, str]) -> str:
    """Say what differs, for the person who gave other options or has another version; empty if nothing does."""
    names = [name for name in {**before, **now} if before.get(name) != now.get(name)]
    return "; ".join(f"{name}: {before.get(name)} then, {now.get(name)} now" for name in names)


def _said(value: Any) -> str:
    said = json.dumps(value, ensure_ascii=False)
    return said if len(said) <= _SHOWN else hashlib.sha256(said.encode(errors="surrogatepass")).hexdigest()[:_DIGITS]


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "not installed"
