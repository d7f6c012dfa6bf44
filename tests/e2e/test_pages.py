"""Whole journeys in a real browser: nothing runs that the policy forbids, nothing is asked of another machine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from sayso.ledger import open_ledger
from sayso.web.settings import Settings
from tests.chromium import CHROMIUM, MISSING, chromium, serving, sign_in, watched
from tests.e2e.pages import BRIDGE, REWRITE
from tests.web.conftest import TOKEN

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=MISSING)

SEVERE = {"serious", "critical"}
HOSTILE = """<!DOCTYPE html><html><head><title>Flood</title></head><body><article>
<h1>Flood in Opole <script>document.title = "run"</script></h1>
<p>The mayor, <img src=x onerror="document.title='run'"> Jan Kot, said that
&lt;script&gt;document.title='run'&lt;/script&gt; up to 40 houses were under water on Monday.</p>
<p>"The dam may break," Kot said on Monday. The river rose by two metres in a day, and many people left the town.</p>
</article></body></html>"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    store = open_ledger(str(tmp_path / "sayso.db"), create=True)
    with serving(store, Settings(token=TOKEN)) as here:
        yield here
    assert store.check() == []
    store.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    made.set_default_timeout(30_000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    faults: list[str] = []
    made = watched(context, address, faults)
    sign_in(made, address, "/add", TOKEN)
    yield made
    assert faults == []


def paste(page: Page, address: str, text: str, name: str) -> None:
    page.goto(f"{address}/add")
    page.get_by_label("A page, as it was copied").fill(text)
    page.get_by_label("Where it is from").fill(name)
    page.get_by_role("button", name="Read it").click()
    expect(page).to_have_url(re.compile("/reports/"))


def severe(page: Page) -> list[str]:
    """What a machine finds that would keep somebody from using the page."""
    found = Axe().run(page).response["violations"]
    return [f"{page.url} {one['id']}: {one['nodes'][0]['html']}" for one in found if one["impact"] in SEVERE]


def test_from_a_pasted_page_to_a_judgement_and_back(page: Page, address: str) -> None:
    paste(page, address, BRIDGE, "https://torun.example/bridge")
    # its statements stand in the text, with the right words marked
    expect(page.locator("mark.source", has_text="Voivodeship Office").first).to_be_visible()
    expect(page.locator("mark.hedge").first).to_be_visible()
    note = page.locator("[data-on]", has_text="Wilk").first
    note.hover()
    expect(page.locator("mark.content.lit").first).to_be_visible()
    paste(page, address, REWRITE, "https://pomerania.example/ice")
    # the claim that both carry
    page.goto(f"{address}/claims")
    page.locator("li.claim", has_text="2 reports").first.get_by_role("link").first.click()
    expect(page.locator("svg.tree circle.report")).not_to_have_count(0)
    statements = page.locator("ol.statements > li")
    before = statements.count()
    assert before >= 2
    # the tree leads to the words of the report that had it first
    claim = page.url
    page.locator("svg.tree a").first.click()
    expect(page).to_have_url(re.compile(r"/reports/\w+#s-\w+"))
    expect(page.locator(".anchor:target + mark, .anchor:target")).not_to_have_count(0)
    # a statement is rejected: the claim changes, and changes back
    page.goto(claim)
    last = statements.last
    last.locator("summary").click()
    last.get_by_label("Why").fill("misread")
    last.get_by_role("button", name="Reject").click()
    expect(page.get_by_role("status")).to_contain_text("Kept, by Ann: misread")
    expect(statements).to_have_count(before - 1)
    page.get_by_role("button", name="Undo").click()
    expect(statements).to_have_count(before)


def test_a_hostile_page_does_nothing(page: Page, address: str) -> None:
    paste(page, address, HOSTILE, "https://x.example/flood")
    for path in ("", "?", "/look"):
        page.goto(page.url.partition("#")[0].partition("?")[0].removesuffix("/look") + path)
        assert page.title() != "run"
    page.goto(f"{address}/search?q=<script>document.title='run'</script>")
    assert page.title() != "run"


def test_the_keyboard_and_the_filters(page: Page, address: str) -> None:
    paste(page, address, BRIDGE, "https://torun.example/bridge")
    page.goto(f"{address}/claims")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(page.locator("li.claim").first).to_have_class(re.compile("current"))
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.locator("#seek")).to_be_focused()
    page.keyboard.press("Escape")
    count = page.locator("li.claim").count()
    page.get_by_label("Given as").select_option("probable")
    expect(page).to_have_url(f"{address}/claims?certainty=probable")
    expect(page.locator("li.claim")).not_to_have_count(count)
    page.go_back()
    expect(page.locator("li.claim")).to_have_count(count)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/claims/\w+"))


def test_a_file_is_dropped(page: Page, address: str, tmp_path: Path) -> None:
    good, bad = tmp_path / "bridge.txt", tmp_path / "noise.bin"
    good.write_text(BRIDGE)
    bad.write_bytes(bytes(range(256)) * 40)
    page.goto(f"{address}/add")
    page.get_by_label("Choose files").set_input_files([good, bad])
    expect(page.locator(".progress > li").nth(0)).to_contain_text("statements")
    expect(page.locator(".progress > li").nth(1)).to_contain_text("Left out")


WIDTHS = [pytest.param(360, id="a telephone"), pytest.param(1280, id="a laptop"), pytest.param(3840, id="a wall")]


@pytest.mark.parametrize("width", WIDTHS)
def test_everybody_can_use_it(page: Page, address: str, width: int) -> None:
    """axe finds nothing serious, and no page is wider than the screen, in light and dark."""
    paste(page, address, BRIDGE, "https://torun.example/bridge")
    report = page.url
    page.goto(f"{address}/claims")
    claim = address + str(page.locator("li.claim a").first.get_attribute("href"))
    actor = address + str(page.goto(f"{address}/actors") and page.locator(".actors a").first.get_attribute("href"))
    page.set_viewport_size({"width": width, "height": 900})
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        named = ("/claims", "/search?q=bridge", "/add", "/log", "/brief")
        for path in (claim, report, actor, *(address + one for one in named)):
            page.goto(path)
            page.locator("details.judge").evaluate_all("all => all.slice(0, 2).forEach(one => one.open = true)")
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} at {width}"
            found += severe(page)
    assert found == []
