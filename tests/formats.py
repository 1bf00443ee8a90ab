"""`make formats OTHERS=1`: ten structures as Markdown, by us and by others; docs/formats.md holds the table.

Without others, ours are written anew and theirs stay as they were measured. markdownify is given the structure alone,
trafilatura and we a page around it. What is written counts as whole if CommonMark with tables reads the blocks, the
marks and the numbers in it that the page has.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib import metadata
from pathlib import Path

from cleaner import Cleaner, Page
from tests.render.parsed import Parsed, parsed_html, parsed_markdown

FILE = Path(__file__).resolve().parent.parent / "docs" / "formats.md"
URL = "https://ferry.example/news/"
STRUCTURES = {
    "table": "<table><tr><th>Route</th><th>Fare</th></tr>"
    "<tr><td>Norrick to Holm</td><td>12 | 14 crowns</td></tr></table>",
    "table with an empty and a wide cell": "<table><tr><th>Route</th><th>Mon</th><th>Tue</th></tr>"
    "<tr><td>Norrick</td><td></td><td>9.30</td></tr><tr><td colspan=2>Holm</td><td>11.15</td></tr></table>",
    "ordered list that starts at 4": "<ol start=4><li>Buy a ticket at the pier.</li>"
    "<li>Wait for the second bell.</li></ol>",
    "nested list": "<ul><li>Boats of the island:<ol><li>The Tern sails in summer.</li>"
    "<li>The Gull sails in winter.</li></ol></li><li>Boats of the mainland sail daily.</li></ul>",
    "code block": "<p>Run this to see the timetable of the day:</p>"
    "<pre><code class=language-python>for boat in boats:\n    print(boat)\n\n# `done`</code></pre>",
    "inline code": "<p>Set the variable <code>BOAT_`NAME`</code> before the timetable is printed.</p>",
    "line breaks, superscript": "<p>Two fathoms at the bell,<br>"
    "and twenty m<sup>2</sup> of H<sub>2</sub>O at the stern.</p>",
    "bold next to letters": "<p>The board said <b>“never”</b>s are <i>(not)</i>for ferries"
    " in <b>Nor<i>rick</i></b>.</p>",
    "link with parentheses": "<p>The island has <a href='/wiki/Holm_(island)?a=1&amp;copy=2'>"
    "a page [of its own]</a> to read.</p>",
    "text that looks like Markdown": "<p>1986. It was the year of the #2 ferry, of 2*3*4 crowns &amp;amp; a_b_c.</p>"
    "<p># was the sign on the pier, and &lt;b&gt; was on the boat.</p>",
}
BEFORE, AFTER = (
    f"<p>The ferry to {place} sails again on Monday, the harbour office said, and nobody was surprised by that. "
    f"It had been out of the water since the storm of March, when the pier of {place} was lost.</p>"
    for place in ("Norrick", "Holm")
)
TITLE = "<title>Ferry back</title></head><body><article><h1>Ferry back</h1>"
PAGE = f"<html><head>{TITLE}{BEFORE}%s{AFTER}</article></body></html>"


def ours(structure: str) -> str:
    """Return a structure as we write it."""
    return _inside(Cleaner().clean(Page(html=PAGE % structure, url=URL)).markdown())


def trafilaturas(structure: str) -> str:
    """Return a structure as trafilatura writes it, with all that it can show."""
    import trafilatura

    return _inside(
        trafilatura.extract(
            PAGE % structure, url=URL, output_format="markdown",
            include_formatting=True, include_links=True, include_tables=True,
        ) or ""
    )  # fmt: skip


def markdownifys(structure: str) -> str:
    """Return a structure as markdownify writes it; it knows nothing of addresses, so these are whole already."""
    import markdownify

    return str(markdownify.markdownify(structure.replace("'/wiki", f"'{URL[:-6]}/wiki"))).strip("\n")


WRITTEN = re.compile(r"^\*\*([^\n*]+)\*\*[^\n]*\n\n`{5}markdown\n(.*?)\n?^`{5}$", re.MULTILINE | re.DOTALL)
OTHERS: Mapping[str, Callable[[str], str]] = {"trafilatura": trafilaturas, "markdownify": markdownifys}


def _inside(markdown: str) -> str:
    """Return what stands between the paragraphs of the page."""
    return markdown.partition("was lost.\n")[2].rpartition("The ferry to Holm")[0].strip("\n")


def wanted(structure: str) -> list[Parsed]:
    """Return the blocks that a page has, with whole addresses."""
    return parsed_html(f"<article>{structure.replace('/wiki', f'{URL[:-6]}/wiki')}</article>")


def is_whole(markdown: str, structure: str) -> bool:
    """Say whether all of a structure is read in *markdown*."""
    same = {"strong": "b", "em": "i"}
    read, given = (
        [
            (block.around, [(sorted(same.get(mark, mark) for mark in marks), text) for marks, text in block.texts])
            for block in blocks
        ]
        for blocks in (parsed_markdown(markdown), wanted(structure))
    )
    return read == given


def measured(page: str) -> dict[tuple[str, str], str]:
    """Return what *page* holds, by structure and by tool with its version."""
    found = {}
    for section in page.split("\n### ")[1:]:
        name, _, rest = section.partition("\n")
        for tool, text in WRITTEN.findall(rest):
            found[name, tool] = text
    return found


def sections(texts: Mapping[tuple[str, str], str]) -> Iterator[str]:
    """Yield the table, and a section for each structure."""
    tools = list(dict.fromkeys(tool for _, tool in texts))
    rows = [
        f"| {name} | " + " | ".join("yes" if is_whole(texts[name, tool], html) else "no" for tool in tools) + " |"
        for name, html in STRUCTURES.items()
    ]
    yield "\n".join([f"| | {' | '.join(tools)} |", "|---" * (len(tools) + 1) + "|", *rows])
    for name, html in STRUCTURES.items():
        written = (
            f"**{tool}**{'' if is_whole(texts[name, tool], html) else ' (not whole)'}\n\n"
            f"`````markdown\n{texts[name, tool]}\n`````"
            for tool in tools
        )
        yield "\n\n".join([f"### {name}", f"`````html\n{html}\n`````", *written])


def page_with(texts: Mapping[tuple[str, str], str], page: str) -> str:
    """Return *page* with its table and its sections written anew."""
    head = page.partition("<!-- made by make formats -->\n")[0]
    return f"{head}<!-- made by make formats -->\n\n" + "\n\n".join(sections(texts)) + "\n"


def main(with_others: bool) -> None:
    """Write docs/formats.md anew."""
    page = FILE.read_text("utf-8")
    texts = measured(page)
    for name, html in STRUCTURES.items():
        texts[name, "article-cleaner"] = ours(html)
        for tool, write in OTHERS.items() if with_others else ():
            texts[name, f"{tool} {metadata.version(tool)}"] = write(html)
    FILE.write_text(page_with(texts, page), "utf-8")


if __name__ == "__main__":
    main("others" in sys.argv[1:])
