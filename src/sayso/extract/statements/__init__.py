"""What is claimed: clauses with their chain of sources."""
