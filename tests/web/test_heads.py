"""HEAD is GET without a body."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

ASKED = (
    "",
    "reports",
    "claims?limit=2",
    "search?q=bridge",
    "brief?form=html",
    "exports/csv",
    "openapi.json",
    "claims/no",
)


@pytest.mark.parametrize("asked", ASKED)
def test_the_head_of_every_answer(client: TestClient, asked: str) -> None:
    whole, head = client.get(asked), client.head(asked)
    assert (head.status_code, head.content) == (whole.status_code, b"")
    assert dict(head.headers) == dict(whole.headers)
    assert int(head.headers["content-length"]) == len(whole.content) > 0


def test_an_answer_that_is_known_is_not_made_again(client: TestClient) -> None:
    tag = client.head("claims").headers["etag"]
    assert client.head("claims", headers={"If-None-Match": tag}).status_code == 304


def test_what_only_writes_has_no_head(client: TestClient) -> None:
    answer = client.head("uploads")
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
