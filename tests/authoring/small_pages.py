"""Pages of plain prose with something in it, as rules are tried on them."""

from cleaner.authoring.corpus import Sample
from cleaner.document.page import Page

PROSE = [
    f"The council met on day {number} of the strike and agreed to mend the bridge over the narrows before winter."
    for number in range(12)
]
FOREIGN = "The mate met the crew on Tuesday and agreed to tie the knot."
PHOTOS = f'text: {{is: ["{FOREIGN}"]}}, examples: {{remove: ["{FOREIGN}"], keep: ["{FOREIGN[:-1]}, the notice said."]}}'
"""A rule that takes it."""


def html(*extra: str) -> str:
    """Write an article of prose with *extra* in its middle."""
    paragraphs = [f"<p>{text}</p>" for text in PROSE]
    paragraphs[6:6] = extra
    return f"<html><body><article><h1>The bridge</h1>{''.join(paragraphs)}</article></body></html>"


def page(*extra: str) -> Page:
    return Page(html=html(*extra), url="https://www.ferry.example/a")


def sample(name: str, *extra: str, truth: str | None = None) -> Sample:
    return Sample(name, lambda: page(*extra), truth)
