"""Pages in, articles out: the only rooms that open files."""
