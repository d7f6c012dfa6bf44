"""What a person may set for all commands."""

from __future__ import annotations

LEDGER_VARIABLE = "SAYSO_LEDGER"  # of the environment: path or URL of the ledger where no option names one
DEFAULT_LEDGER = "sayso.db"
TOKEN_VARIABLE = "SAYSO_TOKEN"  # noqa: S105 - a name, not a secret: of the environment: what a request that writes must show, where no option says it
PERSON_VARIABLE = "SAYSO_BY"  # of the environment: who judges, where no option names one
