from __future__ import annotations

import io
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from sayso.intake.fetch import fetched
from sayso.intake.reading import read
from sayso.intake.source import Exported
from sayso.model import Drop, DropReason, Judgement, KeptReadings, Report
from tests.intake.pages import PARAGRAPHS, TITLE, page, rss

ITEM = f"<title>{TITLE}</title><description>{PARAGRAPHS[0]}</description>"
ANSWERS: dict[str, tuple[int, str, bytes]] = {
    "/page": (200, "text/html; charset=windows-1250", page().encode("cp1250")),
    "/feed": (200, "application/rss+xml", rss(ITEM)),
    "/image": (200, "text/html", b"\x89PNG\r\n\x1a\n\0"),
    "/gone": (410, "text/html", b"<p>gone</p>"),
    "/large": (200, "text/plain", b"word " * 100_000),
    "/empty": (200, "text/html", b""),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/moved":
            self.send_response(301)
            self.send_header("Location", "/page")
            self.end_headers()
        elif self.path == "/slow":
            self.drip()
        else:
            status, kind, body = ANSWERS[self.path]
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(body)

    def drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"x")
                time.sleep(0.05)
        except OSError:
            return

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def results(*addresses: str) -> list[Report | Exported | KeptReadings | Judgement | Drop]:
    return list(read(addresses, stdin=io.BytesIO(), limit=100_000))


@pytest.mark.parametrize("path", ["/page", "/moved"])
def test_a_page_by_its_address(server: str, path: str) -> None:
    (found,) = results(server + path)
    assert isinstance(found, Report)
    assert (found.uri, found.title) == (server + path, TITLE)


def test_a_feed_by_its_address(server: str) -> None:
    (found,) = results(f"{server}/feed")
    assert isinstance(found, Report)
    assert found.uri == f"{server}/feed#1"


@pytest.mark.parametrize(
    ("path", "reason", "detail"),
    [
        ("/gone", DropReason.UNREADABLE, "the server answers 410 Gone"),
        ("/image", DropReason.BINARY, "not text: a PNG image"),
        ("/large", DropReason.TOO_LARGE, "it goes on; a report may have 100,000 bytes"),
        ("/empty", DropReason.EMPTY, "nothing in it but white space"),
    ],
)
def test_bad_answers_are_told_and_the_rest_goes_on(server: str, path: str, reason: DropReason, detail: str) -> None:
    drop, report = results(server + path, f"{server}/page")
    assert drop == Drop(reason=reason, where=server + path, detail=detail)
    assert isinstance(report, Report)


def test_no_server() -> None:
    (drop,) = results("http://127.0.0.1:9/page")
    assert isinstance(drop, Drop)
    assert drop.reason is DropReason.UNREADABLE


@pytest.mark.parametrize("address", ["http://", "http://[", "https://exa mple/"])
def test_addresses_that_are_none(address: str) -> None:
    (drop,) = results(address)
    assert isinstance(drop, Drop)
    assert drop.reason is DropReason.UNREADABLE


def test_an_answer_that_drips_is_given_up(server: str) -> None:
    with fetched(f"{server}/slow", deadline=0.2) as source, pytest.raises(httpx.ReadTimeout):
        source.stream.read()
