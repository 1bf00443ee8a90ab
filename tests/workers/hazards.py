"""A cleaner that really hangs, eats memory and dies where a page says so: the hook is an ordinary subclass."""

import ctypes
import os
import re
import signal
import time
from pathlib import Path

from cleaner.api import Cleaner
from cleaner.article import Article
from cleaner.document.page import Metadata, Page
from cleaner.document.verdict import Verdict
from cleaner.engine.judged import Judged
from cleaner.html.snapshot import take_snapshot
from cleaner.text.split_lines import cut_lines

PROSE = "The council met on Tuesday and agreed to mend the bridge before the winter, said page {}."


class VerbatimCleaner(Cleaner):
    """Keeps all of a page: tests of streams do not depend on how pages are judged."""

    def by_itself(self, page: Page) -> Judged:
        """Return the page as its own article."""
        blocks = cut_lines(page.text or "") if page.html is None else take_snapshot(page.html).layout.blocks
        article = Article(Metadata(url=page.url), tuple(Verdict(block, True) for block in blocks), id=page.id)
        return Judged(article, "text" if page.html is None else "html")


class HazardousCleaner(VerbatimCleaner):
    """Does what a page's text says after an exclamation mark, then cleans it."""

    def by_itself(self, page: Page) -> Judged:
        word, _, argument = (page.text or "").partition("!")[2].partition(" ")
        hazard = getattr(self, f"_{word}", None) if word else None
        if hazard:
            hazard(argument)
        return super().by_itself(page)

    def _hang(self, _: str) -> None:
        re.match(r"(a+)+$", "a" * 60 + "b")  # in C, without giving up the lock

    def _sleep(self, seconds: str) -> None:
        time.sleep(float(seconds))

    def _eat(self, _: str) -> None:
        hoard = []
        while True:
            hoard.append(bytearray(2**24))

    def _abort(self, _: str) -> None:
        os.abort()

    def _segfault(self, _: str) -> None:
        ctypes.string_at(0)

    def _leave(self, _: str) -> None:
        os._exit(0)

    def _raise(self, _: str) -> None:
        raise ZeroDivisionError("made for this test")

    def _killed(self, argument: str) -> None:
        folder, times = argument.split()
        if len(list(Path(folder).iterdir())) < int(times):
            (Path(folder) / str(os.getpid())).touch()
            os.kill(os.getpid(), signal.SIGKILL)

    def _once(self, marker: str) -> None:
        if not Path(marker).exists():
            Path(marker).touch()
            os.abort()


class Unloadable(Cleaner):
    """Can be sent, and not be unpacked."""

    def __reduce__(self):
        return (_refuse, ())


def _refuse() -> None:
    raise RuntimeError("not here")


def pages(texts: list[str]) -> list[Page]:
    """Return a page of each text."""
    return [Page(text=text, id=str(number)) for number, text in enumerate(texts)]


def prose(count: int) -> list[str]:
    """Return texts that can be told apart."""
    return [PROSE.format(number) for number in range(count)]
