"""`pack.toml`: what a shared pack is called, its version, licence and description."""

import re
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from cleaner.errors import RuleError
from cleaner.rules.field_types import Strict
from cleaner.rules.schema import FORMAT
from cleaner.rules.toml_source import read_toml, write_toml
from cleaner.rules.validation import validate
from cleaner.rules.yaml_source import Source

MANIFEST = "pack.toml"
"""The file beside the rules that makes a folder of them a shared pack."""
EXAMPLE = 'name = "harbour"\nversion = "1.0"\nlicense = "CC0-1.0"\ndescription = "House lines of the harbour papers."\n'
"""What is shown where there is none."""


def _like(pattern: str, wanted: str) -> AfterValidator:
    def check(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise ValueError(f"expected {wanted}, found {value!r}")
        return value

    return AfterValidator(check)


# the name of a pack is that of its folder
Name = Annotated[
    str, _like(r"[a-z0-9][a-z0-9-]{0,63}", "small letters a to z, digits and hyphens, 64 characters at most")
]
Version = Annotated[str, _like(r"[0-9][0-9A-Za-z.+-]{0,39}", "a version such as 1.2.0, 40 characters at most")]
Digest = Annotated[str, _like(r"(sha256:[0-9a-f]{64})?", "sha256: and 64 hexadecimal digits")]
_Line = Annotated[str, _like(r"[^\x00-\x1f\x7f]{1,200}", "one line of 200 characters at most")]


class Manifest(Strict):
    """Who a shared pack is. *digest* is there once it is built, and so is the *format* of its rules."""

    name: Name = Field(description="What it is called.")
    version: Version = Field(description="A number, such as 1.2.0.")
    license: _Line = Field(description="An SPDX expression, such as CC0-1.0.")
    description: _Line = Field(description="One sentence: what its rules take.")
    format: int = Field(FORMAT, strict=True, ge=1, description="The version of the rule language.")
    digest: Digest = Field("", description="Of all that it holds.")

    def text(self) -> str:
        """Return the file."""
        return write_toml({key: value for key, value in self.model_dump().items() if value})


def read_manifest(text: str, name: str) -> Manifest:
    """Return what the file *name* says.

    Raises `RuleError` with file and line for what is wrong, and for rules in a language that is newer than this one.
    """
    source = Source(name)
    values = read_toml(text, source)
    found = None
    if values is not None and not _is_newer(values, source):
        found = validate(Manifest, values, source)
    if found is None:
        raise RuleError(source.faults)
    return found


def _is_newer(values: dict[str, Any], source: Source) -> bool:
    """Say whether the pack is for a later cleaner, whatever else it may say then."""
    wanted = values.get("format", FORMAT)
    if type(wanted) is not int or wanted <= FORMAT:
        return False
    said = f"its rules are in format {wanted} of the rule language, and this version of cleaner reads {FORMAT}"
    source.fault(("format",), f"{said}: pip install --upgrade article-cleaner")
    return True
