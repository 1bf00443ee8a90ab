"""One page down the road: rules asked, evidence weighed, verdicts settled, an article put together."""
