"""The lexicon: from words in elements' names, and in text, to the facts they stand for."""

from pathlib import Path

import pytest

from cleaner.errors import RuleError
from cleaner.features.lexicon import FILE, Lexicon, bundled_lexicon, read_lexicon

TEXT = """format: 1
names:
  related: [related, More]
  share: [more, share]
says:
  credit: [PHOTO, photo, Πηγή]
"""


def read(folder: Path, text: str) -> Lexicon:
    path = folder / FILE
    path.write_text(text, "utf-8")
    return read_lexicon(path)


def test_words_are_folded_and_lead_to_all_their_facts(tmp_path: Path) -> None:
    assert read(tmp_path, TEXT) == Lexicon(
        {"related": ("related",), "more": ("related", "share"), "share": ("share",)},
        {"photo": ("credit",), "πηγη": ("credit",)},
    )


@pytest.mark.parametrize(
    ("fact", "words"), [("credit", {"photo", "πηγη"}), ("related", set()), ("", set()), ("cred", set())]
)
def test_the_words_in_text_that_stand_for_a_fact(fact: str, words: set[str], tmp_path: Path) -> None:
    assert read(tmp_path, TEXT).spoken_for(fact) == words


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("format: 1", "format: 2"),
        TEXT.replace("names:", "name:"),
        TEXT.replace("[related, More]", "related"),
        "format: 1\nnames: {}\n",
        "format: [",
    ],
)
def test_a_file_that_says_something_else_is_an_error(text: str, tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=FILE):
        read(tmp_path, text)


def test_the_bundled_words_are_single_and_folded() -> None:
    lexicon = bundled_lexicon()
    assert lexicon.spoken_for("consent")
    for words in lexicon:
        assert all(word == word.casefold().strip() for word in words)
