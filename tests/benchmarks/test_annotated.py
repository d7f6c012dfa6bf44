from __future__ import annotations

from benchmarks.annotated import cut


def test_what_begins_below_the_annotated_lines_is_left_out() -> None:
    row = {"id": "1", "text": "Head\nOn Monday it rained.\nOn Friday it froze.\n"}
    times = [{"start": row["text"].index(day), "end": 0, "timex": ""} for day in ("Monday", "Friday")]
    (answer,) = cut([row], [{"id": "1", "times": times}], lines=2)
    assert answer == {"id": "1", "times": times[:1]}
