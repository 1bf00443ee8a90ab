"""The site that `make docs` builds: it is whole, and what is missing stops it."""

import re
import shutil
from pathlib import Path

import pytest

import cleaner
from cleaner.rules import bundled_rules
from tests.conftest import ROOT
from tests.site import build, call_zensical, command_page, left_out, rule_pages, turned

pytestmark = pytest.mark.xdist_group("site")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site, and return its folder."""
    return build(tmp_path_factory.mktemp("site") / "source")


@pytest.mark.parametrize("name", [*cleaner.__all__, "Cleaner.stream", "Article.markdown", "SiteMemory.known"])
def test_each_public_name_is_described(name: str, site: Path) -> None:
    assert f'id="cleaner.{name}"' in (site / "api.html").read_text("utf-8")


def test_each_picture_is_there(site: Path) -> None:
    shown = {
        picture
        for page in site.glob("*.html")
        for picture in re.findall(r'<iframe src="([^"]+)"', page.read_text("utf-8"))
    }
    assert len(shown) >= 6
    assert [picture for picture in sorted(shown) if "<body" not in (site / picture).read_text("utf-8")] == []
    assert not (site / "gallery" / "fixtures").exists()


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    fetched = re.findall(
        r'<(?:script|link|img|iframe)\b[^>]*(?:src|href)="?(https?:[^"> ]+)', (site / "index.html").read_text()
    )
    assert fetched == []


def test_each_rule_has_a_heading() -> None:
    headings = [heading for name, text in rule_pages() for heading in re.findall(r"^## (\S+/\S+)$", text, re.M)]
    assert sorted(headings) == sorted(rule.full_id for rule in bundled_rules().rules)


@pytest.mark.parametrize("command", ["cleaner", "cleaner run", "cleaner rules new"])
def test_each_command_describes_itself(command: str) -> None:
    assert f"## {command}\n\n```text\nUsage: {command} [OPTIONS]" in command_page()


@pytest.mark.parametrize(
    ("text", "path", "wanted"),
    [
        ("[rules](../rules/README.md#kinds)", "docs/learn.md", "[rules](writing-rules.md#kinds)"),
        ("[streams](docs/streams.md)", "CHANGELOG.md", "[streams](streams.md)"),
        ("[it](README.md)", "CHANGELOG.md", "[it](index.md)"),
        ("[Apache-2.0](LICENSE)", "CONTRIBUTING.md", "Apache-2.0"),
        ("[here](#figures)", "docs/learn.md", "[here](#figures)"),
        ("[there](https://a.example/b.md)", "docs/learn.md", "[there](https://a.example/b.md)"),
        ("```text\n[x](gone.md)\n```", "docs/learn.md", "```text\n[x](gone.md)\n```"),
    ],
)
def test_where_links_are_turned(text: str, path: str, wanted: str) -> None:
    assert turned(text, path) == wanted


def test_a_dead_link_stops_it() -> None:
    with pytest.raises(
        FileNotFoundError, match=r"docs/learn.md: a link leads to gone.md, and there is no docs/gone.md"
    ):
        turned("[x](gone.md)", "docs/learn.md")


def test_a_dead_anchor_stops_it(tmp_path: Path) -> None:
    shutil.copy(ROOT / "zensical.toml", tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Start\n\n[here](#figures)\n", "utf-8")
    with pytest.raises(SystemExit, match="anchor does not exist"):
        call_zensical(tmp_path)
    assert "streams.md" in left_out(tmp_path)


def test_a_missing_docstring_stops_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(cleaner, "__all__", [*cleaner.__all__, "__version__"])
    with pytest.raises(SystemExit, match="no docstring: __version__"):
        build(tmp_path / "source")
