"""The form of a text with holes, written as a pattern of the rule language that finds it again."""

import pytest

from cleaner.sites.template import finds, form_key, template
from cleaner.text.normalize import tidy


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("12 comments", "{n} comments"),
        ("1,234 comments", "{n} comments"),
        ("3.5 million readers", "{n} million readers"),
        ("Written by Nora Lind", "Written by {name}"),
        ("Written by Nora K. Lind", "Written by {name}"),
        ("Written by Nora van der Lind", "Written by {name}"),
        ("Von Nora Lind-Fisk aus", "Von {name} aus"),
        ("All photos Nora Lind", "All photos {name}"),
        ("Follow @harbournews today", "Follow {handle} today"),
        ("Write to desk@harbour.example", "Write to {email}"),
        ("See www.harbour.example/ferry for more", "See {url} for more"),
        ("See https://harbour.example for more", "See {url} for more"),
        ("Updated 2026-06-05", "Updated {date}"),
        ("Updated at 14:30", "Updated at {time}"),
        ("Stand: 14.30 Uhr", "Stand: {time} Uhr"),
        ("Rated 14.30 of 20", "Rated {n} of {n}"),
        # a place that a line with a name in it tells of
        ("By Nora Lind in Norrick", "By {name} in {word}"),
        ("The ramp in Norrick has 12 planks", "The ramp in Norrick has {n} planks"),
        # nothing to make a hole of
        ("Leave a reply", ""),
        ("Nora sails", ""),
        ("", ""),
        # too little beside the holes to recognise it
        ("12", ""),
        ("12 of 14", ""),
        ("12 ads", ""),
        ("12 boats", "{n} boats"),
        ("12 in all", "{n} in all"),
        # a name and one word might be any heading
        ("Nora Lind reports", ""),
        ("By Nora Lind", ""),
        ("14:30", ""),
        # marks of the rule language itself
        ("12 comments | more", ""),
        ("12 {comments}", ""),
        ("[12] comments", ""),
        # a paragraph is no form
        (" ".join(["boat"] * 39) + " 12", " ".join(["boat"] * 39) + " {n}"),
        (" ".join(["boat"] * 40) + " 12", ""),
    ],
)
def test_template(text: str, form: str) -> None:
    assert template(tidy(text)) == form


@pytest.mark.xfail(strict=True, reason="a date with the name of its month takes any word before it for a weekday")
@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Updated 5 June 2026", "Updated {date}"),
        ("Published June 5, 2026", "Published {date}"),
        ("Written by Nora Lind in Norrick, 5 June 2026", "Written by {name} in {word}, {date}"),
    ],
)
def test_words_before_a_date_are_no_part_of_it(text: str, form: str) -> None:
    assert template(tidy(text)) == form


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("12 comments", "1,700 comments"),
        ("Written by Nora Lind", "Written by Otto van Fisk"),
        ("By Nora Lind in Norrick", "By Otto Fisk in Overby"),
        ("Write to desk@harbour.example", "Write to nora.lind@sea.example"),
        ("See https://harbour.example for more", "See www.sea.example/boats for more"),
        ("Follow @harbournews today", "Follow @nora_lind today"),
        ("Updated 2026-06-05", "Updated 05.06.2026"),
        ("Updated at 14:30", "Updated at 9:05"),
    ],
)
def test_a_form_finds_its_own_text_and_others_like_it(text: str, other: str) -> None:
    form = template(tidy(text))
    assert form
    assert finds(form, tidy(text))
    assert finds(form, tidy(other))
    assert not finds(form, tidy(f"{text} and a ferry that sails"))
    assert form_key(template(tidy(other))) == form_key(form)


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("{n} comments", "12 comments", True),
        ("{n} comments", "12 COMMENTS", True),
        ("{n} comments", "no comments", False),
        ("{n} comments", "12 comments here", False),
        # what is no pattern finds nothing
        ("{boat} comments", "12 comments", False),
        ("{n", "12", False),
        ("", "", False),
    ],
)
def test_finds(pattern: str, text: str, found: bool) -> None:
    assert finds(pattern, text) is found


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("{n} comments", "{n} Comments", True),
        ("{n} comments", "{n} shares", False),
        ("- {n} comments", "{n} comments", False),
        ("By {name}", "by {name}", True),
    ],
)
def test_form_key(one: str, other: str, same: bool) -> None:
    assert (form_key(one) == form_key(other)) is same


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("12 comments", "{n} comments"),
        ("By Jane Doe in Berlin", "By {name} in {word}"),
        ("Checked by Jane Doe: 3 May 2024, 14:30", "Checked by {name}: {date}, {time}"),
        ("© 2024 Tideway Post. All rights reserved.", "© {n} {name}. All rights reserved."),
        ("A year costs €4.20; cancel within 14 days.", "A year costs €{n}; cancel within {n} days."),
        ("Write to jane@paper.example or @paper", "Write to {email} or {handle}"),
        ("Leave a reply", ""),
        ("18:15", ""),
        ("Mats Holm", ""),
        ("Terms {apply} in 2024", ""),
    ],
)
def test_forms(text: str, form: str) -> None:
    assert template(text) == form
    assert not form or finds(form, tidy(text))
