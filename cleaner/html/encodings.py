"""What the names of encodings mean on the web: the table of the WHATWG Encoding Standard.

Sites say gb2312 and mean all of gb18030, say iso-8859-1 and mean windows-1252; the table knows both the names
and the supersets. It goes further than browsers in three places: spellings that only Python or nobody knows
(`cp936`, `euc_kr`, `utf8mb4`), Python's wider codecs for Chinese and Japanese, and the old mail encodings that
browsers refuse for the safety of scripts.
"""

import codecs
import re
from functools import cache, lru_cache

from webencodings import Encoding, lookup
from webencodings.labels import LABELS

_WIDER = {"gbk": "gb18030", "euc_jp": "euc_jis_2004", "iso2022_jp": "iso2022_jp_ext"}
_MAIL = {"hz-gb-2312": "hz", "iso-2022-kr": "iso2022_kr", "csiso2022kr": "iso2022_kr"}
_REFUSED = ("replacement", "x-user-defined")
LABELS_KNOWN = (*sorted(label for label, name in LABELS.items() if name not in _REFUSED), *_MAIL)
"""The names of the standard, and of the mail encodings."""
_NO_MARK = re.compile(r"[^a-z0-9]")
_SQUEEZED = {
    **{_NO_MARK.sub("", label): label for label in LABELS_KNOWN},
    "utf8mb4": "utf-8",
    "cp950": "big5",
    "ms950": "big5",
    "xuserdefined": "windows-1252",
    **{f"win{number}": f"windows-{number}" for number in (874, *range(1250, 1259))},
}
"""Names without their marks, others that are in use (MySQL's utf8mb4, Python's cp950), and `x-user-defined`, which the
HTML standard reads as windows-1252."""
_LONGEST_LABEL = 40
"""Characters of a name that Python is asked for; its own longest has 21 (Python 3.11)."""


@lru_cache(512)
def codec(label: str) -> str | None:
    """Return Python's codec for what a site means by *label*; None if that is no encoding of text on the web.

    >>> codec("GB2312"), codec(" latin1 "), codec("cp936"), codec("punycode")
    ('gb18030', 'cp1252', 'gb18030', None)
    """
    name = label.strip().lower()
    name = _SQUEEZED.get(_NO_MARK.sub("", name), name)
    if name in _MAIL:
        return _MAIL[name]
    known = lookup(name)
    found: str | None = _of_standard(known) if known else _of_python(name)
    return _WIDER.get(found, found) if found else None


def _of_standard(known: Encoding) -> str | None:
    name: str = known.codec_info.name
    return name if known.name not in _REFUSED else None


def _of_python(label: str) -> str | None:
    """Return Python's codec of a name that the standard does not know, if the standard knows the codec."""
    try:
        found = codecs.lookup(label).name if len(label) <= _LONGEST_LABEL else ""
    except (LookupError, ValueError):  # a NUL or a letter beyond ASCII in the name
        return None
    return found if found in _of_the_web() else None


@cache
def _of_the_web() -> frozenset[str]:
    """Return the codecs of all names of the standard: Python imports each of them."""
    return frozenset(lookup(label).codec_info.name for label in LABELS_KNOWN if label not in _MAIL)
