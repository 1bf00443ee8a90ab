"""The only rooms that know the HTML tree: decode, tree, blocks, selectors, page facts."""
