"""`make accept`: write down what takes each fixture page's text today, for review as a diff."""

from cleaner.api import Cleaner
from cleaner.authoring.fixtures import accept
from tests.fixture_pages import all_pages


def main() -> None:
    """Rewrite every trace.jsonl."""
    cleaner = Cleaner()
    for fixture in all_pages():
        accept(fixture, cleaner)


if __name__ == "__main__":
    main()
