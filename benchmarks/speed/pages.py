"""How long the pages of a large ledger take, and how much they ship: `python -m benchmarks.speed.pages big.db`.

`python -m benchmarks.speed.ledger 100000 big.db` makes such a ledger. Times are the server's, packing included; sizes
are packed, as a browser receives them.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator, Mapping
from itertools import islice
from statistics import quantiles

from fastapi.testclient import TestClient

from sayso.ledger import Filter, View, open_ledger
from sayso.web.app import create_app
from sayso.web.server import settle
from sayso.web.settings import Settings

TRIES = 40
THINGS = 20  # claims, reports, actors that are opened in turn
PAGES = 10  # of a list that are asked for one after the other
SLOWEST, LARGEST = 200, 300  # ms at the 95th percentile, kB packed: what is asked of every page

LISTS: Mapping[str, str] = {
    "claims": "/claims",
    "claims, contested": "/claims?contested=true",
    "claims about somebody": "/claims?about=Name21",
    "claims of an outlet": "/claims?outlet=Outlet+29",
    "claims of a place and time": "/claims?place=Brest&since=2014&until=2016",
    "claims given as possible": "/claims?certainty=possible",
    "claims of three origins": "/claims?min_origins=3",
    "reports": "/reports",
    "actors": "/actors",
    "actors by name": "/actors?name=Surname70",
    "search": "/search?q=bridge+Brest+flooded",
    "timeline": "/timeline",
    "timeline of a time": "/timeline?since=2014&until=2016",
    "map": "/map",
    "map of a time": "/map?since=2014&until=2016",
    "graph": "/graph",
    "graph of a time": "/graph?since=2014&until=2016",
    "queue": "/queue",
    "queue of a time": "/queue?since=2014&until=2016",
}
_DRAWN = ("/timeline", "/map", "/graph", "/queue")
_MORE = re.compile(r'<li class="more"><a href="([^"]+)"|<a href="(?=[^"]+" rel="next")([^"]+)"')
_ASSET = re.compile(r'(?:href|src)="(/static/[^"]+)"')


def asked(client: TestClient, path: str) -> tuple[float, int, str]:
    """Milliseconds, packed bytes and text of a page."""
    begun = time.perf_counter()
    with client.stream("GET", path) as answer:
        size = sum(map(len, answer.iter_raw()))
        taken = 1000 * (time.perf_counter() - begun)
    answer.raise_for_status()
    return taken, size, path


def following(client: TestClient, first: str) -> Iterator[str]:
    """The addresses of the first pages of a list, over and over."""
    while True:
        path = first
        for _ in range(PAGES):
            yield path
            more = _MORE.search(client.get(path).text)
            if more is None:
                break
            path = (more[1] or more[2]).replace("&amp;", "&")


def things(view: View) -> Mapping[str, list[str]]:
    """Addresses of single things: the claims with most statements among the first thousand, and some of the others."""
    claims = sorted(view.claims(Filter(), limit=1000), key=lambda claim: -len(claim.statements))
    return {
        "a claim": [f"/claims/{claim.id}" for claim in claims[:THINGS]],
        "a report": [f"/reports/{report.id}" for report in view.listing(limit=THINGS)],
        "an actor": [f"/actors/{actor.id}" for actor in islice(view.actors(limit=THINGS), THINGS)],
    }


def over_and_over(paths: list[str]) -> Iterator[str]:
    """All of them, for ever."""
    while True:
        yield from paths


def main(where: str) -> int:
    """Print median, 95th percentile and largest size of each page; 1 where one is slower or larger than asked."""
    store = open_ledger(where)
    client = TestClient(create_app(store, Settings()), base_url="http://localhost/")
    settle()
    with store.view() as view:
        single = things(view)
    wanted = {name: following(client, path) for name, path in LISTS.items()}
    wanted |= {name: over_and_over(paths) for name, paths in single.items()}
    assets = {
        name for path in ("/claims", *_DRAWN, *(paths[0] for paths in single.values())) for name in _of(client, path)
    }
    shipped = sum(asked(client, asset)[1] for asset in assets) / 1000
    print(
        f"styles and scripts of all pages together: {shipped:.0f} kB packed, kept by the browser after the first page\n"
    )
    print("| page | median | 95th percentile | largest, packed |\n|---|---|---|---|")
    good = True
    for name, paths in wanted.items():
        told = [asked(client, path) for path in islice(paths, TRIES)]
        taken, largest = [one[0] for one in told], max(one[1] for one in told) / 1000
        late = quantiles(taken, n=20)[-1]
        good &= late < SLOWEST and largest + shipped < LARGEST
        print(f"| {name} | {quantiles(taken)[1]:.0f} ms | {late:.0f} ms | {largest:.0f} kB |")
    store.close()
    return 0 if good else 1


def _of(client: TestClient, path: str) -> list[str]:
    """The styles and scripts that a page loads."""
    return [name.partition("#")[0] for name in _ASSET.findall(client.get(path).text)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
