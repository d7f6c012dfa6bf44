"""What a ledger bears: several writers at once, and processes killed at random moments."""
