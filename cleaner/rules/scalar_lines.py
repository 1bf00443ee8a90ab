"""The texts and numbers of a YAML file as they are written anew: on one line, or on several with a new indentation."""

import json
import re

_BLOCK = re.compile(r"(?P<style>[|>])(?:(?P<sign>[-+])|(?P<indent>[1-9])){0,2}")
_UNSAFE = frozenset(",[]{}:?")
"""Signs that may end a plain text in brackets."""


def scalar_lines(said: str, margin: int, column: int) -> list[str]:
    """Return the lines of a value that is written as *said* behind a key or dash in column *margin*.

    The lines after the first one begin in *column*; comments behind the sign of a block text are left out.
    """
    lines = said.split("\n")
    if block := _BLOCK.match(said):
        return _block_lines(block, lines[1:], margin, column)
    others = [line.lstrip(" \t") for line in lines[1:]]
    # a blank that a backslash protects is part of the text
    whole = [line if (bare := line.rstrip(" \t")).endswith("\\") else bare for line in (lines[0], *others)]
    return [whole[0], *(" " * column + line if line else "" for line in whole[1:])]


def _block_lines(block: re.Match[str], lines: list[str], margin: int, column: int) -> list[str]:
    first = next((line for line in lines if line.strip(" ")), "")
    depth = margin + int(block["indent"]) if block["indent"] else len(first) - len(first.lstrip(" "))
    content = [line[depth:] for line in lines]
    sign = block["sign"] or ""
    if content and content[-1]:
        # a file whose last line has no end; it will get one
        sign = "-"
    elif content:
        content.pop()
    while content and not content[-1] and sign != "+":
        content.pop()
    header = f"{block['style']}{'2' if block['indent'] else ''}{sign}"
    return [header, *(" " * column + line if line else "" for line in content)]


def is_block_text(said: str) -> bool:
    """Say whether a value is a text of lines below a sign, `|` or `>`."""
    return bool(_BLOCK.match(said))


def keeps_blank_lines(said: str) -> bool:
    """Say whether the blank lines after a value belong to it."""
    block = _BLOCK.match(said)
    return block is not None and block["sign"] == "+"


def key_text(said: str, text: str) -> str:
    """Return a key as it stands before a colon: what was written, or *text* in quotes if that takes several lines."""
    return json.dumps(text, ensure_ascii=False) if "\n" in said or not said or said[0] in "|>" else said


def in_brackets(said: str) -> str:
    """Put a plain text of one line in quotes if brackets and commas would end it."""
    if said[:1] in ("'", '"') or _UNSAFE.isdisjoint(said):
        return said
    return f"'{said.replace(chr(39), chr(39) * 2)}'" if '"' in said or "\\" in said else f'"{said}"'
