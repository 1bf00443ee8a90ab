"""gzip and zstd: told by first bytes, read up to the damage, packed by name."""

import gzip
import io
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from cleaner.errors import InputError
from cleaner.io.compression import DAMAGE, is_packed, open_file, pack, unpacked, unpacked_raw

TEXT = b"The ferry sails again.\n" * 2_000
PLAIN = bytes(number * 7919 % 251 for number in range(20_000))
PACKERS: dict[str, Callable[[bytes], bytes]] = {"gzip": gzip.compress, "zstd": zstandard.compress}


def read(data: bytes) -> bytes:
    return unpacked(io.BytesIO(data)).read()


def read_to_damage(data: bytes) -> tuple[bytes, bool]:
    """Return what can be read of *data*, and whether damage was told."""
    stream, pieces = unpacked_raw(io.BytesIO(data)), []
    try:
        while piece := stream.read(1_000):
            pieces.append(piece)
    except DAMAGE:
        return b"".join(pieces), True
    return b"".join(pieces), False


@pytest.mark.parametrize("plain", [b"", b"x", TEXT, PLAIN], ids=["empty", "one byte", "text", "bytes"])
@pytest.mark.parametrize("sort", PACKERS)
def test_what_is_packed_comes_out(sort: str, plain: bytes) -> None:
    assert read(PACKERS[sort](plain)) == plain


@pytest.mark.parametrize("plain", [b"", b"\x1f", b"\x28\xb5\x2f", b"Ferry\n", b"PK\x03\x04", TEXT])
def test_what_is_not_packed_stays_as_it_is(plain: bytes) -> None:
    assert read(plain) == plain


@pytest.mark.parametrize("sort", PACKERS)
def test_members_stand_one_after_the_other(sort: str) -> None:
    one, other = PACKERS[sort](b"Ferry "), PACKERS[sort](b"sails")
    assert read(one + other) == b"Ferry sails"
    assert read(one + other * 3) == b"Ferry sailssailssails"
    # tapes fill up with zeros
    assert read(one + b"\0" * 512 + other + b"\0" * 512) == b"Ferry sails"


@pytest.mark.parametrize("sort", PACKERS)
def test_a_stream_has_lines(sort: str) -> None:
    assert list(unpacked(io.BytesIO(PACKERS[sort](TEXT)))) == [b"The ferry sails again.\n"] * 2_000


@pytest.mark.parametrize("sort", PACKERS)
@pytest.mark.parametrize("lost", [1, 4, 9])
def test_data_that_was_cut_short(sort: str, lost: int) -> None:
    found, damaged = read_to_damage(PACKERS[sort](PLAIN)[:-lost])
    assert damaged
    assert PLAIN.startswith(found)


@pytest.mark.parametrize(("sort", "least"), [("gzip", 15_000), ("zstd", 0)])
def test_all_that_can_be_unpacked_is_given_before_damage_is_told(sort: str, least: int) -> None:
    packed = bytearray(PACKERS[sort](PLAIN * 2))
    packed = packed[: len(packed) * 4 // 5] + b"\xff" * 50
    found, damaged = read_to_damage(bytes(packed))
    assert damaged
    assert len(found) >= least
    assert (PLAIN * 2).startswith(found[:least])


@pytest.mark.parametrize("sort", PACKERS)
def test_a_whole_member_before_a_damaged_one_is_given(sort: str) -> None:
    found, damaged = read_to_damage(PACKERS[sort](b"Ferry") + PACKERS[sort](PLAIN)[:30])
    assert damaged
    assert found.startswith(b"Ferry")


@pytest.mark.parametrize("sort", PACKERS)
def test_damage_is_told_from_then_on(sort: str) -> None:
    stream = unpacked_raw(io.BytesIO(PACKERS[sort](PLAIN)[:100]))
    told = 0
    for _ in range(5):
        try:
            stream.read(100_000)
        except DAMAGE:
            told += 1
    assert told >= 4


@pytest.mark.parametrize(
    ("name", "unpack"),
    [
        ("a.jsonl", bytes),
        ("a.jsonl.gz", gzip.decompress),
        ("a.jsonl.zst", zstandard.decompress),
        ("A.JSONL.GZ", gzip.decompress),
        ("A.jsonl.Zst", zstandard.decompress),
        ("a.gz.txt", bytes),
        ("gz", bytes),
    ],
)
@pytest.mark.parametrize("data", [b"", b"Ferry"])
def test_pack(name: str, unpack: Callable[[bytes], bytes], data: bytes) -> None:
    packed = pack(data, name)
    assert unpack(packed) == data
    assert is_packed(name) is (packed != data)
    # the same bytes whenever they are written
    assert pack(data, name) == packed


def test_gzip_bears_no_date() -> None:
    assert pack(b"Ferry", "a.gz")[4:8] == b"\0\0\0\0"


def test_large_windows_of_zstd_are_read() -> None:
    settings = zstandard.ZstdCompressionParameters(window_log=28)
    assert read(zstandard.ZstdCompressor(compression_params=settings).compress(TEXT)) == TEXT


def test_a_bomb_is_unpacked_by_and_by() -> None:
    stream = unpacked_raw(io.BytesIO(gzip.compress(b"\0" * 2**25)))
    assert len(stream.read(100)) == 100


def test_open_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Ferry")
    with open_file(str(tmp_path / "a.txt")) as file:
        assert file.read() == b"Ferry"


@pytest.mark.parametrize(
    ("name", "says"), [("b.txt", "there is no such file"), (".", "directory"), ("a.txt/b", "Not a")]
)
def test_files_that_cannot_be_opened(name: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Ferry")
    with pytest.raises(InputError, match=says) as caught:
        open_file(f"{tmp_path}/{name}")
    assert str(tmp_path) in str(caught.value)


def test_damage_is_what_the_libraries_raise() -> None:
    assert set(DAMAGE) == {EOFError, zlib.error, gzip.BadGzipFile, zstandard.ZstdError}
