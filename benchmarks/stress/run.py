"""`python -m benchmarks stress`: all of it, on SQLite and on a PostgreSQL server of its own."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from pathlib import Path

from sqlalchemy.engine import make_url

from benchmarks.stress.kills import Places, kill_judging, kill_migrating, kill_reading
from benchmarks.stress.writers import write_at_once
from tests.postgresql import programs, server


class Kind(StrEnum):
    """A kind of store."""

    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """How much a store has to bear: `reports` written by `writers` processes at once, each report given to two of them;
    then `kills` at moments that `seed` fixes, during each of read, judge and migrate.
    """

    reports: int
    writers: int
    kills: int
    seed: int


def stress(load: Load, kinds: Iterable[Kind] = tuple(Kind)) -> Iterator[str]:
    """What was done to each kind of store, line by line; RuntimeError where a ledger was not sound afterwards."""
    for kind in kinds:
        with _PLACES[kind]() as made:
            yield f"\n## {kind}, seed {load.seed}\n"
            if load.reports:
                yield from write_at_once(made.new(), load.reports, load.writers)
            if load.kills:
                moments = random.Random(load.seed)  # noqa: S311 - moments, not secrets
                yield str(kill_reading(made, load.kills, moments))
                yield str(kill_judging(made, load.kills, moments))
                yield str(kill_migrating(made, load.kills, moments))


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


_PLACES: Mapping[Kind, Callable[[], AbstractContextManager[Places]]] = {
    Kind.SQLITE: sqlite_places,
    Kind.POSTGRESQL: postgresql_places,
}
