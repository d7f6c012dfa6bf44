"""The encoder of the package and its heads: `python -m training.encoder` makes the shipped weights from open rows."""
