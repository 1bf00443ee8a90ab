"""Numeric references to characters that no output may show."""

import pytest

from cleaner.html.references import clean_references


@pytest.mark.parametrize(
    ("markup", "cleaned"),
    [
        ("", ""),
        ("no reference & no more", "no reference & no more"),
        # other characters keep theirs
        ("&#38; &#65; &#x41; &#8217; &#128674;", "&#38; &#65; &#x41; &#8217; &#128674;"),
        ("&#9;&#10;&#13;&#x9;&#xA;&#xd;", "&#9;&#10;&#13;&#x9;&#xA;&#xd;"),
        ("&#160;&#xA0;&#127987;", "&#160;&#xA0;&#127987;"),
        # control characters become spaces
        ("a&#0;b", "a b"),
        # soft hyphens go, by whatever name
        ("Bei&shy;trag &#173;a&#xAD;b&#x00ad;", "Beitrag ab"),
        ("/ferry?a=1&shy=2", "/ferry?a=1&shy=2"),
        ("a&#7;b", "a b"),
        ("a&#31;b&#32;c", "a b&#32;c"),
        ("a&#127;b", "a b"),
        ("a&#x1B;b", "a b"),
        ("a&#X1b;b", "a b"),
        ("a&#0000027;b", "a b"),
        ("a&#x0001b;b", "a b"),
        ("a&#27 b", "a  b"),
        # what browsers take for windows-1252
        ("&#147;so&#148; &#150; &#128;", "“so” – €"),
        ("&#x93;so&#x94;", "“so”"),
        ("&#129;", " "),
        ("&#x9f;", "Ÿ"),
        # halves of pairs, and what is no character
        ("a&#55357;b&#xDE00;c", "a b c"),
        ("a&#55296;&#57343;b", "a  b"),
        ("&#55295;&#57344;", "&#55295;&#57344;"),
        ("a&#xD800;&#xdfff;b", "a  b"),
        ("&#xD7FF;&#xE000;", "&#xD7FF;&#xE000;"),
        ("a&#65534;&#65535;b", "a  b"),
        ("a&#xFFFE;&#xffff;b", "a  b"),
        ("&#65533;&#xFFFD;", "&#65533;&#xFFFD;"),
        # longer numbers that begin alike are others
        ("&#1471;&#270;&#553571;&#x1Bf;&#xD8000;", "&#1471;&#270;&#553571;&#x1Bf;&#xD8000;"),
        ("&#;&#x;&#xg;", "&#;&#x;&#xg;"),
    ],
)
def test_clean_references(markup: str, cleaned: str) -> None:
    assert clean_references(markup.encode()).decode() == cleaned
    assert clean_references(cleaned.encode()).decode() == cleaned
