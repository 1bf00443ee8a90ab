"""`pack.toml`: what it says, and each thing that may be wrong with it, by file and line."""

import pytest

from cleaner.authoring.sharing.manifest import EXAMPLE, read_manifest
from cleaner.errors import RuleError


def test_what_is_shown_as_an_example_is_one() -> None:
    found = read_manifest(EXAMPLE, "pack.toml")
    assert (found.name, found.version, found.license, found.format, found.digest) == (
        "harbour",
        "1.0",
        "CC0-1.0",
        1,
        "",
    )
    assert read_manifest(found.text(), "pack.toml") == found


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('name = "harbour"', 'name = "../up"', "1: name: expected small letters a to z, digits and hyphens, 64 "),
        ('version = "1.0"', 'version = "one"', "2: version: expected a version such as 1.2.0, 40 characters at most, "),
        ('version = "1.0"', "version = 1.0", "2: version: expected a text, found 1.0"),
        ("license =", "licence =", "3: unknown key 'licence'; did you mean 'license'?"),
        ("papers.", "papers.\\nBeware", "4: description: expected one line of 200 characters at most"),
        ('description = "House', "description = House", "4: not TOML: "),
        (
            "name",
            "format = 2\nnew-key = 1\nname",
            "1: its rules are in format 2 of the rule language, and this version",
        ),
        ("name", "format = 0\nname", "1: format: input should be greater than or equal to 1, found 0"),
    ],
    ids=["name", "version", "number", "misspelt", "lines", "toml", "newer", "format"],
)
def test_what_is_wrong(old: str, new: str, told: str) -> None:
    with pytest.raises(RuleError) as error:
        read_manifest(EXAMPLE.replace(old, new, 1), "pack.toml")
    assert f"pack.toml:{told}" in str(error.value)
