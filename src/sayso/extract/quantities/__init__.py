"""How many: numbers with their bounds."""
