"""What a person may set for all commands."""

from __future__ import annotations

LEDGER_VARIABLE = "SAYSO_LEDGER"  # of the environment: path or URL of the ledger where no option names one
DEFAULT_LEDGER = "sayso.db"
