"""Options that several commands share, and what they make."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from cleaner.cli import terminal

if TYPE_CHECKING:
    from cleaner.api import Cleaner
    from cleaner.document.page import Page

Source = Annotated[str, typer.Argument(metavar="[PATH|-]", help="A page: HTML or text, also gzipped; - is stdin.")]
Url = Annotated[str | None, typer.Option(help="The page's address; rules for hosts need it.")]
Language = Annotated[str | None, typer.Option(help="The page's language, if it does not say.")]
Encoding = Annotated[
    str | None,
    typer.Option("--encoding", metavar="NAME", help="The encoding of bytes, whatever pages and servers say."),
]
InputKind = Annotated[str, typer.Option("--input", help="auto, html or text.")]
Rules = Annotated[list[Path] | None, typer.Option("--rules", help="A rule file or folder; may be repeated.")]
OwnFolders = Annotated[
    bool,
    typer.Option(
        "--folder-rules/--no-folder-rules",
        help="With the rules of your configuration folder and of the nearest .cleaner/rules.",
    ),
]
Off = Annotated[list[str] | None, typer.Option("--off", help="A pack, rule id or kind to switch off; may be repeated.")]
Keep = Annotated[list[str] | None, typer.Option("--keep", metavar="KIND", help="Leave boilerplate of this kind in.")]
Drop = Annotated[
    list[str] | None, typer.Option("--drop", metavar="KIND", help="Take out a kind that stays by default.")
]
Profile = Annotated[
    Path | None, typer.Option("--profile", metavar="FILE", help="What `learn` found out about sites: .json or .sqlite.")
]
Model = Annotated[
    Path | None,
    typer.Option("--model", metavar="FILE", help="Weights of facts, as `train` writes them: the bundled ones."),
]
SiteMemoryFile = Annotated[
    Path | None,
    typer.Option("--site-memory", metavar="FILE", help="Judge the page by others of its site, too: those in a file."),
]
Remember = Annotated[bool, typer.Option("--remember", help="Add the page to the file of --site-memory, too.")]
SiteName = Annotated[
    str, typer.Option("--site", metavar="NAME", help="The site of pages that do not say their address.")
]
Links = Annotated[
    bool, typer.Option("--links/--no-links", help="Links in Markdown, HTML and XML, or their text alone.")
]
Images = Annotated[bool, typer.Option("--images", help="The article's pictures, too, in Markdown, HTML and XML.")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing on stderr.")]


def make_cleaner(
    rules: list[Path] | None,
    off: list[str] | None,
    keep: list[str] | None,
    drop: list[str] | None,
    profile: Path | None = None,
    model: Path | None = None,
    site_memory: Path | None = None,
    *,
    own_folders: bool = True,
    quiet: bool = False,
) -> "Cleaner":
    """Return a cleaner with the bundled, the user's and the named rules, what is known of sites, and a model.

    Unless *quiet*, stderr says which folders of rules are used unasked, and which are not.

    Raises `RuleError` for broken files of rules or of a model, `ValueError` for names that do not exist, `StateError`
    for no profile and for no memory of sites.
    """
    from cleaner.api import Cleaner
    from cleaner.classifier.model import load_model
    from cleaner.document.policy import Policy
    from cleaner.rules import gather_rules
    from cleaner.sites import SiteMemory, load_profile

    policy = Policy(frozenset(keep or ()), frozenset(drop or ()))
    known = load_profile(profile) if profile else None
    gathered = gather_rules(*(rules or ()), off=tuple(off or ()), own_folders=own_folders)
    if own_folders and not quiet:
        say_folders("; --no-folder-rules leaves them out")
    memory = SiteMemory(site_memory) if site_memory else None
    return Cleaner(gathered, policy, known, load_model(model) if model else None, memory)


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
    source: str, input_kind: str, url: str | None, language: str | None, encoding: str | None = None
) -> "Page":
    """Read one page.

    Raises `InputError` and `PageError` for what cannot be read, `typer.BadParameter` for an unknown *input_kind*,
    `ValueError` for an unknown *encoding*.
    """
    from cleaner.io.files import Input, read_page

    kind = one_of("input", input_kind, get_args(Input))
    return read_page(source, kind=kind, url=url, language=language, encoding=known_encoding(encoding))  # type: ignore[arg-type]


def known_encoding(name: str | None) -> str | None:
    """Return *name*.

    Raises `ValueError` with the nearest right spelling if no encoding is called so.
    """
    from cleaner.html.decode import check_label

    return None if name is None else check_label(name)


def one_of(name: str, value: str, allowed: tuple[str, ...]) -> str:
    """Return *value* if it is allowed.

    Raises `typer.BadParameter` with the nearest right spelling.
    """
    if value in allowed:
        return value
    from difflib import get_close_matches

    near = get_close_matches(value, allowed, n=1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    raise typer.BadParameter(f"{value!r} is none of {', '.join(allowed)}{hint}", param_hint=f"--{name}")
