"""Keep examples for a new rule: real sentences that come near it, and its own words put to another use."""

import re
from collections.abc import Iterable

from cleaner.authoring.prose import read_prose
from cleaner.document.block import Block
from cleaner.text.block_text import BlockText
from cleaner.text.normalize import fold

_SENTENCES = {
    "en": ("{} was all that the note said, and nobody knew who had left it.", 'The note said "{}", and she kept it.'),
    "de": (
        "{} stand auf dem Zettel, und niemand wusste, von wem er war.",
        "Auf dem Zettel stand „{}“, und sie hob ihn auf.",
    ),
    "fr": ("{} était tout ce que disait le billet, sans signature.", "Le billet disait « {} », et elle le garda."),
    "es": ("{} era todo lo que decía la nota, sin firma.", "La nota decía «{}», y ella la guardó."),
    "it": ("{} era tutto ciò che diceva il biglietto, senza firma.", "Il biglietto diceva «{}», e lei lo conservò."),
    "pt": ("{} era tudo o que dizia o bilhete, sem assinatura.", "O bilhete dizia “{}”, e ela o guardou."),
    "nl": ("{} was alles wat op het briefje stond, zonder naam.", "Op het briefje stond “{}”, en zij bewaarde het."),
    "pl": ("{} to wszystko, co było na kartce bez podpisu.", "Na kartce było „{}”, a ona ją zachowała."),
    "ru": ("{} было всё, что стояло в записке без подписи.", "В записке стояло «{}», и она её сохранила."),
    "tr": ("{} notta yazan tek şeydi, imza yoktu.", "Notta “{}” yazıyordu, kadın onu sakladı."),
    "ja": ("{}とだけ書かれた紙が、机の上に残されていた。", "紙には「{}」と書かれ、彼女はそれを取っておいた。"),
    "zh": ("{}就是纸条上写的全部，没有署名。", "纸条上写着“{}”，她一直留着。"),
    "ar": ("{} كان كل ما في الورقة بلا توقيع.", "كان في الورقة «{}» فاحتفظت بها."),
}
"""A sentence that begins with a text, and one that quotes it, by language."""
_WORD = re.compile(r"\w+")
MAX_CHARS = 220
NEAR = 2
WANTED = 2
"""Characters of a keep example at most, how close it comes at least (as `closeness` counts), and how many a new rule
gets. Not measured."""
_SPACES = 4
"""Spaces that a sentence has at least. Not measured."""
_SHORT, _START_COUNTS = 3, 3
"""Letters up to which a shared word says nothing, and what a word at the start of both counts beside 1. Not
measured."""


def near_misses(text: str, article: Iterable[Block]) -> list[str]:
    """Return sentences of the page's article, or of the prose corpus, that share most with *text*, the best first."""
    wanted = fold(text).split()
    own = [block.text for block in article if _is_sentence(block)]
    candidates = [*own, *(sentence.text for sentence in read_prose())]
    scored = [(closeness(fold(candidate).split(), wanted), candidate) for candidate in candidates]
    best = sorted((pair for pair in scored if pair[0] >= NEAR), key=lambda pair: (-pair[0], len(pair[1]), pair[1]))
    return list(dict.fromkeys(candidate for _, candidate in best))


def _is_sentence(block: Block) -> bool:
    return len(block.text) <= MAX_CHARS and BlockText(block).is_closed and block.text.count(" ") >= _SPACES


def closeness(words: list[str], wanted: list[str]) -> float:
    """Return a score: words that stand at the start of both count most."""
    start = 0
    while start < min(len(words), len(wanted)) and words[start] == wanted[start]:
        start += 1
    shared = {word for word in set(words) & set(wanted) if len(word) > _SHORT}
    return _START_COUNTS * start + len(shared)


def said_otherwise(phrase: str, language: str | None) -> list[str]:
    """Return sentences that begin with the words of *phrase*, or quote it, and go on as prose does."""
    code = (language or "").split("-")[0].lower()
    begun, quoted = _SENTENCES.get(code, _SENTENCES["en"])
    return [begun.format(" ".join(_WORD.findall(phrase)) or phrase), quoted.format(phrase)]


def other_element(name: str, sentence: str) -> str:
    """Return a scrap whose class only begins like *name*."""
    return f'<p class="{name}-of-the-story">{sentence}</p>'
