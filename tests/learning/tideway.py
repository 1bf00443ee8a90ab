"""The Tideway Post, an invented site: a few hundred pages of one template, each block known to be house text or not.

Its house text is worded so that no bundled rule knows it; its series, tables, notices and background paragraphs
repeat as well, and are the articles' own.
"""

import random
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from cleaner.text.normalize import fold

NEWS = ("harbour", "council", "sport", "culture", "business", "schools")
AUTHORS = (
    ("Anna Berg", "Anna Berg has kept the harbour desk since 2011 and knows every skipper by name."),
    ("Tomas Lind", "Tomas Lind grew up behind the fish market, where he still buys his lunch."),
    ("Ruth Okoye", "Ruth Okoye came to the islands for one summer and stayed for the stories."),
    ("Piet Maas", "Piet Maas counts things for a living: votes, boats, herring and broken windows."),
    ("Iris Vogel", "Iris Vogel walks to every meeting and arrives with wet shoes and good notes."),
    ("Omar Haddad", "Omar Haddad once rowed around the archipelago and has never been late since."),
)
_ARCHIVE = (
    "how the old pier was lost|the winter of the long ice|a night aboard the mail boat|the last "
    "lighthouse keeper|when the circus came by ferry|the bridge that was never built|a street with two "
    "names|the year without herring|the day the clock stopped|letters from the quarantine house|the band "
    "that played on|who painted the sheds red"
).split("|")
ARCHIVE = [f"From the archive: {what}" for what in _ARCHIVE]
_GUIDES = (
    "the winter timetable|the twelve island markets|swimming before work|finding a mooring|the school "
    "ballot|the best of the autumn concerts"
).split("|")
GUIDES = [f"Our guide to {what}" for what in _GUIDES]
MEMBERS = "The Tideway Post belongs to the people who read it; nine thousand households pay for the ink."
WEEKEND = (
    "At the weekend",
    "The long read comes with the Saturday paper, together with the tide tables and the crossword.",
)
WALKS = "In this series we walk one old street each week with somebody who has lived there all their life."
LIVE = "We are following the night as it happens and put the newest lines below, so please come back now and then."
BACKGROUND = "The ferry line was founded in 1923 and carries four million passengers a year between the islands."
CLOSED_DOOR = "The harbour office did not answer the questions of this newspaper."
NOTICE = "Correction: An earlier version of this article gave a wrong figure, which has been put right."
LOWERS = "Donations may be made to the lifeboat crew in place of flowers, the family asks."
NOUNS = (
    "ferry harbour bridge council school market theatre lighthouse boatyard library tram hospital museum "
    "orchard quarry mill station reservoir choir bakery cannery meadow sluice archive prison garden "
    "observatory brewery chapel dyke"
).split()
VERBS = (
    "opened closed flooded moved sold repaired painted counted delayed praised measured rebuilt rented hid shared"
).split()
PEOPLE = (
    "Mats Holm|Elin Sund|Karl Brandt|Lena Wolff|Jon Aske|Sara Moreau|Nils Dahl|Vera Kuhn|Tove Rask|Emil Stahl"
).split("|")
PLACES = "Westhaven Eastcliff Norholm Sandby Rivermouth Oakholt Stonequay Marsk Linden Tarn".split()
WHEN = (
    "on Monday|last night|in the spring|before dawn|after the storm|at noon|this week|in October|a year ago|by chance"
).split("|")
WHY = (
    "because the pumps had failed|although nobody had asked|since the money ran out|while the tide was "
    "low|so that work can begin|after a long quarrel|as the law demands|for the first time in "
    "years|against the advice of experts|to save the roof"
).split("|")


@dataclass
class Leaf:
    """One page. *house* are its blocks of house text, *own* those of its article, all folded."""

    url: str
    html: str = ""
    house: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=set)


class Press:
    """Prints pages."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.leaf = Leaf("")

    def own(self, text: str, tag: str = "p", name: str = "") -> str:
        self.leaf.own.add(fold(text))
        return _element(tag, name, escape(text))

    def house(self, text: str, tag: str = "p", name: str = "", *, linked: bool = False) -> str:
        self.leaf.house.add(fold(text))
        inside = escape(text)
        return _element(tag, name, f'<a href="/more">{inside}</a>' if linked else inside)

    def sentence(self) -> str:
        pick = self.random.choice
        number = self.random.randrange(3, 980)
        return pick(
            (
                f"The {pick(NOUNS)} in {pick(PLACES)} was {pick(VERBS)} {pick(WHEN)}, {pick(WHY)}.",
                f"{pick(PEOPLE)} {pick(VERBS)} {number} {pick(NOUNS)} keys {pick(WHEN)}, {pick(WHY)}.",
                f"About {number} people from {pick(PLACES)} {pick(VERBS)} the {pick(NOUNS)} {pick(WHEN)}.",
                f"“We {pick(VERBS)} the {pick(NOUNS)} {pick(WHEN)},” said {pick(PEOPLE)} of {pick(PLACES)}.",
            )
        )

    def prose(self, low: int = 5, high: int = 11) -> list[str]:
        count = self.random.randrange(low, high)
        return [self.own(" ".join(self.sentence() for _ in range(self.random.randrange(2, 4)))) for _ in range(count)]

    def headline(self) -> str:
        pick = self.random.choice
        return f"{pick(PLACES)} {pick(NOUNS)} {pick(VERBS)} {pick(WHEN)}, {self.random.randrange(3, 980)} affected"

    def chance(self, share: float) -> bool:
        return self.random.random() < share


def write_folder(leaves: list[Leaf], folder: Path) -> Path:
    """Write each page to a file of its own."""
    folder.mkdir(parents=True)
    for number, leaf in enumerate(leaves):
        (folder / f"{number:03}.html").write_text(leaf.html, "utf-8")
    return folder


def tideway(seed: int = 1, news: int = 170) -> list[Leaf]:
    """Return the site's pages."""
    press = Press(seed)
    made = [_page(press, press.random.choice(NEWS), number, _news) for number in range(news)]
    for section, body in SERIES.items():
        made += [_page(press, section, 1000 + number, body) for number in range(10)]
    for number in range(3):
        made += _syndicated(press, 2000 + 10 * number)
    return made


def main(folder: str) -> None:
    """Write the site into a new folder: `python -m tests.learning.tideway FOLDER`."""
    write_folder(tideway(), Path(folder))


def _page(press: Press, section: str, number: int, body: Callable[[Press], list[str]]) -> Leaf:
    press.leaf = leaf = Leaf(f"https://www.tideway-post.example/{section}/2024/{number}-story.html")
    author, bio = press.random.choice(AUTHORS)
    title = press.headline()
    leaf.html = _print(press, title, author, bio, body(press), number)
    return leaf


def _print(press: Press, title: str, author: str, bio: str, blocks: list[str], number: int) -> str:
    random_ = press.random
    middle = [press.house(random_.choice(ARCHIVE), name="pointer", linked=True)] if press.chance(0.7) else []
    if press.chance(0.4):
        middle.append(press.house(random_.choice(GUIDES), linked=True))
    if press.chance(0.6):
        heading, pitch = WEEKEND
        middle.append(f'<aside class="weekend">{press.house(heading, "h4")}{press.house(pitch)}</aside>')
    for piece in middle:
        blocks.insert(random_.randrange(2, len(blocks)), piece)
    tail = [press.house(bio) if AUTHORS.index((author, bio)) % 2 else press.house(bio, name="writer")]
    if press.chance(0.8):
        tail.append(press.house(MEMBERS, name="members"))
    if press.chance(0.7):
        said = (
            f"A year of the paper costs {random_.randrange(90, 140)} crowns; students pay {random_.randrange(30, 60)}."
        )
        tail.append(press.house(said, name="price"))
    if press.chance(0.6):
        tail.append(press.house(f"{random_.randrange(2, 900)} neighbours have pinned this page", name="pins"))
    if press.chance(0.6):
        said = f"Set in type at {random_.choice(PLACES)} by {random_.choice(PEOPLE)}"
        tail.append(press.house(said, name="set"))
    menu = "".join(f"<li><a href=/{name}/>{name.title()}</a></li>" for name in NEWS)
    day = f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}"
    return (
        f"<html lang=en><head><title>{escape(title)}</title><meta name=author content='{author}'>"
        f"<meta property='article:published_time' content='{day}'><link rel=canonical href={press.leaf.url}></head>"
        f"<body><header><nav><ul>{menu}</ul></nav></header>"
        f"<main><article><h1>{escape(title)}</h1><p class=byline>By {author}</p><div class=story>{''.join(blocks)}"
        f"{''.join(tail)}</div></article></main><footer><p>The Tideway Post, {random_.randrange(1, 99)} Quay Street</p>"
        "</footer></body></html>"
    )


def _element(tag: str, name: str, inside: str) -> str:
    return f"<{tag}{f' class={name}' if name else ''}>{inside}</{tag}>"


def _news(press: Press) -> list[str]:
    blocks = press.prose()
    if press.chance(0.08):
        blocks.insert(press.random.randrange(1, len(blocks)), press.own(BACKGROUND))
    if press.chance(0.08):
        blocks.insert(press.random.randrange(1, len(blocks)), press.own(CLOSED_DOOR))
    if press.chance(0.05):
        blocks.append(press.own(NOTICE, name="notice"))
    return blocks


def _reviews(press: Press) -> list[str]:
    pros = [
        press.own(f"{press.random.choice(NOUNS).title()} like new, {press.random.randrange(9, 99)} hours", "li")
        for _ in range(3)
    ]
    cons = [press.own(f"Too {press.random.choice(VERBS)} for {press.random.choice(PLACES)}", "li") for _ in range(2)]
    return [
        *press.prose(3, 5),
        f"<div class=scores>{press.own('Pros', 'h3')}<ul>{''.join(pros)}</ul>",
        f"{press.own('Cons', 'h3')}<ul>{''.join(cons)}</ul></div>",
        press.own("How we tested", "h3", "subhead"),
        *press.prose(2, 4),
        press.own("Verdict", "p", "label"),
        *press.prose(1, 2),
    ]


def _recipes(press: Press) -> list[str]:
    things = [
        press.own(f"{press.random.randrange(2, 900)} g of {press.random.choice(NOUNS)} flour", "li") for _ in range(5)
    ]
    things.append(press.own("Salt and pepper", "li"))
    return [
        *press.prose(3, 5),
        press.own("Ingredients", "h3"),
        f"<ul class=ingredients>{''.join(things)}</ul>",
        press.own("Method", "h3"),
        press.own("Heat the oven to 200 degrees and butter a large dish."),
        *press.prose(3, 5),
    ]


def _markets(press: Press) -> list[str]:
    rows = "".join(
        f"<tr>{press.own(name, 'td')}{press.own(f'{press.random.uniform(1, 400):.2f}', 'td')}</tr>"
        for name in ("Norholm Shipping", "Sandby Salt", "Tarn Power")
    )
    return [*press.prose(3, 5), press.own("Prices at the close", "h3"), f"<table>{rows}</table>", *press.prose(2, 4)]


def _television(press: Press) -> list[str]:
    rows = [press.own(f"{hour}:15 {what}", "li") for hour, what in ((18, "Harbour watch"), (19, "The evening news"))]
    rows += [press.own(f"{hour}:45 {press.headline()}", "li") for hour in (20, 22)]
    return [
        *press.prose(3, 5),
        press.own("Tonight", "h3"),
        f"<ul class=listing>{''.join(rows)}</ul>",
        *press.prose(2, 4),
    ]


def _obituaries(press: Press) -> list[str]:
    day = press.random.randrange(1, 28)
    return [
        *press.prose(4, 7),
        press.own("Service", "h3"),
        press.own(
            f"{press.random.choice(PEOPLE)} will be buried at {press.random.choice(PLACES)} on {day} May 2024 at 11:00."
        ),
        press.own(LOWERS, name="service"),
    ]


def _walks(press: Press) -> list[str]:
    return [press.own(WALKS, name="intro"), *press.prose()]


def _live(press: Press) -> list[str]:
    entries = [
        f"<time>{press.random.randrange(18, 24)}:{press.random.randrange(10, 59)}</time>{one}"
        for one in press.prose(5, 9)
    ]
    return [press.own(LIVE, name="welcome"), *press.prose(1, 2), *entries]


SERIES = {
    "reviews": _reviews,
    "recipes": _recipes,
    "markets": _markets,
    "television": _television,
    "obituaries": _obituaries,
    "walks": _walks,
    "live": _live,
}


def _syndicated(press: Press, number: int) -> list[Leaf]:
    """Print one agency report six times, in different sections, with the house text of each page."""
    press.leaf = Leaf("")
    report, own = press.prose(7, 9), press.leaf.own
    made = []
    for at, section in enumerate(NEWS):
        leaf = _page(press, section, number + at, lambda press: list(report))
        leaf.own |= own
        made.append(leaf)
    return made


if __name__ == "__main__":
    main(sys.argv[1])
