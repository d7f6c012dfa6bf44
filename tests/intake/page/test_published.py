"""When a report was published: pages of many forms, as data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from sayso.intake.html.read import read_html
from sayso.intake.page.read import read_page

BODY = """
The regional administration said that the service had been stopped by its own engineers, and that nobody had been hurt.

"We cannot say today when it will be open again", the administration's spokeswoman, Nadia Orlan, told reporters, \
adding that a report was expected soon.

Drivers have been asked to use the northern road, where long queues had formed by the evening, according to the border \
guard service, which has sent additional patrols to the crossing.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of `tests/cases/published.toml`; "" where it does not tell."""

    why: str
    top: str = ""
    body: str = BODY
    foot: str = ""
    html: str = ""
    uri: str = "page.txt"
    seen: str | None = None
    published: str = ""
    updated: str = ""


def _pages() -> tuple[Page, ...]:
    text = (Path(__file__).parents[2] / "cases" / "published.toml").read_text(encoding="utf8")
    return tuple(Page(**fields) for fields in tomllib.loads(text)["page"])


PAGES = _pages()


@pytest.mark.parametrize("page", PAGES, ids=[page.why for page in PAGES])
def test_when_a_page_was_published_and_updated(page: Page) -> None:
    if page.html:
        report = read_html(page.html, id="page", uri=page.uri, seen=page.seen)
    else:
        report = read_page(f"{page.top}{page.body}{page.foot}", id="page", uri=page.uri, seen=page.seen)
    assert (report.published or "", report.updated or "") == (page.published, page.updated)
