"""Reports as they were received."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from sayso.ledger import SqlStore
from sayso.workflow import keep
from tests.factory import report
from tests.web.pages.conftest import HOSTILE, hostile
from tests.web.pages.test_app import risky


def test_all_reports_are_listed(reader: TestClient, kept: SqlStore) -> None:
    with kept.view() as view:
        known = [listed.id for listed in view.listing()]
    assert re.findall(r'href="/reports/(\w+)" data-open', reader.get("/reports").text) == [one[:8] for one in known]


@pytest.fixture
def text(reader: TestClient) -> str:
    return reader.get(f"/reports/{hostile().id}").text


def test_words_are_marked_as_what_they_are(text: str) -> None:
    for kind in ("source", "cue", "content"):
        assert re.search(rf'<mark class="[^"]*\b{kind}\b', text), kind


def test_the_text_is_all_there(text: str) -> None:
    shown = re.sub(r"<[^>]+>", "", text[text.index('<div class="reading"') :])
    for word in HOSTILE.split():
        assert (
            word.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("'", "&#39;")
            .replace('"', "&#34;")
            in shown
        )


def test_no_address_of_a_report_is_followed_but_of_the_web(text: str) -> None:
    assert "javascript:alert(1)" in text
    assert 'href="javascript' not in text


def test_the_frame_runs_nothing(reader: TestClient, store: SqlStore) -> None:
    answer = reader.get(f"/reports/{hostile().id}/look")
    policy = answer.headers["content-security-policy"].split("; ")
    assert policy[0] == "sandbox"
    assert "default-src 'none'" in policy
    assert not [one for one in policy if one.startswith("script-src") or "allow-" in one]
    assert risky(answer.text) == []
    assert "<script" not in answer.text


def test_versions_are_compared(writer: TestClient, store: SqlStore) -> None:
    old = report("The ferry sank at noon off the cape.", uri="https://x.example/v", outlet="Wire")
    new = replace(
        report("The ferry sank at night off the cape.", uri="https://x.example/v", outlet="Wire"), updated="2024-03-15"
    )
    keep(old, (), store)
    keep(new, (), store)
    assert "There is a newer version" in writer.get(f"/reports/{old.id}").text
    text = writer.get(f"/reports/{new.id}?against={old.id}").text
    assert "<del>noon </del><ins>night </ins>" in text


def test_there_is_no_such_report(reader: TestClient) -> None:
    assert reader.get("/reports/deadbeef").status_code == 404
    assert reader.get("/reports/..%2f..%2fetc%2fpasswd").status_code == 404
    assert reader.get("/reports/%2e%2e/look").status_code == 404


@pytest.mark.parametrize(("language", "way"), [("fa", "rtl"), ("en", "ltr"), ("unknown", "auto")])
def test_a_text_runs_as_its_language_does(writer: TestClient, store: SqlStore, language: str, way: str) -> None:
    made = replace(report("پل بسته شد.", uri="https://x.example/pol"), language=language)
    keep(made, (), store)
    text = writer.get(f"/reports/{made.id}").text
    assert f'dir="{way}"><span class="gap">' in text
    assert '<h1 dir="auto"' in text
    assert 'class="margin" lang="en" dir="ltr"' in text, "what we say beside it is English"
