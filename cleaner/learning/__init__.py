"""A site's house text, learned from its pages: what stands on page after page with different articles.

    page ──► observation ──► copies aside ──► counts of texts ──► candidates
                                      └─────► counts of places, near misses ──► decided ──► counts, rules

An `Observation` is what one page says. Counts merge in any order and any grouping to the same (`counts.py`), so
worker processes, runs spilled to disk and Spark give the same bytes. `learn.py` is the road on one machine.
"""
