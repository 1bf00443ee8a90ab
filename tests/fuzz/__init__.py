"""The fuzzer: pages that nobody would write, and the laws that hold on them all the same. `make fuzz` runs it."""
