"""What holds for every address of the pages, asked of all routes there are, so that a new page cannot be forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from httpx2 import Response

from sayso.ledger import Filter, SqlStore
from sayso.web.pages.app import ROUTERS
from tests.web.conftest import TOKEN
from tests.web.pages.conftest import HOSTILE, browser_of, form_token, sign_in
from tests.web.pages.test_app import FORGED, risky

ROUTES = [route for router in ROUTERS for route in router.routes if isinstance(route, APIRoute)]
READ = sorted(route.path for route in ROUTES if "GET" in (route.methods or ()))
WRITE = sorted(route.path for route in ROUTES if "POST" in (route.methods or ()))
TAKEN = [path for path in READ if "{" in path]

# What the addresses of pages may say, each as a query of its own.
SAID = (
    *("about", "origin", "outlet", "place", "event", "since", "until", "certainty", "min_origins", "contested"),
    *("q", "name", "actor", "who", "to", "token", "cursor", "against", "done", "was", "now", "kind", "after", "last"),
)
UPWARDS = ["../../app.py", "..%2f..%2fapp.py", "%2e%2e/%2e%2e/etc/passwd", "..\\..\\app.py", "/etc/passwd", "a%00b"]


@pytest.fixture(scope="module")
def own(kept: SqlStore) -> dict[str, str]:
    """What stands for each part of an address: things of the report that does its worst."""
    with kept.view() as view:
        claim = next(view.claims(Filter(outlet="post")))
        report = view.statement(claim.statements[0]).report
        return {"claim": claim.id, "report": report, "actor": claim.origins[0].actor.id, "form": "json"}


def filled(path: str, parts: dict[str, str]) -> str:
    """An address of a route; KeyError where a new page has a part that `own` does not know yet."""
    return re.sub(r"\{(\w+)\}", lambda found: parts[found[1]], path)


def pages(answers: Iterator[Response]) -> Iterator[Response]:
    return (answer for answer in answers if answer.headers.get("content-type", "").startswith("text/html"))


def test_there_are_routes() -> None:
    assert {"/claims", "/claims/{claim}", "/reports/{report}/look", "/export/{form}"} <= set(READ)
    assert {"/judge", "/queue", "/add", "/add/file", "/sign-in", "/sign-out"} <= set(WRITE)


@pytest.mark.parametrize("path", READ)
@pytest.mark.parametrize("signed", [False, True])
def test_what_a_report_says_never_runs(kept: SqlStore, own: dict[str, str], path: str, signed: bool) -> None:
    browser = browser_of(kept, token=TOKEN)
    if signed:
        sign_in(browser)
    answer = browser.get(filled(path, own))
    assert answer.status_code < 400
    is_page = answer.headers.get("content-type", "").startswith("text/html")
    assert not is_page or (risky(answer.text) == [] and "<script>alert" not in answer.text)
    assert is_page or not answer.content or "attachment" in answer.headers["content-disposition"], "a file is kept"


@pytest.mark.parametrize("path", READ)
def test_what_an_address_asks_never_runs(reader: TestClient, own: dict[str, str], path: str) -> None:
    here, bad = filled(path, own), quote(HOSTILE, safe="")
    for answer in pages(reader.get(f"{here}?{name}={bad}") for name in SAID):
        assert answer.status_code < 500, answer.url
        assert risky(answer.text) == [], answer.url
        assert "<script>alert" not in answer.text
        assert str(1234 * 5678) not in answer.text, "no template is made of what is typed"


@pytest.mark.parametrize("path", TAKEN)
def test_what_an_address_names_never_runs(reader: TestClient, own: dict[str, str], path: str) -> None:
    for part in re.findall(r"\{(\w+)\}", path):
        answer = reader.get(filled(path, {**own, part: quote(HOSTILE.replace("/", ""), safe="")}))
        assert answer.status_code in (404, 409)
        assert risky(answer.text) == []
        assert "<script>alert" not in answer.text


@pytest.mark.parametrize("told", UPWARDS)
@pytest.mark.parametrize("path", TAKEN)
def test_no_address_leads_to_a_file(reader: TestClient, own: dict[str, str], path: str, told: str) -> None:
    for part in re.findall(r"\{(\w+)\}", path):
        answer = reader.get(filled(path, {**own, part: told}))
        assert answer.status_code in (303, 307, 400, 404, 409)
        assert not re.search("import |root:", answer.text)


@pytest.mark.parametrize("path", READ)
def test_no_page_stands_in_a_frame_of_others(reader: TestClient, own: dict[str, str], path: str) -> None:
    headers = reader.get(filled(path, own)).headers
    framed = "'self'" if path.endswith("/look") else "'none'"  # the page's own structure, in our own frame
    assert f"frame-ancestors {framed}" in headers["content-security-policy"]
    assert headers["x-frame-options"] == ("SAMEORIGIN" if path.endswith("/look") else "DENY")
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1@evil.example", ""])
def test_every_address_is_refused_under_another_name(reader: TestClient, own: dict[str, str], host: str) -> None:
    for path in READ:
        assert reader.get(filled(path, own), headers={"Host": host}).status_code == 421
    for path in WRITE:
        assert reader.post(filled(path, own), headers={"Host": host}).status_code == 421


@pytest.mark.parametrize(("fields", "headers"), FORGED)
@pytest.mark.parametrize("path", WRITE)
def test_a_form_of_another_site_writes_nothing(
    kept: SqlStore, own: dict[str, str], path: str, fields: dict[str, str], headers: dict[str, str]
) -> None:
    browser = browser_of(kept, token=TOKEN)
    sign_in(browser)
    with kept.view() as view:
        before = view.stamp()
    told = {"do": "note", "target": own["claim"], "why": "x", "page": "x", "form_token": form_token(browser)} | fields
    assert browser.post(filled(path, own), data=told, headers=headers).status_code == 403
    with kept.view() as view:
        assert view.stamp() == before


@pytest.mark.parametrize("path", [path for path in WRITE if not path.startswith("/sign-")])
def test_nobody_writes_who_has_not_signed_in(reader: TestClient, own: dict[str, str], path: str) -> None:
    told = {"do": "note", "target": own["claim"], "why": "x", "form_token": form_token(reader)}
    assert reader.post(filled(path, own), data=told).status_code == 403


@pytest.mark.parametrize("path", WRITE)
def test_to_open_an_address_writes_nothing(kept: SqlStore, own: dict[str, str], path: str) -> None:
    browser = browser_of(kept, token=TOKEN)
    sign_in(browser)
    with kept.view() as view:
        before = view.stamp()
    browser.get(f"{filled(path, own)}?do=note&target={own['claim']}&why=x")
    with kept.view() as view:
        assert view.stamp() == before


def test_no_write_of_the_api_takes_the_cookie_of_the_pages(kept: SqlStore, own: dict[str, str]) -> None:
    browser = browser_of(kept, token=TOKEN)
    sign_in(browser)
    described = browser.get("/api/v1/openapi.json").json()["paths"]
    writes = [(path, way) for path, ways in described.items() for way in ways if way not in ("get", "head")]
    assert len(writes) >= 3
    for path, way in writes:
        assert browser.request(way, filled(path, own), json={}).status_code == 401, path
