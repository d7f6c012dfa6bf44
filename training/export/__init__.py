"""What the exports need of the data of others."""
