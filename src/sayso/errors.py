"""One exception for each kind of mistake; each message names file, place and reason."""

from __future__ import annotations


class SaysoError(Exception):
    """What a person can put right; its text is shown as it is, without a traceback."""


class LedgerError(SaysoError):
    """A ledger that cannot be opened, or does not hold what was asked for."""


class NotFoundError(LedgerError):
    """Something that was asked for by its id, and is not in the ledger."""


class UnavailableError(LedgerError):
    """A ledger whose database does not answer, or is locked by somebody else."""


class UsageError(SaysoError):
    """A question that makes no sense: an unknown format, a malformed date."""
