import pytest

from cleaner import Cleaner, Page
from cleaner.html.attributes import MAX_ATTRIBUTES, limit_attributes

TEXT = b"The ferry sails <b class='a' title=\"1 > 2\">again</b> on Monday."


@pytest.mark.parametrize(
    "attribute", [b" a=b", b" a", b"/a", b" a='b > c'", b'\na="<p>"', b" a = b", b' a="b"', b" 1=2", b" <=b"]
)
@pytest.mark.parametrize("ends", [b">", b" >", b"/>", b" / >"])
def test_attributes_beyond_the_bound_go(attribute: bytes, ends: bytes) -> None:
    kept = b"<p" + attribute * MAX_ATTRIBUTES
    assert limit_attributes(kept + ends + TEXT) == kept + ends + TEXT
    assert limit_attributes(kept + attribute * 9 + ends + TEXT).startswith(kept)
    assert limit_attributes(kept + attribute * 9 + ends + TEXT).endswith(b">" + TEXT)


def test_scripts_are_left_alone() -> None:
    script = b"<script>for(i=0;i<n;i++) " + b"x = y " * MAX_ATTRIBUTES * 2 + b"</script>"
    assert limit_attributes(script + TEXT) == script + TEXT


def test_the_text_of_a_crowded_element_stays() -> None:
    crowd = " ".join(f'a{at}="{at} > 1"' for at in range(3 * MAX_ATTRIBUTES))
    text = "The ferry sails again on Monday, the harbour office said, weeks after a storm had torn its ramp."
    assert Cleaner().clean(Page(html=f"<body {crowd}><h1 {crowd}>Ferry back</h1><p {crowd}>{text}</p>")).text == text
