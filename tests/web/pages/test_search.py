"""Search."""

from __future__ import annotations

from fastapi.testclient import TestClient


def test_words_are_marked(reader: TestClient) -> None:
    text = reader.get("/search?q=ferry+OR+bears").text
    assert '<mark class="hit">ferry</mark>' in text
    assert '<mark class="hit">bears</mark>' in text
    assert text.count("data-row>") == 2


def test_the_words_stay_in_the_field(reader: TestClient) -> None:
    assert 'value="ferry &#34;noon&#34;"' in reader.get('/search?q=ferry+"noon"').text


def test_it_can_be_narrowed(reader: TestClient) -> None:
    assert "No report has this" in reader.get("/search?q=ferry&since=2024-03-05").text
    assert "data-row>" in reader.get("/search?q=ferry&until=2024-03-05&outlet=courier").text


def test_a_date_that_is_none(reader: TestClient) -> None:
    answer = reader.get("/search?q=ferry&since=soon")
    assert (answer.status_code, 'aria-invalid="true"' in answer.text) == (422, True)


def test_nothing_is_asked(reader: TestClient) -> None:
    assert "Type what to look for" in reader.get("/search").text
