"""`cleaner rules`: everything for the people who keep the rule files. One file a sort of command."""
