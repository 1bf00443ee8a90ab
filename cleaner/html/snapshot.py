"""A page as it came in, read once: its tree, its elements by anchor, its blocks, its word on itself."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from cleaner.document.characters import clean
from cleaner.html.blocks import Layout, cut
from cleaner.html.data_body import add_data_body, holds_article
from cleaner.html.decode import decode
from cleaner.html.dispensable import dispensable
from cleaner.html.element_index import ElementIndex, element_index
from cleaner.html.hidden import drop_invisible
from cleaner.html.metadata import PageMeta, read_metadata
from cleaner.html.parse import Tree, parse
from cleaner.html.plain_holders import free_prose
from cleaner.html.pruning import Pruning
from cleaner.html.selectors import compile_selector
from cleaner.html.shown_blocks import part_shown_blocks
from cleaner.html.stored_text import open_stores
from cleaner.html.terms import keep_terms
from cleaner.html.wrapping_links import unlink_articles

BARE_CHARS = 1_000
"""Characters. With less unlinked text a page may leave its article to a script. Not measured: too high, more scripts
are read."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One HTML page: its tree, an index of its elements, its blocks, and what it says of itself."""

    root: Tree | None
    element_index: ElementIndex | None
    layout: Layout
    meta: PageMeta

    def holds(self, selector: str) -> bool:
        """Say whether any element of the page matches."""
        return self.element_index is not None and any(True for _ in self.element_index.find(compile_selector(selector)))

    @contextmanager
    def without(self, gone: Iterable[Tree], unwrapped: Iterable[Tree]) -> Iterator[Tree | None]:
        """Lend the tree without elements that are *gone*, without the names of those that are *unwrapped*.

        What holds no text or only links is out, too. Afterwards the tree is whole again.
        """
        pruning = Pruning()
        try:
            pruning.unwrap(unwrapped)
            pruning.drop(gone)
            body = None if self.root is None else self.root.find("body")
            if body is not None:
                pruning.drop(dispensable(body, self.layout))
            yield self.root
        finally:
            pruning.undo()


def take_snapshot(html: bytes | str, url: str | None = None, encoding: str | None = None) -> Snapshot:
    """Read a page; *encoding* is what its transport says.

    Raises `DecodeError` for bytes that hold no text.
    """
    root = parse(decode(html, transport=encoding) if isinstance(html, bytes) else clean(html))
    if root is None:
        return Snapshot(None, None, Layout((), {}), PageMeta())
    open_stores(root)
    keep_terms(root)
    part_shown_blocks(root)
    unlink_articles(root)
    free_prose(root)
    elements = element_index(root)
    meta = read_metadata(elements, url)
    drop_invisible(root)
    add_data_body(root, meta.data_body)
    layout = cut(root)
    if sum(len(block.text) - block.linked for block in layout.blocks) < BARE_CHARS:
        meta = replace(meta, body_in_script=holds_article(elements.candidates(("tag", "script"))))
    return Snapshot(root, elements, layout, meta)
