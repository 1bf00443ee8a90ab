"""The encoding of pages that declare none: judged by their text alone, the same on every machine."""

import pytest

from cleaner.html.guess import guess

SAMPLES = {
    "cp1251": "Паром снова пойдёт в понедельник, сообщили в управлении порта. Жители островов ждали этого четыре года.",
    "cp1252": "Die Fähre fährt wieder, sagte der Bürgermeister. Für die Inseln wäre es höchste Zeit, hieß es später.",
    "cp1250": "Prom znów popłynie w poniedziałek, powiadomił zarząd portu. Mieszkańcy wysp czekali na to cztery lata.",
    "iso8859-7": "Το πλοίο θα ξαναφύγει τη Δευτέρα, είπε το λιμεναρχείο. Οι νησιώτες περίμεναν χρόνια. Άλλοι γύρισαν.",
    "cp1256": "العبارة ستبحر مرة أخرى يوم الاثنين كما قال مكتب الميناء. انتظر سكان الجزر هذا أربع سنوات طويلة.",
    "gb18030": "港务局周一表示，渡轮将再次启航。岛上居民为此等待了四年之久，风暴摧毁了码头之后一直没有船。",
    "cp932": "港湾局は月曜日、フェリーが再び運航すると発表した。島の住民は嵐が桟橋を壊してから四年間待っていた。",
    "cp949": "항만청은 월요일에 여객선이 다시 운항한다고 밝혔다. 섬 주민들은 폭풍이 부두를 부순 뒤 사 년을 기다렸다.",
}


def readable(data: bytes, text: str) -> bool:
    """Say whether what is guessed for *data* reads as *text*."""
    return data.decode(guess(data), "replace") == text


@pytest.mark.parametrize("encoding", SAMPLES)
def test_two_sentences_of_text(encoding: str) -> None:
    assert readable(SAMPLES[encoding].encode(encoding), SAMPLES[encoding])


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_markup_and_lines_in_ascii_do_not_mislead(encoding: str) -> None:
    text = SAMPLES["cp1251"]
    page = "<div class='row'>\nvar menu = new Menu('home');\n" * 500 + f"<p>{text}</p>" + "<br>\n" * 500
    assert readable(page.encode(encoding), page)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"The ferry sails again.",
        # too little beside letters, none beside another of its own: most such pages are Western
        b"Caf\xe9 at the pier",
        b"Caf\xe9, na\xefve, t\xeate",
        b"Price: \xa3 12 \x96 14",
        b"&eacute;&#233;",
    ],
)
def test_where_nothing_tells_it_is_western(data: bytes) -> None:
    assert guess(data) == "cp1252"


def test_entities_are_no_text() -> None:
    text = SAMPLES["cp1251"]
    page = "&nbsp;&eacute;&#1234;" * 200 + text
    assert readable(page.encode("cp1251"), page)


def test_the_guess_is_the_same_however_often_a_line_comes() -> None:
    data = f"{SAMPLES['cp1250']}\n".encode("cp1250")
    assert guess(data) == guess(data * 50) == "cp1250"


def test_only_the_start_of_a_huge_page_is_read() -> None:
    assert guess(b"x" * 2**20 + SAMPLES["cp1251"].encode("cp1251")) == "cp1252"
