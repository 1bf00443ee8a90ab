"""The prose corpus: a paragraph a line, a file a language."""

from pathlib import Path

from cleaner.authoring.prose import Sentence, read_prose


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "en.txt").write_text("# invented\nThe ferry sails.\n\n  The tide turns.  \n", "utf-8")
    (tmp_path / "de.txt").write_text("Die Fähre fährt.", "utf-8")
    (tmp_path / "README.md").write_text("No prose.", "utf-8")
    assert read_prose(tmp_path) == (
        Sentence("de", "Die Fähre fährt.", str(tmp_path / "de.txt"), 1),
        Sentence("en", "The ferry sails.", str(tmp_path / "en.txt"), 2),
        Sentence("en", "The tide turns.", str(tmp_path / "en.txt"), 4),
    )


def test_an_empty_folder(tmp_path: Path) -> None:
    assert read_prose(tmp_path) == ()


def test_the_bundled_corpus_is_read_once() -> None:
    assert read_prose() is read_prose()
    assert {"en", "de", "ja", "ar"} <= {sentence.language for sentence in read_prose()}


def test_a_sentence_is_a_paragraph_that_rules_can_read() -> None:
    block_text = Sentence("en", "The FERRY sails.", "en.txt", 1).block_text
    assert (block_text.block.tag, block_text.folded) == ("p", "the ferry sails.")
