"""Paragraphs in labels, buttons and forms are the article's; names of things to press are not."""

import pytest

from cleaner.html.snapshot import take_snapshot

ENGLISH = "The ferry sails again on Monday, the harbour office said in a statement to all islanders."
GERMAN = "Die Fähre fährt am Montag wieder, teilte das Hafenamt allen Bewohnern der Inseln mit."
CHINESE = "港务局周一表示，开往外岛的渡轮在船厂停留三个月后将于下周恢复航行。"
CONSENT = "I agree that the Harbour Post may send me news of its partners, and I know that I can change my mind."
OFFER = "Have the ferry's hours sent to your phone each morning, free of charge, and never wait at the quay again."
WALL = "This was your last story of the week. Choose an offer now to go on. It can be ended on any day you like."
NOTE = "Stories with this sign were read by two of our editors, who asked at least two people about each fact."

FREED = {
    "an accordion without a script": f"<input type=checkbox id=a><label for=a>{ENGLISH}</label>",
    "a list that unfolds": f"<ul><li><input type=checkbox id=a><label for=a>{GERMAN}</label></li></ul>",
    "the rest of a story": f"<p>Soon.</p><label class=more><input type=checkbox><b><p>{CHINESE}</p></b></label>",
    "a button": f"<p>Soon.</p><button class=expand>{f'<p>{ENGLISH}</p>' * 7}</button>",
    "a button by its role": f"<div role=button class=btn tabindex=0>{f'{GERMAN} ' * 8}</div>",
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
    "consent deep in a form": f"<form><textarea></textarea>{'<div>' * 6}<label>{CONSENT}</label></form>",
    "consent in a form that is sent": f"<form>{'<div>' * 6}<label>{CONSENT}</label>{'</div>' * 6}<button>Go</button>",
    "consent beside an article": f"<p>{ENGLISH * 3}</p><p><input type=checkbox><label>{CONSENT}</label></p>",
    "an offer": f"<p>{ENGLISH}</p><button class=x>{OFFER}</button>",
    "an offer by its role": f"<p>{ENGLISH}</p><div role=button>{OFFER}</div><p>{GERMAN}</p>",
    "an offer in a paragraph": f"<p>{ENGLISH}</p><div role=button><p>{OFFER}</p></div>",
    "a wall": f"<p>{ENGLISH}</p><div role=button tabindex=0>{WALL}</div>",
    "a wall that says more than is left": f"<p>{ENGLISH * 2}</p><div role=button>{WALL}</div>",
    "a note": f"<p>{ENGLISH}</p><span role=button>{NOTE}</span>",
    "a note in verse": f"<p>The rope is slack</p><p>the gulls complain</p><span role=button>{NOTE}</span>",
    "a long wall": f"<p>{ENGLISH * 2}</p><div role=button>{WALL * 3}</div>",
    "what readers say": f"<p>{ENGLISH * 4}</p><div>{f'<div role=button>{WALL} {NOTE}</div>' * 2}</div>",
    "a card": f"<button><h4>Bakers strike</h4>{ENGLISH}</button>",
    "a card in a link": f"<a href=/bread><div role=button>{ENGLISH}</div></a>",
    "what readers say in a form": f"<form action=/comments>{f'<p>{CONSENT}</p>' * 8}<button>Send</button></form>",
    "terms of an order": f"<p>{ENGLISH}</p><form action=/buy>{f'<p>{CONSENT}</p>' * 4}<button>Order</button></form>",
    "a form below an article": f"<p>{ENGLISH * 9}</p><form>{f'<p>{CONSENT}</p>' * 4}<button>Go on</button></form>",
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
