"""The text of a file of rules or of a model on disk, if it can be read: regular, small, UTF-8."""

import os
import stat
from pathlib import Path

from cleaner.errors import Fault, RuleError
from cleaner.rules.yaml_source import MAX_BYTES

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""How a file is opened: a pipe without a writer would keep us waiting for ever."""
_SORTS = ((stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"))


def read_source(path: Path) -> str:
    """Return the text of a file; no more of it is read than one may hold.

    Raises `RuleError`, with the file and the line, for what is no regular file, too large or not UTF-8.
    """
    try:
        content = _content(path)
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        found = f"expected UTF-8, found the byte 0x{content[error.start]:02X}"
    except FileNotFoundError:
        line, found = 1, "there is no such file or folder"
    except OSError as error:
        line, found = 1, f"cannot be read: {error.strerror or error}"
    except ValueError as error:
        line, found = 1, str(error)
    raise RuleError([Fault(str(path), line, found)])


def _content(path: Path) -> bytes:
    sort = _sort(path.stat())
    if not sort:
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            # another file may have taken the name since
            sort = _sort(os.fstat(file.fileno()))
            if not sort:
                content = file.read(MAX_BYTES + 1)
                if len(content) <= MAX_BYTES:
                    return content
                size = max(os.fstat(file.fileno()).st_size, len(content))
                raise ValueError(f"expected at most {MAX_BYTES:,} bytes, found {size:,}; split the file")
    raise ValueError(f"expected a file, found {sort}")


def _sort(found: os.stat_result) -> str:
    """Return in words what is no regular file; empty if it is one."""
    if stat.S_ISREG(found.st_mode):
        return ""
    return next((said for is_sort, said in _SORTS if is_sort(found.st_mode)), "a device")
