"""Names that people type: letters of any size, and the nearest right spelling of what is wrong."""

import pytest
import typer

from cleaner.cli import names
from tests.cli.conftest import Call

RULES = ("generic/share.buttons", "mine/promo.harbour")


@pytest.mark.parametrize(
    ("words", "kinds"),
    [(None, []), (["share"], ["share"]), (["Share", "AD-MARKER"], ["share", "ad-marker"])],
    ids=["none", "one", "capitals"],
)
def test_kinds(words: list[str] | None, kinds: list[str]) -> None:
    assert names.kinds("--keep", words) == kinds


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("shar", "--keep: no such kind: shar; did you mean 'share'?"),
        ("AdMarker", "--keep: no such kind: AdMarker; did you mean 'ad-marker'?"),
        ("buoy", "--keep: no such kind: buoy; there are ad-marker affiliate comments "),
    ],
)
def test_what_is_no_kind(word: str, told: str) -> None:
    with pytest.raises(ValueError, match="no such kind") as raised:
        names.kinds("--keep", ["share", word])
    assert str(raised.value).startswith(told)


def test_only_kinds_are_switched_off_in_letters_of_any_size() -> None:
    assert names.switched_off(["SHARE", "generic", "Mine/Promo.x"]) == ["share", "generic", "Mine/Promo.x"]
    assert names.switched_off(None) == []


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("share", "share"),
        ("Share", "share"),
        ("promo.harbour", "promo.harbour"),
        ("mine/promo.harbour", "mine/promo.harbour"),
        ("Mine/Promo.Harbour", "mine/promo.harbour"),
        ("evidence", "evidence"),
    ],
)
def test_what_can_take_a_block(word: str, found: str) -> None:
    assert names.taker("--only", word, RULES) == found


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("promo.harbor", "--only: no such kind or rule: promo.harbor; did you mean 'promo.harbour'?"),
        ("relatd", "--only: no such kind or rule: relatd; did you mean 'related'?"),
        ("buoy", "--only: no such kind or rule: buoy"),
    ],
)
def test_what_can_take_nothing(word: str, told: str) -> None:
    with pytest.raises(ValueError, match="no such kind or rule") as raised:
        names.taker("--only", word, RULES)
    assert str(raised.value) == told


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (None, None),
        ("", None),
        ("https://a.example/x", "https://a.example/x"),
        ("HTTP://a.example", "HTTP://a.example"),
    ],
)
def test_addresses(given: str | None, found: str | None) -> None:
    assert names.address(given) == found


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("news.example/ferry", "did you mean https://news.example/ferry?"),
        ("mailto:desk@news.example", "expected one that begins with https:// or http://"),
        ("//news.example/ferry", "did you mean https://news.example/ferry?"),
        ("news.example:8080/ferry", "did you mean https://news.example:8080/ferry?"),
        ("ferry", "expected one that begins with https:// or http://"),
        ("/news/ferry", "expected one that begins with https:// or http://"),
        ("ftp://news.example/ferry", "expected one that begins with https:// or http://"),
        ("https://", "expected one that begins with https:// or http://"),
        ("http://[x", "expected one that begins with https:// or http://"),
    ],
)
def test_what_is_no_address(given: str, told: str) -> None:
    with pytest.raises(typer.BadParameter) as raised:
        names.address(given)
    assert (raised.value.message, raised.value.param_hint) == (f"{given!r} is no address; {told}", "--url")


@pytest.mark.parametrize("command", ["clean -", "explain -", "teach page.html", "rules new", "rules try"])
def test_every_command_refuses_what_is_no_address(command: str, call: Call) -> None:
    done = call(*command.split(), "--url", "news.example/ferry", code=2)
    assert "--url: 'news.example/ferry' is no address; did you mean https://news.example/ferry?" in done.told
    assert done.out == ""


@pytest.mark.parametrize(("given", "found"), [("", ""), ("paper.example", "paper.example"), (" tideway ", "tideway")])
def test_sites(given: str, found: str) -> None:
    assert names.site(given) == found


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (" ", "' ' names none; expected a name, as paper.example"),
        ("..", "'..' names none; expected a name, as paper.example"),
        ("paper.example:80", "'paper.example:80' is the address of a page, and no site's; did you mean paper.example?"),
        ("../../etc", "'../../etc' is the address of a page, and no site's; expected a name, as paper.example"),
        (
            "https://www.paper.example/a",
            "'https://www.paper.example/a' is the address of a page, and no site's; did you mean paper.example?",
        ),
        ("paper.example/a", "'paper.example/a' is the address of a page, and no site's; did you mean paper.example?"),
        ("https:///", "'https:///' is the address of a page, and no site's; expected a name, as paper.example"),
        ("/", "'/' is the address of a page, and no site's; expected a name, as paper.example"),
    ],
)
def test_what_names_no_site(given: str, told: str) -> None:
    with pytest.raises(typer.BadParameter) as raised:
        names.site(given)
    assert (raised.value.message, raised.value.param_hint) == (told, "--site")


@pytest.mark.parametrize("command", ["run", "learn"])
def test_every_command_refuses_what_names_no_site(command: str, call: Call) -> None:
    assert "--site: ' ' names none" in call(command, "pages.jsonl", "--site", " ", code=2).told


def test_packs() -> None:
    names.pack("--pack", "mine", {"mine", "generic"})
    with pytest.raises(ValueError, match=r"^--pack: no such pack: generc; did you mean 'generic'\?$"):
        names.pack("--pack", "generc", {"mine", "generic"})
