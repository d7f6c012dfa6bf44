"""sayso: on whose say-so? A ledger of the statements that news reports make."""

__version__ = "0.1.0"
