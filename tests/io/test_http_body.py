"""Bodies of HTTP responses as Zyte API gives them."""

import pytest

from cleaner.errors import InputError
from cleaner.io.http_body import charset, unpacked


@pytest.mark.parametrize(
    ("body", "data"),
    [("PHA+Qm9hdA==", b"<p>Boat"), ("PHA+\nQm9h\ndA==\n", b"<p>Boat"), (b"PHA+Qm9hdA==", b"<p>Boat"), ("", b"")],
    ids=["text", "lines", "bytes", "empty"],
)
def test_unpacked(body: str | bytes, data: bytes) -> None:
    assert unpacked(body) == data


@pytest.mark.parametrize("body", ["<p>Boat</p>", "PHA", "Pä==", b"\xff"])
def test_what_is_no_base64(body: str | bytes) -> None:
    with pytest.raises(InputError, match="field 'httpResponseBody' holds no Base64"):
        unpacked(body)


@pytest.mark.parametrize(
    ("headers", "found"),
    [
        ([{"name": "Content-Type", "value": "text/html; charset=ISO-8859-2"}], "ISO-8859-2"),
        ([{"name": "date", "value": "x"}, {"name": "content-type", "value": 'text/html;Charset="koi8-r"'}], "koi8-r"),
        ([{"name": "content-type", "value": "text/html"}], None),
        ([], None),
        (None, None),
        ({"content-type": "text/html; charset=utf-8"}, None),
        ([None, {"name": None}, {"name": "content-type", "value": None}], None),
    ],
)
def test_charset(headers: object, found: str | None) -> None:
    assert charset({"httpResponseHeaders": headers}) == found
