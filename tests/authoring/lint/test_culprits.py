"""Which selectors and phrases of a rule do not compile, and where they stand in it."""

import pytest

from cleaner.authoring.lint.culprits import culprits
from cleaner.authoring.lint.study import Study
from tests.authoring.small_packs import pack, packs, rule

EMPTY = "promo.one: '' is not a selector"
HOVER = "promo.one: 'a:hover': the rule language has no :hover"
NOTHING = "promo.one: nothing is left of '►' after normalisation"
UNKNOWN = "promo.one: '{nam}': unknown {nam}"


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("css: [.tide, .quay]", []),
        ("css: ''", [("F10", EMPTY, ("css", 0))]),
        ("css: [.tide, '', 'a:hover']", [("F10", EMPTY, ("css", 1)), ("F10", HOVER, ("css", 2))]),
        ("css: .tide, climb: sole", []),
        ("css: .tide, climb: 'a:hover'", [("F10", HOVER, ("climb",))]),
        (
            "css: .tide, except: [{css: .quay}, {hosts: [a.example], css: ''}]",
            [("F10", EMPTY, ("except", 1, "css"))],
        ),
        (
            "css: 'a:hover', except: [{css: 'a:hover'}]",
            [("F10", HOVER, ("css", 0)), ("F10", HOVER, ("except", 0, "css"))],
        ),
        ("text: {is: [Tide]}, where: {page: 'a:hover'}", [("F10", HOVER, ("where", "page"))]),
        ("repeat: {times: 3}, where: {page: ''}", [("F10", EMPTY, ("where", "page"))]),
        ("text: {is: [Tide], starts: [Sea, '►']}", [("D04", NOTHING, ("text", "starts", 1))]),
        (
            "text: {starts: {en: [Tide, Sea], fi: [Vesi, '►']}}",
            [("D04", NOTHING, ("text", "starts", "fi", 1))],
        ),
        ("text: {is: [Tide], like: ['{nam}']}", [("F11", UNKNOWN, ("text", "like", 0))]),
        (
            "text: {like: ['By {name}']}, do: trim",
            [("F11", "promo.one: 'By {name}' takes whole blocks", ("text", "like", 0))],
        ),
        ("css: .tide, needs: {is: [Tide, '►']}", [("F11", NOTHING, ("needs", "is", 1))]),
        (
            "text: {is: ['►']}, except: [{text: {is: ['►']}}]",
            [("D04", NOTHING, ("text", "is", 0)), ("F11", NOTHING, ("except", 0, "text", "is", 0))],
        ),
    ],
)
def test_culprits(said: str, wanted: list[tuple[str, str, tuple[str | int, ...]]]) -> None:
    found = list(culprits(rule(said)))
    assert [
        (one.code, one.message[: len(starts)], one.to) for one, (_, starts, _) in zip(found, wanted, strict=True)
    ] == (wanted)


@pytest.mark.parametrize(
    "said",
    [
        "css: [.tide, '', 'a:hover'], climb: 'b:hover', except: [{css: 'c:hover'}], where: {page: 'd:hover'}",
        "text: {starts: ['►'], like: ['{nam}', '{nom}']}",
        "text: {is: [Tide]}, needs: {like: ['{nam}']}",
        "text: {like: ['By {name}']}, do: trim",
    ],
)
def test_they_are_all_that_does_not_compile(said: str) -> None:
    made = Study(packs(pack(said)), (), ())
    (subject,) = made.subjects
    faults = made.compile_faults["mine/promo.one"]
    assert {(one.code, one.message) for one in culprits(subject.rule)} == set(faults)
