"""Who is answered at all, and what answers forbid."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.errors import UsageError
from sayso.ledger import SqlStore
from sayso.web.settings import Settings
from tests.web.conftest import SHOWN, TOKEN, client_of, ledger_in

OURS = ["localhost", "LOCALHOST:8765", "127.0.0.1", "127.0.0.1:80", "[::1]", "[::1]:8765", "desk.example:8765"]
NOT_OURS = [
    "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "evil.example:127", "localhost@evil.example",
    "localhost:evil", "[::1", "::1", "", "localhost localhost", "localhost,evil.example",
]  # fmt: skip


@pytest.fixture
def desk(kept: SqlStore) -> TestClient:
    return client_of(kept, hosts=("localhost", "127.0.0.1", "::1", "Desk.example"))


@pytest.mark.parametrize("host", OURS)
def test_a_name_of_the_server_is_answered(desk: TestClient, host: str) -> None:
    assert desk.get("claims", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", NOT_OURS)
def test_another_name_is_refused(desk: TestClient, host: str) -> None:
    """As a browser asks that was led here by the page of another site."""
    answer = desk.get("claims", headers={"Host": host})
    assert (answer.status_code, answer.headers["content-type"]) == (421, "application/problem+json")


def test_two_names_are_refused(desk: TestClient) -> None:
    answer = desk.get("claims", headers=[("Host", "localhost"), ("Host", "evil.example")])
    assert answer.status_code == 421


def test_no_other_site_may_read_or_embed(client: TestClient) -> None:
    answers = [client.get(path, headers={"Origin": "https://evil.example"}) for path in ("claims", "nothing")]
    answers.append(
        client.options("claims", headers={"Origin": "https://x.example", "Access-Control-Request-Method": "GET"})
    )
    for answer in answers:
        assert not [name for name in answer.headers if name.startswith("access-control")]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"


LARGEST = 2000


@pytest.fixture
def small(store: SqlStore) -> TestClient:
    made = client_of(store, token=TOKEN, largest=LARGEST)
    made.headers.update(SHOWN)
    return made


def pieces(size: int) -> Iterator[bytes]:
    """A body whose length is not told before."""
    yield from (b"x" * 100 for _ in range(size // 100))


@pytest.mark.parametrize("path", ["uploads", "judgements"])
class TestBodies:
    """No more is taken than allowed, whether or not the request tells before how much it is."""

    def test_too_large(self, small: TestClient, path: str) -> None:
        answer = small.post(path, content=b"x" * (LARGEST + 1))
        assert (answer.status_code, answer.headers["content-type"]) == (413, "application/problem+json")

    def test_too_large_in_pieces(self, small: TestClient, path: str) -> None:
        answer = small.post(path, content=pieces(LARGEST + 100))
        assert (answer.status_code, answer.headers["content-type"]) == (413, "application/problem+json")

    def test_just_as_large_as_allowed(self, small: TestClient, path: str) -> None:
        for content in (b"x" * LARGEST, pieces(LARGEST)):
            assert small.post(path, content=content).status_code in (200, 422)

    @pytest.mark.parametrize("told", ["-1", "many", "1e3", "٣"])
    def test_a_length_that_is_none(self, small: TestClient, path: str, told: str) -> None:
        headers = {"Content-Length": told.encode()}
        assert small.post(path, content=b"x", headers=headers).status_code == 413  # type: ignore[arg-type]


def test_a_failure_of_ours_is_a_problem_that_tells_nothing(tmp_path: Path) -> None:
    client, where = client_of(ledger_in(tmp_path)), tmp_path / "sayso.db"
    with sqlite3.connect(where) as connection:
        connection.execute("UPDATE reports SET payload = '{}'")
    answer = client.get("exports/json")
    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
    assert answer.json() == {
        "type": "about:blank", "title": "Internal Server Error", "status": 500, "detail": "", "faults": [],
    }  # fmt: skip
    with sqlite3.connect(where) as connection:
        connection.execute("DROP TABLE stamps")
    gone = client.get("claims")
    assert (gone.status_code, gone.headers["retry-after"]) == (503, "10")


@pytest.mark.parametrize(
    "token",
    [
        pytest.param("", id="none"),
        pytest.param("a" * 15, id="short"),
        pytest.param("a" * 15 + " b", id="a blank"),
        pytest.param("a" * 16 + "é", id="not ASCII"),
        pytest.param("a" * 16 + "\n", id="a line's end"),
    ],
)
def test_a_token_that_protects_nothing_is_refused(token: str) -> None:
    with pytest.raises(UsageError, match="token"):
        Settings(token=token)
