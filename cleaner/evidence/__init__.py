"""Plain facts about blocks, and what they weigh: for each block, what speaks for it and against it."""
