"""How platforms are recognised: each fingerprint must be a selector of the rule language."""

from cleaner.errors import Fault
from cleaner.html.selector_nodes import SelectorError
from cleaner.html.selectors import compile_selector
from cleaner.rules import RuleSet


def platform_faults(rules: RuleSet) -> list[Fault]:
    """Return what is wrong with the fingerprints of platforms: pages are asked for them by their text."""
    faults: list[Fault] = []
    for name, fingerprints in rules.platforms.items():
        for selector in fingerprints:
            try:
                compile_selector(selector)
            except SelectorError as error:
                file, line = rules.described.get(name, ("rules", 1))
                faults.append(Fault(file, line, f"platform {name}: {error}", "F10"))
    return faults
