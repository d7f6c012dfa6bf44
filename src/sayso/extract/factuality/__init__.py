"""How sure: certainty and polarity as the origin commits to them."""
