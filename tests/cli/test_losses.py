"""What a rule takes of an article is said, and refused if it is much, by every command that makes or tries one."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cleaner.cli.app import app

PROSE = [
    f"On day {n} of the strike the council met in the hall and agreed to mend the bridge before the winter came."
    for n in range(8)
]
TEASER = "The mate met the crew on Tuesday and agreed to tie the knot."


def page(*extra: str, data: str = "", of: str = "story-par") -> str:
    body = "".join(f'<p class="{of}">{text}</p>' for text in PROSE)
    script = f'<script type="application/ld+json">{data}</script>' if data else ""
    return f"<html><head>{script}</head><body><article><h1>Bridge</h1>{body}{''.join(extra)}</article></body></html>"


def pack(matcher: str, remove: str, keep: str, more: str = "") -> str:
    return (
        "format: 1\npack: mine\nrules:\n  - id: promo.strip\n    kind: promo\n"
        f"    why: Asks the reader for pictures, again and again.\n    {matcher}\n"
        f"    examples:\n      remove: [{json.dumps(remove)}]\n      keep: [{json.dumps(keep)}]\n{more}"
    )


GREEDY = pack("css: .story-par", '<p class="story-par">Pictures</p>', "<p>Pictures</p>")
MODEST = pack(f'text: {{is: ["{TEASER}"]}}', TEASER, f"{TEASER[:-1]}, he said.")


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("page.html").write_text(page(f"<p>{TEASER}</p>"), "utf-8")
    Path("greedy.yaml").write_text(GREEDY, "utf-8")
    Path("modest.yaml").write_text(MODEST, "utf-8")
    return tmp_path


def run(*args: object) -> Result:
    result = CliRunner().invoke(app, [*map(str, args)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


class TestTry:
    def test_it_says_the_share(self) -> None:
        result = run("rules", "try", "page.html", "--rule", "modest.yaml")
        assert result.exit_code == 0
        assert "mine/promo.strip takes 13 of the " in result.stderr

    def test_over_a_third_is_refused(self) -> None:
        result = run("rules", "try", "page.html", "--rule", "greedy.yaml")
        assert result.exit_code == 1
        assert "kept words" in result.stderr
        assert run("rules", "try", "page.html", "--rule", "greedy.yaml", "--accept-large").exit_code == 0


class TestNew:
    @pytest.mark.parametrize("command", [("rules", "new", "--page", "page.html"), ("teach", "page.html")])
    def test_it_says_the_share(self, command: tuple[str, ...]) -> None:
        result = run(*command, "--text", TEASER, "--yes")
        assert "takes 13 of the " in result.stderr
        assert "may be the article" not in result.stderr
        assert "its examples pass" in result.stderr

    @pytest.mark.parametrize("command", [("rules", "new", "--page", "page.html"), ("teach", "page.html")])
    def test_it_warns_of_the_article(self, command: tuple[str, ...]) -> None:
        data = json.dumps({"@type": "NewsArticle", "articleBody": "\n".join(PROSE)})
        Path("page.html").write_text(page(data=data), "utf-8")
        with pytest.raises(ValueError, match="not written: the text may be the article; --accept-article says"):
            run(*command, "--text", PROSE[3], "--yes")
        assert not Path(".cleaner").exists()
        said = run(*command, "--text", PROSE[3], "--yes", "--accept-article").stderr
        assert said.count("this may be the article:") == 3
        assert "its examples pass" in said

    @pytest.mark.parametrize("command", [("rules", "new", "--page", "page.html"), ("teach", "page.html")])
    def test_it_says_where_the_rule_acts(self, command: tuple[str, ...]) -> None:
        said = run(*command, "--text", TEASER, "--dry-run").stderr
        assert "it names no host, so it acts on all sites; --url ADDRESS keeps it to the page's own" in said
        assert "all sites" not in run(*command, "--text", TEASER, "--dry-run", "--url", "https://a.example/b").stderr

    @pytest.mark.parametrize("command", [("rules", "new", "--page", "page.html"), ("teach", "page.html")])
    def test_over_a_third_is_refused(self, command: tuple[str, ...]) -> None:
        Path("page.html").write_text(
            f"<article><h1>Bridge</h1><p>{PROSE[0]}</p><p>{PROSE[1]}</p>"
            f"<p>Visit the fair, the boats, the ropes and the old hall, at any"
            f" time of the day or the night, as often as ever you like to do it with all of your friends</p></article>",
            "utf-8",
        )
        with pytest.raises(ValueError, match=r"over a third of page\.html; --accept-large"):
            run(*command, "--text", "Visit the fair, the boats")
        assert not Path(".cleaner").exists()
        assert run(*command, "--text", "Visit the fair, the boats", "--accept-large", "--yes").exit_code == 0
        assert Path(".cleaner").exists()

    def test_over_a_third_of_another_page_is_refused(self) -> None:
        Path("pages").mkdir()
        Path("pages/other.html").write_text(f"<article><h1>A</h1><p>{PROSE[0][:60]}.</p><p>{TEASER}</p></article>")
        with pytest.raises(ValueError, match=r"over a third of other\.html"):
            run("rules", "new", "--page", "page.html", "--text", TEASER, "--corpus", "pages")
