"""Addresses that a page names, made whole: against its `<base>`, or else its own address."""

from cleaner.html.parse import Tree
from cleaner.text.urls import named_url


def base_of(root: Tree, address: str | None) -> str | None:
    """Return the address from which a page's relative ones count: its first `<base href>`'s, or its own *address*."""
    base = next((element.get("href") for element in root.iter("base") if element.get("href")), None)
    return named_url(base, address) or address
