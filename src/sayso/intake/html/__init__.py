"""HTML: the visible text with the element of each line, the article in it, and what its head tells."""
