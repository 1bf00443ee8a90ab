"""Plain facts about each block: what it says, where it stands, what is around it."""
