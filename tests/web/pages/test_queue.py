"""The queue of what is in doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from sayso.ledger import LogFilter, SqlStore, open_ledger
from sayso.model import SameClaim
from sayso.query.doubts import DoubtKind
from tests.web.conftest import TOKEN
from tests.web.pages.conftest import browser_of, form_token, sign_in
from tests.web.pages.harbour import COUNTRY, QUAY, ledger_in, linked

FIELD = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    opened = ledger_in(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def ann(store: SqlStore) -> TestClient:
    browser = browser_of(store, token=TOKEN)
    sign_in(browser)
    return browser


def answer(browser: TestClient, path: str, do: str, **fields: str) -> Response:
    """Press a button of the question that is asked."""
    _, _, form = browser.get(path).text.partition('<form class="answers"')
    told = {name: value.replace("&amp;", "&") for name, value in FIELD.findall(form)}
    return browser.post("/queue", data={**told, "do": do, **fields})


def statements(store: SqlStore) -> set[str]:
    with store.view() as view:
        return {one.statement.content.text for one in view.statements()}


def test_the_question_shows_the_words_and_where_they_stand(ann: TestClient) -> None:
    text = ann.get("/queue?kind=statement").text
    assert "Does anybody say this?" in text
    assert '<mark class="source cue">Ada Holm</mark>' in text
    assert f'<mark class="content">{QUAY}</mark>' in text
    assert "50% sure" in text


def test_a_statement_is_rejected_its_claim_changes_and_comes_back(ann: TestClient, store: SqlStore) -> None:
    with store.view() as view:
        before = sorted(claim.id for claim in view.claims())
    done = answer(ann, "/queue?kind=statement", "reject", why="misread")
    assert done.status_code == 303
    assert done.headers["location"].startswith("/queue?kind=statement&done=")
    text = ann.get(done.headers["location"]).text
    assert "Kept, by <b>Ann</b>: misread." in text
    assert "<dt>before</dt>" in text
    assert "Nothing here is in doubt" in text, "it is not asked again"
    with store.view() as view:
        assert sorted(claim.id for claim in view.claims()) != before
        (kept,) = view.judgements(LogFilter(who="Ann"))
    undone = answer_undo(ann, done.headers["location"])
    assert "Taken back" in ann.get(undone.headers["location"]).text
    with store.view() as view:
        assert sorted(claim.id for claim in view.claims()) == before
        assert [one.why for one in view.judgements()] == ["", kept.why]


def answer_undo(browser: TestClient, path: str) -> Response:
    _, _, form = browser.get(path).text.partition('<div class="done"')
    told = dict(FIELD.findall(form.partition("</form>")[0]))
    return browser.post("/queue", data=told | {"here": told["here"].replace("&amp;", "&")})


def test_a_field_is_corrected(ann: TestClient, store: SqlStore) -> None:
    done = answer(ann, "/queue?kind=statement", "correct", field="place", value="Stavern, NO")
    assert done.status_code == 303
    with store.view() as view:
        names = {one.statement.place.name for one in view.statements() if one.statement.place}
    assert "Stavern" in names


def test_two_claims_are_merged_and_parted(ann: TestClient, store: SqlStore) -> None:
    with store.view() as view:
        found = {one.statement.content.text: one.statement.id for one in view.statements()}
    a, b = sorted((found[COUNTRY], next(value for words, value in found.items() if words.startswith("ferries"))))
    linked(store, SameClaim(a=a, b=b, score=0.49))
    path = "/queue?kind=link"
    text = ann.get(path).text
    while f'name="b" value="{b}"' not in text or f'name="a" value="{a}"' not in text:
        (skip,) = re.findall(r'class="skip-it" href="([^"]+)"', text)
        path = skip.replace("&amp;", "&")
        text = ann.get(path).text
    assert "kept them apart" in text
    done = answer(ann, path, "merge")
    with store.view() as view:
        (claim,) = view.claims_of({a, b})
    assert "<dt>now</dt>" in ann.get(done.headers["location"]).text
    assert claim.id[:8] in ann.get(done.headers["location"]).text
    assert f'value="{b}"' not in ann.get(done.headers["location"]).text.partition('<form class="answers"')[2]


def test_what_is_skipped_comes_last(ann: TestClient) -> None:
    (skip,) = re.findall(r'class="skip-it" href="([^"]+)"', ann.get("/queue?kind=statement").text)
    text = ann.get(skip.replace("&amp;", "&")).text
    assert "1 question was skipped" in text
    assert 'href="/queue?kind=statement">Begin again' in text


WRONG = [
    pytest.param({"do": "explode"}, 422, id="no such answer"),
    pytest.param({"do": "correct", "field": "time", "value": "someday"}, 422, id="no value of the field"),
    pytest.param({"do": "correct", "field": "colour", "value": "red"}, 422, id="no field"),
    pytest.param({"do": "reject", "a": "deadbeef"}, 404, id="no statement"),
    pytest.param({"do": "reject", "kind": "weather"}, 422, id="no kind of question"),
    pytest.param({"do": "merge", "kind": "derivation"}, 422, id="an answer to another question"),
    pytest.param({"do": "undo", "judgement": "deadbeef"}, 404, id="nothing to take back"),
]


@pytest.mark.parametrize(("fields", "status"), WRONG)
def test_what_makes_no_sense_changes_nothing(
    ann: TestClient, store: SqlStore, fields: dict[str, str], status: int
) -> None:
    before = statements(store)
    assert answer(ann, "/queue?kind=statement", **fields).status_code == status
    assert statements(store) == before


FORGED = [
    pytest.param({"form_token": ""}, {}, id="no word of the form"),
    pytest.param({}, {"Origin": "https://evil.example"}, id="from another site"),
    pytest.param({}, {"Sec-Fetch-Site": "cross-site"}, id="a browser that says so"),
]


@pytest.mark.parametrize(("fields", "headers"), FORGED)
def test_an_answer_of_another_site_is_refused(
    ann: TestClient, store: SqlStore, fields: dict[str, str], headers: dict[str, str]
) -> None:
    with store.view() as view:
        one = next(view.statements()).statement.id
    told = {"do": "reject", "kind": "statement", "a": one, "form_token": form_token(ann)} | fields
    assert ann.post("/queue", data=told, headers=headers).status_code == 403
    with store.view() as view:
        assert list(view.judgements()) == []


def test_whoever_has_not_signed_in_reads_and_skips(store: SqlStore) -> None:
    text = browser_of(store, token=TOKEN).get("/queue?kind=statement").text
    assert '<form class="answers"' not in text
    assert 'href="/sign-in?to=/queue%3Fkind%3Dstatement"' in text
    assert "This server only reads" in browser_of(store).get("/queue").text


def test_the_way_back_stays_in_the_queue(ann: TestClient) -> None:
    done = answer(ann, "/queue?kind=statement", "accept", here="//evil.example/?outlet=coast&kind=link&x=y")
    assert re.fullmatch(r"/queue\?(outlet=coast&)?kind=link&done=\w+.*", done.headers["location"])


def test_figures_of_before_are_numbers_or_nothing(ann: TestClient) -> None:
    done = answer(ann, "/queue?kind=statement", "accept").headers["location"]
    text = ann.get(f"{done}&was=3-1-2-c.<script>&now=<script>").text
    assert "3 statements, 1–2 origins" in text
    assert "<script>" not in text
    assert "<dt>before</dt>" not in ann.get(f"{done}&was=x").text


@pytest.mark.parametrize("kind", DoubtKind)
def test_only_one_kind(ann: TestClient, kind: DoubtKind) -> None:
    text = ann.get(f"/queue?kind={kind}").text
    assert {kind.value} >= set(re.findall(r'<article class="card (\w+)"', text))


def test_an_empty_ledger(tmp_path: Path) -> None:
    empty = open_ledger(str(tmp_path / "empty.db"), create=True)
    for path in ("/queue", "/timeline", "/map", "/graph"):
        text = browser_of(empty).get(path).text
        assert "This ledger holds no claims yet" in text
    empty.close()
