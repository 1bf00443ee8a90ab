"""How near a text is to the known article, and how well confidence tells that."""
