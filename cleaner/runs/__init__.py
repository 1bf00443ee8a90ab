"""`cleaner run`: inputs to outputs, written down so that it can be stopped at any point and taken up again."""
