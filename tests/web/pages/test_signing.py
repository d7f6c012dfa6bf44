"""Signing in."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from sayso.ledger import SqlStore
from sayso.web.pages.session import Session, Signer
from sayso.web.pages.signing import inside
from tests.web.conftest import TOKEN
from tests.web.pages.conftest import browser_of, form_token, sign_in


def test_whoever_shows_the_token_is_signed_in(reader: TestClient) -> None:
    assert "Sign in" in reader.get("/claims").text
    answer = sign_in(reader, to="/claims?about=x")
    assert (answer.status_code, answer.headers["location"]) == (303, "/claims?about=x")
    assert '<span class="who" title="Signed in: judgements bear this name">Ann</span>' in reader.get("/claims").text
    reader.post("/sign-out", data={"form_token": form_token(reader, "/claims")})
    assert "Ann" not in reader.get("/claims").text


WRONG = [
    pytest.param({"token": "wrong-horse-battery"}, id="another token"),
    pytest.param({"token": ""}, id="no token"),
    pytest.param({"token": "ä"}, id="no token could be that"),
    pytest.param({"who": "  "}, id="nobody"),
    pytest.param({"who": "A" * 300}, id="too long for a name"),
]


@pytest.mark.parametrize("fields", WRONG)
def test_who_does_not_is_not(reader: TestClient, fields: dict[str, str]) -> None:
    answer = sign_in(reader, **fields)
    assert answer.status_code == 401
    assert 'class="who"' not in reader.get("/claims").text


def test_a_server_without_a_token_lets_nobody_in(kept: SqlStore) -> None:
    browser = browser_of(kept)
    assert browser.get("/sign-in").status_code == 403
    assert "read only" in browser.get("/claims").text


def test_the_cookie_is_for_this_server_and_no_script(reader: TestClient) -> None:
    told = reader.get("/sign-in").headers["set-cookie"].lower()
    assert {"httponly", "samesite=strict", "path=/"} <= set(told.split("; "))


def test_the_cookie_opens_no_door_of_the_api(reader: TestClient) -> None:
    sign_in(reader)
    assert reader.post("/api/v1/judgements", json={}).status_code == 401


ADDRESSES = [
    pytest.param("/claims?a=b", "/claims?a=b", id="a page"),
    pytest.param("https://evil.example", "/claims", id="another site"),
    pytest.param("//evil.example", "/claims", id="another site, by this scheme"),
    pytest.param("/\\evil.example", "/claims", id="a backslash, which browsers read as a slash"),
    pytest.param("/\t/evil.example", "/claims", id="a tab, which browsers drop"),
    pytest.param("javascript:alert(1)", "/claims", id="a script"),
    pytest.param("", "/claims", id="nowhere"),
]


@pytest.mark.parametrize(("to", "leads"), ADDRESSES)
def test_it_leads_to_no_other_site(to: str, leads: str) -> None:
    assert inside(to) == leads


FORGED = ["", ".", "x.y", "é.é", "e30=.abc"]


@pytest.mark.parametrize("value", FORGED)
def test_a_cookie_that_was_never_given(value: str) -> None:
    assert Signer(TOKEN).opened(value) is None


def test_a_cookie_that_was_changed_or_is_old() -> None:
    signer = Signer(TOKEN)
    sealed = signer.sealed(signer.begin("Ann"))
    assert signer.opened(sealed)
    assert signer.opened(sealed.replace(".", "A.", 1)) is None
    assert signer.opened(signer.sealed(Session(who="Ann", seed="s", until=1))) is None
    assert Signer("another-token-entirely").opened(sealed) is None


def test_each_form_has_another_word() -> None:
    signer = Signer(TOKEN)
    session = signer.begin("Ann")
    one, other = signer.form_token(session), signer.form_token(session)
    assert one != other
    assert signer.is_form_token(session, one)
    assert signer.is_form_token(session, other)
    assert not signer.is_form_token(signer.begin("Ann"), one)
