"""Paragraphs in labels, buttons and forms are the article's; names of things to press are not."""

import pytest

from cleaner.html.snapshot import take_snapshot

ENGLISH = "The ferry sails again on Monday, the harbour office said in a statement to all islanders."
GERMAN = "Die Fähre fährt am Montag wieder, teilte das Hafenamt allen Bewohnern der Inseln mit."
CHINESE = "港务局周一表示，开往外岛的渡轮在船厂停留三个月后将于下周恢复航行。"
CONSENT = "I agree that the Harbour Post may send me news of its partners, and I know that I can change my mind."

FREED = {
    "an accordion without a script": f"<input type=checkbox id=a><label for=a>{ENGLISH}</label>",
    "a list that unfolds": f"<ul><li><input type=checkbox id=a><label for=a>{GERMAN}</label></li></ul>",
    "the rest of a story": f"<p>Soon.</p><label class=more><input type=checkbox><b><p>{CHINESE}</p></b></label>",
    "a button": f"<button class=expand><p>{ENGLISH}</p></button>",
    "a button by its role": f"<div role=button class=btn tabindex=0>{GERMAN}</div>",
    "a form around it all": f"<form><input type=hidden><nav>News</nav><h1>Ferry</h1>{f'<p>{ENGLISH}</p>' * 3}</form>",
    "a form of one field": f"<form><input type=text><div>{f'{ENGLISH}<br>' * 6}</div></form>",
    "a field of the page": f"<h1>Ferry</h1><p><input name=q></p><div><label>{ENGLISH}</label></div>",
}
LEFT = {
    "a name": "<label>Your town</label>",
    "a question": "<label>Are you over eighteen years of age?</label>",
    "consent beside a field": f"<div><input type=email name=m><p><label>{CONSENT}</label></p></div>",
    "consent above a button": f"<div><label><input type=checkbox>{CONSENT}</label><button>Save</button></div>",
    "consent by its name": f"<div class=gdpr-box><label><input type=checkbox>{CONSENT}</label></div>",
    "a card": f"<button><h4>Bakers strike</h4>{ENGLISH}</button>",
    "a card in a link": f"<a href=/bread><div role=button>{ENGLISH}</div></a>",
    "a letter box": f"<form><p>{CONSENT}</p><input type=email><button>Sign up</button></form>",
}
TAGS = {"label", "button", "form"}


def _pressed(markup: str) -> int:
    """Return how many elements of *markup* are still there to be pressed, or to be sent."""
    root = take_snapshot(f"<body>{markup}").root
    assert root is not None
    return sum(element.tag in TAGS or element.get("role") == "button" for element in root.find("body").iter())


@pytest.mark.parametrize("name", FREED)
def test_prose_is_freed(name: str) -> None:
    assert _pressed(FREED[name]) == 0


@pytest.mark.parametrize("name", LEFT)
def test_what_asks_is_left(name: str) -> None:
    assert _pressed(LEFT[name]) > 0
