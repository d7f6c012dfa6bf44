"""Word lists and model weights, each with its origin and licence."""
