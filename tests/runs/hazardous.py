"""The command line with a cleaner that does what pages say and knows no rules: `python -m tests.runs.hazardous`."""

from cleaner.cli import main, options
from cleaner.rules import RuleSet
from tests.workers.hazards import HazardousCleaner

if __name__ == "__main__":
    options.make_cleaner = lambda *given, **named: HazardousCleaner(RuleSet())
    main()
