from __future__ import annotations

import pytest

from sayso.export.names import instant, is_address, urn, uuid


def test_a_name_follows_from_kind_and_id_alone() -> None:
    assert uuid("report", "1") == uuid("report", "1")
    assert len({uuid("report", "1"), uuid("claim", "1"), uuid("report", "2"), uuid("report1"), uuid("\ud800")}) == 5
    assert uuid("report", "1").version == 5
    assert urn("report", "1") == f"urn:uuid:{uuid('report', '1')}"


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2024", "2024-01-01T00:00:00.000Z"),
        ("2024-03-14", "2024-03-14T00:00:00.000Z"),
        ("2024-03-14T06:30", "2024-03-14T06:30:00.000Z"),
        ("2024-03-14T06:30+02:00", "2024-03-14T04:30:00.000Z"),
        ("soon", None),
        (None, None),
    ],
)
def test_an_instant_is_the_first_that_the_page_may_mean(published: str | None, expected: str | None) -> None:
    assert instant(published) == expected


@pytest.mark.parametrize(
    ("uri", "expected"), [("https://a.example", True), ("javascript:alert(1)", False), ("-", False)]
)
def test_only_the_web_has_addresses(uri: str, expected: bool) -> None:
    assert is_address(uri) is expected
