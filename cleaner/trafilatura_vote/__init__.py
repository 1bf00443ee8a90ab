"""The only door to trafilatura: its vote on the blocks, and its reading of metadata."""

from cleaner.trafilatura_vote.metadata import fill_metadata
from cleaner.trafilatura_vote.vote import Vote, vote

__all__ = ["Vote", "fill_metadata", "vote"]
