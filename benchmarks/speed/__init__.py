"""How fast things are, on made-up ledgers of any size."""
