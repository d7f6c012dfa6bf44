"""How many of the written cases of attribution come out right."""
