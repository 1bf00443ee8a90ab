"""What messages say of a part of a selector that the rule language does not have."""

import re

import pytest

from cleaner.html.selector_nodes import SelectorError
from cleaner.html.selectors import compile_selector


@pytest.mark.parametrize(
    ("selector", "part"),
    [
        ("p:hover", "'p:hover': the rule language has no :hover; it has :first-of-type"),
        ("p:nth-child(2)", "'p:nth-child(2)': the rule language has no :nth-child()"),
        ("p::before", "'p::before': pseudo-elements hold no text of the page"),
        ("*", "'*': its last part needs a tag, class, id or attribute"),
        ("[a!=b]", "'[a!=b]': the rule language has no attribute operator '!='"),
    ],
)
def test_what_there_is_not(selector: str, part: str) -> None:
    with pytest.raises(SelectorError, match=f"^{re.escape(part)}"):
        compile_selector(selector)
