"""Options that several commands share, and what they make."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from cleaner.cli import colours, completion, names, settings, terminal
from cleaner.document.policy import POLICY_NAMES

if TYPE_CHECKING:
    from cleaner.api import Cleaner
    from cleaner.document import page
    from cleaner.document.page import Page
    from cleaner.sites import SiteMemory

Source = Annotated[str, typer.Argument(metavar="[PATH|-]", help="A page: HTML or text, also gzipped; - is stdin.")]
Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH|-", help="Pages: HTML or text, also gzipped; globs; stdin for -, or if none is named."
    ),
]
Url = Annotated[str | None, typer.Option(callback=names.address, help="The page's address; rules for hosts need it.")]
Language = Annotated[str | None, typer.Option(help="The page's language, if it does not say.")]
Encoding = Annotated[
    str | None,
    typer.Option("--encoding", metavar="NAME", help="The encoding of bytes, whatever pages and servers say."),
]
InputKind = Annotated[
    str,
    typer.Option(
        "--input",
        metavar="auto|html|text",
        autocompletion=completion.words(("auto", "html", "text")),
        help="What pages are; auto looks at them.",
    ),
]
TextForm = Annotated[
    str,
    typer.Option(
        "--text-form",
        metavar="auto|lines|wrapped|torn|one-line|markdown",
        autocompletion=completion.words(("auto", "lines", "wrapped", "torn", "one-line", "markdown")),
        help="How text is cut: at lines, at empty ones, where torn lines end, at sentences, as Markdown; auto looks.",
    ),
]
Rules = Annotated[
    list[Path] | None, typer.Option("--rules", metavar="PATH", help="A rule file or folder; may be repeated.")
]
OwnFolders = Annotated[
    bool,
    typer.Option(
        "--folder-rules/--no-folder-rules",
        help="With the rules of your configuration folder and of the nearest .cleaner/rules.",
    ),
]
Bundled = Annotated[bool, typer.Option("--bundled", help="The rules that come with cleaner, too.")]
Off = Annotated[
    list[str] | None,
    typer.Option(
        "--off",
        metavar="PACK|RULE|KIND",
        autocompletion=completion.switches,
        help="A pack, rule id or kind to switch off; may be repeated.",
    ),
]
Policy = Annotated[
    str,
    typer.Option(
        "--policy",
        metavar="|".join(POLICY_NAMES),
        autocompletion=completion.words(POLICY_NAMES),
        help="What an article is: what news articles hold, prose alone, or also captions, credits and bios.",
    ),
]
Keep = Annotated[
    list[str] | None,
    typer.Option("--keep", metavar="KIND", autocompletion=completion.kinds, help="Leave what is of this kind in."),
]
Drop = Annotated[
    list[str] | None,
    typer.Option(
        "--drop", metavar="KIND", autocompletion=completion.kinds, help="Take out a kind that stays by default."
    ),
]
Model = Annotated[
    Path | None,
    typer.Option(
        "--model", metavar="FILE", help="Weights of facts, as `train` writes them, in place of the bundled ones."
    ),
]
Trafilatura = Annotated[
    str,
    typer.Option(
        "--trafilatura",
        metavar="always|when-unsure",
        autocompletion=completion.words(("always", "when-unsure")),
        help="Ask trafilatura about each HTML page, or only where what the page itself shows leaves doubt: faster.",
    ),
]
SiteMemoryFile = Annotated[
    Path | None,
    typer.Option("--site-memory", metavar="FILE", help="Judge the page by others of its site, too: those in a file."),
]
Remember = Annotated[bool, typer.Option("--remember", help="Add the page to the file of --site-memory, too.")]
SiteName = Annotated[
    str,
    typer.Option(
        "--site", metavar="NAME", callback=names.site, help="The site of pages that do not say their address."
    ),
]
Colour = Annotated[
    str,
    typer.Option(
        "--color",
        metavar="|".join(colours.CHOICES),
        autocompletion=completion.words(colours.CHOICES),
        callback=colours.choose,
        help="Colours; auto heeds NO_COLOR and FORCE_COLOR, and has them on a terminal.",
    ),
]
Links = Annotated[
    bool, typer.Option("--links/--no-links", help="Links in Markdown, HTML and XML, or their text alone.")
]
Images = Annotated[bool, typer.Option("--images", help="The article's pictures, too, in Markdown, HTML and XML.")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing on stderr.")]

_SHORT = {"md": "markdown"}
"""Values by what people write for them."""


def formats(allowed: tuple[str, ...], says: str) -> Any:
    """Return the option --format, which *says* what of is written in one of the *allowed* formats."""
    shown = "|".join(allowed)
    return typer.Option("--format", metavar=shown, autocompletion=completion.words(allowed), help=says)


def make_cleaner(
    rules: list[Path] | None,
    off: list[str] | None,
    keep: list[str] | None,
    drop: list[str] | None,
    model: Path | None = None,
    site_memory: Path | None = None,
    *,
    policy: str = "news",
    trafilatura: str = "always",
    own_folders: bool = True,
    quiet: bool = False,
) -> "Cleaner":
    """Return a cleaner with the bundled, the user's and the named rules, what is known of sites, and a model.

    Unless *quiet*, stderr says which folders of rules are used unasked, and which are not.

    Raises `RuleError` for broken files of rules or of a model, `ValueError` for names that do not exist, `StateError`
    for no memory of sites.
    """
    from cleaner.api import Cleaner
    from cleaner.classifier.model import load_model
    from cleaner.document.asking import WHEN
    from cleaner.document.policy import policy_of
    from cleaner.rules import gather_rules

    when: Any = one_of("trafilatura", trafilatura, WHEN)
    base = one_of("policy", policy, POLICY_NAMES)
    chosen = policy_of(names.kinds("--keep", keep), names.kinds("--drop", drop), base)
    if not quiet:
        settings.say()
    gathered = gather_rules(*(rules or ()), off=tuple(names.switched_off(off)), own_folders=own_folders)
    if own_folders and not quiet:
        say_folders("; --no-folder-rules leaves them out")
    return Cleaner(gathered, chosen, load_model(model) if model else None, _memory_of(site_memory), when)


def _memory_of(path: Path | None) -> "SiteMemory | None":
    if path is None:
        return None
    from cleaner.sites import SiteMemory

    return SiteMemory(path)


def memory_file(path: Path | None, remember: bool) -> Path | None:
    """Return the memory of sites that pages are judged by: the file of this *path*, None where it is yet to be made.

    Raises `ValueError` where there is no file to *remember* pages in, or to read.
    """
    if path is None and remember:
        raise ValueError("--remember adds pages to a file, and --site-memory names none")
    if path is None or path.exists():
        return path
    if not remember:
        raise ValueError(f"--site-memory {path}: there is no such file; --remember makes it")
    return None


def say_folders(advice: str = "") -> None:
    """Say on stderr which folders of rules are used unasked, and which are not, and why not."""
    from cleaner.rules.folders import find_folders

    found = find_folders()
    for folder in found.used:
        terminal.say(f"with the rules in {folder}{advice}")
    for folder, reason in found.refused:
        terminal.say(f"without the rules in {folder}: {reason}; name it to use them all the same")


def read_one(
    source: str,
    input_kind: str,
    url: str | None,
    language: str | None,
    encoding: str | None = None,
    text_form: str = "auto",
) -> "Page":
    """Read one page.

    Raises `InputError` and `PageError` for what cannot be read, `typer.BadParameter` for an unknown *input_kind*
    or *text_form*, `ValueError` for an unknown *encoding*.
    """
    from cleaner.io.files import Input, read_page

    kind = one_of("input", input_kind, get_args(Input))
    told = known_encoding(encoding)
    form = known_text_form(text_form)
    return read_page(source, kind=kind, url=url, language=language, encoding=told, text_form=form)  # type: ignore[arg-type]


def known_text_form(name: str) -> "page.TextForm | None":
    """Return the form of a text by its name, None for `auto`.

    Raises `typer.BadParameter` with the nearest right spelling.
    """
    from cleaner.document.page import TextForm

    found: Any = one_of("text-form", name, ("auto", *get_args(TextForm)))
    return None if found == "auto" else found


def known_encoding(name: str | None) -> str | None:
    """Return *name*.

    Raises `ValueError` with the nearest right spelling if no encoding is called so.
    """
    from cleaner.html.decode import check_label

    return None if name is None else check_label(name)


def one_of(name: str, value: str, allowed: tuple[str, ...]) -> str:
    """Return *value*, or what it is short for, if it is allowed; in letters of any size.

    *name* is that of the option without its hyphens, or that of an argument, in capitals.

    Raises `typer.BadParameter` with the nearest right spelling.
    """
    meant = _SHORT.get(value.lower(), value.lower())
    if meant in allowed:
        return meant
    from cleaner.document.spelling import nearest

    said = f"{value!r} is none of {', '.join(allowed)}{nearest(value, allowed)}"
    raise typer.BadParameter(said, param_hint=name if name.isupper() else f"--{name}")
