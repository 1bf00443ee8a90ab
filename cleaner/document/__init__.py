"""The values that travel down the road, from `Page` to `Verdict`, and the ledger: the only thing that changes."""
