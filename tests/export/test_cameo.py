from __future__ import annotations

import csv
import io

import pandas
import pytest

from sayso.export.cameo import EVENT_COLUMNS, countries, quad_class, write_cameo
from sayso.ledger import View
from tests.export.stories import drivers, ministry, written

# Columns that GDELT 2.0's codebook and POLECAT's release have, by these names.
GDELT = ["GlobalEventID", "Day", "Actor1Name", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "SOURCEURL"]
POLECAT = ["Event Date", "Event Type", "Quad Code", "Country", "GeoNames ID", "Source", "Publication Date", "Language"]


@pytest.fixture(scope="module")
def frame(view: View) -> pandas.DataFrame:
    read = pandas.read_csv(io.BytesIO(written(view, write_cameo)), sep="\t", dtype=str, keep_default_na=False)
    return read.set_index("GlobalEventID", drop=False)


def test_it_has_the_columns_of_both(frame: pandas.DataFrame) -> None:
    assert set(GDELT) | set(POLECAT) <= set(frame.columns)
    assert list(frame.columns) == [column.name for column in EVENT_COLUMNS]


def test_a_row_says_what_the_statement_says(frame: pandas.DataFrame) -> None:
    row = frame.loc[ministry().statements[0].id]
    expected = {
        "Day": "20240311",
        "Actor1Name": "Transport Ministry",
        "Actor1CountryCode": "ROU",
        "EventCode": "0154",
        "EventBaseCode": "015",
        "EventRootCode": "01",
        "QuadClass": "1",
        "ActionGeo_CountryCode": "RO",
        "Event Type": "MOBILIZE",
        "Quad Code": "MATERIAL CONFLICT",
        "Country": "ROU",
        "SOURCEURL": "https://post.example/bridge?a=1&b=2",
        "Publication Date": "2024-03-14",
        "Origin": "Transport Ministry",
        "Origin Kind": "government",
        "Certainty": "probable",
        "Quantity Min": "40.0",
        "Quantity Max": "",
    }
    assert {name: row[name] for name in expected} == expected


def test_a_day_is_given_only_where_the_text_tells_the_very_day(frame: pandas.DataFrame) -> None:
    since = frame.loc[drivers().statements[1].id]
    assert (since["Day"], since["Event Date"], since["Event Date End"]) == ("", "2024-03-10", "")
    month = frame[frame["EDTF"] == "2024-03"].iloc[0]
    assert (month["Day"], month["Event Date"], month["Event Date End"]) == ("", "2024-03-01", "2024-03-31")


def test_a_line_is_a_row_and_no_cell_a_formula(view: View) -> None:
    lines = written(view, write_cameo).decode().splitlines()
    rows = list(csv.reader(lines, delimiter="\t"))
    assert len(rows) == len(lines) == 8
    assert {len(row) for row in rows} == {len(EVENT_COLUMNS)}
    assert not any(cell.startswith("=") for row in rows for cell in row)


@pytest.mark.parametrize(
    ("cameo", "expected"),
    [("010", 1), ("057", 1), ("0871", 2), ("130", 3), ("14", 4), ("204", 4), ("21", None), ("", None)],
)
def test_the_class_follows_from_the_root(cameo: str, expected: int | None) -> None:
    assert quad_class(cameo) == expected


def test_codes_of_countries_are_those_of_each_table() -> None:
    """FIPS is not ISO: Australia is AS, which is American Samoa in ISO."""
    assert (countries()["AU"].alpha3, countries()["AU"].fips) == ("AUS", "AS")
    assert countries()["AS"].alpha3 == "ASM"
