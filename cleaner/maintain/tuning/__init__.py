"""`tune`: the weights of evidence, fitted on pages whose articles are known."""

from cleaner.maintain.tuning.tune import Tuned, tune

__all__ = ["Tuned", "tune"]
