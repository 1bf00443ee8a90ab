"""The only door to trafilatura: its vote on the blocks, and its reading of metadata."""

from cleaner.extract.vote import Vote, vote

__all__ = ["Vote", "vote"]
