"""`make accept`: write down what takes each fixture page's text today, for review as a diff."""

import json

from cleaner.article import Article
from cleaner.pipeline import Cleaner
from tests.fixture_pages import all_pages


def trace_lines(article: Article) -> str:
    """Return the removals of an article, one JSON object a line: what went, and for which reason."""
    removals = [
        {"block": r.block, "kind": r.kind, "source": r.source, "rule": r.rule, "text": r.text[:80]}
        for r in article.removals
    ]
    return "".join(json.dumps(removal, ensure_ascii=False) + "\n" for removal in removals)


def main() -> None:
    """Rewrite every trace.jsonl."""
    cleaner = Cleaner()
    for fixture in all_pages():
        fixture.trace_file.write_text(trace_lines(cleaner.clean(fixture.page)), "utf-8")


if __name__ == "__main__":
    main()
