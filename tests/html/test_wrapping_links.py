"""Links around whole articles say nothing; links around teasers do."""

import pytest

from cleaner.html.snapshot import take_snapshot

SENTENCE = (
    "The harbour office said on Monday that the ferry sails again before the end of the month, after long repairs."
)
CHINESE = "渡轮将于周一再次启航，港务局在一份声明中说，修理工作比预期长得多，居民们已经等了很久。"


@pytest.mark.parametrize(
    ("markup", "is_linked"),
    [
        (f"<a href=/story>{f'<p>{SENTENCE}</p>' * 14}</a>", False),
        (f"<a href=/story>{f'{SENTENCE}<br><br>' * 14}</a>", False),
        (f"<a href=/story>{f'<p>{CHINESE}</p>' * 14}</a>", False),
        (f"<a href=/story><h3>Ferry sails</h3>{f'<p>{SENTENCE}</p>' * 2}</a>", True),  # a teaser
        (f"<a href=/story>{'<div>Harbour News and Weather of the Islands</div>' * 40}</a>", True),  # nothing is said
        (f"<a href=/story>{SENTENCE * 14}</a>", True),  # in no element: a link within a paragraph
        ("".join(f"<a href=/{number}><p>{SENTENCE}</p></a>" for number in range(14)), True),  # each leads elsewhere
        (f"<a name=top>{f'<p>{SENTENCE}</p>' * 14}</a>", False),  # a place to lead to, never closed
    ],
    ids=["paragraphs", "breaks", "chinese", "teaser", "names", "run", "many", "anchor"],
)
def test_links(markup: str, is_linked: bool) -> None:
    blocks = take_snapshot(f"<body>{markup}<p>The end.").layout.blocks
    assert [block.link_density for block in blocks] == [float(is_linked)] * (len(blocks) - 1) + [0.0]
