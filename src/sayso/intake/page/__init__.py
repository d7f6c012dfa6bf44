"""Page text that was copied from a browser: the article in it, and what its top tells."""
