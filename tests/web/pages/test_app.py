"""What holds for every page: nothing a report or an address says is run, framed, or leaves the machine."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

from sayso.ledger import SqlStore
from sayso.web.pages.app import create_pages
from sayso.web.pages.guarding import GUARD
from sayso.web.security import Defaults
from sayso.web.served import Served
from sayso.web.settings import Settings
from tests.web.conftest import TOKEN
from tests.web.pages.conftest import HOSTILE, browser_of, form_token, sign_in

PAGES = [
    *("/claims", "/sign-in", "/claims?outlet=coast", "/nothing", "/claims?since=x"),
    *("/reports", "/actors", "/search", "/search?q=lorries", "/add"),
    *("/timeline", "/map", "/graph", "/queue", "/queue?kind=link"),
]
NEEDED = ("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")


class Reading(HTMLParser):
    """What a browser would find on a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def risky(text: str) -> list[str]:
    """What on a page runs, styles in place or loads from elsewhere."""
    out = []
    for tag, attributes in Reading(text).found:
        out += [f"{tag} {name}" for name in attributes if name.startswith("on") or name == "style"]
        for name in ("src", "href", "action", "hx-get", "hx-post"):
            told = attributes.get(name) or ""
            if told and not re.match(r"[/#?]", told) and not (tag == "a" and re.match("https?://", told)):
                out.append(f"{tag} {name}={told}")
        if tag == "style" or (tag == "script" and not attributes.get("src")):
            out.append(tag)
    return out


@pytest.mark.parametrize("path", PAGES)
def test_nothing_on_a_page_can_run_or_load_from_elsewhere(reader: TestClient, path: str) -> None:
    assert risky(reader.get(path).text) == []


REFLECTED = ["/claims?about={}", "/claims?since={}", "/sign-in?to={}", "/{}", "/search?q={}", "/claims?cursor={}"]
REFLECTED += ["/timeline?about={}", "/map?place={}", "/graph?since={}", "/queue?kind={}", "/queue?after={0}&was={0}"]


@pytest.mark.parametrize("path", REFLECTED)
def test_what_an_address_says_is_escaped(reader: TestClient, path: str) -> None:
    text = reader.get(path.format(HOSTILE.replace("&", "%26").replace("/", "%2F"))).text
    assert "<script>alert" not in text
    assert risky(text) == []
    assert str(1234 * 5678) not in text, "no template is made of what is typed"


def test_what_a_report_says_is_escaped(reader: TestClient) -> None:
    text = reader.get("/claims?outlet=post").text
    assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;" in text
    assert "<script>alert" not in text


@pytest.mark.parametrize("path", [*PAGES, "/", "/static/base.css", "/static/none.css"])
def test_every_answer_has_its_policy(reader: TestClient, path: str) -> None:
    headers = reader.get(path).headers
    policy = headers["content-security-policy"].split("; ")
    assert set(NEEDED) <= set(policy)
    assert not [one for one in policy if "unsafe" in one or "http" in one or "*" in one]
    assert (headers["x-frame-options"], headers["x-content-type-options"]) == ("DENY", "nosniff")
    assert headers["referrer-policy"] == "same-origin"


def test_a_request_for_another_host_is_refused(reader: TestClient) -> None:
    assert reader.get("/claims", headers={"Host": "evil.example"}).status_code == 421


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd"]
)
def test_no_file_outside_is_given(reader: TestClient, path: str) -> None:
    answer = reader.get(path)
    assert answer.status_code == 404
    assert "import" not in answer.text


def test_assets_may_be_kept_and_pages_are_asked_for_again(reader: TestClient) -> None:
    assert "immutable" in reader.get("/static/base.css").headers["cache-control"]
    page = reader.get("/claims")
    assert page.headers["cache-control"] == "private, no-cache"
    again = reader.get("/claims", headers={"If-None-Match": page.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_page_of_another_visit_has_another_tag(reader: TestClient) -> None:
    before = reader.get("/claims").headers["etag"]
    sign_in(reader)
    assert reader.get("/claims").headers["etag"] != before


def test_what_is_no_page_is_a_page(reader: TestClient) -> None:
    answer = reader.get("/nothing")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")


def test_the_api_answers_as_ever(reader: TestClient) -> None:
    answer = reader.get("/api/v1/nothing")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert reader.post("/api/v1/claims").status_code == 405


def test_a_failure_tells_nothing(kept: SqlStore) -> None:
    pages = create_pages(Served(store=kept, settings=Settings()))

    @pages.get("/broken")
    def broken() -> None:
        raise RuntimeError("a secret")

    answer = TestClient(Defaults(pages, GUARD), raise_server_exceptions=False).get("/broken")
    assert (answer.status_code, "secret" in answer.text) == (500, False)
    assert "Content-Security-Policy" in answer.headers


def test_the_ledgers_path_is_never_told(reader: TestClient, kept: SqlStore) -> None:
    assert kept.name not in reader.get("/claims/deadbeef").text


FORGED = [
    pytest.param({"form_token": ""}, {}, id="no word of the form"),
    pytest.param({"form_token": "ab.cd"}, {}, id="a word made up"),
    pytest.param({}, {"Origin": "https://evil.example"}, id="from another site"),
    pytest.param({}, {"Origin": "null"}, id="from nowhere"),
    pytest.param({}, {"Origin": "http://localhost.evil.example"}, id="from a site with a like name"),
    pytest.param({}, {"Sec-Fetch-Site": "cross-site"}, id="a browser that says so"),
    pytest.param({}, {"Sec-Fetch-Site": "same-site"}, id="another port of this machine"),
]


@pytest.mark.parametrize(("fields", "headers"), FORGED)
@pytest.mark.parametrize("path", ["/sign-in", "/sign-out"])
def test_a_form_of_another_site_is_refused(
    reader: TestClient, path: str, fields: dict[str, str], headers: dict[str, str]
) -> None:
    told = {"who": "Ann", "token": TOKEN, "form_token": form_token(reader)} | fields
    assert reader.post(path, data=told, headers=headers).status_code == 403


def test_a_form_of_another_visit_is_refused(kept: SqlStore) -> None:
    mine, yours = browser_of(kept, token=TOKEN), browser_of(kept, token=TOKEN)
    told = {"who": "Ann", "token": TOKEN, "form_token": form_token(mine)}
    form_token(yours)
    assert yours.post("/sign-in", data=told).status_code == 403
    assert mine.post("/sign-in", data=told).status_code == 303
