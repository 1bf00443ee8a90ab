"""What a rule is: schema, loading with file and line, bundled packs. Knows no HTML."""

from cleaner.rules.bundled import bundled_folder, bundled_rules, gather_rules, user_folders
from cleaner.rules.load import load_rules
from cleaner.rules.ruleset import RuleSet
from cleaner.rules.schema import Rule

__all__ = ["Rule", "RuleSet", "bundled_folder", "bundled_rules", "gather_rules", "load_rules", "user_folders"]
