from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.context import Context
from sayso.export.table import Cell, quantities, safe, write_cells, write_csv
from sayso.ledger import View
from sayso.model import Quantity, Span, words
from tests.export.stories import REPORTS, ministry, written
from tests.factory import report, statement


def table(view: View) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(view, write_csv).decode(), newline="")))


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "＝1", "－1", "＋1", "＠x"],
)
def test_a_formula_begins_with_a_quotation_mark(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["a=1", "40 - 50", "", -1.5, -3, True, None, "'=1"])
def test_what_is_no_formula_stays(cell: Cell) -> None:
    assert safe(cell) == cell


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2), max_size=4))
def test_no_program_finds_a_formula_in_a_csv(rows: list[list[str]]) -> None:
    """Whichever of the usual characters it takes to part cells."""
    out = io.BytesIO()
    write_cells(["a", "b"], rows, out)
    for delimiter in ",;\t|":
        for row in csv.reader(io.StringIO(out.getvalue().decode(), newline=""), delimiter=delimiter):
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in row if delimiter == ",")
            assert not any(cell.lstrip(" ").startswith(("=", "+", "@")) for cell in row)
    read_back = list(csv.reader(io.StringIO(out.getvalue().decode(), newline="")))
    assert [[cell.removeprefix("'") for cell in row] for row in read_back[1:]] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]


def test_every_span_gives_back_its_words(view: View) -> None:
    texts = {report.id: report.text for report in REPORTS}
    rows = table(view)
    assert len(rows) == 7
    for row in rows:
        spans = [Span(*map(int, piece.split("-"))) for piece in row["spans"].split()]
        assert words(texts[row["report"]], spans) == row["content"].removeprefix("'")
        assert (int(row["start"]), int(row["end"])) == (spans[0].start, spans[-1].end)


def test_a_row_says_what_the_statement_says(view: View) -> None:
    (row,) = [r for r in table(view) if r["statement"] == ministry().statements[0].id]
    expected = {
        "origin": "Transport Ministry",
        "chain": "Transport Ministry < River Wire",
        "certainty": "probable",
        "probability_min": "0.55",
        "stances": "Ana Petrescu: certain negative",
        "cameo": "0154",
        "time": "2024-03-11",
        "geonames_id": "677697",
        "quantities": "40.. lorries",
        "overruled": "",
    }
    assert {name: row[name] for name in expected} == expected


def test_a_large_number_keeps_its_digits() -> None:
    home = report("1,234,567 tonnes were shipped")
    counted = Quantity(min=1234567, max=None, of="tonnes", spans=())
    said = statement("1,234,567 tonnes", within=home, quantities=(counted,))
    assert quantities(Context(report=home, statement=said, claim=None)) == "1234567.. tonnes"


def test_what_a_person_overruled_is_told(judged: View) -> None:
    (row,) = [r for r in table(judged) if r["overruled"]]
    assert (row["overruled"], row["certainty"], row["grade"]) == ("certainty: I. Reader", "possible", "4")
