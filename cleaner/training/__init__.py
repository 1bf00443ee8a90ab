"""`cleaner train`: the weights of facts, fitted on pages whose articles are known."""

from cleaner.training.train import Trained, train, train_sites

__all__ = ["Trained", "train", "train_sites"]
