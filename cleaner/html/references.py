"""References to characters that no text has and no output may show.

Numeric ones to C1 are what browsers take them for, the characters of windows-1252 in their place (HTML standard,
13.2.5.80); those to soft hyphens go, so that no word is in two pieces; all others are spaces. The characters themselves
are `cleaner.document.characters`' part.
"""

import re

# few references are so short, or name a surrogate or one of the two that are no characters
_REFERENCE = re.compile(
    rb"&#(?:0*(\d{1,3}|5[5-7]\d{3}|6553[45])(?!\d)"
    rb"|[xX]0*([0-9a-fA-F]{1,2}|[dD][89a-fA-F][0-9a-fA-F]{2}|[fF]{3}[eEfF])(?![0-9a-fA-F]));?"
)
_SOFT_HYPHEN = re.compile(rb"&(?:shy|#0*173|#[xX]0*[aA][dD]);")
_SURROGATES, _NO_CHARACTERS = range(0xD800, 0xE000), (0xFFFE, 0xFFFF)
"""Halves of surrogate pairs, and the two code points of the first plane that are no characters in Unicode or XML."""


def clean_references(markup: bytes) -> bytes:
    """Return *markup*, in UTF-8, without references to soft hyphens, control characters or halves of pairs."""
    if b"&shy" in markup or b"&#" in markup:
        markup = _SOFT_HYPHEN.sub(b"", markup)
    return _REFERENCE.sub(_clean_reference, markup) if b"&#" in markup else markup


def _clean_reference(found: re.Match[bytes]) -> bytes:
    code = int(found[1]) if found[1] is not None else int(found[2], 16)
    if 0x80 <= code < 0xA0:
        return _from_windows(code)
    is_control = code < 0x20 and code not in (0x09, 0x0A, 0x0D)
    return b" " if is_control or code == 0x7F or code in _SURROGATES or code in _NO_CHARACTERS else found[0]


def _from_windows(code: int) -> bytes:
    return bytes([code]).decode("cp1252", errors="replace").replace("\ufffd", " ").encode()
