from __future__ import annotations

import pytest

from sayso.intake.dates import iso_date

CASES = [
    ("2024-03-05", "2024-03-05", "a day stays a day"),
    ("2024-03-05T14:30", "2024-03-05T14:30", "no offset is made up"),
    ("2024-03-05 14:30:10.123Z", "2024-03-05T14:30:10+00:00", "fractions go"),
    ("2024-03-05T14:30+0100", "2024-03-05T14:30+01:00", "an offset without its colon"),
    ("2024-03-05T14:30:00-05", "2024-03-05T14:30:00-05:00", "an offset of hours"),
    ("20240305", "2024-03-05", "the basic form"),
    ("20240305T143000Z", "2024-03-05T14:30:00+00:00", "the basic form with a time"),
    ("Tue, 05 Mar 2024 14:30:00 GMT", "2024-03-05T14:30+00:00", "as in feeds"),
    ("Tue, 05 Mar 2024 14:30:00 -0000", "2024-03-05T14:30", "a zone that says it is unknown"),
    ("2024-02-31", None, "no such day"),
    ("2024-03-05T25:00", None, "no such hour"),
    ("yesterday", None, "no date"),
    ("", None, "nothing"),
    ("1709649000", None, "a number that may be anything"),
]


@pytest.mark.parametrize(("value", "expected", "why"), CASES, ids=[why for *_, why in CASES])
def test_iso_date(value: str, expected: str | None, why: str) -> None:
    assert iso_date(value) == expected, why
