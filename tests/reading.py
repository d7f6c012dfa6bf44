"""A process that reads the small corpus and says what became of each input: a test kills it."""

from __future__ import annotations

import sys

from sayso.ledger import open_ledger
from sayso.workflow import Progress, read_items
from tests.corpus import items
from tests.standins import sentences


def main(where: str, count: str, jobs: str) -> None:
    ledger = open_ledger(where, create=True)
    read_items(items(int(count)), ledger, jobs=int(jobs), on_progress=_tell, work=sentences)


def _tell(progress: Progress) -> None:
    sys.stdout.write(f"{progress.outcome} {progress.where}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
