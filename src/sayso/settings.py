"""What a person may set for all commands; read once, by the entry point, and handed on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

DEFAULT_LEDGER = "sayso.db"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`ledger` is a path or a database URL."""

    ledger: str = DEFAULT_LEDGER


def from_environment(environment: Mapping[str, str]) -> Settings:
    """The settings that `environment` (as a rule `os.environ`) gives; an empty variable counts as unset."""
    return Settings(ledger=environment.get("SAYSO_LEDGER") or DEFAULT_LEDGER)
