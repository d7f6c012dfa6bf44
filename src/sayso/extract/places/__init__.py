"""Where: place names and which place each stands for."""
