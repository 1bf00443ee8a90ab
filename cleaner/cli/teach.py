"""`cleaner teach`: from one page with a line that should go to a tested rule."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from cleaner.cli import completion, options
from cleaner.cli.rules.write import AcceptArticle, AcceptLarge, Order, Yes, make_rule


def teach(
    page: Annotated[Path, typer.Argument(metavar="PAGE", help="A page that holds the text: HTML or text.")],
    text: Annotated[str | None, typer.Option("--text", help="What should go, or its beginning or end.")] = None,
    url: options.Url = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", autocompletion=completion.kinds, help="The sort of boilerplate; guessed if not given."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The rule file; .cleaner/rules/<pack>.yaml if not given.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the rule and write nothing.")] = False,
    yes: Yes = False,
    accept_large: AcceptLarge = False,
    accept_article: AcceptArticle = False,
) -> None:
    """Teach from one page: the narrowest rule that takes a text, tested before it is written.

    It is `cleaner rules new --page PAGE` with fewer options. For many pages of a site there is `cleaner learn`.
    """
    order = Order(page, text, url, kind, output=output, dry_run=dry_run, yes=yes)
    make_rule(replace(order, accept_large=accept_large, accept_article=accept_article))
