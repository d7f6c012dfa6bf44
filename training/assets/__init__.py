"""What the pages of `sayso serve` load that others wrote."""
