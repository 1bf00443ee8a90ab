"""No output is an input, or another output, by whatever name."""

from pathlib import Path

import pytest

from cleaner.cli import main
from cleaner.io.clashes import refuse_clashes


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an input of several names, and a folder of pages; it is the working folder."""
    (tmp_path / "a.jsonl").write_text("{}\n")
    (tmp_path / "soft.jsonl").symlink_to("a.jsonl")
    (tmp_path / "hard.jsonl").hardlink_to(tmp_path / "a.jsonl")
    (tmp_path / "pages" / "deep").mkdir(parents=True)
    (tmp_path / "pages" / "deep" / "a.html").write_text("<p>")
    (tmp_path / "page.jsonl").hardlink_to(tmp_path / "pages" / "deep" / "a.html")
    (tmp_path / "elsewhere").symlink_to("pages")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("reads", "output"),
    [
        ("a.jsonl", "a.jsonl"),
        ("a.jsonl", "./pages/../a.jsonl"),
        ("a.jsonl", "soft.jsonl"),
        ("soft.jsonl", "a.jsonl"),
        ("a.jsonl", "hard.jsonl"),
        ("new.jsonl", "./new.jsonl"),
        ("pages", "pages"),
        ("pages", "pages/clean"),
        ("pages", "elsewhere/clean"),
        ("pages", "pages/ledger.txt"),
        ("pages", "page.jsonl"),
    ],
)
def test_an_output_is_no_input(there: Path, reads: str, output: str) -> None:
    for option in ("-o", "--ledger"):
        with pytest.raises(ValueError, match=f"{option} .*what is read from {reads}"):
            refuse_clashes([reads], {option: output})


@pytest.mark.parametrize(
    ("reads", "output"),
    [("a.jsonl", "b.jsonl"), ("pages", "pages/out.jsonl"), ("pages", "clean"), ("-", "a.jsonl"), ("a.jsonl", "-")],
)
def test_other_places_are_free(there: Path, reads: str, output: str) -> None:
    refuse_clashes([reads], {"-o": output})


def test_two_outputs_are_two_files(there: Path) -> None:
    refuse_clashes(["pages"], {"-o": "-", "--ledger": "x.jsonl"})
    for one, other in [("new.jsonl", "./new.jsonl"), ("a.jsonl", "soft.jsonl"), ("a.jsonl", "hard.jsonl")]:
        with pytest.raises(ValueError, match="-o and --ledger are the same file"):
            refuse_clashes(["pages"], {"-o": one, "--ledger": other})


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("-o x.jsonl --ledger .x.jsonl.progress.new", "what becomes the progress file of -o"),
        ("-o x.jsonl --failures ./.x.jsonl.progress.new", "what becomes the progress file of -o"),
        ("-o out --failures out/.progress.json.new", "what becomes the progress file of -o"),
        ("-o x.parquet --ledger .x.parquet.new", "what becomes -o"),
        ("-o x.jsonl --summary s --ledger .s.new", "what becomes --summary"),
        ("-o x.parquet --ledger x.parquet.parts/ledger.jsonl", "lies in x.parquet.parts"),
        ("-o x.parquet --failures elsewhere/../x.parquet.parts/deep/f.jsonl", "--failures elsewhere"),
        ("x.parquet.parts -o x.parquet", "x.parquet.parts lies in"),
    ],
)
def test_what_a_run_takes_away_is_no_output(
    there: Path, arguments: str, told: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (there / "x.parquet.parts").mkdir()
    before = sorted(there.rglob("*"))
    monkeypatch.setattr("sys.argv", ["cleaner", "run", "a.jsonl", *arguments.split()])
    with pytest.raises(SystemExit, match="2"):
        main()
    assert told in capsys.readouterr().err
    assert sorted(there.rglob("*")) == before


def test_an_output_is_not_found_by_the_pattern_of_the_inputs(there: Path) -> None:
    refuse_clashes([], {"-o": "out.jsonl"}, ["pages/*.jsonl", "out.jsonl"])
    with pytest.raises(ValueError, match=r"read as one of \*\.jsonl"):
        refuse_clashes([], {"-o": "out.jsonl"}, ["*.jsonl"])
