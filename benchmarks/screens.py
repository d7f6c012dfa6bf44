"""Pictures of every page on the samples, for the documents: `python -m benchmarks.screens` (needs Debian's chromium).

They go to docs/screenshots, in light at the size of a laptop; some also in dark, and as narrow as a telephone.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from sayso.ledger import Filter, View, open_ledger
from sayso.web.settings import Settings
from sayso.workflow import read
from tests.chromium import CHROMIUM, MISSING, chromium, serving, sign_in

ROOT = Path(__file__).parents[1]
OUT = ROOT / "docs/screenshots"
TOKEN = "of-no-server-anywhere"  # noqa: S105
LAPTOP, TELEPHONE = (1440, 900), (360, 740)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture: its name, the path of its page, the size of the window, and whether it is dark."""

    name: str
    path: str
    size: tuple[int, int] = LAPTOP
    dark: bool = False


def pictures(view: View) -> Iterator[Picture]:
    """All pictures of a ledger of the samples."""
    single = paths(view)
    yield Picture(name="claims", path="/claims")
    yield Picture(name="claims-contested", path="/claims?contested=true")
    yield Picture(name="claims-narrow", path="/claims?about=tanker", size=TELEPHONE)
    for name, path in single.items():
        yield Picture(name=name, path=path)
    yield Picture(name="claim-dark", path=single["claim"], dark=True)
    yield Picture(name="report-narrow", path=single["report"], size=TELEPHONE)
    yield Picture(name="brief", path=f"{single['claim']}/brief")
    yield Picture(name="reports", path="/reports")
    yield Picture(name="search", path="/search?q=log+OR+tanker")
    yield Picture(name="actors", path="/actors")
    yield Picture(name="timeline", path="/timeline")
    yield Picture(name="map", path="/map")
    yield Picture(name="graph", path="/graph")
    yield Picture(name="queue", path="/queue?kind=link")
    yield Picture(name="add", path="/add")


def paths(view: View) -> Mapping[str, str]:
    """A claim that was contested and changed on the way, the report that first carried it, somebody who says it."""
    changed = {drift.to for drift in view.drifts()}
    contested = view.claims(Filter(contested=True))
    claim = max(contested, key=lambda one: (len(changed & set(one.statements)), len(one.statements), one.id))
    first = view.statement(claim.first)
    return {
        "claim": f"/claims/{claim.id[:8]}",
        "report": f"/reports/{first.report[:8]}",
        "actor": f"/actors/{claim.origins[-1].actor.id}",
    }


def take(browser: Browser, address: str, picture: Picture) -> None:
    """Open the page in a window of its own, and keep what is seen."""
    width, height = picture.size
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme="dark" if picture.dark else "light"
    )
    page = context.new_page()
    sign_in(page, address, "/claims", TOKEN)
    page.goto(address + picture.path, wait_until="networkidle")
    page.screenshot(path=OUT / f"{picture.name}.png")
    context.close()


def main() -> int:
    """Read the samples, serve them, take the pictures."""
    if CHROMIUM is None:
        sys.stderr.write(f"{MISSING}\n")
        return 1
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        store = open_ledger(str(Path(folder, "samples.db")), create=True)
        # a report's page shows where it was read from: not where this checkout lies
        with chdir(ROOT):
            read(["samples"], store, stdin=io.BytesIO())
        with store.view() as view:
            wanted = tuple(pictures(view))
        with serving(store, Settings(token=TOKEN)) as address, chromium() as browser:
            for picture in wanted:
                take(browser, address, picture)
        store.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
