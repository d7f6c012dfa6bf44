"""`python -m benchmarks stress`: all of it, on SQLite and on a PostgreSQL server of its own."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from sqlalchemy.engine import make_url

from benchmarks.stress.kills import Places, kill_judging, kill_migrating, kill_reading
from benchmarks.stress.writers import write_at_once
from tests.postgresql import programs, server


def stress(reports: int, writers: int, kills: int, seed: int) -> Iterator[str]:
    """What was done to each kind of store, line by line; RuntimeError where a ledger was not sound afterwards."""
    for kind, places in (("SQLite", sqlite_places), ("PostgreSQL", postgresql_places)):
        with places() as made:
            yield f"\n## {kind}, seed {seed}\n"
            if reports:
                yield from write_at_once(made.new(), reports, writers)
            if kills:
                moments = random.Random(seed)  # noqa: S311 - moments, not secrets
                yield str(kill_reading(made, kills, moments))
                yield str(kill_judging(made, kills, moments))
                yield str(kill_migrating(made, kills, moments))


@contextmanager
def sqlite_places() -> Iterator[Places]:
    """Files in a temporary folder."""
    with tempfile.TemporaryDirectory() as folder:
        numbers = count(1)

        def new() -> str:
            return str(Path(folder) / f"{next(numbers)}.db")

        def copied(where: str) -> str:
            return shutil.copy(where, new())

        yield Places(new=new, copied=copied)


@contextmanager
def postgresql_places() -> Iterator[Places]:
    """Databases of a server that is started for this."""
    found = programs()
    if found is None:
        raise RuntimeError("no PostgreSQL server is installed")
    with server(found) as started:
        yield Places(new=started.database, copied=lambda where: started.database(str(make_url(where).database)))
