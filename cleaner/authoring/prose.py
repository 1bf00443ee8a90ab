"""Clean article prose in many languages, on which no text rule may fire."""

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from cleaner.authoring.packs import project_folder
from cleaner.document.block import Block
from cleaner.text.block_text import BlockText


@dataclass(frozen=True)
class Sentence:
    """One line of invented article prose, and where it stands."""

    language: str
    text: str
    file: str
    line: int

    @cached_property
    def block_text(self) -> BlockText:
        """The line as a paragraph that rules can read."""
        return BlockText(Block(0, self.text, "p"))


@cache
def read_prose(folder: Path | None = None) -> tuple[Sentence, ...]:
    """Read *folder* (by default the bundled corpus): `<language>.txt`, a paragraph a line, `#` for remarks."""
    folder = folder or project_folder("fixtures/prose")
    files = sorted(folder.glob("*.txt")) if folder else []
    return tuple(
        Sentence(file.stem, line.strip(), str(file), number)
        for file in files
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if line.strip() and not line.startswith("#")
    )
