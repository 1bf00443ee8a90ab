"""Parts of the text that look like controls or copies: terms and questions in buttons, initials, formulas."""

from collections.abc import Sequence

from lxml import etree

from cleaner.document.characters import says
from cleaner.html.parse import Tree, drop
from cleaner.text.punctuation import QUESTION_MARKS, is_closed

_CLASS = "contains(concat(' ', normalize-space(@class), ' '), ' {} ')"
# KaTeX writes a formula for readers, for screen readers and as its source; MediaWiki a picture and a hidden formula
_COPIES = etree.XPath(
    "//math//annotation | //math//annotation-xml"
    f" | //*[{_CLASS.format('katex')}][.//math]//*[{_CLASS.format('katex-html')}]"
    f" | //*[{_CLASS.format('MathJax_Preview')}]"
    " | //*[starts-with(@class, 'MathJax')][following-sibling::*[1][self::script[starts-with(@type, 'math/')]]]"
)
# initials and figures that are written once for the eye and once, beside it, for screen readers
_UNSPOKEN = etree.XPath("//body//*[@aria-hidden='true'][normalize-space()]")
_INLINE = frozenset("abbr b big em font i small span strong".split())
_OPENERS = etree.XPath("//body//button[@aria-expanded or @aria-controls or @data-toggle or @data-bs-toggle]")
_HEADINGS = frozenset("dt h2 h3 h4 h5 h6 summary".split())
_PARAGRAPHS = frozenset("blockquote dd li p".split())
_OPENED_CHARS = 20
"""Characters that a sentence goes on with after a button at its begin. Not measured."""
_STOPS = frozenset(".!?,;。！？，।۔؟")
_HIDDEN_FORMULAS = etree.XPath("//*[contains(@class, 'mwe-math-mathml')][@style][.//math]")


def keep_terms(root: Tree) -> None:
    """Make terms of *root*, in place, a part of the text around them."""
    for button in root.iter("button"):
        if _is_in_sentence(button, _text_before(button), (button.tail or "").lstrip()):
            button.tag = "span"
    for opener in _OPENERS(root):
        _keep_question(opener)
    for shown in _UNSPOKEN(root):
        _keep_once(shown)
    sources = [script for script in root.iter("script") if (script.get("type") or "").startswith("math/")]
    if sources or next(root.iter("math"), None) is not None:
        _keep_formulas(root, sources)


def _is_in_sentence(button: Tree, before: str, after: str) -> bool:
    """Say whether the texts *before* and *after* a button are one sentence, which needs the words on the button."""
    if says(before):
        return says(after) or (after[:1] in _STOPS and not is_closed(before))
    # at its begin: what follows goes on with a small letter, or with one of a script that has no others
    is_first = button.getprevious() is None and button.getparent().tag in _PARAGRAPHS
    return is_first and len(after) >= _OPENED_CHARS and after[0].isalpha() and not after[0].isupper()


def _keep_question(opener: Tree) -> None:
    """Make text of the heading or the question over an answer that the button *opener* shows."""
    is_heading = opener.getparent().tag in _HEADINGS
    if is_heading or opener.text_content().rstrip().endswith(QUESTION_MARKS):
        opener.tag = "span" if is_heading else "div"
        opener.attrib.pop("class", None)
        # what it shows is not hidden to readers
        opener.set("aria-expanded", opener.get("aria-expanded", "false"))


def _keep_once(shown: Tree) -> None:
    """Drop the copy for screen readers that stands right beside what is *shown*."""
    if shown.tag not in _INLINE:
        return
    before, after = shown.getprevious(), shown.getnext()
    beside = (
        before if before is not None and not (before.tail or "").strip() else None,
        after if not (shown.tail or "").strip() else None,
    )
    text = " ".join(shown.text_content().split())
    for copy in beside:
        if copy is not None and copy.tag in _INLINE and " ".join(copy.text_content().split()) == text:
            drop(copy)
            return


def _keep_formulas(root: Tree, sources: Sequence[Tree]) -> None:
    """Keep each formula once; *sources* are the scripts that hold one."""
    for copy in _COPIES(root):
        if copy.getparent() is not None:
            drop(copy)
    for source in sources:
        source.tag = "span"
    for formula in _HIDDEN_FORMULAS(root):
        del formula.attrib["style"]


def _text_before(element: Tree) -> str:
    before = element.getprevious()
    text = element.getparent().text if before is None else before.tail
    return text or ""
