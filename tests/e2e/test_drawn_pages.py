"""Timeline, map, graph and queue in a real browser, by keyboard as by pointer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from sayso.ledger import SqlStore
from sayso.web.settings import Settings
from tests.chromium import CHROMIUM, MISSING, chromium, serving, sign_in, watched
from tests.e2e.test_pages import WIDTHS, severe
from tests.web.conftest import TOKEN
from tests.web.pages.harbour import QUAY, ledger_in

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=MISSING)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    opened = ledger_in(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def address(store: SqlStore) -> Iterator[str]:
    with serving(store, Settings(token=TOKEN)) as here:
        yield here


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context: BrowserContext = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(30_000)
    faults: list[str] = []
    made = watched(context, address, faults)
    sign_in(made, address, "/queue", TOKEN)
    yield made
    assert faults == []
    context.close()


def test_the_queue_by_keyboard(page: Page, address: str, store: SqlStore) -> None:
    page.goto(f"{address}/queue?kind=statement")
    expect(page.locator(".card mark.content")).to_have_text(QUAY)
    # why, then no
    page.keyboard.press("w")
    page.keyboard.type("misread by the machine")
    page.keyboard.press("Enter")
    expect(page.locator("#why")).not_to_be_focused()
    page.keyboard.press("r")
    expect(page.get_by_role("status")).to_contain_text("Kept, by Ann: misread by the machine")
    expect(page.get_by_role("status")).to_contain_text("before")
    with store.view() as view:
        assert QUAY not in _said(store, "Fjord Wire")
        assert [one.who for one in view.judgements()] == ["Ann"]
    # taken back, it is asked again
    page.keyboard.press("u")
    expect(page.get_by_role("status")).to_contain_text("Taken back")
    expect(page.locator(".card mark.content")).to_have_text(QUAY)
    assert QUAY in _said(store, "Fjord Wire")
    # corrected: c leads to the field, Enter keeps it
    page.keyboard.press("c")
    expect(page.locator("#field")).to_be_focused()
    page.locator("#field").select_option("certainty")
    page.locator("#value").fill("possible")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Kept, by Ann")
    with store.view() as view:
        assert "possible" in {one.statement.factuality.certainty.value for one in view.statements()}
    # skipped: the address remembers where one was
    page.goto(f"{address}/queue")
    if page.locator("a.skip-it").count():
        page.keyboard.press("s")
        expect(page).to_have_url(re.compile(r"after=0\.\d{4}-"))


def _said(store: SqlStore, outlet: str) -> set[str]:
    with store.view() as view:
        return {one.statement.content.text for one in view.statements() if one.outlet == outlet}


def test_the_map_moves_by_keys_and_buttons(page: Page, address: str) -> None:
    page.goto(f"{address}/map")
    world = page.locator("svg.world")
    expect(page.locator("circle.spot[data-r]")).to_have_count(1)
    # the country is drawn, though it comes from another file
    area = page.locator("use.area").bounding_box()
    assert area is not None
    assert area["width"] > 50
    first = world.get_attribute("viewBox")
    page.locator("[data-map]").focus()
    before = _box(page)
    page.keyboard.press("+")
    nearer = _box(page)
    assert nearer[2] < before[2]
    page.keyboard.press("ArrowRight")
    assert _box(page)[0] > nearer[0]
    page.keyboard.press("0")
    assert _box(page) == pytest.approx(before)
    page.get_by_role("button", name="Farther").click()
    assert _box(page)[2] > before[2]
    assert first is not None
    # a place in the list and on the ground light up together
    page.locator(".places-list li[data-spot]").first.hover()
    expect(page.locator("svg.world .mark.lit")).to_have_count(1)


def _box(page: Page) -> list[float]:
    told = page.evaluate(
        "(({x, y, width, height}) => [x, y, width, height])(document.querySelector('svg.world').viewBox.baseVal)"
    )
    return [float(value) for value in told]


def test_the_map_is_dragged_and_a_drag_is_no_click(page: Page, address: str) -> None:
    page.goto(f"{address}/map")
    spot = page.locator("circle.spot[data-r]").bounding_box()
    assert spot is not None
    before = _box(page)
    page.mouse.move(spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2)
    page.mouse.down()
    page.mouse.move(spot["x"] + 90, spot["y"] + 40, steps=4)
    page.mouse.up()
    assert _box(page)[0] < before[0]
    expect(page).to_have_url(f"{address}/map")


def test_filters_redraw_without_a_reload(page: Page, address: str) -> None:
    page.goto(f"{address}/map")
    page.get_by_label("At", exact=True).fill("Norway")
    expect(page).to_have_url(f"{address}/map?place=Norway")
    expect(page.locator(".places-list li[data-spot]")).to_have_count(1)
    expect(page.get_by_role("button", name="Nearer")).to_be_visible()


def test_the_graph_shows_whom_somebody_has_it_from(page: Page, address: str) -> None:
    page.goto(f"{address}/graph")
    page.locator(".node", has_text="Coast Daily").hover()
    expect(page.locator(".node.lit")).to_have_count(2)
    page.locator(".node", has_text="Ada Holm").focus()
    expect(page.locator(".node.lit", has_text="Fjord Wire")).to_have_count(1)


def test_a_line_of_the_timeline_is_opened_by_keys(page: Page, address: str) -> None:
    page.goto(f"{address}/timeline")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/claims/\w+$"))


@pytest.mark.parametrize("width", WIDTHS)
def test_everybody_can_use_them(page: Page, address: str, width: int) -> None:
    """axe finds nothing serious, and no page is wider than the screen, in light and dark."""
    page.set_viewport_size({"width": width, "height": 900})
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for path in ("/timeline", "/map", "/graph", "/queue?kind=statement", "/queue?kind=link"):
            page.goto(address + path)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} at {width}"
            found += severe(page)
    assert found == []
