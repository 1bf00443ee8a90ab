"""The lists beside the packs: what is banned, and which alarms are known to be false."""

from pathlib import Path

import pytest

from cleaner.authoring.lint.lists import Banned, KnownFalseAlarm, read_banned, read_known
from cleaner.errors import RuleError

ALARM = "rule: mine/promo.one, text: A line., reason: Because., date: '2026-06-01'"


def test_banned(tmp_path: Path) -> None:
    (tmp_path / "banned.yaml").write_text(
        "- pattern: Share\n  reason: Prices.\n- pattern: .ad\n  reason: Heads.\n  instead: .ad-slot\n", "utf-8"
    )
    assert read_banned([tmp_path / "no-such-folder", tmp_path]) == [
        Banned("Share", "Prices."),
        Banned(".ad", "Heads.", ".ad-slot"),
    ]


def test_known(tmp_path: Path) -> None:
    path = tmp_path / "known-fp.yaml"
    path.write_text(f"# a remark\n- {{{ALARM}}}\n", "utf-8")
    wanted = KnownFalseAlarm("mine/promo.one", "A line.", "Because.", "2026-06-01", str(path), 2)
    assert read_known([tmp_path]) == [wanted]


@pytest.mark.parametrize("text", ["", "[]\n", "# nothing yet\n"], ids=["empty", "no entries", "a remark"])
def test_nothing_in_it(text: str, tmp_path: Path) -> None:
    (tmp_path / "banned.yaml").write_text(text, "utf-8")
    assert read_banned([tmp_path]) == []


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("pattern: Share\n", [(1, "F02", "expected a list")]),
        ("- Share\n", [(1, "F02", "expected rule, text, reason, date, found 'Share'")]),
        ("- {}\n", [(1, "F08", "expected rule, text, reason, date; missing rule, text, reason, date")]),
        (
            f"- {{{ALARM}}}\n- {{{ALARM.replace('date', 'dates')}}}\n",
            [
                (2, "F01", "unknown key 'dates'; did you mean 'date'?"),
                (2, "F08", "expected rule, text, reason, date; missing date"),
            ],
        ),
        (
            f"- {{{ALARM.replace('Because.', '[1]')}}}\n",
            [(1, "F02", "reason: expected a text, found [1]")],
        ),
        (f"- {{{ALARM.replace('A line.', '')}}}\n", None),
    ],
    ids=["no list", "no mapping", "empty", "another key", "no text", "an empty text"],
)
def test_what_is_wrong_is_told_with_its_line(
    text: str, faults: list[tuple[int, str, str]] | None, tmp_path: Path
) -> None:
    (tmp_path / "known-fp.yaml").write_text(text, "utf-8")
    with pytest.raises(RuleError) as error:
        read_known([tmp_path])
    found = sorted((fault.line, fault.code, fault.message) for fault in error.value.faults)
    if faults is None:
        assert (1, "F08", "expected rule, text, reason, date; missing text") in found
    else:
        assert found == faults
    assert {fault.file for fault in error.value.faults} == {str(tmp_path / "known-fp.yaml")}
