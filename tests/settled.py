"""`make settled SET=folder`: law 6 on a known set, whose pages come both as HTML and as text scraped already.

Cleaning the text of an article that came from text removes nothing. Of an article that came from HTML it may remove
lines that only their element told from boilerplate: a heading "Review", the items of a list that look alike.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from cleaner.api import Cleaner
from cleaner.document.page import Page
from cleaner.errors import PageError
from cleaner.io.known_set import KnownPage, read_set

FEW = 250
"""So many pages of a set are read."""


def changes(cleaner: Cleaner, known: KnownPage) -> Iterator[tuple[str, int, int]]:
    """Yield for both roads the words of the article, and how many cleaning its text again removes."""
    url = known.truth.url
    article = cleaner.clean(Page(html=known.html(), url=url))
    lines = "\n\n".join(verdict.block.text for verdict in article.trace)
    for road, text in (("html", article.text), ("text", cleaner.clean(Page(text=lines, url=url)).text)):
        again = cleaner.clean(Page(text=text, url=url)).text
        yield road, len(text.split()), len(text.split()) - len(again.split())


def main(folder: Path) -> int:
    """Say how often, and by how much, cleaning again removes more; return 1 if it does for text."""
    cleaner = Cleaner()
    words, lost, changed = ({"html": 0, "text": 0} for _ in range(3))
    for known in read_set(folder).sample(FEW).pages:
        try:
            found = list(changes(cleaner, known))
        except PageError as error:
            sys.stdout.write(f"{known.id}: {error}\n")
            continue
        for road, had, went in found:
            words[road], lost[road], changed[road] = words[road] + had, lost[road] + went, changed[road] + (went > 0)
            if went:
                sys.stdout.write(f"{known.id} ({road}): {went} of {had} words\n")
    for road in words:
        sys.stdout.write(f"{road}: {changed[road]} pages change, {lost[road]} of {words[road]} words go\n")
    return 1 if changed["text"] else 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
