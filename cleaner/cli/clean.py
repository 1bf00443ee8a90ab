"""`cleaner clean`: pages in, their articles on stdout, or in files."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cleaner.cli import formats, options, outputs, sources, terminal
from cleaner.cli.formats import FORMATS
from cleaner.errors import InputError, PageError
from cleaner.text.counted import counted
from cleaner.text.urls import is_relative

if TYPE_CHECKING:
    from cleaner.api import Cleaner
    from cleaner.article import Article

NO_ARTICLE = ("empty", "not-an-article", "consent-wall", "body-in-script")
_UNREAD = 3
"""Exit code, as for a single page that cannot be read."""
_PARTED = ("text", "markdown")
"""Formats in which an empty line stands between two articles."""
_LINKED = ("markdown", "html", "xml")
"""Formats in which links stand."""
_KINDS_SHOWN = 5
"""Kinds of which the summary tells. Not measured: they fit a line."""


def clean(
    context: typer.Context,
    source: options.Sources = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar="FILE|FOLDER/", help="Write here instead of stdout; a file for each page."
        ),
    ] = None,
    output_format: Annotated[
        str, options.formats(FORMATS, "How articles are written; for -o FILE, what the file's suffix says.")
    ] = "text",
    links: options.Links = True,
    images: options.Images = False,
    url: options.Url = None,
    language: options.Language = None,
    input_kind: options.InputKind = "auto",
    text_form: options.TextForm = "auto",
    rules: options.Rules = None,
    own_folders: options.OwnFolders = True,
    off: options.Off = None,
    policy: options.Policy = "news",
    keep: options.Keep = None,
    drop: options.Drop = None,
    model: options.Model = None,
    trafilatura: options.Trafilatura = "always",
    site_memory: options.SiteMemoryFile = None,
    remember: options.Remember = False,
    with_metadata: Annotated[
        bool, typer.Option("--with-metadata", help="Put title, authors, date and URL before text or Markdown.")
    ] = False,
    with_removals: Annotated[
        bool, typer.Option("--removals", help="In JSON: also each thing that was removed, and why.")
    ] = False,
    with_comments: Annotated[
        bool, typer.Option("--comments", help="In JSON: also the readers' comments, a text for each thread.")
    ] = False,
    encoding: options.Encoding = None,
    quiet: options.Quiet = False,
) -> None:
    """Clean a page, or several: HTML, or text that was scraped already.

    JSON of several pages on stdout is one list; jsonl is a line for each.

    Leaves with 0 if there are articles, 1 if something looks like none (the best effort is written), 2 for
    wrong use or broken rules, 3 if an input cannot be read or the output cannot be written.
    """
    output_format = options.one_of("format", output_format, FORMATS)
    pages = sources.pages("clean", source or ["-"])
    if len(pages) == 1:
        output_format = formats.of_file(context, output, output_format)
    else:
        formats.refuse_one_file(output, len(pages))
    if not quiet:
        formats.say_idle(context, output_format)
    if url and len(pages) > 1:
        raise ValueError(f"--url {url} is the address of one page, and there are {len(pages)}")
    judges = [*(rules or ()), *filter(None, (model, site_memory))]
    targets = outputs.targets(pages, output, output_format, judges)
    memory = options.memory_file(site_memory, remember)
    cleaner = options.make_cleaner(
        rules,
        off,
        keep,
        drop,
        model,
        memory,
        policy=policy,
        trafilatura=trafilatura,
        own_folders=own_folders,
        quiet=quiet,
    )
    as_list = output_format == "json" and len(pages) > 1 and output is None
    codes: list[int] = []
    to_remember, listed = [], []
    for page, target in zip(pages, targets, strict=True):
        article = _article(cleaner, page, (input_kind, url, language, encoding, text_form), alone=len(pages) == 1)
        if article is None:
            codes.append(_UNREAD)
            continue
        written = render(
            article,
            output_format,
            with_metadata,
            removals=with_removals,
            comments=with_comments,
            links=links,
            images=images,
        )
        if as_list:
            listed.append(written.rstrip("\n"))
        else:
            _put(written, target, parted=bool(codes) and output_format in _PARTED)
        codes.append(int(article.status in NO_ARTICLE))
        if remember:
            to_remember.append(article)
        if not quiet:
            terminal.say(summary(article) if len(pages) == 1 else f"{page}: {summary(article)}")
            terminal.say_held_back(article)
            _say_left_out(article, output_format, links)
    if as_list:
        joined = ",\n".join(listed)
        terminal.write(f"[\n{joined}\n]\n")
    if site_memory and remember and not add_to_memory(site_memory, to_remember) and not quiet:
        terminal.say("nothing to remember: no page is an article that says its address; --url ADDRESS says it")
    raise typer.Exit(max(codes))


def _article(
    cleaner: "Cleaner", page: str, how: tuple[str, str | None, str | None, str | None, str], *, alone: bool
) -> "Article | None":
    """Return the article of a page; None if it cannot be read, which is said.

    Raises `InputError` and `PageError` where it stands *alone*.
    """
    try:
        return cleaner.clean(options.read_one(page, *how))
    except (InputError, PageError) as error:
        if alone:
            raise
        terminal.say(f"cleaner: {error}" if page in str(error) else f"cleaner: {page}: {error}")
        return None


def _put(written: str, target: Path | None, *, parted: bool) -> None:
    """Write an article to its file, or to stdout, *parted* by an empty line from the one before it."""
    from cleaner.io.atomic import naming_failures, write_text

    if target:
        with naming_failures(target):
            target.parent.mkdir(exist_ok=True)
        write_text(target, written)
    else:
        terminal.write(f"\n{written}" if parted else written)


def add_to_memory(path: Path, articles: "Sequence[Article]") -> int:
    """Remember the pages of *articles* in a memory of sites, those that say which site they are of; return how many."""
    from cleaner.api import remember

    return remember(path, articles)


def render(
    article: "Article",
    output_format: str,
    with_metadata: bool,
    *,
    removals: bool = False,
    comments: bool = False,
    links: bool = True,
    images: bool = False,
) -> str:
    """Return the article in one of `FORMATS`; JSON may hold *removals* and *comments*, others *links* and *images*."""
    match output_format:
        case "json" | "jsonl":
            told = article.to_dict(removals=removals, comments=comments)
            return json.dumps(told, ensure_ascii=False, indent=2 if output_format == "json" else None) + "\n"
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
    if len(kinds) > _KINDS_SHOWN:
        busiest += f", and {counted(len(kinds) - _KINDS_SHOWN, 'other kind')}"
    kept = f"{article.status}: kept {len(article.blocks)} of {counted(len(article.trace), 'block')}"
    asked = f"; trafilatura {article.trafilatura}" if article.trafilatura else ""
    return f"{kept}, removed {share} of the text{f' ({busiest})' if busiest else ''}{asked}"


def _say_left_out(article: "Article", output_format: str, links: bool) -> None:
    """Say that links of the article are left out because nothing says what they are relative to."""
    if not links or output_format not in _LINKED or article.url:
        return
    found = sum(is_relative(link) for block in article.blocks for link in block.links)
    if found:
        are = "is" if found == 1 else "are"
        terminal.say(f"{counted(found, 'link')} {are} left out, being relative; --url ADDRESS says to what")


def _facts(article: "Article") -> list[tuple[str, str]]:
    authors = ", ".join(article.authors)
    facts = [("title", article.title), ("authors", authors), ("date", article.date), ("url", article.url)]
    return [(name, value) for name, value in facts if value]


def _head(article: "Article") -> str:
    return "".join(f"{name}: {value}\n" for name, value in _facts(article)) + "\n"


def _front_matter(article: "Article") -> str:
    lines = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in _facts(article))
    return f"---\n{lines}---\n\n"
