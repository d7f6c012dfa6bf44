"""Who cites whom, drawn and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from sayso.query.citing import citings
from sayso.web.pages.graph import BOX, picture
from tests.link.making import told
from tests.web.conftest import TOKEN
from tests.web.pages.conftest import browser_of
from tests.web.pages.harbour import HEBREW, ledger_in


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    store = ledger_in(tmp_path_factory.mktemp("harbour"))
    yield browser_of(store, token=TOKEN)
    store.close()


def rows(text: str) -> list[str]:
    """The lines of the table, without markup."""
    return [" ".join(re.sub("<[^>]+>", " ", row).split()) for row in re.findall("<tr data-row>(.*?)</tr>", text, re.S)]


def test_the_table_says_what_is_drawn(harbour: TestClient) -> None:
    text = harbour.get("/graph").text
    found = rows(text)
    assert "Fjord Wire outlet names as its source Ada Holm 2 statements" in found
    assert "Coast Daily outlet names as its source Fjord Wire outlet 1 statement" in found
    assert len(re.findall('class="flow[^"]*" d="M[^"]+" stroke-width="[0-9.]+" data-by', text)) == len(found)


def test_a_name_from_right_to_left_keeps_its_direction(harbour: TestClient) -> None:
    assert f"<bdi>{HEBREW}</bdi>" in harbour.get("/graph").text


def test_where_nobody_names_a_source(harbour: TestClient) -> None:
    text = harbour.get("/graph?place=Norway").text
    assert "Nobody here names a source" in text
    assert rows(text) == []


def test_what_is_not_drawn_is_counted(harbour: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.web.pages.graph.DRAWN", 2)
    monkeypatch.setattr("sayso.web.pages.graph.LISTED", 1)
    text = harbour.get("/graph").text
    assert len(re.findall('class="node"', text)) == 2
    assert "more parties cited less often, not drawn" in text
    assert len(rows(text)) == 1
    assert "more, less often" in text


def test_lines_lead_from_a_box_to_one_farther_right() -> None:
    found = citings([told("the dam holds", by="Ada Holm", outlet="Fjord Wire")])
    drawn = picture(found, found.cited())
    left, right = sorted(drawn.nodes, key=lambda node: node.x)
    assert (left.party.name, right.party.name) == ("Ada Holm", "Fjord Wire")
    (line,) = drawn.lines
    assert line.path.startswith(f"M{left.x + BOX:g} ")
    assert line.path.split()[-2] == f"{right.x:g}"
    assert right.x + BOX <= drawn.width
