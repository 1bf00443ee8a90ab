"""Learning house text, on invented sites."""
