"""One broken, endless or oversized record costs itself: all others arrive, and memory stays as it was."""

import contextlib
import gzip
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pandas
import pyarrow
import pyarrow.parquet
import pytest
import zstandard

from cleaner import Failure, Page, clean, clean_text
from cleaner.api import Cleaner
from cleaner.errors import InputError
from cleaner.io.fields import FieldNames
from cleaner.io.files import read_bytes, read_page
from cleaner.io.inputs import Inputs
from cleaner.io.jsonl import LiveLines
from cleaner.io.record import Line
from tests.io.archives import LENGTH, write_lengths, write_responses
from tests.runs.conftest import Command, command, read_lines, write_lines

TEXT = "The ferry sails again on Monday, said the harbour office of pier {0}."
LIMIT = 2**20
LINES = [json.dumps({"text": TEXT.format(n), "salt": os.urandom(20).hex()}).encode() + b"\n" for n in range(3000)]


def zeros(mebibytes: int, tail: bytes = b"") -> bytes:
    """Return a gzip file of so many zeros and a tail: a thousandth of what it holds."""
    return gzip.compress(bytes(2**20), 1) * mebibytes + gzip.compress(tail)


def opened(*names: object, limit: int = LIMIT) -> list[str]:
    """Return the text of each record, or its error."""
    found = []
    for raw in Inputs([str(name) for name in names], limit):
        try:
            page = raw.open(FieldNames()).page
            found.append(
                page.text or (page.html.decode("latin-1") if isinstance(page.html, bytes) else page.html or "")
            )
        except InputError as error:
            found.append(str(error))
    return found


PROBE = """
import resource, sys
from cleaner.io.fields import FieldNames
from cleaner.io.inputs import Inputs
def seen(raw):
    try:
        return raw.open(FieldNames()) and "page"
    except Exception as error:
        return str(error)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for raw in Inputs(sys.argv[1:], 2**20):
    print(seen(raw))
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.parametrize("name", ["b.html.gz", "b.jsonl.gz", "b.csv.gz", "b.warc.gz", "b.txt.gz"])
def test_a_bomb_is_one_record_and_takes_little_memory(name: str, tmp_path: Path) -> None:
    head = {"b.csv.gz": b"text\n", "b.warc.gz": b"WARC/1.0\r\n"}.get(name, b"")
    (tmp_path / name).write_bytes(gzip.compress(head) + zeros(300))
    write_lines(tmp_path / "good.jsonl", [{"text": TEXT.format(1)}])
    arguments = [sys.executable, "-c", PROBE, str(tmp_path / name), str(tmp_path / "good.jsonl")]
    bomb, good, mebibytes = subprocess.run(arguments, capture_output=True, text=True, timeout=120).stdout.splitlines()
    assert "1 MiB" in bomb
    assert good == "page"
    assert int(mebibytes) < 60


def test_a_bomb_on_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "bomb.html.gz").write_bytes(zeros(160))
    done = subprocess.run(command("clean", tmp_path / "bomb.html.gz"), capture_output=True, text=True, timeout=120)
    assert done.returncode == 3
    assert "bomb.html.gz: this page is longer than 128 MiB" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_limit_is_given(cleaner_run: Command, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "in.jsonl", [{"text": TEXT.format("x" * 5000)}, {"text": TEXT.format(1)}])
    done = cleaner_run(path, "--max-record", "1k", "--workers", 1, "-q")
    assert [row["status"] for row in map(json.loads, done.stdout.splitlines())] == ["unreadable", "short"]


def test_too_long_lines_rows_and_records(tmp_path: Path) -> None:
    write_lines(tmp_path / "a.jsonl", [{"text": "x" * LIMIT}, {"text": "short"}])
    (tmp_path / "b.csv").write_text(f'text\n"{"x" * LIMIT}"\nshort\n"{"a,b" * 9}\n{"x" * LIMIT}"\nshort\n')
    rows = [{"text": "x" * LIMIT + "x"}, {"text": "short"}]
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / "c.parquet", use_dictionary=False)
    write_responses(tmp_path / "d.warc.gz", [("text/html", b"x" * LIMIT + b"x"), ("text/html", b"short")])
    for name in ("a.jsonl", "c.parquet", "d.warc.gz"):
        first, second = opened(tmp_path / name)
        assert "longer than 1 MiB" in first
        assert second == "short"
    assert ["short" if one == "short" else "longer" in one for one in opened(tmp_path / "b.csv")][:3] == [
        True,
        "short",
        True,
    ]
    assert opened(tmp_path / "b.csv")[-1] == "short"


@pytest.mark.parametrize("at", [0.3, 0.6, 0.95])
def test_a_flipped_byte_in_gzip(at: float, tmp_path: Path) -> None:
    packed = bytearray(gzip.compress(b"".join(LINES)))
    packed[int(len(packed) * at)] ^= 0xFF
    (tmp_path / "a.jsonl.gz").write_bytes(packed)
    raws = list(Inputs([str(tmp_path / "a.jsonl.gz")]))
    right = [raw for raw, line in zip(raws, LINES, strict=False) if getattr(raw, "data", b"") == line.rstrip()]
    assert len(right) > (at - 0.2) * len(LINES)
    assert "damaged" in getattr(raws[-1], "error", "")


def test_a_small_gzip_gives_all_lines_before_the_break(tmp_path: Path) -> None:
    packed = gzip.compress(b"".join(LINES[:40]))
    (tmp_path / "a.jsonl.gz").write_bytes(packed[:-300] + bytes(300))
    raws = list(Inputs([str(tmp_path / "a.jsonl.gz")]))
    assert [getattr(raw, "data", b"") for raw in raws[:25]] == [line.rstrip() for line in LINES[:25]]
    assert "damaged" in getattr(raws[-1], "error", "")


@pytest.mark.parametrize("cut", [1, 3, 5000])
def test_zstd_cut_short(cut: int, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.zst").write_bytes(zstandard.compress(b"".join(LINES))[:-cut])
    raws = list(Inputs([str(tmp_path / "a.jsonl.zst")]))
    right = [raw for raw, line in zip(raws, LINES, strict=False) if getattr(raw, "data", b"") == line.rstrip()]
    assert len(right) > len(LINES) / 4
    assert [raw for raw in raws if getattr(raw, "error", None)] == [raws[-1]]


def test_archive_records_that_are_broken_cost_themselves(tmp_path: Path) -> None:
    good = ("text/html; charset=utf-8", "<p>ü</p>".encode())
    broken = [
        ("text/html; charset=undefined", b"<p>undefined</p>"),
        ("text/html; charset=\0\0", b"<p>nul</p>"),
        ("text/html; charset=idna", b"<p>idna</p>"),
        ("text/html; charset=", b"<p>none</p>"),
        ("text/html\r\nContent-Encoding: gzip", gzip.compress(b"<p>x</p>" * 99, mtime=0)[:-20]),
        ("text/html\r\nTransfer-Encoding: chunked", b"zz\r\n<p>chunk</p>"),
        ("text/html\r\nContent-Encoding: gzip", zeros(3)),
    ]
    write_responses(tmp_path / "a.warc.gz", [one for bad in broken for one in (bad, good)])
    found = opened(tmp_path / "a.warc.gz")
    assert len(found) == 2 * len(broken)
    assert found[1::2] == ["<p>Ã¼</p>"] * len(broken)
    assert [name in text for name, text in zip(["undefined", "nul", "idna", "none"], found[::2], strict=False)] == [
        True
    ] * 4


@pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
@pytest.mark.parametrize(
    "told",
    [
        "",
        *(f"Content-Length: {told}\r\n" for told in ("", "ten", "-1", "3", "1e3", "9" * 5000)),
        f"X: {'x' * 2**21}\r\n",
    ],
    ids=lambda told: told[:20].strip() or "none",
)
def test_records_of_an_archive_whose_length_cannot_be_read(told: str, suffix: str, tmp_path: Path) -> None:
    path = write_lengths(tmp_path / f"a.warc{suffix}", [LENGTH, told, LENGTH, told, told, LENGTH])
    found = opened(path)
    assert [page for page in found if page.startswith("<p>")] == ["<p>0</p>", "<p>2</p>", "<p>5</p>"]
    broken = [error for error in found if "the archive is damaged here" in error]
    assert 3 <= len(broken) <= len(found) - 3
    assert max(map(len, broken)) < 300
    assert len({raw.place for raw in Inputs([str(path)])}) == len(found)


def test_the_last_record_of_an_archive_has_no_length(tmp_path: Path) -> None:
    first, second = opened(write_lengths(tmp_path / "a.warc", [LENGTH, ""]))
    assert first == "<p>0</p>"
    assert second.endswith("this record does not say how long it is; nothing after it can be read")


def test_nothing_of_an_archive_reaches_the_terminal(tmp_path: Path) -> None:
    packed = bytearray(gzip.compress(b"".join(LINES)))
    packed[len(packed) // 2] ^= 0xFF
    bodies = [("text/html\r\nContent-Encoding: gzip", bytes(packed)), ("text/html", b"<p>x</p>")]
    path = write_responses(tmp_path / "a.warc", bodies)
    odd = path.read_bytes().replace(b"https://a.example/", b"https://a.example/\x1b]0;owned\x07 \x1b[2Jx")
    path.write_bytes(odd + b"\x1b[2J\r\n\r\n" * 3 + odd)
    arguments = [sys.executable, "-c", "import logging; logging.basicConfig()" + PROBE, str(path)]
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=60)
    assert ["damaged" in one for one in done.stdout.splitlines()[:-1]] == [True, False, True, True, False]
    assert done.stderr == ""


def test_the_servers_encoding_obeys_the_order(tmp_path: Path) -> None:
    text = "Der Hafen öffnet – „endlich“, für zwölf Fähren."
    bodies = [
        ("text/html; charset=ISO-8859-1", f"<p>{text}</p>".encode("cp1252")),
        ("text/html; charset=ISO-8859-1", f"<p>{text}</p>".encode()),
        ('text/html; Charset="windows-1251"', "<meta charset=utf-8><p>Паром снова ходит.</p>".encode("cp1251")),
    ]
    write_responses(tmp_path / "a.warc", bodies)
    keeping_all = [sys.executable, "-m", "tests.runs.hazardous", "run", str(tmp_path / "a.warc"), "-q"]
    done = subprocess.run(keeping_all, capture_output=True, timeout=60)
    rows = [json.loads(line)["text"] for line in done.stdout.splitlines()]
    assert rows == [text, text, "Паром снова ходит."]


def pipe_of(pieces: Iterator[bytes]) -> int:
    """Return the reading end of a pipe that a thread fills."""
    reading, writing = os.pipe()

    def fill() -> None:
        with os.fdopen(writing, "wb") as file:
            for piece in pieces:
                file.write(piece)

    threading.Thread(target=fill, daemon=True).start()
    return reading


def test_an_endless_line_in_a_pipe_is_not_held() -> None:
    pieces = iter(
        [b'{"text": "one"}\n', *([b"x" * 2**16] * 200), b"\n", b"\n", b'{"text": "two"}\r\n', b'{"text": "end"}']
    )
    lines = LiveLines(pipe_of(pieces), limit=LIMIT)
    raws = []
    held = 0
    for raw in lines:
        raws.append(raw)
        held = max(held, len(lines._rest))
    assert [getattr(raw, "data", b"") for raw in raws] == [
        b'{"text": "one"}',
        b"",
        b'{"text": "two"}',
        b'{"text": "end"}',
    ]
    assert [raw.place for raw in raws] == ["stdin:1", "stdin:2", "stdin:4", "stdin:5"]
    assert "longer than 1 MiB" in getattr(raws[1], "error", "")
    assert held <= LIMIT


@pytest.mark.parametrize(
    ("piece", "number", "inputs"),
    [
        pytest.param(b"x" * 2**16, signal.SIGTERM, ["-"], id="endless"),
        pytest.param(b"x" * 2**16, signal.SIGINT, ["-", "-"], id="endless, interrupted, twice"),
        pytest.param(b"", signal.SIGTERM, ["-", "-"], id="silent, twice"),
        pytest.param(b"", signal.SIGINT, ["-"], id="silent, interrupted"),
    ],
)
def test_signals_are_heeded_at_once(piece: bytes, number: int, inputs: list[str]) -> None:
    reading, writing = os.pipe()
    run = subprocess.Popen(command("run", *inputs, "--workers", 1, "-q"), stdin=reading, stdout=subprocess.PIPE)
    os.close(reading)

    os.write(writing, LINES[0])
    assert run.stdout
    assert b"pier 0" in run.stdout.readline()

    def feed() -> None:
        with contextlib.suppress(BrokenPipeError):
            while piece:
                os.write(writing, piece)

    feeder = threading.Thread(target=feed)
    feeder.start()
    time.sleep(0.5)
    run.send_signal(number)
    try:
        assert run.wait(timeout=10) == 130
    finally:
        run.kill()
        feeder.join()
        os.close(writing)
        run.stdout.close()


def test_null_cells(bundled: Cleaner) -> None:
    cells: list[Any] = [None, float("nan"), "<p>The ferry sails again on Monday.</p>"]
    results = list(bundled.stream((Page(html=cell) for cell in cells), workers=1))
    assert [isinstance(result, Failure) for result in results] == [True, True, False]
    assert [result.status for result in results[:2]] == ["unreadable"] * 2
    for call, cell in product((clean, clean_text), (None, float("nan"), pandas.NA)):
        with pytest.raises(TypeError, match="pass over rows without one"):
            pandas.Series(["The ferry sails.", cell]).map(call)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("9" * 4300, int("9" * 4300)),
        ("9" * 4301, "9" * 4301),
        ("-" + "9" * 4301, "-" + "9" * 4301),
        ('[5, {"b": ' + "1" * 9999 + "}]", [5, {"b": "1" * 9999}]),
    ],
)
def test_a_number_of_many_digits_is_carried(written: str, read: object) -> None:
    record = Line("a.jsonl:1", f'{{"text": "{TEXT}", "n": {written}}}'.encode()).open(FieldNames())
    assert (record.page.text, record.fields) == (TEXT, {"n": read})


def test_a_number_of_a_million_digits_takes_no_time() -> None:
    began = time.monotonic()
    assert Line("a.jsonl:1", b'{"n": ' + b"7" * 10**6 + b"}").fields() == {"n": "7" * 10**6}
    assert time.monotonic() - began < 2


@pytest.mark.parametrize("data", [b"{", b'{"n": 0' + b"1" * 5000 + b"}", b'{"n": "\xff"}', b"1" * 5000])
def test_a_line_that_is_no_record_is_a_sentence(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^(this line is not JSON|a JSON object is wanted)"):
        Line("a.jsonl:1", data).fields()


@pytest.mark.parametrize("out", ["out.jsonl", "out.parquet", "out"])
def test_halves_of_pairs_and_infinite_numbers(out: str, cleaner_run: Command, tmp_path: Path) -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry \\ud83d back"}</script>'
    rows = [
        r'{"text": "The ferry \ud83d sails \ud83d\ude00 again on Monday.", "note": "\udc00", "n": 1e999, "m": NaN}',
        json.dumps({"html": f"{head}<p>{TEXT}</p>", "\ud83d": 1}),
        json.dumps({"text": TEXT}),
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(rows))
    done = cleaner_run(tmp_path / "in.jsonl", "-o", tmp_path / out, "--workers", 1, "-q")
    assert done.returncode == 0, done.stderr
    if out.endswith(".parquet"):
        got = pyarrow.parquet.read_table(tmp_path / out).to_pylist()
    else:
        got = read_lines(tmp_path / out / "index.jsonl" if out == "out" else tmp_path / out)
        assert (got[0]["n"], got[0]["m"]) == (None, None)
    assert len(got) == 3
    assert got[0]["note"] == "\ufffd"
    assert got[1]["title"] == "Ferry \ufffd back"
    if out != "out":
        assert got[0]["text"] == "The ferry \ufffd sails 😀 again on Monday."


def test_text_in_bytes_has_an_encoding_too(tmp_path: Path) -> None:
    rows = [{"text": "Паром снова ходит.".encode("cp1251"), "charset": "windows-1251"}]
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / "a.parquet")
    assert opened(tmp_path / "a.parquet") == ["Паром снова ходит."]


def test_an_encoding_that_is_given(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Łódź".encode("iso8859-2"))
    assert read_page(str(tmp_path / "a.txt"), encoding="latin2").text == "Łódź"
    with pytest.raises(InputError, match="longer than 3 bytes"):
        read_bytes(str(tmp_path / "a.txt"), 3)
