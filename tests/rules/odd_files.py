"""Rule files as nobody should write them: any style, any order, comments and blank lines wherever YAML has room."""

import json
import random
from collections.abc import Iterator
from typing import Any

LONG = "The harbour office said that the ferry sails again, and that the fair is open until the end of the month."
TEXTS = [
    *'Read more~» Lies mehr~Ещё~もっと読む~It\'s on~He said "yes"~a: b~a #b~- a~[x], {y}~12~no~~#hash'.split("~"),
    *"two\n\nparagraphs~two\nlines\n~  first\nfalls back~ends\n\n\n~\n~tab\there~back\\slash~trailing  ".split("~"),
    *"emoji \U0001f600~? q~a, b~*star~&x~%p~@h~`t`".split("~"),
    *(LONG, f"{LONG} {LONG}"),
]
PHRASES = [one for one in TEXTS if one.strip()]
WHYS = ["A bar of buttons.\n\nIt sends the story elsewhere.", "A bar of buttons that send the story elsewhere.", LONG]


class OddFile:
    """One file: *text* is what is written, *comments* are all comments in it."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)
        self.comments: list[str] = []
        self.text = self._file()

    def _file(self) -> str:
        dice = self._dice
        content = self._shuffled(
            {"format": 1, "pack": "mine", "rules": [self._rule(n) for n in range(dice.randint(1, 3))]}
        )
        if dice.random() < 0.3:
            content["groups"] = {"paper": ["b.example", "a.example"]}
        lines = list(self._block(content, 0)) if dice.random() < 0.75 else [self._flow(content, 1) + self._behind()]
        head = dice.choice(["", "", "{}\n", "---\n", "--- {}\n", "\n\n{}\n\n{}\n", "%YAML 1.1\n---\n"])
        tail = dice.choice(["", "\n", "\n\n\n", "\n{}\n", "\n\n  {}\n{}", "\n    {}\n", "\n...\n{}"])
        text = self._noted(head) + "\n".join(lines) + self._noted(tail)
        return text.replace("\n", "\r\n") if dice.random() < 0.15 else text

    def _noted(self, form: str) -> str:
        while "{}" in form:
            form = form.replace("{}", self._comment(), 1)
        return form

    def _rule(self, number: int) -> dict[str, Any]:
        dice = self._dice
        rule: dict[str, Any] = {
            "id": f"share.bar-{number}",
            "kind": "share",
            "why": dice.choice(WHYS),
            "examples": {"remove": self._some(TEXTS), "keep": self._some(TEXTS)},
        }
        if dice.random() < 0.5:
            rule["text"] = {
                way: self._some(PHRASES) for way in dice.sample(["is", "starts", "ends"], dice.randint(1, 2))
            }
            if dice.random() < 0.3:
                rule["text"] = {"is": {"de": self._some(PHRASES), "en": self._some(PHRASES)}}
            rule["except"] = [
                {"hosts": ["z.example", "y.example"], "text": {"is": self._some(PHRASES)}},
                {"hosts": ["x.example"]},
            ]
        else:
            rule["css"] = dice.choice([[".b", '.a[b="c"]', "#a > p"], ".one", ["div.share, .x"]])
        more: dict[str, Any] = {
            "where": {"hosts": ["b.example", "=a.example"], "langs": ["de", "en"], "page": "a[href]"},
            "block": {"words": "..15", "tag": ["p", "h"]},
            "limit": {"max_words": 15, "max_share": 0.5},
            "lint": {"ignore": {"S11": "known"}},
            "see": ["https://a.example/x#y"],
            "status": "draft",
        }
        rule.update({name: more[name] for name in dice.sample(sorted(more), dice.randint(0, 4))})
        return self._shuffled(rule)

    def _some(self, texts: list[str]) -> list[str]:
        return self._dice.sample(texts, self._dice.randint(1, 4))

    def _shuffled(self, mapping: dict[str, Any]) -> dict[str, Any]:
        return dict(self._dice.sample(list(mapping.items()), len(mapping)))

    def _comment(self) -> str:
        said = self._dice.choice(["", " it's", ' "quoted', " - dash", " a: b", " # twice", " [x", " é Ж", " " + LONG])
        self.comments.append(f"# c{len(self.comments)}.{said}")
        return self.comments[-1]

    def _behind(self, share: float = 0.15) -> str:
        """Return a comment behind something, mostly none."""
        if self._dice.random() > share:
            return self._dice.choice(["", "", "", "  "])
        return self._dice.choice([" ", "  ", "     ", "\t"]) + self._comment()

    def _between(self, column: int) -> Iterator[str]:
        """Yield blank lines and comments above an entry, in any column."""
        while self._dice.random() < 0.15:
            yield self._dice.choice(["", "", "   "])
        while self._dice.random() < 0.2:
            at = self._dice.choice([column, column, column, 0, column + 2, column + 4, max(column - 2, 0)])
            yield " " * at + self._comment()
            while self._dice.random() < 0.3:
                yield ""

    def _block(self, value: Any, column: int, is_first_led: bool = False) -> Iterator[str]:
        """Yield the lines of a list or map in block style."""
        entries = list(value.items()) if isinstance(value, dict) else [(None, one) for one in value]
        for at, (key, one) in enumerate(entries):
            lead = not at and is_first_led
            if not lead:
                yield from self._between(column)
            margin = "" if lead else " " * column
            yield from self._entry(margin, key, one, column)

    def _entry(self, margin: str, key: str | None, value: Any, column: int) -> Iterator[str]:
        dice = self._dice
        named = f"{margin}{self._key(key)}:" if key is not None else f"{margin}-"
        is_block = isinstance(value, (dict, list)) and value and dice.random() < 0.6
        if not is_block:
            gap = " " * dice.choice([1, 1, 1, 3])
            if key is not None and dice.random() < 0.05:
                # the value stands on a line of its own
                yield named + self._behind(0.5)
                yield from self._between(column + 2)
                named, gap = " " * (column + 2), ""
            yield from self._scalar(f"{named}{gap}", value, column + 1, key is None)
            return
        inner = column + dice.choice([1, 2, 2, 2, 3, 4])
        if key is not None and isinstance(value, list) and dice.random() < 0.2:
            inner = column
        if key is None and dice.random() < 0.8:
            inner = max(inner, column + 2)
            first, *others = self._block(value, inner, is_first_led=True)
            yield f"{named}{' ' * (inner - column - 1)}{first}"
            yield from others
            return
        # YAML wants no tabs behind a dash
        yield (named + self._behind()).replace("\t", " ")
        yield from self._block(value, inner)

    def _scalar(self, lead: str, value: Any, column: int, is_listed: bool) -> Iterator[str]:
        if isinstance(value, str) and "\n" in value and self._dice.random() < 0.7 and value.strip("\n"):
            yield from self._literal(lead, value, column)
        elif isinstance(value, str) and " the " in value and "\n" not in value and self._dice.random() < 0.2:
            first, _, second = value.partition(" the ")
            quote = self._dice.choice(['"', "'", ""])
            yield f"{lead}{quote}{first}"
            yield f"{' ' * (column + 1)}the {second}{quote}{self._behind()}"
        else:
            yield f"{lead}{self._flow(value, column)}{self._behind()}"

    def _literal(self, lead: str, value: str, column: int) -> Iterator[str]:
        """Yield a text as a block scalar."""
        body = value.rstrip("\n")
        ends = len(value) - len(body)
        sign = "-" if not ends else "" if ends == 1 else "+"
        depth = self._dice.choice([1, 2, 4])
        is_told = body[0] in " \n" or self._dice.random() < 0.2
        # told depths count from the entry's own column
        column = column - 1
        header = f"|{depth if is_told else ''}{sign}"
        yield f"{lead}{header}{self._behind()}"
        for line in body.split("\n"):
            yield " " * (column + depth) + line if line else self._dice.choice(["", " " * column])
        yield from [""] * (ends - 1)
        if sign != "+":
            yield from [""] * self._dice.choice([0, 0, 1, 2])

    def _key(self, key: str) -> str:
        return self._dice.choice([key] * 8 + [f'"{key}"', f"'{key}'"])

    def _flow(self, value: Any, column: int) -> str:
        """Return a value as it stands in brackets, over as many lines as the dice want."""
        if isinstance(value, (dict, list)):
            made = (
                [f"{self._key(key)}: {self._flow(one, column)}" for key, one in value.items()]
                if isinstance(value, dict)
                else [self._flow(one, column) for one in value]
            )
            opening, closing = "{}" if isinstance(value, dict) else "[]"
            inside = "".join(
                f"{self._room(column)}{one}{self._room(column) if self._dice.random() < 0.3 else ''}"
                f"{',' if at < len(made) - 1 or self._dice.random() < 0.2 else ''}"
                for at, one in enumerate(made)
            )
            return f"{opening}{inside}{self._room(column)}{closing}"
        return self._word(value)

    def _room(self, column: int) -> str:
        """Return what may stand between signs: a blank, or ends of lines and comments."""
        made = self._dice.choice(["", " ", " "])
        while self._dice.random() < 0.12:
            made += self._behind(0.3) + "\n" + " " * (column + self._dice.randint(0, 4))
            if self._dice.random() < 0.4:
                made += self._comment() + "\n" + " " * (column + 1)
        return made

    def _word(self, value: Any) -> str:
        if not isinstance(value, str):
            return json.dumps(value)
        plain = value and all(char.isalnum() or char in " .-" for char in value) and value == value.strip()
        if plain and value[0].isalpha() and value != "no" and self._dice.random() < 0.5:
            return value
        if "\n" not in value and "\t" not in value and self._dice.random() < 0.4:
            return "'" + value.replace("'", "''") + "'"
        return json.dumps(value, ensure_ascii=False)
