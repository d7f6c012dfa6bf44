from __future__ import annotations

import gzip
import io
import json
from dataclasses import replace
from typing import Any

import msgspec
import pytest

from sayso.intake import reading
from sayso.intake.source import Exported, Item
from sayso.model import Content, Drop, DropReason, Report, Span
from tests.export.stories import ministry, wire


def exported(*reports: Report) -> bytes:
    rows = b",\n".join(map(msgspec.json.encode, reports))
    return b'{"reports": [\n' + rows + b'],\n"claims": [],\n"derivations": [],\n"drifts": []}\n'


def read(data: bytes, limit: int = 1_000_000) -> list[Item]:
    return list(reading.read(["-"], stdin=io.BytesIO(data), limit=limit))


def test_reports_come_with_what_was_found_in_them() -> None:
    assert read(exported(ministry(), wire())) == [Exported(report=ministry()), Exported(report=wire())]


@pytest.mark.parametrize(
    "layout",
    [
        pytest.param(lambda data: json.dumps(json.loads(data)).encode(), id="one line"),
        pytest.param(lambda data: json.dumps(json.loads(data), indent=4).encode(), id="as jq prints it"),
        pytest.param(gzip.compress, id="packed"),
    ],
)
def test_the_layout_does_not_matter(layout: Any) -> None:
    assert read(layout(exported(ministry()))) == [Exported(report=ministry())]


def test_an_export_of_nothing_holds_nothing() -> None:
    assert read(b'{"reports": [],\n"claims": [],\n"derivations": [],\n"drifts": []}\n') == []


@pytest.mark.parametrize(
    ("damage", "detail"),
    [
        pytest.param({"body": [[0, 1]]}, "the body", id="a body that is not the article"),
        pytest.param({"attributions": []}, "a chain", id="a chain that leads nowhere"),
        pytest.param({"text": "short"}, "differ", id="words that do not stand there"),
        pytest.param({"text": 7}, "Expected `str`", id="another type"),
    ],
)
def test_a_damaged_report_costs_that_report(damage: dict[str, Any], detail: str) -> None:
    row = json.loads(msgspec.json.encode(ministry())) | damage
    data = exported(ministry(), wire()).replace(msgspec.json.encode(ministry()), json.dumps(row).encode())
    first, second = read(data)
    assert isinstance(first, Drop)
    assert first.reason is DropReason.UNREADABLE
    assert detail in first.detail
    assert second == Exported(report=wire())


def test_words_that_differ_by_a_letter_are_found() -> None:
    said = wire().statements[0]
    moved = replace(said, content=Content(spans=(Span(0, 4),), text=said.content.text))
    (drop,) = read(exported(replace(wire(), statements=(moved,))))
    assert isinstance(drop, Drop)


def test_one_that_breaks_off_keeps_what_came_before() -> None:
    data = exported(ministry(), wire())
    first, second, *rest = read(data[: data.index(msgspec.json.encode(wire())) + 40])
    assert first == Exported(report=ministry())
    assert isinstance(second, Drop)
    assert all(isinstance(item, Drop) for item in rest)


def test_no_more_than_the_limit_is_in_memory() -> None:
    (drop,) = read(exported(ministry()), limit=500)
    assert isinstance(drop, Drop)
    assert drop.reason is DropReason.TOO_LARGE
    (drop,) = read(json.dumps(json.loads(exported(ministry()))).encode(), limit=500)
    assert isinstance(drop, Drop)
    assert drop.reason is DropReason.TOO_LARGE
