"""Terms that look like controls, and formulas that stand on the page more than once."""

import pytest

from cleaner.html.snapshot import take_snapshot

TEX = "<annotation encoding='application/x-tex'>n=17</annotation>"
MATH = f"<math><semantics><mrow><mi>n</mi><mo>=</mo><mn>17</mn></mrow>{TEX}</semantics></math>"
TEXTS = {
    "a term": ("<p>The <button>keystone</button> holds the arch.</p>", ["The keystone holds the arch."]),
    "a term in a link's place": (
        "<p>See <b>the</b> <button>arch</button>, it says.</p>",
        ["See the", "arch", ", it says."],
    ),
    "a term first": (
        "<p><button aria-describedby=k>The keystone</button> holds the arch as long as it is dry.</p>",
        ["The keystone holds the arch as long as it is dry."],
    ),
    "a term first, in chinese": (
        "<p><button>拱顶石</button>支撑着整座拱门，只要它保持干燥就不会倒塌下来。</p>",
        ["拱顶石支撑着整座拱门，只要它保持干燥就不会倒塌下来。"],
    ),
    "a term last": (
        "<p>Nothing holds without its <button>keystone</button>.</p>",
        ["Nothing holds without its keystone."],
    ),
    "a button over a sentence": (
        "<p><button>Share</button> The keystone holds the arch.</p>",
        ["Share", "The keystone holds the arch."],
    ),
    "a button behind a sentence": ("<p>The arch holds.<button>Share</button></p>", ["The arch holds.", "Share"]),
    "buttons in a row": ("<div><button>Share</button> <button>Save</button></div>", ["Share", "Save"]),
    "katex": (
        f"<p>Here <span class=katex><span class=katex-mathml>{MATH}</span>"
        "<span class=katex-html aria-hidden=true>n=17</span></span> stones.</p>",
        ["Here n=17 stones."],
    ),
    "mediawiki": (
        f"<p>Here <span><span class='mwe-math-mathml-inline' style='display: none;'>{MATH}</span>"
        "<img alt='n=17'></span> stones.</p>",
        ["Here n=17 stones."],
    ),
    "mathjax, before": ("<p>Here <script type='math/tex'>n=17</script> stones.</p>", ["Here n=17 stones."]),
    "mathjax, after": (
        "<p>Here <span class=MathJax_Preview>n</span><span class=MathJax>n=17</span>"
        "<script type='math/tex; mode=display'>n=17</script> stones.</p>",
        ["Here n=17 stones."],
    ),
    "a heading that opens its answer": (
        "<h3><button data-toggle=collapse class=btn>Who pays?</button></h3><p>The county pays.</p>",
        ["Who pays?", "The county pays."],
    ),
    "an initial for the eye and one for the ear": (
        "<p><span aria-hidden=true class=cap>T</span><span class=sr-only>T</span>he arch holds.</p>",
        ["The arch holds."],
    ),
    "a word for the ear and its initial for the eye": (
        "<p><span class=sr-only>The</span><span aria-hidden=true><b>T</b>he</span> arch holds.</p>",
        ["The arch holds."],
    ),
    "an icon beside a word": (
        "<p>The <span aria-hidden=true>*</span><span>arch</span> holds.</p>",
        ["The *arch holds."],
    ),
    "the same word twice": ("<p>So <em>long</em> <em>long</em> ago.</p>", ["So long long ago."]),
    "a script": ("<p>Here<script>n=17</script> stones.</p>", ["Here stones."]),
}


@pytest.mark.parametrize(
    ("html", "tags"),
    [
        ("<h3><button aria-expanded=false>The money</button></h3>", ["h3"]),
        ("<dl><dt><button aria-controls=a>Who pays</button></dt></dl>", ["dt"]),
        ("<div><button aria-expanded=true>Who pays?</button></div>", ["div"]),
        ("<div><button aria-expanded=true>Menu</button></div>", ["button"]),
        ("<div><button>Do you like it?</button></div>", ["button"]),
    ],
    ids=["a heading", "a term", "a question", "a menu", "a question that opens nothing"],
)
def test_what_opens_an_answer_is_text(html: str, tags: list[str]) -> None:
    assert [block.tag for block in take_snapshot(html).layout.blocks] == tags


@pytest.mark.parametrize(("html", "texts"), TEXTS.values(), ids=TEXTS)
def test_terms_stay_once(html: str, texts: list[str]) -> None:
    assert [block.text for block in take_snapshot(html).layout.blocks] == texts
