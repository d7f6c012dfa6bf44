"""A real browser, as a person has it: Debian's chromium, without a window."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from sayso.ledger import Store
from sayso.web.app import create_app
from sayso.web.settings import Settings

CHROMIUM = shutil.which("chromium")
MISSING = "there is no chromium here (Debian: apt-get install chromium)"

_PATIENCE = 20.0  # seconds until a server answers


@contextmanager
def serving(store: Store, settings: Settings) -> Iterator[str]:
    """The address of a server of this ledger, in a thread of this process."""
    config = uvicorn.Config(create_app(store, settings), port=0, log_level="warning", proxy_headers=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + _PATIENCE
    while not server.started and time.monotonic() < until:
        time.sleep(0.05)
    try:
        yield f"http://localhost:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(_PATIENCE)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser."""
    with sync_playwright() as playwright:
        # its sandbox needs what a container does not allow; what it opens here are our own pages
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def sign_in(page: Page, address: str, to: str, token: str) -> None:
    """Sign in as Ann, on the way to a page."""
    page.goto(f"{address}/sign-in?to={to}")
    page.get_by_label("Your name").fill("Ann")
    page.get_by_label("The server’s token").fill(token)
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(f"{address}{to}")


def watched(context: BrowserContext, address: str, faults: list[str]) -> Page:
    """A page that writes down what went wrong in it, what its policy forbade, and every request to elsewhere."""
    page = context.new_page()
    page.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith(address) else faults.append(asked.url))
    return page
