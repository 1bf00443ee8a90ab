"""Cleaning many pages: worker processes, limits, and runs that can be stopped and taken up again."""
