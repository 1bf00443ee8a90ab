"""The encodings that a page declares in its own bytes, in the order in which they count."""

import pytest

from cleaner.html.declared import declared

META = '<meta charset="{}">'


@pytest.mark.parametrize(
    ("markup", "codecs"),
    [
        ("", []),
        ("<p>Ferry</p>", []),
        ('<meta charset="utf-8">', ["utf-8"]),
        ("<meta charset=utf-8>", ["utf-8"]),
        ("<META CHARSET='UTF-8'/>", ["utf-8"]),
        ("<meta charset = 'windows-1251' >", ["cp1251"]),
        ('<meta charset="iso-8859-1">', ["cp1252"]),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', ["koi8-r"]),
        ('<meta content="text/html; charset=koi8-r" http-equiv=Content-Type>', ["koi8-r"]),
        # wherever it stands
        (f"<body>{'x' * 5000}<meta charset=koi8-r>", ["koi8-r"]),
        ("<meta charset=koi8-r><meta charset=utf-8>", ["koi8-r", "utf-8"]),
        ('<?xml version="1.0" encoding="koi8-r"?><html>', ["koi8-r"]),
        ("\n <?xml version='1.0' encoding='koi8-r'?>", ["koi8-r"]),
        ('<?xml version="1.0" encoding="koi8-r"?><meta charset=utf-8>', ["utf-8", "koi8-r"]),
        # a page that can be read as ASCII is not in UTF-16
        ("<meta charset=utf-16>", ["utf-8"]),
        ("<meta charset=utf-16le>", ["utf-8"]),
        # what is not about the page's encoding
        ('<meta name="description" content="about charset=koi8-r">', []),
        ("<!-- <meta charset=koi8-r> -->", []),
        ("<!-- a --><meta charset=utf-8><!-- <meta charset=koi8-r> -->", ["utf-8"]),
        ("<p>charset=koi8-r</p>", []),
        ("<metadata charset=koi8-r>", []),
        ("<meta charset=ferry>", []),
        ("<meta charset=ferry><meta charset=koi8-r>", ["koi8-r"]),
        ("<meta charset=''>", []),
        ('<p/><?xml version="1.0" encoding="koi8-r"?>', []),
    ],
)
def test_declared(markup: str, codecs: list[str]) -> None:
    assert list(declared(markup.encode())) == codecs


def test_bytes_beyond_ascii_do_not_hide_it() -> None:
    assert list(declared("<title>Паром</title><meta charset=koi8-r>".encode("koi8-r"))) == ["koi8-r"]


@pytest.mark.parametrize("markup", ["<meta " * 20_000, "<meta charset=" + " " * 100_000, "<!--" * 50_000])
def test_hostile_pages_take_linear_time(markup: str) -> None:
    assert list(declared(markup.encode())) == []
