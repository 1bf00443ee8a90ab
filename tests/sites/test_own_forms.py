"""Forms that series, recipes, reviews, tickers and tables share with house text, and what tells them from it."""

from collections.abc import Sequence

import pytest

from cleaner.document.block import Ancestor, Block
from cleaner.document.verdict import Verdict
from cleaner.sites.own_forms import BESIDE_AMOUNTS, QUESTION, STEP, OwnForms
from cleaner.sites.repetition import Repetition

CLOCK = "it begins with a time, as entries of tickers and listings do"
ROW, LIST, HEADING = (
    "the row of its table says something new",
    "half of its list stands on few pages",
    "what stands under it is new",
)
REPEATED, NEW = Repetition((), True, share=0.5), Repetition()
RARE, HEADS_NEW = Repetition((), True, share=0.49), Repetition((), True, heads_new=True, share=0.5)
AT_HEAD = Repetition((), True, heads_new=True, share=0.5, is_at_head=True)
ONE, OTHER = (Ancestor(2, "table"), Ancestor(3, "tr")), (Ancestor(2, "table"), Ancestor(6, "tr"))

Given = tuple[str, Repetition] | tuple[str, Repetition, dict[str, object]]


def reasons(*given: Given, gone: Sequence[int] = ()) -> list[str]:
    trace = [
        Verdict(Block(at, one[0], **(one[2] if len(one) > 2 else {})), at not in gone)  # type: ignore[arg-type, misc]
        for at, one in enumerate(given)
    ]
    forms = OwnForms(trace, [one[1] for one in given])
    return [forms.reason(at) for at in range(len(given))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("18:15 Harbour watch", CLOCK),
        ("8.30 Mass", CLOCK),
        ("– 20h15 The quiz", CLOCK),
        ("60' A free kick", CLOCK),
        ("At 18:15 Harbour watch", ""),
        ("2024 was a good year", ""),
        ("1234' of rope", ""),
    ],
)
def test_entries_with_a_time(text: str, expected: str) -> None:
    assert reasons((text, REPEATED)) == [expected]


@pytest.mark.parametrize(
    ("beside", "where", "gone", "expected"),
    [
        (NEW, ONE, (), ROW),
        (NEW, OTHER, (), ""),
        (NEW, (), (), ""),
        (REPEATED, ONE, (), ""),
        (NEW, ONE, (1,), ""),
    ],
    ids=["new in its row", "in another", "in none", "repeated", "gone"],
)
def test_cells(beside: Repetition, where: tuple[Ancestor, ...], gone: tuple[int, ...], expected: str) -> None:
    cell = {"tag": "td", "ancestors": ONE}
    found = reasons(("Norholm", REPEATED, cell), ("12.5", beside, {"tag": "td", "ancestors": where}), gone=gone)
    assert found[0] == expected


ITEM: dict[str, object] = {"tag": "li"}
H3: dict[str, object] = {"tag": "h3", "ancestors": (Ancestor(1, "body"), Ancestor(2, "h3"))}


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([NEW, REPEATED], LIST),
        ([NEW, REPEATED, REPEATED], ""),
        ([REPEATED], ""),
        ([NEW, NEW, REPEATED], LIST),
        ([RARE, RARE, REPEATED], LIST),
    ],
    ids=["half", "a third", "none", "most", "rare"],
)
def test_items(items: list[Repetition], expected: str) -> None:
    given = [(f"Item {at}", one, ITEM) for at, one in enumerate(items)]
    assert reasons(("Before", NEW), *given)[-1] == expected


def test_two_lists_are_two() -> None:
    new = [("Item 1", NEW, ITEM), ("Item 2", NEW, ITEM)]
    assert reasons(*new, ("Between", REPEATED), ("Item 3", REPEATED, ITEM), ("Item 4", REPEATED, ITEM))[-1] == ""


def test_linked_items_lead_elsewhere() -> None:
    linked = {"tag": "li", "linked": 6, "links": ("/a",)}
    assert reasons(("Item 1", NEW, ITEM), ("Item 2", REPEATED, linked))[1] == ""


@pytest.mark.parametrize(
    ("one", "under", "expected"),
    [
        (("Method", REPEATED, H3), ("Own text", NEW), HEADING),
        (("Method", HEADS_NEW), ("Own text", NEW), HEADING),
        (("Method", REPEATED), ("Own text", NEW), ""),
        (("Method", REPEATED, {"tag": "h1"}), ("Own text", NEW), ""),
        (("Method", HEADS_NEW), ("Repeated text", REPEATED), ""),
        (("Method", HEADS_NEW), ("A link", NEW, {"linked": 6, "links": ("/a",)}), ""),
        (("Tonight", REPEATED, H3), ("18:15 Harbour watch", REPEATED), HEADING),
        (("Method", HEADS_NEW, {"linked": 6, "links": ("/a",)}), ("Own text", NEW), ""),
        (("one two three four five six seven eight nine ten", HEADS_NEW), ("Own text", NEW), HEADING),
        (("one two three four five six seven eight nine ten eleven", HEADS_NEW), ("Own text", NEW), ""),
        (("Method", AT_HEAD), ("Own text", NEW), ""),
        (("What would you never lend?", AT_HEAD), ("Own text", NEW), HEADING),
        ((f"{'one two three four ' * 4}one two three four?", HEADS_NEW), ("Own text", NEW), HEADING),
        ((f"{'one two three four ' * 5}five?", HEADS_NEW), ("Own text", NEW), ""),
    ],
    ids=[
        "heading",
        "label",
        "no heading",
        "of text",
        "over repeated",
        "over a link",
        "over entries",
        "linked",
        "ten words",
        "eleven words",
        "at the head",
        "a question there",
        "a question of twenty words",
        "of more",
    ],
)
def test_headings(one: Given, under: Given, expected: str) -> None:
    assert reasons(one, under)[0] == expected


EVERYWHERE = Repetition((), True, share=0.9, sure=("on_every_page",))
ASKED = "What would you never lend?"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([(ASKED, RARE), ("New", NEW), (ASKED, RARE), ("New", NEW)], [QUESTION, "", QUESTION, ""]),
        ([(ASKED, RARE), ("New", NEW)], ["", ""]),
        ([(ASKED, RARE), ("New", NEW), (ASKED, RARE), ("Old", RARE)], ["", "", "", ""]),
        ([(ASKED, RARE), ("New", NEW)] * 2 + [(ASKED, RARE), ("Yes.", RARE)], [QUESTION, ""] * 3),
        ([(ASKED, EVERYWHERE), ("Promo", EVERYWHERE), ("New", NEW)] * 2, [QUESTION, "", ""] * 2),
        ([(ASKED, RARE), ("Promo", EVERYWHERE), ("New", NEW)] * 2, [QUESTION, "", ""] * 2),
        ([(ASKED, RARE), ("New", NEW), (ASKED, RARE, {"linked": 20, "links": ("/a",)}), ("New", NEW)], [""] * 4),
        ([(ASKED, RARE), ("New", NEW), (ASKED, RARE), ("Promo", EVERYWHERE)], [""] * 4),
    ],
    ids=["two", "one", "over repeated", "over repeated, too", "everywhere", "over promos", "linked", "last"],
)
def test_questions(given: list[Given], expected: list[str]) -> None:
    assert reasons(*given) == expected


AMOUNTS: list[Given] = [("2 eggs", NEW), ("200 g flour", RARE), ("100 ml milk", RARE), ("½ lemon", NEW)]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (AMOUNTS, [LIST] * 4),
        ([*AMOUNTS[:2], ("Promo", EVERYWHERE), *AMOUNTS[2:]], [LIST, LIST, "", LIST, LIST]),
        (AMOUNTS[:2], ["", ""]),
        ([("1 USD", REPEATED), ("1 EUR", REPEATED), ("1 GBP", REPEATED)], ["", "", ""]),
        ([("924Articles", NEW), ("45Comments", RARE), ("7Likes", RARE)], ["", "", ""]),
        (
            [("Ingredients", RARE), *AMOUNTS, ("Method", RARE), ("Mix", RARE)],
            [BESIDE_AMOUNTS, *[LIST] * 4, BESIDE_AMOUNTS, ""],
        ),
        ([("Share", EVERYWHERE), *AMOUNTS], ["", *[LIST] * 4]),
        ([*AMOUNTS, ("Send me the letter", RARE)], [*[LIST] * 4, ""]),
    ],
    ids=["amounts", "around a promo", "two", "on many pages", "counters", "its headings", "everywhere", "four words"],
)
def test_amounts(given: list[Given], expected: list[str]) -> None:
    assert reasons(*given) == expected


def test_a_promo_under_a_heading_is_passed_over() -> None:
    assert reasons(("Method", REPEATED, H3), ("Promo", EVERYWHERE), ("Own text", NEW)) == [HEADING, "", ""]


def test_what_stands_last_heads_nothing() -> None:
    assert reasons(("Own text", NEW), ("Method", HEADS_NEW, H3))[1] == ""


def test_what_is_gone_is_not_headed() -> None:
    assert reasons(("Method", REPEATED, H3), ("Own text", NEW), gone=[1])[0] == ""


NEW_STEP, OTHER_STEP = ("Chop the plums and the leeks.", NEW), ("Stir 40 g of oats into the dough.", NEW)
PREHEAT = "Preheat the oven to 180 degrees."


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([(PREHEAT, REPEATED), NEW_STEP, OTHER_STEP], STEP),
        ([NEW_STEP, ("Den Ofen auf 180 Grad vorheizen.", REPEATED), OTHER_STEP], STEP),
        ([NEW_STEP, OTHER_STEP, ("放凉后食用。", REPEATED)], STEP),
        ([NEW_STEP, OTHER_STEP, ("Rate this recipe!", REPEATED)], ""),
        ([NEW_STEP, OTHER_STEP, ("Rate this recipe. It helps us.", REPEATED)], ""),
        ([NEW_STEP, OTHER_STEP, ("Rate this recipe", REPEATED)], ""),
        ([NEW_STEP, OTHER_STEP, (PREHEAT, REPEATED._replace(is_prose=True))], ""),
        ([NEW_STEP, (PREHEAT, REPEATED)], ""),
        ([NEW_STEP, OTHER_STEP, *[(PREHEAT, REPEATED)] * 3], ""),
        ([NEW_STEP, (f"{PREHEAT[:-1]} {'and wait ' * 10}.", NEW), (PREHEAT, REPEATED)], ""),
    ],
    ids=["first", "between", "last", "call", "two sentences", "open", "prose", "one new", "most repeated", "long ones"],
)
def test_steps(given: list[Given], expected: str) -> None:
    found = reasons(*given)
    assert next(reason for reason, one in zip(found, given, strict=True) if one[1] != NEW) == expected
