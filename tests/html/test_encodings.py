"""What the names of encodings mean on the web."""

import codecs

import pytest

from cleaner.html.encodings import LABELS_KNOWN, codec


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("utf-8", "utf-8"),
        ("UTF8", "utf-8"),
        ("  utf-8\n", "utf-8"),
        ("utf8mb4", "utf-8"),
        ("unicode-1-1-utf-8", "utf-8"),
        # what sites mean by them
        ("iso-8859-1", "cp1252"),
        ("latin1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("ISO 8859 1", "cp1252"),
        ("windows-1252", "cp1252"),
        ("win1251", "cp1251"),
        ("CP-1251", "cp1251"),
        ("iso-8859-9", "cp1254"),
        ("tis-620", "cp874"),
        ("x-user-defined", "cp1252"),
        # the wider of two
        ("gb2312", "gb18030"),
        ("gbk", "gb18030"),
        ("cp936", "gb18030"),
        ("euc-jp", "euc_jis_2004"),
        ("shift_jis", "cp932"),
        ("x-sjis", "cp932"),
        ("euc_kr", "cp949"),
        ("ks_c_5601-1987", "cp949"),
        ("big5", "big5hkscs"),
        ("cp950", "big5hkscs"),
        # the old encodings of mail
        ("hz-gb-2312", "hz"),
        ("iso-2022-kr", "iso2022_kr"),
        ("iso-2022-jp", "iso2022_jp_ext"),
        ("utf-16", "utf-16-le"),
        # no encodings of text on the web
        ("", None),
        ("ferry", None),
        ("punycode", None),
        ("base64", None),
        ("rot13", None),
        ("utf-7", None),
        ("idna", None),
        ("replacement", None),
        ("utf\0-8", "utf-8"),
        ("a\0b", None),
        ("fähre", None),
        ("x" * 10_000, None),
    ],
)
def test_codec(label: str, found: str | None) -> None:
    assert codec(label) == found


def test_every_label_of_the_standard_is_a_codec_of_python() -> None:
    for label in LABELS_KNOWN:
        found = codec(label)
        assert found is not None, label
        assert codecs.lookup(found)
        assert codec(label.upper()) == found
