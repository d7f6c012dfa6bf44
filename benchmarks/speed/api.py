"""How long the API of a large ledger takes to answer: `python -m benchmarks.speed.api big.db`.

`python -m benchmarks.speed.ledger 100000 big.db` makes such a ledger.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from statistics import quantiles

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
    "judgements": "judgements",
}


def pages(client: TestClient, asked: str) -> list[float]:
    """Milliseconds of each of the first pages of a list, over and over."""
    taken: list[float] = []
    cursor = ""
    while len(taken) < TRIES:
        begun = time.perf_counter()
        answer = client.get(f"{asked}{'&' if '?' in asked else '?'}{cursor}")
        taken.append(1000 * (time.perf_counter() - begun))
        answer.raise_for_status()
        following = answer.json()["next"] if len(taken) % PAGES else None
        cursor = f"cursor={following}" if following else ""
    return taken


def main(where: str) -> None:
    """Print the median and the 95th percentile of each list."""
    store = open_ledger(where)
    client = TestClient(create_app(store, Settings()), base_url=f"http://localhost{API}/")
    print("| list, pages of the usual size | median | 95th percentile |\n|---|---|---|")
    for name, asked in LISTS.items():
        taken = pages(client, asked)
        print(f"| {name} | {quantiles(taken)[1]:.0f} ms | {quantiles(taken, n=20)[-1]:.0f} ms |")
    store.close()


if __name__ == "__main__":
    main(sys.argv[1])
