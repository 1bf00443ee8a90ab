"""`Shown`: what an article shows beside its text, and which addresses it may lead to."""

import re
from dataclasses import dataclass

from cleaner.document.characters import clean
from cleaner.document.markup import Picture
from cleaner.render.nodes import Image
from cleaner.text.urls import web_url

_MAIL = re.compile(r"mailto:[\w.+-]{1,254}@[\w.-]{1,253}", re.IGNORECASE)
_UNSAFE = re.compile(r"[\s<>\\`\"|\x00-\x1f]")
"""What no address holds, and what would end one in Markdown."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown beside the text: *links*, *images*; *base* is the address that relative ones lead on from."""

    links: bool = True
    images: bool = False
    base: str | None = None

    def address(self, given: str) -> str | None:
        """Return a whole address of the web or of a mailbox; None for a place on the page, a script, anything else."""
        if _MAIL.fullmatch(given):
            return given
        address = None if given.startswith("#") else web_url(clean(given), self.base)
        return address and _UNSAFE.sub(_quoted, address)

    def link(self, given: str) -> str | None:
        """Do the same for a link, if links are shown."""
        return self.address(given) if self.links else None

    def image(self, picture: Picture) -> Image | None:
        """Return a picture, if pictures are shown and it has an address of the web."""
        address = self.address(picture.source) if self.images else None
        return Image(address, picture.alt) if address else None


def _quoted(found: "re.Match[str]") -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())
