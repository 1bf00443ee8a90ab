"""The ways to match. One file each; all find, none decides."""
