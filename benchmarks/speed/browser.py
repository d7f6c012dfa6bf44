"""How long the pages of a large ledger take until a person can use them: `python -m benchmarks.speed.browser big.db`.

In Debian's chromium, with nothing kept from the page before: from the request until the page is loaded, styles and
scripts run. `python -m benchmarks.speed.ledger 100000 big.db` makes such a ledger.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from itertools import islice
from statistics import quantiles

from fastapi.testclient import TestClient
from playwright.sync_api import Browser

from benchmarks.speed.pages import LISTS, following, over_and_over, things
from sayso.ledger import open_ledger
from sayso.web.app import create_app
from sayso.web.settings import Settings
from tests.chromium import chromium, serving

TRIES = 10
SLOWEST = 1000  # ms at the 95th percentile: what is asked of every page
_LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"


def loaded(browser: Browser, address: str) -> float:
    """Milliseconds from the request until a page is loaded, in a window that has seen nothing before."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address, wait_until="load")
    page.wait_for_function(f"{_LOADED} > 0")
    taken = float(page.evaluate(_LOADED))
    context.close()
    return taken


def main(where: str) -> int:
    """Print the median and the 95th percentile of each page; 1 where one is slower than asked."""
    store = open_ledger(where)
    with TestClient(create_app(store, Settings()), base_url="http://localhost/") as client, store.view() as view:
        asked: Mapping[str, Iterator[str]] = {name: following(client, path) for name, path in LISTS.items()} | {
            name: over_and_over(paths) for name, paths in things(view).items()
        }
        wanted = {name: list(islice(paths, TRIES)) for name, paths in asked.items()}
    print("| page | median | 95th percentile |\n|---|---|---|")
    good = True
    with serving(store, Settings()) as address, chromium() as browser:
        for name, paths in wanted.items():
            taken = [loaded(browser, address + path) for path in paths]
            late = quantiles(taken, n=20, method="inclusive")[-1]
            good &= late < SLOWEST
            print(f"| {name} | {quantiles(taken)[1]:.0f} ms | {late:.0f} ms |", flush=True)
    store.close()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
