"""A folder of rules to share, as its keeper has it."""

from pathlib import Path

RULES = """\
format: 1
pack: harbour
rules:
  - id: promo.good-night
    kind: promo
    why: Says good night below each story, always in the same words.
    text:
      is: ["Good night from the pilots of Port Quay"]
    block: {words: ..15, sentences: ..3}
    examples:
      remove: ["Good night from the pilots of Port Quay"]
      keep: ["Good night from the pilots of Port Quay, she wrote, and she meant it."]
"""
MANIFEST = 'name = "harbour"\nversion = "{}"\nlicense = "CC0-1.0"\ndescription = "House lines of the harbour papers."\n'


def write_harbour(folder: Path, version: str = "1.0", rules: str = RULES) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.toml").write_text(MANIFEST.format(version))
    (folder / "harbour.yaml").write_text(rules)
    return folder
