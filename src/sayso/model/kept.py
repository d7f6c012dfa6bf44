"""What versions of the extractor read in a report, as it is handed from one ledger to another."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.attribution import Attribution
from sayso.model.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReading:
    """What `producer` (name@version) read in a report, before any judgement."""

    producer: str
    attributions: tuple[Attribution, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReadings:
    """All readings kept of a report, the one in use last; only reports that were judged or read again have any."""

    report: str
    readings: tuple[KeptReading, ...]
