from __future__ import annotations

import pytest

from sayso.intake.warc import charset_of, read
from sayso.model import Drop, DropReason, Report, content_id
from tests.intake.pages import TITLE, page, source, warc

PAGE = page().encode()


def results(data: bytes, limit: int = 10**6) -> list[Report | Drop]:
    return list(read(source(data, "a.warc"), limit))


def test_each_page_is_a_report_under_its_address() -> None:
    found = results(warc(PAGE, PAGE))
    assert [(r.uri, r.title, r.id) for r in found if isinstance(r, Report)] == [
        (f"https://vltava.example/{number}", TITLE, content_id("report", PAGE)) for number in (1, 2)
    ]


def test_what_was_hours_ago_is_told_from_the_time_of_the_fetch() -> None:
    shown = page(before="<p>2 hours ago</p>").encode()
    (found,) = results(warc(shown, fetched="2024-03-05T01:10:00Z"))
    assert isinstance(found, Report)
    assert found.published == "2024-03-04"


def test_the_servers_charset_is_used() -> None:
    (found,) = results(warc(page().encode("cp1250"), kind="text/html; charset=windows-1250"))
    assert isinstance(found, Report)
    assert "Jana Horká" in found.text


@pytest.mark.parametrize(
    ("kind", "status"), [("image/png", "200 OK"), ("text/html", "301 Moved"), ("text/css", "200 OK")]
)
def test_what_is_no_page_is_no_report(kind: str, status: str) -> None:
    (drop,) = results(warc(PAGE, kind=kind, status=status))
    assert isinstance(drop, Drop)
    assert drop.detail == "no page in this archive"


def test_a_page_that_is_too_large_costs_that_page() -> None:
    drop, found = results(warc(PAGE + b" " * 9000, PAGE), limit=len(PAGE) + 100)
    assert isinstance(drop, Drop)
    assert drop.reason is DropReason.TOO_LARGE
    assert drop.where == "a.warc#1 (https://vltava.example/1)"
    assert isinstance(found, Report)


def test_a_cut_record_is_read_and_told() -> None:
    found, drop = results(warc(PAGE)[:-400])
    assert isinstance(found, Report)
    assert isinstance(drop, Drop)
    assert "ends inside this record" in drop.detail


def test_garbage_after_a_record_is_told() -> None:
    found, drop = results(warc(PAGE) + b"garbage\r\n\r\nmore")
    assert isinstance(found, Report)
    assert isinstance(drop, Drop)
    assert drop.detail.startswith("the archive cannot be read further")


@pytest.mark.parametrize(
    ("header", "charset"),
    [
        ("text/html; charset=UTF-8", "utf-8"),
        ('text/html;charset="cp1251"; x=y', "cp1251"),
        ("text/html", None),
        (None, None),
    ],
)
def test_charset_of(header: str | None, charset: str | None) -> None:
    assert charset_of(header) == charset
