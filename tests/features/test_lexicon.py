"""The lexicon: from words in elements' names, and in text, to the facts they stand for."""

from pathlib import Path

import pytest

from cleaner.errors import RuleError
from cleaner.features.lexicon import FILE, NAMES, SAYS, Forms, Lexicon, bundled_lexicon, read_lexicon

TEXT = """format: 1
names:
  related: [related, More]
  share: [more, share]
says:
  credit: [PHOTO, photo, Πηγή]
forms:
  salutation: [Dear, "Kính gửi"]
  closing: ["Mit freundlichen Grüßen"]
  when: [Date]
  where: [Ort]
  about_terms: [Terms of use]
  about_consent: []
  about_newsletter: []
  about_comments: []
  about_rights: [Urheber]
  about_adverts: []
  about_sharing: []
"""


def read(folder: Path, text: str) -> Lexicon:
    path = folder / FILE
    path.write_text(text, "utf-8")
    return read_lexicon(path)


def test_words_are_folded_and_lead_to_all_their_facts(tmp_path: Path) -> None:
    assert read(tmp_path, TEXT) == Lexicon(
        {"related": ("related",), "more": ("related", "share"), "share": ("share",)},
        {"photo": ("credit",), "πηγη": ("credit",)},
        Forms(
            ("dear", "kính gửi"),
            ("mit freundlichen grüssen",),
            ("date",),
            ("ort",),
            about_terms=("terms of use",),
            about_rights=("urheber",),
        ),
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
        TEXT.replace("  when:", "  whence:"),
        "format: [",
    ],
)
def test_a_file_that_says_something_else_is_an_error(text: str, tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=FILE):
        read(tmp_path, text)


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("says:", "said:", 1, "missing key 'says'"),
        ("[related, More]", "1", 3, "related: expected a list, found 1"),
        ("  related:", "  relatd:", 3, "relatd: unknown group of words; did you mean 'related'?"),
        ("  share:", "  offer:", 4, "offer: unknown group of words"),
        ("  credit:", "  credits:", 6, "credits: unknown group of words; did you mean 'credit'?"),
        ("PHOTO, photo", 'photo, ""', 6, "credit: expected a single word, found ''"),
        ("more, share", "more,\n  ' '", 5, "share: expected a single word, found ' '"),
        ("PHOTO", "photo-desk", 6, "credit: expected a single word, found 'photo-desk'"),
        ("[Date]", "['- ']", 10, "when: expected a word or more, found '- '"),
        ("more, share", "read more", 4, "share: expected a single word, found 'read more'"),
    ],
)
def test_groups_and_words_that_no_fact_knows(old: str, new: str, line: int, message: str, tmp_path: Path) -> None:
    with pytest.raises(RuleError) as error:
        read(tmp_path, TEXT.replace(old, new))
    assert {fault.file for fault in error.value.faults} == {str(tmp_path / FILE)}
    assert [fault.line for fault in error.value.faults if fault.message.startswith(message)] == [line]


def test_every_group_has_words() -> None:
    lexicon = bundled_lexicon()
    for vocabulary, groups in ((lexicon.names, NAMES), (lexicon.says, SAYS)):
        assert {group for found in vocabulary.values() for group in found} == groups
    assert all(lexicon.forms)


def test_the_bundled_words_are_single_and_folded() -> None:
    lexicon = bundled_lexicon()
    assert lexicon.spoken_for("consent")
    for words in (lexicon.names, lexicon.says, *lexicon.forms):
        assert all(word == word.casefold().strip() for word in words)
