"""`make bench` runs: every row is there, of tiny numbers, and can be compared with."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from benchmarks.__main__ import main
from benchmarks.clock import of_command
from benchmarks.made_rules import write_rules
from benchmarks.pages import read_pages
from benchmarks.report import Measured, table
from cleaner.authoring.testing import check_rule
from cleaner.build import is_compiled
from cleaner.rules import load_rules
from tests.conftest import ROOT

PAGES = ROOT / "fixtures" / "pages" / "consent-wall--pur-abo-dialog-only"
NAMES = {
    "html.cleaner", "html.trafilatura", "html.ratio", "html.ratio.median",
    "html.when-unsure", "html.ratio.when-unsure", "html.ratio.when-unsure.median", "text.rate", "cli.clean", "cli.help",
    "rules.ratio", "rules.load", "rules.memory", "stream.overhead", "stream.two",
}  # fmt: skip


def test_it_measures_all_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # processes are what is measured, so that this takes seconds
    told, plots = tmp_path / "made" / "bench.json", tmp_path / "plots"
    few = ["--pages", "1", "--repeats", "1", "--rules", "2", "--streamed", "4"]
    main([str(PAGES), *few, "-o", str(told), "--plots", str(plots)])
    rows = {row["name"]: row for row in json.loads(told.read_text())["rows"]}
    assert rows.keys() >= NAMES
    assert all(row["value"] > 0 for name, row in rows.items() if name != "rules.memory")
    assert all(row["says"] in capsys.readouterr().out for row in list(rows.values())[:1])
    for plot in ("page-size.svg", "rules.svg"):
        assert len(list(ElementTree.parse(plots / plot).iter("{http://www.w3.org/2000/svg}circle"))) > 1


def test_two_runs_are_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = tmp_path / "before.json"
    main([str(PAGES), "--pages", "1", "--repeats", "1", "--only", "text", "-o", str(told)])
    capsys.readouterr()
    main([str(PAGES), "--pages", "1", "--repeats", "1", "--only", "text", "--compare", str(told)])
    shown = capsys.readouterr().out
    assert "| what | measured | before | change |" in shown
    assert f"; cleaner is {'compiled' if is_compiled() else 'pure Python'}\n" in shown
    told.write_text("{}")
    with pytest.raises(SystemExit, match=r"before\.json: expected a file"):
        main([str(PAGES), "--only", "text", "--compare", str(told)])


@pytest.mark.parametrize(
    ("value", "before", "better", "change"),
    [(2.0, 1.0, "less", "2.00"), (2.0, 1.0, "more", "0.50"), (2.0, 0.0, "less", "-"), (2.0, None, "less", "-")],
)
def test_below_one_is_better(value: float, before: float | None, better: str, change: str) -> None:
    known = {} if before is None else {"a": before}
    assert table([Measured("a", "said", value, "ms", better)], known).endswith(f" {change} |\n")


def test_made_rules_are_sound_and_the_same_each_time(tmp_path: Path) -> None:
    made = load_rules(write_rules(tmp_path / "a", 60, hosts=7))
    assert len(made) == 60
    assert all(result.result == "ok" for rule in made.rules for result in check_rule(rule))
    assert len({host for rule in made.rules for host in rule.where.hosts}) == 7
    write_rules(tmp_path / "b", 60, hosts=7)
    assert (tmp_path / "a" / "made-0.yaml").read_bytes() == (tmp_path / "b" / "made-0.yaml").read_bytes()
    assert yaml.safe_load((tmp_path / "a" / "made-0.yaml").read_text())["format"] == 1


def test_a_folder_without_pages(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="found none"):
        read_pages([tmp_path], 3)


def test_a_command_that_fails_is_told() -> None:
    with pytest.raises(SystemExit, match="left with 2: no page"):
        of_command(["-c", "import sys; sys.stderr.write('no page'); sys.exit(2)"], 1, most=1)
