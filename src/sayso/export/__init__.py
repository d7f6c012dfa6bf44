"""A ledger in other programs' forms: one module for each."""
