"""All that lint looks for: every check and every code, in one list."""

from cleaner.authoring.lint.code import Code, PackCheck, RuleCheck
from cleaner.authoring.lint.cost import no_anchor, weak_word, wide_pattern
from cleaner.authoring.lint.dead import can_never_match
from cleaner.authoring.lint.doubles import covered, past_its_day, repeated_hosts, same_rule, twice_in_one_rule, unused
from cleaner.authoring.lint.form import bad_host, not_formatted
from cleaner.authoring.lint.loading import LOADED
from cleaner.authoring.lint.measured import never_fired, slow_on_pages, takes_articles
from cleaner.authoring.lint.pages import takes_the_article
from cleaner.authoring.lint.quality import (
    language_without_example,
    no_near_miss,
    one_site_in_general_rule,
    two_scripts,
    why_says_nothing,
)
from cleaner.authoring.lint.renames import id_was_another_rule, was_claimed_twice
from cleaner.authoring.lint.safety import (
    banned_pattern,
    bare_tag,
    greedy_substring,
    ordinary_prose,
    regular_expression,
    weak_phrase,
)
from cleaner.authoring.lint.taken import example_already_goes

CHECKS: dict[str, RuleCheck | PackCheck] = {
    # form
    "F05": not_formatted,
    "F06": bad_host,
    # safety
    "S02": weak_phrase,
    "S03": bare_tag,
    "S04": greedy_substring,
    "S07": takes_the_article,
    "S09": regular_expression,
    "S10": banned_pattern,
    "S11": ordinary_prose,
    "S12": takes_articles,
    # cost
    "P01": no_anchor,
    "P02": weak_word,
    "P03": wide_pattern,
    "P04": slow_on_pages,
    # quality
    "Q02": no_near_miss,
    "Q03": why_says_nothing,
    "Q04": language_without_example,
    "Q05": two_scripts,
    "Q06": one_site_in_general_rule,
    # dead or double
    "D01": same_rule,
    "D02": covered,
    "D03": can_never_match,
    "D05": never_fired,
    "D06": unused,
    "D07": repeated_hosts,
    "D08": past_its_day,
    "D09": example_already_goes,
    "D10": twice_in_one_rule,
    # renames
    "R01": id_was_another_rule,
    "R02": was_claimed_twice,
}
"""Every check, by its code. The other codes are found when rules are loaded: `loading.LOADED` lists them."""

CODES: dict[str, Code] = {code.code: code for code in (*LOADED, *(check.code for check in CHECKS.values()))}
"""The page of every code."""
