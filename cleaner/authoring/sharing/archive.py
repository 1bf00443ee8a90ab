"""A shared pack as one file, a ZIP archive: the same bytes for the same rules; what it says is not trusted."""

import io
import stat
import zlib
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from cleaner.authoring.sharing.manifest import MANIFEST, read_manifest
from cleaner.authoring.sharing.shared_pack import MAX_BYTES, MAX_FILES, SharedPack, checked, wrong_name
from cleaner.errors import Fault, RuleError

SUFFIX = ".zip"
_DAY = (1980, 1, 1, 0, 0, 0)
"""The time of every file: the earliest that the format knows, so that building again makes the same bytes."""
_MODE = (stat.S_IFREG | 0o644) << 16
_ENCRYPTED = 1
"""The bit of an entry's flags that says so."""


def archive(pack: SharedPack) -> bytes:
    """Return *pack* as the bytes of an archive."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        for name, text in pack.built().items():
            entry = ZipInfo(name, _DAY)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, _MODE
            file.writestr(entry, text.encode())
    return made.getvalue()


def from_archive(path: Path) -> SharedPack:
    """Return the pack in the archive at *path*; nothing is unpacked to the disk.

    Raises `RuleError` for what is no archive of a pack, or a trap: names that lead elsewhere, links, more than a pack
    may hold.
    """
    if not path.is_file():
        raise _wrong(path, "expected a file, as `cleaner rules pack` writes it")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _wrong(path, f"expected at most {MAX_BYTES:,} bytes")
        with ZipFile(path) as file:
            texts = _texts(path, file)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        raise _wrong(path, f"expected a pack, as `cleaner rules pack` writes it: {error}") from None
    except UnicodeDecodeError:
        raise _wrong(path, "expected text in UTF-8 in each of its files") from None
    except OSError as error:
        raise _wrong(path, f"cannot be read: {error.strerror or error}") from None
    if MANIFEST not in texts:
        raise _wrong(path, f"there is no {MANIFEST} in it; `cleaner rules pack` writes one")
    manifest = read_manifest(texts.pop(MANIFEST), f"{path}/{MANIFEST}")
    if not manifest.digest:
        raise _wrong(path, f"its {MANIFEST} holds no digest; `cleaner rules pack` writes one")
    return checked(SharedPack(manifest, texts), str(path))


def _texts(path: Path, file: ZipFile) -> dict[str, str]:
    entries = [entry for entry in file.infolist() if not entry.is_dir()]
    if len(entries) > MAX_FILES:
        raise _wrong(path, f"expected at most {MAX_FILES:,} files, found {len(entries):,}")
    texts: dict[str, str] = {}
    left = MAX_BYTES
    for entry in entries:
        if objection := _objection(entry, texts):
            raise _wrong(path, objection)
        with file.open(entry) as content:
            # what an entry says of its size is not believed
            data = content.read(left + 1)
        left -= len(data)
        if left < 0:
            raise _wrong(path, f"expected at most {MAX_BYTES:,} bytes once unpacked")
        texts[entry.filename] = data.decode("utf-8-sig")
    return texts


def _objection(entry: ZipInfo, known: dict[str, str]) -> str:
    sort = stat.S_IFMT(entry.external_attr >> 16)
    if sort not in (0, stat.S_IFREG):
        return f"{entry.filename!r} is a link or a device, and a pack holds files"
    if entry.filename in known:
        return f"{entry.filename!r} is in it twice"
    if entry.flag_bits & _ENCRYPTED or entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return f"{entry.filename!r} is encrypted, or compressed in another way than packs are"
    return wrong_name(entry.filename)


def _wrong(path: Path, said: str) -> RuleError:
    return RuleError([Fault(str(path), 1, said)])
