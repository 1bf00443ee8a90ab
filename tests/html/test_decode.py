"""Bytes to text: every label that sites use, the order of declarations, damage, and guesses."""

from itertools import chain

import pytest

from cleaner.errors import DecodeError
from cleaner.html.decode import check_label, decode
from cleaner.html.encodings import LABELS_KNOWN, codec
from tests.html.encoded import SAMPLES, page

LABELS = [
    ("utf8 UTF-8 utf_8 utf8mb4 unicode-1-1-utf-8", "utf-8", "Žluťoučký kůň 日本 — “so”"),
    (
        "iso-8859-1 ISO_8859-1 latin1 latin-1 us-ascii ascii windows-1252 cp1252 x-cp1252",
        "cp1252",
        "Größe – “so” €5 Œuvre",
    ),
    ("iso-8859-2 latin2 ISO8859-2", "iso8859-2", "Łódź, příliš žluťoučký"),
    ("windows-1250 cp1250 x-cp1250 win-1250 windows1250", "cp1250", "Łódź – „příliš žluťoučký“"),
    ("iso-8859-9 latin5 windows-1254 cp1254", "cp1254", "İstanbul’da şimdi ığdır – ‘ne’"),
    ("iso-8859-3 latin3", "iso8859-3", "ĉapelo ŝipo"),
    ("iso-8859-4 latin4", "iso8859-4", "ķēniņš"),
    ("iso-8859-13", "iso8859-13", "žąsis šešios"),
    ("windows-1257 cp1257", "cp1257", "žąsis – „šešios“"),
    ("iso-8859-15 latin9", "iso8859-15", "Œuvre à 5 €"),
    ("iso-8859-16", "iso8859-16", "școală și țară"),
    ("windows-1251 cp1251 CP-1251 x-cp1251 win-1251", "cp1251", "Паром «Норрик» – снова № 5"),
    ("koi8-r koi koi8", "koi8-r", "Паром снова ходит"),
    ("koi8-u koi8-ru", "koi8-u", "Пором їздить знову"),
    ("iso-8859-5 cyrillic", "iso8859-5", "Паром снова ходит"),
    ("ibm866 cp866 866", "cp866", "Паром снова ходит"),
    ("x-mac-cyrillic", "mac-cyrillic", "Паром снова ходит"),
    ("macintosh x-mac-roman", "mac-roman", "Größe – “so”"),
    ("iso-8859-7 greek greek8", "iso8859-7", "Το πλοίο ξεκινά"),
    ("windows-1253 cp1253", "cp1253", "Το πλοίο – «ξεκινά» Άρτα"),
    ("iso-8859-8 iso-8859-8-i hebrew logical", "iso8859-8", "המעבורת תחזור"),
    ("windows-1255 cp1255", "cp1255", "המעבורת – „תחזור“"),
    ("iso-8859-6 arabic", "iso8859-6", "العبارة تعود"),
    ("windows-1256 cp1256", "cp1256", "العبارة – “تعود” پ"),
    ("windows-1258 cp1258", "cp1258", "Phà ăn đêm ơn"),
    ("tis-620 windows-874 iso-8859-11 dos-874 cp874", "cp874", "เรือข้ามฟาก “กลับ” …"),
    ("gb2312 GBK x-gbk gb_2312-80 chinese cp936 gb18030 GB-2312", "gb18030", "陶镕主席表示：渡轮㐀"),
    ("big5 big5-hkscs x-x-big5 cn-big5 cp950", "big5hkscs", "渡輪恢復行駛 碁 啫喱 咗"),
    ("shift_jis sjis x-sjis shift-jis windows-31j ms932 cp932", "cp932", "フェリー①㈱髙島 ～"),
    ("euc-jp x-euc-jp eucjp", "euc_jis_2004", "フェリー①㈱再開"),
    ("iso-2022-jp csiso2022jp", "iso2022_jp_ext", "フェリーが再開"),
    ("euc-kr ks_c_5601-1987 ksc5601 windows-949 cp949 euc_kr", "cp949", "펲시 여객선 똠방각하"),
    ("hz-gb-2312", "hz", "渡轮恢复"),
    ("iso-2022-kr", "iso2022_kr", "여객선"),
]
WAYS = [
    '<meta charset="{}">',
    "<meta charset={}>",
    '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset={}">',
    "<meta content='text/html;charset={}' http-equiv='content-type' />",
    '<link rel="a">' + "<!-- x -->" * 900 + '<meta charset="{}">',
]


@pytest.mark.parametrize(("labels", "python", "text"), LABELS, ids=[labels.split()[0] for labels, *_ in LABELS])
def test_every_label_is_read_in_its_superset(labels: str, python: str, text: str) -> None:
    for label in labels.split():
        assert codec(label) == python, label
        for way in WAYS:
            body = f"<html><head>{way.format(label)}</head><body><p>{text}</p></body></html>"
            assert f"<p>{text}</p>" in decode(body.encode(python)), (label, way)
        assert text in decode(f"<p>{text}</p>".encode(python), transport=label)
        assert text in decode(f"<p>{text}</p>".encode(python), given=label)
        xml = f'<?xml version="1.0" encoding="{label}"?><html><p>{text}</p></html>'
        assert text in decode(xml.encode(python))


def test_every_label_of_the_standard_has_a_codec() -> None:
    assert [label for label in LABELS_KNOWN if codec(label) is None] == []


@pytest.mark.parametrize(
    "label", ["undefined", "idna", "punycode", "a\0b", "é", "x" * 5000, "unicode_escape", "rot13", "utf-7", "", "mbcs"]
)
def test_names_that_are_no_encodings_of_the_web_count_for_nothing(label: str) -> None:
    data = f'<meta charset="{label}"><p>Паром снова ходит, сообщило управление порта.</p>'.encode("cp1251", "replace")
    assert "Паром снова ходит, сообщило" in decode(data, transport=label)
    with pytest.raises(ValueError, match="no such encoding"):
        decode(b"<p>x</p>", given=label or " ")


CYRILLIC = "<p>Паром снова ходит с понедельника.</p>"


@pytest.mark.parametrize(
    ("data", "transport", "given", "wanted"),
    [
        pytest.param(b"\xef\xbb\xbf" + "ü".encode(), "latin1", "cp1251", "ü", id="mark over given"),
        pytest.param("ü".encode("utf-16"), None, None, "ü", id="mark of UTF-16"),
        pytest.param("<html><p>ü".encode("utf-16-le"), None, None, "ü", id="UTF-16 without mark"),
        pytest.param("ü".encode("utf-32"), None, None, "ü", id="mark of UTF-32"),
        pytest.param(b"\0\0\xfe\xff" + "ü".encode("utf-32-be"), None, None, "ü", id="mark of UTF-32 big endian"),
        pytest.param("<p>ü".encode("utf-32-le"), None, None, "<p>ü", id="UTF-32 without mark"),
        pytest.param("<p>ü".encode("utf-32-be"), "utf-8", None, "<p>ü", id="UTF-32 big endian without mark"),
        pytest.param("<html><p>ü".encode("utf-16-be"), "utf-16be", None, "ü", id="UTF-16 big endian without mark"),
        pytest.param("ü".encode(), None, "latin1", "Ã¼", id="given over valid UTF-8"),
        pytest.param("<meta charset=latin1><p>ü”".encode(), "cp1251", None, "ü”", id="valid UTF-8 over declared"),
        pytest.param(b"<meta charset=latin2><p>\xb3\xf3d\xbc", "windows-1250", None, "łódĽ", id="transport over page"),
        pytest.param(f"<meta charset=x><meta charset=cp1251>{CYRILLIC}".encode("cp1251"), "?", None, "Паром", id="two"),
        pytest.param(f"<!-- <meta charset=big5> --><meta charset=cp1251>{CYRILLIC}".encode("cp1251"), None, None, "П",
                     id="comment"),
        pytest.param(b'<meta name=d content="charset=big5"><meta charset=l1>caf\xe9', None, None, "café", id="text"),
        pytest.param(b"<?xml encoding='latin2'?><meta charset=cp1250>\x9a\xe9f", None, None, "šéf", id="xml"),
        pytest.param("<meta charset=utf-16><p>Größe".encode(), None, None, "Größe", id="UTF-16 in ASCII means UTF-8"),
        pytest.param("<meta charset=utf-16><p>Größe über Maß".encode("cp1252"), None, None, "Größe über", id="or not"),
    ],
)  # fmt: skip
def test_order(data: bytes, transport: str | None, given: str | None, wanted: str) -> None:
    assert wanted in decode(data, transport=transport, given=given)


DAMAGED = [
    ("gb2312", "gb18030", "港务局表示，渡轮将于星期一恢复行驶，居民等了三个月。"),
    ("euc-kr", "cp949", "항만청은 월요일부터 여객선이 다시 운항을 시작한다고 밝혔다."),
    ("shift_jis", "cp932", "港のフェリーが月曜日から運航を再開すると発表した。"),
    ("big5", "big5hkscs", "港務局表示，渡輪將於星期一恢復行駛，居民等了三個月。"),
    ("iso-8859-1", "cp1252", "Der Hafenrat beschließt, die Fährlinie zu öffnen."),
    ("windows-1251", "cp1251", "Паром снова ходит с понедельника, сообщило управление порта."),
    ("utf-8", "utf-8", "Der Hafenrat beschließt, die Fährlinie für zwölf Häfen zu öffnen."),
]


@pytest.mark.parametrize(("label", "python", "text"), DAMAGED)
def test_a_bad_byte_costs_itself(label: str, python: str, text: str) -> None:
    bad = {"utf-8": b"\xff", "windows-1251": b"\x98", "iso-8859-1": b"\x81"}.get(label, b"\xff")
    data = f'<meta charset="{label}"><p>{text}</p>'.encode(python) + b"<p>a" + bad + b"b</p>"
    assert f"<p>{text}</p><p>a" in decode(data)
    assert text in decode(data, transport=label)


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1252", "gb2312", "shift_jis", "windows-1251"])
def test_a_declaration_that_is_plainly_wrong_does_not_win(label: str) -> None:
    german = "Der Hafenrat beschließt, die Fährlinie für zwölf Häfen zu öffnen – „endlich“."
    page_ = f'<meta charset="{label}"><p>{german}</p><p>'.encode() + b"\xa0</p>"
    assert german in decode(page_, transport=label)


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1250", "utf-8"])
@pytest.mark.parametrize(
    ("python", "text"),
    [
        ("cp1251", "Паром снова ходит с понедельника, сообщило управление порта города."),
        *(row[1:] for row in DAMAGED[:4]),
    ],
)
def test_text_of_no_latin_script_is_not_read_as_latin(label: str, python: str, text: str) -> None:
    assert text in decode(f'<meta charset="{label}"><p>{text}</p>'.encode(python))


@pytest.mark.parametrize("length", [2, 8])
@pytest.mark.parametrize(
    ("python", "language"), list(chain(*([(p, lang) for p in ps] for lang, ps in SAMPLES.items())))
)
def test_undeclared_pages_are_guessed(python: str, language: str, length: int) -> None:
    html = page(language, length)
    assert decode(html.encode(python, "xmlcharrefreplace")) == html


@pytest.mark.parametrize("text", ["© 2011 Harbour News", "a café", "It’s “on” – at last", "El niño", "20 °C, 5 £"])
def test_little_to_go_by_is_western(text: str) -> None:
    assert text in decode(f"<html><p>The ferry sails again.</p><p>{text}</p>".encode("cp1252"))


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"\xff\xd8\xff\xe0", b"GIF89a", b"PK\x03\x04", bytes(range(32)) * 9])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(DecodeError):
        decode(data)


def test_no_control_characters_come_out() -> None:
    data = b"<meta charset=windows-1251><p>\x00a\x1b[31m\x07\x7f\xc2\x98\r\nb"
    assert not set(decode(data)) & {*map(chr, range(9)), *map(chr, range(11, 32)), *map(chr, range(127, 160))}


@pytest.mark.parametrize(
    ("label", "near"), [("windows-1215", "windows-125"), ("shift-jss", "shift-jis"), ("uft-8", "utf-8")]
)
def test_the_nearest_right_spelling(label: str, near: str) -> None:
    with pytest.raises(ValueError, match=f"did you mean '{near}"):
        check_label(label)
