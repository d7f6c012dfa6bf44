"""Questions to a ledger."""
