"""`cleaner train`: the weights of facts, fitted on pages whose articles are known."""

from cleaner.training.train import Trained, train

__all__ = ["Trained", "train"]
