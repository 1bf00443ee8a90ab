"""Which language a text is in."""

import subprocess
import sys

import pytest

from cleaner.text.language import language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The ferry sails again on Monday, the harbour office said, four years after the storm.", "en"),
        ("Die Fähre fährt ab Montag wieder, teilte das Hafenamt mit, vier Jahre nach dem Sturm.", "de"),
        ("Le bac reprend la mer lundi, a annoncé la capitainerie, quatre ans après la tempête.", "fr"),
        ("Паром снова выйдет в море в понедельник, сообщили в управлении порта.", "ru"),
        ("המעבורת תפליג שוב ביום שני, כך נמסר ממשרד הנמל, ארבע שנים אחרי הסערה.", "he"),
        ("港務局表示，渡輪將於週一恢復航行，距離風暴摧毀碼頭已經過去四年。", "zh"),
        ("港湾局によると、フェリーは嵐から四年を経て月曜日に運航を再開する。", "ja"),
        ("The ferry\x00 sails\ufdd0 again\u200b on Monday,\x1b[2J the harbour office said\ue000, at noon.", "en"),
        ("Ferry", None),
        ("2026-06-05 14:30", None),
        ("", None),
        (" \n\t", None),
        ("\x00\x01\x02", None),
    ],
    ids=lambda value: str(value)[:12].encode("unicode_escape").decode(),
)
def test_language(text: str, code: str | None) -> None:
    assert language_of(text) == code


def test_the_library_waits_until_it_is_asked() -> None:
    code = "import sys, cleaner.api, cleaner.article; print('pycld2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_without_the_library_nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pycld2", None)
    assert language_of("The ferry sails again on Monday, the harbour office said.") is None
