"""`cleaner clean`: one page in, its article on stdout."""

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cleaner.cli import options, terminal

if TYPE_CHECKING:
    from cleaner.article import Article

FORMATS = ("text", "markdown", "html", "xml", "json", "jsonl")
NO_ARTICLE = ("empty", "not-an-article", "consent-wall", "body-in-script")
_KINDS_SHOWN = 5
"""Kinds of which the summary tells. Not measured: they fit a line."""


def clean(
    source: options.Source = "-",
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write here instead of stdout.")] = None,
    output_format: Annotated[str, typer.Option("--format", help=", ".join(FORMATS))] = "text",
    links: options.Links = True,
    images: options.Images = False,
    url: options.Url = None,
    language: options.Language = None,
    input_kind: options.InputKind = "auto",
    rules: options.Rules = None,
    own_folders: options.OwnFolders = True,
    off: options.Off = None,
    keep: options.Keep = None,
    drop: options.Drop = None,
    profile: options.Profile = None,
    model: options.Model = None,
    site_memory: options.SiteMemoryFile = None,
    remember: options.Remember = False,
    with_metadata: Annotated[
        bool, typer.Option("--with-metadata", help="Put title, authors, date and URL before text or Markdown.")
    ] = False,
    encoding: options.Encoding = None,
    quiet: options.Quiet = False,
) -> None:
    """Clean one page: HTML, or text that was scraped already.

    Leaves with 0 if there is an article, 1 if nothing looks like one (the best effort is written), 2 for
    wrong use or broken rules, 3 if the input cannot be read.
    """
    from cleaner.io.atomic import write_text
    from cleaner.io.clashes import refuse_clashes

    options.one_of("format", output_format, FORMATS)
    if output:
        refuse_clashes([source, *(rules or ()), *filter(None, (profile, model, site_memory))], {"-o": output})
    memory = options.memory_file(site_memory, remember)
    cleaner = options.make_cleaner(rules, off, keep, drop, profile, model, memory, own_folders=own_folders, quiet=quiet)
    article = cleaner.clean(options.read_one(source, input_kind, url, language, encoding))
    if site_memory and remember:
        add_to_memory(site_memory, article)
    written = render(article, output_format, with_metadata, links=links, images=images)
    if output:
        write_text(output, written)
    else:
        terminal.write(written)
    if not quiet:
        terminal.say(summary(article))
        terminal.say_held_back(article)
    raise typer.Exit(1 if article.status in NO_ARTICLE else 0)


def add_to_memory(path: Path, article: "Article") -> None:
    """Remember an article's page in a memory of sites, if it says which site it is of."""
    from cleaner.api import remember

    remember(path, [article])


def render(
    article: "Article", output_format: str, with_metadata: bool, *, links: bool = True, images: bool = False
) -> str:
    """Return the article in one of `FORMATS`; *links* and *images* are for those that have any."""
    match output_format:
        case "json":
            return json.dumps(article.to_dict(), ensure_ascii=False, indent=2) + "\n"
        case "jsonl":
            return json.dumps(article.to_dict(), ensure_ascii=False) + "\n"
        case "html":
            return article.html(links=links, images=images)
        case "xml":
            return article.xml(links=links, images=images)
        case "markdown":
            head = _front_matter(article) if with_metadata else ""
            return head + article.markdown(links=links, images=images)
    return (_head(article) if with_metadata else "") + article.text + "\n"


def summary(article: "Article") -> str:
    """Return one line that says what was taken."""
    total = sum(len(verdict.block.text) for verdict in article.trace)
    taken = sum(len(removal.text) for removal in article.removals)
    kinds = Counter(removal.kind or removal.source for removal in article.removals)
    share = f"{taken / total:.0%}" if total else "0%"
    busiest = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common(_KINDS_SHOWN))
    kept = f"{article.status}: kept {len(article.blocks)} of {len(article.trace)} blocks"
    return f"{kept}, removed {share} of the text{f' ({busiest})' if busiest else ''}"


def _facts(article: "Article") -> list[tuple[str, str]]:
    authors = ", ".join(article.authors)
    facts = [("title", article.title), ("authors", authors), ("date", article.date), ("url", article.url)]
    return [(name, value) for name, value in facts if value]


def _head(article: "Article") -> str:
    return "".join(f"{name}: {value}\n" for name, value in _facts(article)) + "\n"


def _front_matter(article: "Article") -> str:
    lines = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in _facts(article))
    return f"---\n{lines}---\n\n"
