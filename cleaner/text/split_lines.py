r"""Scraped text to blocks: where they end is for its form to say.

A line that starts with `# ` is a heading and one that starts with `- ` a list item, as in Markdown.
Never looks at what a line says: that is for the rules.
"""

from cleaner.document.block import Block
from cleaner.document.characters import clean
from cleaner.document.page import TextForm
from cleaner.text.lazy_expression import lazy
from cleaner.text.punctuation import cut_sentences
from cleaner.text.text_form import cut_at_bars, recognise, with_line_ends
from cleaner.text.torn_lines import mend
from cleaner.text.wrapping import Hyphens, unwrap

_MARK = lazy(r"(?:(#{1,6})|[-*•‣▪]|\d{1,2}[.)])\s+\S")


def cut_lines(text: str, form: TextForm | None = None) -> list[Block]:
    """Cut scraped text of a *form*, which it shows by itself where None is given, into numbered blocks.

    Markdown that is cut here is cut by its lines.
    """
    text = clean(with_line_ends(text))
    lines = [" ".join(line.split()) for line in text.split("\n")]
    form = form or recognise(text).form
    if form == "wrapped":
        lines = unwrap(lines, lambda line: _tag(line) != "line")
    elif form == "torn":
        lines = mend(lines)
    elif form == "one-line":
        lines = [sentence for part in cut_at_bars(lines) for sentence in cut_sentences(part)]
    else:
        lines = Hyphens(lines).join(cut_at_bars(lines))
    return [Block(number, line, _tag(line)) for number, line in enumerate(filter(None, lines))]


def _tag(line: str) -> str:
    mark = _MARK.match(line)
    if not mark:
        return "line"
    return f"h{len(mark[1])}" if mark[1] else "li"
