"""Where a fresh ledger lies in each kind of store; every contract is tested on all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sayso.ledger import Store, open_ledger
from tests.postgresql import Server

Place = Callable[[Path, pytest.FixtureRequest], str]


def _in_postgresql(_: Path, request: pytest.FixtureRequest) -> str:
    server: Server = request.getfixturevalue("postgresql")
    return server.ledger()


STORES: Mapping[str, Place] = {
    "sqlite": lambda folder, _: str(folder / "sayso.db"),
    "sqlite-url": lambda folder, _: f"sqlite:///{folder / 'other name.sqlite'}",
    "postgresql": _in_postgresql,
}
DATABASES = ("sqlite", "postgresql")  # one of each kind, where the way to name it does not matter


def fresh(kind: str, folder: Path, request: pytest.FixtureRequest) -> Store:
    """A new ledger, open."""
    return open_ledger(STORES[kind](folder, request), create=True)
