"""A pack of one rule that tests load, change and break."""

PACK = """\
format: 1
pack: mine
rules:
  - id: promo.harbour
    kind: promo
    why: The harbour fair is on every page of the paper.
    text: {is: ["Visit the harbour fair"]}
    examples: {remove: ["Visit the harbour fair"], keep: ["They visit the harbour fair each year."]}
"""
