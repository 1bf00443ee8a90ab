"""What measures speed and memory: `make bench`, or `python -m benchmarks --help`."""
