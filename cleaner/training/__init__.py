"""`tune`: the weights of evidence, fitted on pages whose articles are known."""

from cleaner.training.tune import Tuned, tune

__all__ = ["Tuned", "tune"]
