"""How long the API of a large ledger takes to answer: `python -m benchmarks.speed.api big.db`, or a PostgreSQL URL.

`python -m benchmarks.speed.ledger 100000 big.db` makes such a ledger. The processor's time is that of
this process with the client, without PostgreSQL's own.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import quantiles
from typing import Any

from fastapi.testclient import TestClient

from sayso.ledger import open_ledger
from sayso.web.app import API, create_app
from sayso.web.settings import Settings

TRIES = 40
PAGES = 10  # of a list that are asked for one after the other

LISTS: Mapping[str, str] = {
    "reports": "reports",
    "statements": "statements",
    "statements of a place": "statements?place=Brest",
    "claims": "claims",
    "claims, contested": "claims?contested=true",
    "claims about somebody": "claims?about=Name21",
    "timeline": "timeline",
    "timeline of a year": "timeline?since=2014&until=2014",
    "actors": "actors",
    "actors by name": "actors?name=Surname70",
    "search": "search?q=bridge%20Brest%20flooded",
    "search, a phrase": "search?q=%22bridge%20near%20Brest%22",
    "search, a beginning": "search?q=brid*",
    "judgements": "judgements",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """How long one answer took, in milliseconds, by the clock and of the processor."""

    clock: float
    processor: float


def pages(client: TestClient, asked: str) -> list[_Answer]:
    """The first pages of a list, over and over."""
    taken: list[_Answer] = []
    cursor = ""
    while len(taken) < TRIES:
        found, answer = _timed(client, f"{asked}{'&' if '?' in asked else '?'}{cursor}")
        taken.append(answer)
        following = found.get("next") if len(taken) % PAGES else None
        cursor = f"cursor={following}" if following else ""
    return taken


def traces(client: TestClient) -> list[_Answer]:
    """The traces of the first claims."""
    found, _ = _timed(client, f"claims?limit={TRIES}")
    return [_timed(client, f"claims/{line['claim']['id']}/trace")[1] for line in found["items"]]


def _timed(client: TestClient, asked: str) -> tuple[Any, _Answer]:
    clock, processor = time.perf_counter(), time.process_time()
    answer = client.get(asked)
    took = time.perf_counter() - clock, time.process_time() - processor
    answer.raise_for_status()
    return answer.json(), _Answer(clock=1000 * took[0], processor=1000 * took[1])


def _line(name: str, taken: list[_Answer]) -> str:
    cells = [name]
    for times in ([one.clock for one in taken], [one.processor for one in taken]):
        cells += [f"{quantiles(times)[1]:.0f}", f"{quantiles(times, n=20)[-1]:.0f}"]
    return f"| {' | '.join(cells)} |"


def main(where: str) -> None:
    """Print the median and the 95th percentile of each list."""
    store = open_ledger(where)
    client = TestClient(create_app(store, Settings()), base_url=f"http://localhost{API}/")
    print("pages of the usual size, milliseconds\n")
    print("| list | p50 | p95 | p50, processor | p95, processor |\n|---|---|---|---|---|")
    for name, asked in LISTS.items():
        print(_line(name, pages(client, asked)), flush=True)
    print(_line("traces", traces(client)))
    store.close()


if __name__ == "__main__":
    main(sys.argv[1])
