"""Stand-ins for the libraries of trafilatura: not imported for a vote, and there as soon as one of them is called."""

import subprocess
import sys

import pytest

SPARING = """
import sys
from cleaner import clean
from cleaner.trafilatura_vote import import_sparingly_later
import_sparingly_later()
page = "".join(f"<p>The ferry number {n} sails again on Monday, the harbour office said.</p>" for n in range(40))
clean(f"<title>Ferries</title><article>{page}</article>")
absent = {"charset_normalizer", "courlan", "htmldate", "urllib3"} - set(sys.modules)
import trafilatura
"""


def python(code: str) -> str:
    ran = subprocess.run([sys.executable, "-c", SPARING + code], capture_output=True, text=True, check=True)
    return ran.stdout.strip()


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("print(*sorted(absent))", "charset_normalizer courlan htmldate urllib3"),
        # functions, classes and what belongs to them are those of the libraries
        (
            "print(trafilatura.extract_metadata('<meta name=date content=2026-06-05><p>Ferry').date);"
            "print(trafilatura.external.ParagraphMaker.make_paragraphs.__module__);"
            "print(trafilatura.utils.from_bytes(b'Ferry').best())",
            "2026-06-05\njustext.core\nFerry",
        ),
        # nothing is of a class before there is one
        (
            "of = trafilatura.utils.HTTPResponse; print(isinstance(page, of));"
            "from urllib3.response import HTTPResponse; print(isinstance(HTTPResponse(b''), of), HTTPResponse is of)",
            "False\nTrue False",
        ),
        (
            "import htmldate, trafilatura.downloads;"
            "print(type(htmldate.find_date).__name__, trafilatura.downloads.MAX_BACKOFF > 0)",
            "function True",
        ),
    ],
    ids=["absent", "called", "a class", "imported by others"],
)
def test_stand_ins_serve_as_what_they_stand_for(code: str, said: str) -> None:
    assert python(code) == said
