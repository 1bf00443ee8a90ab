"""What the lexicon, rules/lexicon.yaml, may say, and what is wrong with it: needed where the file is read."""

import re
from collections.abc import Callable
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from cleaner.document.spelling import nearest
from cleaner.features.lexicon import NAMES, SAYS
from cleaner.rules.field_types import Version
from cleaner.text.normalize import fold

_WORD = re.compile(r"\w+")
"""What pages are cut into; anything else would never be found."""


def _one_of(known: frozenset[str]) -> Callable[[str], str]:
    def check(group: str) -> str:
        if group not in known:
            raise ValueError(f"unknown group of words{nearest(group, sorted(known))}")
        return group

    return check


def _single(word: str) -> str:
    if not _WORD.fullmatch(fold(word)):
        raise ValueError(f"expected a single word, found {word!r}")
    return word


def _phrase(text: str) -> str:
    if not fold(text):
        raise ValueError(f"expected a word or more, found {text!r}")
    return text


_Words = list[Annotated[str, AfterValidator(_single)]]
_Phrases = list[Annotated[str, AfterValidator(_phrase)]]


class FormsFile(BaseModel):
    """What the file may say of letters, of fields, and of what texts are about."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)
    salutation: _Phrases
    closing: _Phrases
    when: _Phrases
    where: _Phrases
    about_terms: _Phrases = []
    about_consent: _Phrases = []
    about_newsletter: _Phrases = []
    about_comments: _Phrases = []
    about_rights: _Phrases = []
    about_adverts: _Phrases = []
    about_sharing: _Phrases = []


class LexiconFile(BaseModel):
    """What the file may say: for each group its words, and those of forms of text."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)
    format: Version
    names: dict[Annotated[str, AfterValidator(_one_of(NAMES))], _Words]
    says: dict[Annotated[str, AfterValidator(_one_of(SAYS))], _Words]
    forms: FormsFile
