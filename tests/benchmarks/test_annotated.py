from __future__ import annotations

import pytest

from benchmarks.annotated import within

TEXT = "Head\n1 May\nIt rained.\nIt froze.\nIt\nOn Monday it rained.\nOn Friday it froze.\n"


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        pytest.param(
            "meantime/rain.xml", ["Monday"], id="below the lines of a corpus of which the beginning is marked"
        ),
        pytest.param("other/rain.xml", ["Monday", "Friday"], id="a corpus that is marked whole"),
        pytest.param("rain", ["Monday", "Friday"], id="no corpus named"),
    ],
)
def test_what_begins_below_the_annotated_lines_is_left_out(row: str, kept: list[str]) -> None:
    times = [{"start": TEXT.index(day), "end": 0, "timex": day} for day in ("Monday", "Friday")]
    answer = within({"id": row, "text": TEXT}, {"times": times})
    assert [time["timex"] for time in answer["times"]] == kept


def test_answers_without_times_stay() -> None:
    assert within({"id": "meantime/rain.xml", "text": TEXT}, {"places": []}) == {"places": []}
