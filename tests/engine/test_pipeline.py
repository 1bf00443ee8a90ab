"""The whole road: what a pipeline is made of, and what goes through it."""

import pickle
from pathlib import Path

import pytest

from cleaner.classifier.model import Model, bundled_model
from cleaner.classifier.model_file import Look, Looks, ModelFile
from cleaner.document.block import Block
from cleaner.document.page import Page
from cleaner.document.policy import Policy
from cleaner.engine.pipeline import Pipeline
from cleaner.errors import PageError
from cleaner.matching.conditions import PageContext
from cleaner.rules import Rule, RuleSet, bundled_rules
from cleaner.rules.annotations import checked
from cleaner.sites import SiteMemory, add_pages

TALE = "The harbour office said on Monday that the ferry sails again before the end of the month, on trip {}."
LINES = [*(TALE.format(number) for number in range(20, 26)), "Visit the fair"]


def rule(name: str = "promo.x", **given: object) -> Rule:
    base = {"id": name, "kind": name.partition(".")[0], "why": "a reason for the test", "pack": "p"}
    return checked(Rule, {**base, "text": {"is": ["Visit the fair"]}, **given})


FAIR = rule()
HTML = Page(html="".join(f"<p>{line}</p>" for line in LINES), url="https://a.example/x")
TEXT = Page(text="\n\n".join(LINES))


def test_what_it_is_made_of() -> None:
    pipeline = Pipeline()
    assert (pipeline.rules, pipeline.policy, pipeline.model) == (bundled_rules(), Policy(), bundled_model())
    assert pipeline.site_memory is None
    # no rules are rules, too
    assert len(Pipeline(RuleSet()).rules) == 0


@pytest.mark.parametrize("model", [None, Model(ModelFile(), bundled_model().lexicon, bundled_model().adjustments)])
def test_it_pickles(model: Model | None, tmp_path: Path) -> None:
    add_pages(tmp_path / "sites.sqlite", [])
    memory = SiteMemory(tmp_path / "sites.sqlite")
    pipeline = Pipeline(RuleSet((FAIR,)), Policy(keep=frozenset({"share"})), model, memory)
    again = pickle.loads(pickle.dumps(pipeline))
    assert (again.rules, again.policy) == (pipeline.rules, pipeline.policy)
    assert again.site_memory
    assert again.site_memory.digest == memory.digest
    assert again.model.digest == pipeline.model.digest
    assert (again.model is bundled_model()) is (model is None)


SONGS = ("Song|Author|Source", "Home|Brandt|Harbour book", "Search|Holt|Letter")
ROOMS = ("Room|Theme|Comments", "1|Coal|dark and wet", "2|Rope|long", "3|Salt|white")
REPLY = ("Room|Theme|Size", "1|Coal|dark and wet", "2|Reply|long", "3|Salt|white")
OPTIONS = (
    "Option|Default|Meaning",
    "--poll|0.5|seconds between polls",
    "--video|on|show the film",
    "Next|2|steps ahead",
)


# in Markdown rules may take cells, since cleaning its text again, of which each row is a line, must change nothing
@pytest.mark.parametrize(
    ("rows", "is_markdown"),
    [(SONGS, False), (OPTIONS, False), (ROOMS, False), (ROOMS, True), (REPLY, False), (REPLY, True)],
)
def test_a_table_of_data_and_the_prose_below_it_stay(rows: tuple[str, ...], is_markdown: bool) -> None:
    cells = [row.split("|") for row in rows]
    shown = "\n".join("\t".join(row) for row in cells)
    if is_markdown:
        table = "\n".join([f"|{rows[0]}|", "|---" * len(cells[0]) + "|", *(f"|{row}|" for row in rows[1:])])
        page = Page(text="\n\n".join(["# Ferry", *LINES[:2], table, *LINES[2:4]]), text_form="markdown")
    else:
        table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in cells)
        above, below = ("".join(f"<p>{line}</p>" for line in part) for part in (LINES[:2], LINES[2:4]))
        page = Page(html=f"<h1>Ferry</h1>{above}<table>{table}</table>{below}")
    assert Pipeline().clean(page).text == "\n\n".join([*LINES[:2], shown, *LINES[2:4]])


@pytest.mark.parametrize("page", [HTML, TEXT], ids=["html", "text"])
@pytest.mark.parametrize(
    ("rules", "policy", "taken"),
    [
        ((FAIR,), Policy(), {6: "p/promo.x"}),
        ((FAIR,), Policy(keep=frozenset({"promo"})), {}),
        ((rule(status="draft"),), Policy(), {}),
        ((rule(where={"hosts": ["b.example"]}),), Policy(), {}),
        # what takes too much is held back
        ((rule("promo.all", text={"starts": ["The harbour office"]}), FAIR), Policy(), {6: "p/promo.x"}),
    ],
    ids=["a rule", "its kind is kept", "a draft", "another host", "too much"],
)
def test_rules_take_their_blocks(page: Page, rules: tuple[Rule, ...], policy: Policy, taken: dict[int, str]) -> None:
    settled = Pipeline(RuleSet(rules), policy).settle(page)
    assert {verdict.block.number: verdict.rule for verdict in settled.trace if verdict.rule} == taken
    assert settled.ledger.owners() == taken
    assert [verdict.kept for verdict in settled.trace][:6] == [True] * 6


def test_an_article() -> None:
    article = Pipeline(RuleSet((FAIR,))).clean(HTML)
    assert article.text.split("\n\n") == LINES[:6]
    assert [verdict.rule for verdict in article.trace] == [""] * 6 + ["p/promo.x"]


def test_scraped_text_is_read_until_nothing_more_goes() -> None:
    doubled = rule("promo.two", text={"is": ["Visit the fair"]}, where={"position": "tail"})
    pipeline = Pipeline(RuleSet((doubled,)))
    once = pipeline.clean(TEXT)
    assert pipeline.clean(Page(text=once.text)).text == once.text
    assert once.text.split("\n\n") == LINES[:6]


@pytest.mark.parametrize("page", [Page(), Page(html=b"%PDF-1.7")], ids=["nothing", "no page"])
def test_what_cannot_be_read(page: Page) -> None:
    for read in (Pipeline(RuleSet()).clean, Pipeline(RuleSet()).analyse, Pipeline(RuleSet()).settle):
        with pytest.raises(PageError):
            read(page)


def test_facts_are_weighed_by_its_model() -> None:
    stern = Look(bias=(-9.0, -9.0))
    model = Model(
        ModelFile(html=Looks(first=stern, second=stern)), bundled_model().lexicon, bundled_model().adjustments
    )
    page = Page(html="<p>The ferry</p>")
    assert Pipeline(RuleSet(), model=model).settle(page).ledger.balance(0) < -5


@pytest.mark.parametrize(
    ("url", "kept"), [("https://a.example/x", [0, 1]), ("https://b.example/x", [0]), (None, [0, 1])]
)
def test_blocks_judged_by_text_rules_alone(url: str | None, kept: list[int]) -> None:
    pipeline = Pipeline(RuleSet((rule(where={"hosts": ["b.example"]}), rule("share.x", css="p", text=None))))
    blocks = [Block(0, LINES[0]), Block(1, "Visit the fair")]
    ledger = pipeline.judge(blocks, PageContext(url))
    assert ledger.kept() == kept
    assert ledger.balance(0) == 1.0
