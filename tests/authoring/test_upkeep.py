"""`new`, `try`, `stats`, `prune`, `diff`, `index` and what they stand on."""

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest

from cleaner.api import Cleaner
from cleaner.authoring import diff as differ
from cleaner.authoring.corpus import Sample, Truth, read_corpus
from cleaner.authoring.fixtures import FixturePage, accept, check_fixture, trace_change
from cleaner.authoring.indexing import index
from cleaner.authoring.lint import lint
from cleaner.authoring.packs import read_packs
from cleaner.authoring.propose import propose
from cleaner.authoring.pruning import patch, prune
from cleaner.authoring.saving import default_file, other_pages, pack_of, save
from cleaner.authoring.scene import Wish
from cleaner.authoring.stats import stats
from cleaner.authoring.stats_report import table, to_dict
from cleaner.authoring.testing import check_rule, test
from cleaner.authoring.trying import saves, try_rules
from cleaner.authoring.wording import guess_kind, make_id
from cleaner.document.page import Page
from cleaner.errors import InputError, RuleError
from cleaner.rules import bundled_rules, load_rules
from cleaner.rules import index as rule_index
from tests.conftest import ROOT

PROSE = [
    f"The council met on day {number} of the strike and agreed to mend the bridge over the narrows before winter."
    for number in range(12)
]
FOREIGN = "The mate met the crew on Tuesday and agreed to tie the knot."


def html(*extra: str) -> str:
    paragraphs = [f"<p>{text}</p>" for text in PROSE]
    paragraphs[6:6] = extra
    return f"<html><body><article><h1>The bridge</h1>{''.join(paragraphs)}</article></body></html>"


def pack(*rules: str, name: str = "mine") -> str:
    return f"format: 1\npack: {name}\nrules:\n" + "\n".join(rules)


def rule(name: str, matcher: str, remove: str, keep: str) -> str:
    return (
        f"  - id: promo.{name}\n    kind: promo\n    why: Asks the reader for pictures, again and again.\n"
        f"    {matcher}\n    examples:\n      remove: [{json.dumps(remove)}]\n      keep: [{json.dumps(keep)}]\n"
    )


PHOTOS = rule("photos", f'text: {{is: ["{FOREIGN}"]}}', FOREIGN, f"{FOREIGN[:-1]}, the notice said.")


@pytest.fixture
def page() -> Page:
    return Page(html=html(f'<p class="harbour-strip">{FOREIGN}</p>'), url="https://www.ferry.example/a")


class TestNew:
    def test_a_phrase_for_the_site(self, page: Page, tmp_path: Path) -> None:
        found = propose(Wish(FOREIGN, page))
        assert found.pack == "ferry.example"
        assert found.keys["text"] == {"is": [FOREIGN]}
        assert found.keys["where"] == {"hosts": ["ferry.example"]}
        assert found.rule.examples.keep
        assert all(one.result == "ok" for one in check_rule(found.rule))
        path = tmp_path / "rules" / "ferry.yaml"
        save(found, path)
        assert [one for one in lint(path) if one.severity == "error"] == []
        assert FOREIGN not in Cleaner(bundled_rules() + load_rules(path)).clean(page).text

    def test_a_selector_on_request(self, page: Page) -> None:
        found = propose(Wish(FOREIGN, page, everywhere=True, how="selector", kind="promo"))
        assert found.keys["css"] == ".harbour-strip"
        assert "where" not in found.keys

    def test_from_a_text_alone(self) -> None:
        found = propose(Wish("Ferry alert: what the captain said", kind="related", id="related.ferry-alert"))
        assert found.pack == "generic"
        assert found.keys["text"] == {"starts": ["Ferry alert:"]}
        assert found.rule.id == "related.ferry-alert"

    def test_a_label_glued_to_a_paragraph(self) -> None:
        found = propose(Wish("Harbour offers", Page(html=html(f"<p>Harbour offers{PROSE[0]}</p>"))))
        assert found.keys["text"] == {"glued": ["Harbour offers"]}
        assert found.keys["examples"]["remove"] == [f"Harbour offers{PROSE[0]} => {PROSE[0]}"]

    def test_prose_is_refused(self) -> None:
        sentence = "Read more slowly and you remember more, according to a study of four hundred pupils"
        with pytest.raises(ValueError, match="clean prose"):
            propose(Wish(f"{sentence} published on Tuesday."))

    def test_what_goes_already(self) -> None:
        with pytest.raises(ValueError, match="goes already"):
            propose(Wish("Leave a Reply", Page(html=html("<p>Leave a Reply</p>"))))

    def test_what_is_not_there(self, page: Page) -> None:
        with pytest.raises(ValueError, match="no block that holds"):
            propose(Wish("No such words", page))
        with pytest.raises(ValueError, match="at least one letter"):
            propose(Wish(" ► ", page))

    def test_saving_adds_to_a_file(self, page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        found = propose(Wish(FOREIGN, page))
        path = default_file(found.pack)
        assert path == tmp_path / ".cleaner" / "rules" / "ferry.example.yaml"
        save(found, path)
        assert (tmp_path / ".cleaner" / "schema" / "rules-1.json").exists()
        save(replace(found, keys={**found.keys, "id": f"{found.rule.kind}.other"}), path)
        assert [one.id for one in load_rules(path).rules] == [found.rule.id, f"{found.rule.kind}.other"]
        assert pack_of(path) == "ferry.example"

    def test_hits_elsewhere(self, page: Page) -> None:
        found = propose(Wish(FOREIGN, page, everywhere=True))
        corpus = [
            Sample("same", lambda: page, "\n".join(PROSE)),
            Sample("other", lambda: Page(html=html())),
            Sample("quoted", lambda: Page(html=html(f"<p>{FOREIGN}</p>")), "\n".join([*PROSE, FOREIGN])),
        ]
        hits = other_pages(found, corpus).hits
        assert [(hit.page, hit.of_article) for hit in hits] == [("same", False), ("quoted", True)]

    def test_kinds_and_ids(self) -> None:
        rules = bundled_rules().rules
        assert guess_kind("Sign up to our newsletter", ["newsletter-box"], rules) == "newsletter"
        assert guess_kind("Zzz", [], rules) == "promo"
        assert make_id("promo", "Send us ferry photos today", (), ()) == "promo.send-us-ferry-photos"
        assert make_id("promo", "写真", ["photo-box"], ["promo.photo-box"]) == "promo.photo-box-2"


class TestTry:
    def test_changes_and_reasons(self, page: Page, tmp_path: Path) -> None:
        path = tmp_path / "mine.yaml"
        path.write_text(pack(PHOTOS), "utf-8")
        trial = try_rules(page, path)
        assert [(one.what, one.text, one.reason) for one in trial.changes] == [
            ("removed", FOREIGN, "mine/promo.photos")
        ]
        assert FOREIGN in trial.before.text
        assert trial.refusals == ()

    def test_refusals(self, page: Page, tmp_path: Path) -> None:
        path = tmp_path / "mine.yaml"
        scrap = "<article><p>Pictures</p></article>"
        path.write_text(pack(rule("all", "css: article", scrap, "<p>Art.</p>")), "utf-8")
        trial = try_rules(page, path)
        assert not trial.changes
        assert [note.guard for note in trial.refusals] == ["root"]
        assert trial.text_of(trial.refusals[0]).startswith("The bridge")

    def test_without_rules_all_are_tried(self) -> None:
        trial = try_rules(Page(html=html("<p>Leave a Reply</p>")))
        assert "Leave a Reply" in [one.text for one in trial.changes]

    def test_saves(self, tmp_path: Path) -> None:
        path = tmp_path / "mine.yaml"
        path.write_text("a", "utf-8")
        waiting = saves(tmp_path)
        next(waiting)
        path.write_text("ab", "utf-8")
        next(waiting)


class TestCorpus:
    def test_folders_files_and_known_sets(self, tmp_path: Path) -> None:
        (tmp_path / "html").mkdir()
        (tmp_path / "html" / "a.html").write_text(html(), "utf-8")
        assert [sample.id for sample in read_corpus(tmp_path)] == ["html/a.html"]
        (tmp_path / "html" / "a.html.gz").write_bytes(gzip.compress(html().encode("utf-8")))
        truth = json.dumps({"id": "a", "url": "https://x.example", "body": "Truth."})
        (tmp_path / "truth.jsonl.gz").write_bytes(gzip.compress(truth.encode("utf-8")))
        known = read_corpus(tmp_path)
        assert [(one.id, one.truth, one.read().url) for one in known] == [("a", "Truth.", "https://x.example")]
        lines = tmp_path / "pages.jsonl"
        lines.write_text('{"text": "A line.", "url": "https://x.example"}\n\n{"id": "b", "html": "<p>B</p>"}\n')
        assert [one.id for one in read_corpus(lines)] == ["pages.jsonl:1", "b"]
        assert read_corpus(lines)[0].read().text == "A line."

    def test_nothing_to_read(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="found none"):
            read_corpus(tmp_path)
        with pytest.raises(InputError, match="no such file"):
            read_corpus(tmp_path / "no")
        (tmp_path / "a.jsonl").write_text("{")
        with pytest.raises(InputError, match=r"a\.jsonl:1: not JSON"):
            read_corpus(tmp_path / "a.jsonl")

    def test_truth(self) -> None:
        truth = Truth("The council met on Tuesday and agreed to mend the bridge.")
        assert truth.holds("agreed to mend the BRIDGE")
        assert truth.holds("The council met on Tuesday and agreed to pay.")
        assert not truth.holds("Read more about the bridge")


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    same = rule("pictures", 'text: {starts: ["The mate met the crew"]}', FOREIGN, "The mate met the cook.")
    never = rule("stamps", 'text: {is: ["Stamps of the week"]}', "Stamps of the week", "Stamps of the week, he said.")
    path.write_text(pack(PHOTOS, same, never), "utf-8")
    return path


class TestStats:
    def test_counts(self, packs: Path, page: Page) -> None:
        advanced: list[int] = []
        corpus = [Sample("a", lambda: page, "\n".join(PROSE)), Sample("b", lambda: Page(html=html()))]
        found = stats(load_rules(packs), corpus, lambda: advanced.append(1))
        by_rule = {one.rule: one for one in found.rules}
        photos = by_rule["mine/promo.photos"]
        assert (photos.pages, photos.hits, photos.words, photos.error_share) == (1, 1, 13, 0.0)
        assert found.overlaps == {("mine/promo.photos", "mine/promo.pictures"): 1}
        assert found.silent == ("mine/promo.stamps",)
        assert len(advanced) == 2
        assert json.dumps(to_dict(found))
        assert any("never fired (1)" in line for line in table(found))

    def test_a_page_that_fails_is_listed(self, packs: Path) -> None:
        found = stats(load_rules(packs), [Sample("pdf", lambda: Page(html=b"%PDF-1.7 \x00\x01"))], timed=False)
        assert [one.split(":")[0] for one in found.failures] == ["pdf"]

    def test_prune(self, packs: Path, page: Page) -> None:
        found = stats(load_rules(packs), [Sample("a", lambda: page)], timed=False)
        proposed = prune(read_packs([packs]), found)
        reasons = {one.rule: one.reason for one in proposed}
        assert reasons["mine/promo.stamps"] == "never fired on 1 pages"
        assert "taken by mine/promo.pictures" in reasons["mine/promo.photos"]
        assert "mine/promo.pictures" not in reasons
        written = patch(read_packs([packs]), proposed)
        assert written.count("+    status: retired") == 2
        assert "status" not in packs.read_text("utf-8")


class TestDiff:
    def test_by_rule(self, tmp_path: Path, page: Page) -> None:
        old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
        old.write_text(pack(PHOTOS), "utf-8")
        new.write_text(pack(rule("bridge", f'text: {{is: ["{PROSE[3]}"]}}', PROSE[3], "The council.")), "utf-8")
        found = differ.diff(old, new, [Sample("a", lambda: page, "\n".join(PROSE))])
        assert (found.added, found.dropped) == (("mine/promo.bridge",), ("mine/promo.photos",))
        assert {(one.what, one.reason) for one in found.changed[0].changes} == {
            ("removed", "mine/promo.bridge"),
            ("kept", "mine/promo.photos"),
        }
        assert len(found.changed[0].wrong) == 2
        markdown = differ.as_markdown(found)
        assert "### `mine/promo.bridge`: newly removed, 1" in markdown
        assert "**(article text)**" in markdown
        assert json.dumps(differ.to_dict(found))
        assert differ.diff(old, old, [Sample("a", lambda: page)]).changed == ()


class TestTest:
    def test_lines_and_outcomes(self, tmp_path: Path) -> None:
        path = tmp_path / "mine.yaml"
        path.write_text(pack(PHOTOS.replace(f'remove: ["{FOREIGN}"]', f'remove: ["{FOREIGN}", "Else"]')), "utf-8")
        failing = [one for one in test(path) if one.result != "ok"]
        assert [(one.result, one.example, one.line) for one in failing] == [("missing", "Else", 9)]
        assert str(failing[0]) == f"{path}:9: missing: mine/promo.photos: 'Else'"
        assert test(path, pattern="no.such") == []

    def test_every_outcome(self) -> None:
        def result(**examples: tuple[str, ...]) -> list[str]:
            made = load_rules(ROOT / "fixtures" / "rules" / "valid").by_id["harbour-papers/related.next-tide-line"]
            changed = made.examples.model_copy(update={"remove": (), "keep": (), **examples})
            return [one.result for one in check_rule(made.model_copy(update={"examples": changed}))]

        assert result(remove=("On the next tide: a rowing club",)) == ["ok"]
        assert result(remove=("The tide",)) == ["missing"]
        assert result(keep=("On the next tide: a rowing club",)) == ["noisy"]
        assert result(todo=("On the next tide: a rowing club",)) == ["todo-passes-now"]
        assert result(todo=("The tide",)) == ["ok"]

    def test_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "mine.yaml"
        scrap = "<main><p>Pictures</p></main>"
        path.write_text(pack(rule("all", "css: main", scrap, "<p>Art.</p>")), "utf-8")
        assert [one.result for one in test(path)] == ["refused", "ok"]

    def test_the_engine_admits_what_it_admits_on_pages(self, tmp_path: Path) -> None:
        path = tmp_path / "mine.yaml"
        essay = " ".join(
            f"The {n}th boat came in from the sea and nobody on the quay knew its name." for n in range(30)
        )
        limits = "{words: ..900, sentences: ..90}"
        scrap = f'<div class="harbour-strip"><p>{essay}</p></div>'
        made = pack(
            rule("essay", f'text: {{starts: ["The 0th boat"]}}\n    block: {limits}', essay, "The 1st boat came in."),
            rule("strip", "css: .harbour-strip", scrap, "<p>The 1st boat came in.</p>"),
            rule("tail", 'where: {position: tail}\n    text: {is: ["Boats"]}', "Boats", "Boats came in."),
            rule("draft", 'status: draft\n    text: {is: ["Ships"]}', "Ships", "Ships came in."),
            rule(
                "site", 'where: {hosts: [a.example], page: ".x"}\n    css: .y', '<p class="y">Ships</p>', "<p>Sail</p>"
            ),
        )
        path.write_text(made, "utf-8")
        outcomes = test(path)
        assert [one.result for one in outcomes] == [
            "refused",
            "ok",
            "refused",
            "ok",
            "ok",
            "ok",
            "ok",
            "ok",
            "ok",
            "ok",
        ]
        assert "by the guard" in outcomes[0].detail

    def test_broken_files(self, tmp_path: Path) -> None:
        path = tmp_path / "mine.yaml"
        path.write_text("format: 1\n", "utf-8")
        with pytest.raises(RuleError, match="pack"):
            test(path)

    def test_fixtures(self, tmp_path: Path) -> None:
        (tmp_path / "mine.yaml").write_text(pack(PHOTOS), "utf-8")
        cleaner = Cleaner(load_rules(tmp_path / "mine.yaml"))
        (tmp_path / "page.html").write_text(html(f"<p>{FOREIGN}</p>", "<p>Rope is dear this year.</p>"), "utf-8")
        fixture = FixturePage(tmp_path)
        text = cleaner.clean(fixture.page).text
        (tmp_path / "article.txt").write_text(text + "\n", "utf-8")
        assert check_fixture(fixture, cleaner).result == "wrong"
        assert trace_change(fixture, cleaner)
        accept(fixture, cleaner)
        assert trace_change(fixture, cleaner) == ""
        assert check_fixture(fixture, cleaner).result == "ok"
        (tmp_path / "article.txt").write_text(text.replace("Rope is dear this year.\n\n", ""), "utf-8")
        assert check_fixture(FixturePage(tmp_path), cleaner).result == "missing"
        (tmp_path / "article.txt").write_text(text + "\n\nA last line.\n", "utf-8")
        assert check_fixture(FixturePage(tmp_path), cleaner).result == "noisy"


class TestIndex:
    @pytest.fixture(autouse=True)
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        folder = tmp_path / "cache"
        monkeypatch.setattr(rule_index, "index_folder", lambda: folder)
        return folder

    def test_the_same_rules_come_back(self, packs: Path, folder: Path) -> None:
        first = load_rules(packs).rules
        entries = list(folder.glob("*.json"))
        assert len(entries) == 1
        again = load_rules(packs).rules
        assert [repr(one.model_dump()) + f"{one.line}{one.file}" for one in again] == [
            repr(one.model_dump()) + f"{one.line}{one.file}" for one in first
        ]

    def test_an_edit_makes_a_new_entry(self, packs: Path, folder: Path) -> None:
        load_rules(packs)
        packs.write_text(packs.read_text("utf-8").replace("again and again", "over and over"), "utf-8")
        assert "over and over" in load_rules(packs).rules[0].why
        assert len(list(folder.glob("*.json"))) == 2

    def test_broken_files_and_entries(self, packs: Path, folder: Path) -> None:
        load_rules(packs)
        entry = next(folder.glob("*.json"))
        entry.write_text("{", "utf-8")
        assert len(load_rules(packs)) == 3
        packs.write_text(packs.read_text("utf-8").replace("why", "whyy", 1), "utf-8")
        for _ in range(2):
            with pytest.raises(RuleError, match=r"mine\.yaml:6"):
                load_rules(packs)
        assert not list(folder.glob("*.part"))

    def test_a_folder_that_cannot_be_written(self, packs: Path, folder: Path) -> None:
        folder.write_text("a file", "utf-8")
        assert len(load_rules(packs)) == 3

    def test_index(self, packs: Path) -> None:
        assert index(packs).rules == 3
        assert index(packs).dropped == 1
