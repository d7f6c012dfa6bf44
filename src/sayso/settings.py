"""What a person may set for all commands."""

from __future__ import annotations

LEDGER_VARIABLE = "SAYSO_LEDGER"  # of the environment: path or URL of the ledger where no option names one
DEFAULT_LEDGER = "sayso.db"
# of the environment: what a request that writes must show, where no option says it
TOKEN_VARIABLE = "SAYSO_TOKEN"  # noqa: S105 - the name of one, no secret
PERSON_VARIABLE = "SAYSO_BY"  # of the environment: who judges, where no option names one
