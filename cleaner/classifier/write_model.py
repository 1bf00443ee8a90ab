"""An evidence file to YAML, in the one canonical form: the strongest facts first."""

import json

from cleaner.classifier.model import EvidenceFile, Look, Looks, Weight

_HEAD = """\
# What plain facts about a block weigh: positive speaks for the article, in log-odds.
# Each block is looked at twice; the second look weighs the same facts again, beside what the first look made
# of the blocks around it. Where there is a second weight, `news`, it holds on pages that call themselves news.
# `cleaner rules tune` fits the weights; names and says are kept by hand.
"""


def write_evidence(file: EvidenceFile) -> str:
    """Return the file's text; the same weights give the same bytes."""
    parts = [_HEAD, f"format: {file.format}\n"]
    for title, groups in (("names", file.names), ("says", file.says)):
        parts.append(f"{title}:\n")
        parts += [f"  {name}: [{', '.join(map(_scalar, words))}]\n" for name, words in sorted(groups.items())]
    for title, road in (("html", file.html), ("text", file.text)):
        parts.append(f"{title}:\n{_looks(road)}")
    parts.append("confidence:\n" if file.confidence else "")
    parts += [f"  {title}:\n{_look(look)}" for title, look in sorted(file.confidence.items())]
    return "".join(parts)


def _scalar(word: str) -> str:
    return json.dumps(word, ensure_ascii=False)


def _looks(looks: Looks) -> str:
    return f"  first:\n{_look(looks.first)}  second:\n{_look(looks.second)}"


def _look(look: Look) -> str:
    facts = sorted(look.facts.items(), key=lambda item: (-abs(item[1].weight), item[0]))
    bias = f"    bias: {look.bias}\n" + (f"    news_bias: {look.news_bias}\n" if look.news_bias is not None else "")
    if not facts:
        return f"{bias}    facts: {{}}\n"
    lines = [f"      {_scalar(name)}: {{{_amounts(fact)}, says: {_scalar(fact.says)}}}\n" for name, fact in facts]
    return f"{bias}    facts:\n{''.join(lines)}"


def _amounts(fact: Weight) -> str:
    return f"weight: {fact.weight}" + (f", news: {fact.news}" if fact.news is not None else "")
