"""`cleaner rules new`: from a line that should not be there to a rule."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cleaner.cli import completion, options, terminal
from cleaner.text.counted import counted

if TYPE_CHECKING:
    from cleaner.authoring.kind_guess import Guess
    from cleaner.authoring.loss import Loss
    from cleaner.authoring.propose import Proposal
    from cleaner.authoring.scene import Wish

AcceptLarge = Annotated[
    bool, typer.Option("--accept-large", help="Even if the rule asks for over a third of an article's words.")
]
AcceptArticle = Annotated[
    bool, typer.Option("--accept-article", help="Even if there are signs that the text is part of the article.")
]
Yes = Annotated[
    bool,
    typer.Option("--yes", help="Ask nothing, and write the rule; with no terminal to ask on, only this writes it."),
]
_LOSSES_SHOWN = 10
"""Pages of which it is told what a rule takes of their articles. Not measured."""
_HIT_CHARS = 120
"""Characters that are shown of a text on another page. Not measured."""


def is_interactive() -> bool:
    """Say whether somebody sits before a terminal to answer questions."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


@dataclass(frozen=True)
class Order:
    """What a person asks of a new rule on the command line: the options of `new`, under their names."""

    page: Path | None = None
    text: str | None = None
    url: str | None = None
    kind: str | None = None
    rule_id: str | None = None
    why: str | None = None
    pack: str | None = None
    output: Path | None = None
    everywhere: bool = False
    how: str | None = None
    corpus: Path | None = None
    dry_run: bool = False
    yes: bool = False
    accept_large: bool = False
    accept_article: bool = False


def new(
    page: Annotated[Path | None, typer.Option("--page", help="A page that holds the text: HTML or text.")] = None,
    text: Annotated[str | None, typer.Option("--text", help="What should go, or its beginning or end.")] = None,
    url: options.Url = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", autocompletion=completion.kinds, help="The sort of boilerplate; guessed if not given."),
    ] = None,
    rule_id: Annotated[str | None, typer.Option("--id", help="<kind>.<what is removed>; made up if not given.")] = None,
    why: Annotated[str | None, typer.Option("--why", help="One sentence: the reason.")] = None,
    pack: Annotated[
        str | None, typer.Option("--pack", help="The pack; if not given, that of the site or platform, or generic.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The rule file; .cleaner/rules/<pack>.yaml if not given.")
    ] = None,
    everywhere: Annotated[bool, typer.Option("--everywhere", help="For all hosts, not the page's.")] = False,
    how: Annotated[
        str | None,
        typer.Option(
            "--how", metavar="phrase|selector", help="The way to find it; if not given, the first that works."
        ),
    ] = None,
    corpus: Annotated[Path | None, typer.Option("--corpus", help="Pages on which to show what else it takes.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the rule and write nothing.")] = False,
    yes: Yes = False,
    accept_large: AcceptLarge = False,
    accept_article: AcceptArticle = False,
) -> None:
    """Make a rule from a text that should go: the narrowest that works, with examples, tested before it is written.

    A rule that asks for over a third of the page's kept words, or of a page's of --corpus, is not written, and neither
    is one for a text that may be the article, unless you say that this is meant.
    """
    if how:
        options.one_of("how", how, ("phrase", "selector"))
    make_rule(
        Order(
            page=page,
            text=text,
            url=url,
            kind=kind,
            rule_id=rule_id,
            why=why,
            pack=pack,
            output=output,
            everywhere=everywhere,
            how=how,
            corpus=corpus,
            dry_run=dry_run,
            yes=yes,
            accept_large=accept_large,
            accept_article=accept_article,
        )
    )


def make_rule(order: Order) -> None:
    """Propose a rule, ask on a terminal, show it, and write it if that is wanted."""
    from cleaner.authoring.propose import propose

    options.say_folders()
    asking = is_interactive() and not order.yes
    wish = _wish(order, asking)
    proposal = propose(wish)
    if proposal.guess:
        _say_guess(proposal.guess)
    if asking:
        proposal = propose(_ask(wish, proposal))
    for said, reason in proposal.rejected:
        terminal.say(f"not {said}: {reason}")
    terminal.say(f"chosen: {proposal.said}")
    for sign in proposal.signs:
        terminal.say(f"this may be the article: {sign}", fg="red")
    terminal.write(proposal.yaml)
    _say_reach(proposal, order)
    found = [proposal.loss] if proposal.loss else []
    found += _show_hits(proposal, order.corpus) if order.corpus else ()
    _check_losses(found, order)
    _save(proposal, order, asking)


def _say_guess(guess: "Guess") -> None:
    """Say of what kind the text seems to be, and what is done where that is not sure."""
    if guess.is_sure:
        terminal.say(f"kind: {guess}")
    else:
        likeliest = f" (likeliest: {guess})" if guess.signs else ""
        terminal.say(f"kind: {guess.taken}, since nothing tells it surely{likeliest}; --kind names it", fg="yellow")


def _say_reach(proposal: "Proposal", order: Order) -> None:
    """Say where the rule acts, if not on the pages of the one site."""
    where = proposal.rule.where
    if where.platform:
        terminal.say(f"it acts on all sites built with {', '.join(where.platform)}", fg="yellow")
    elif not where.hosts:
        advice = "" if order.everywhere or not order.page else "; --url ADDRESS keeps it to the page's own"
        terminal.say(f"it names no host, so it acts on all sites{advice}", fg="yellow")


def _check_losses(found: "list[Loss]", order: Order) -> None:
    """Say what the rule takes of each page.

    Raises `ValueError` if that is too much and nobody has said that it is meant.
    """
    for loss in found[:_LOSSES_SHOWN]:
        terminal.say(loss, fg="red" if loss.is_large else None)
    large = [loss for loss in found if loss.is_large]
    if large and not (order.accept_large or order.dry_run):
        pages = ", ".join(loss.page or str(order.page) for loss in large[:_LOSSES_SHOWN])
        raise ValueError(f"not written: it asks for over a third of {pages}; --accept-large says that this is meant")


def _wish(order: Order, asking: bool) -> "Wish":
    from cleaner.authoring.naming import check_pack, kind_of
    from cleaner.authoring.saving import pack_of
    from cleaner.authoring.scene import Wish
    from cleaner.io.files import read_page

    kind = kind_of(order.rule_id, order.kind and order.kind.lower())
    if order.pack is not None:
        check_pack(order.pack)
    page = str(order.page or "")
    if asking and not page and not order.text:
        page = typer.prompt("a page that holds the text (empty for none)", default="", show_default=False, err=True)
    if not order.text and not asking:
        raise ValueError("missing option --text: expected the text that should go")
    text = order.text or typer.prompt("the text that should go", err=True)
    pack = order.pack or (pack_of(order.output) if order.output else None)
    read = read_page(page, url=order.url) if page else None
    return Wish(text, read, kind, order.rule_id, order.why, pack, order.everywhere, order.how)  # type: ignore[arg-type]


def _save(proposal: "Proposal", order: Order, asking: bool) -> None:
    from cleaner.authoring.saving import default_file, save

    path = order.output or default_file(proposal.pack)
    if order.dry_run:
        return
    if not (asking or order.yes):
        raise ValueError("not written: nobody is here to be asked; --yes writes it, --dry-run only shows it")
    is_doubtful = bool(proposal.signs) and not order.accept_article
    if order.yes and is_doubtful:
        raise ValueError(
            "not written: the text may be the article; --accept-article says that it is meant all the same"
        )
    if order.yes or typer.confirm(f"write it to {path}?", default=not is_doubtful, err=True):
        save(proposal, path)
        terminal.say(f"wrote {proposal.rule.full_id} to {path}; its examples pass")


def _ask(wish: "Wish", proposal: "Proposal") -> "Wish":
    """Ask for kind, id and reason, with what is proposed as the answer that enter gives."""
    from dataclasses import replace

    from cleaner.document.kinds import KINDS

    asked = wish.kind or typer.prompt("kind", default=proposal.rule.kind, err=True)
    kind = options.one_of("kind", asked.lower(), tuple(KINDS))
    same = kind == proposal.rule.kind
    stem = proposal.rule.id if same else f"{kind}.{proposal.rule.id.partition('.')[2]}"
    rule_id = wish.id or typer.prompt("id", default=stem, err=True, value_proc=lambda said: _checked(said, kind))
    from cleaner.authoring.wording import WHYS

    why = wish.why or typer.prompt("why", default=WHYS[kind], err=True)
    return replace(wish, kind=kind, id=rule_id, why=why)


def _checked(rule_id: str, kind: str) -> str:
    """Return an id that a rule of *kind* may have; for any other the question is asked again."""
    from cleaner.authoring.naming import kind_of

    try:
        kind_of(rule_id, kind)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    return rule_id


def _show_hits(proposal: "Proposal", corpus: Path) -> "tuple[Loss, ...]":
    from cleaner.authoring.corpus import read_corpus
    from cleaner.authoring.saving import other_pages
    from cleaner.cli.rules.measure import progress

    samples = read_corpus(corpus)
    with progress(len(samples), "looking for other hits") as advance:
        found = other_pages(proposal, samples, advance)
    hits = found.hits
    stay = "stays" if len(hits) == 1 else "stay"
    terminal.say(f"on {counted(len(samples), 'page')} it takes {counted(len(hits), 'text')} that {stay} today")
    for hit in hits:
        mark = " (article text!)" if hit.of_article else ""
        terminal.say(f"  {hit.page}: {hit.text[:_HIT_CHARS]}{mark}", fg="red" if hit.of_article else None)
    return found.losses
