"""The marked reports: that marks are read and taken out, that statements are judged, and that figures are counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.cases.gold import HALVES
from benchmarks.floors import floors
from benchmarks.origins import Case, figures, read_cases, table, verdicts

ONE = """
[[case]]
id = "mill"
outlet = "Example Post"
published = "2024-03-14"
title = "[: Mill burns down]"
sources.a = "Ilse Brandt"
sources.b = ["ministry", "Example Wire"]
text = '''
[a: The mill was empty], said Ilse Brandt. "[a1: It was old,]" she added, "[a1: and nobody lived there.]"
'''
"""


def written(folder: Path, text: str) -> list[Case]:
    (folder / "local.toml").write_text(text, encoding="utf8")
    return read_cases(folder)


def test_marks_are_read_and_taken_out(tmp_path: Path) -> None:
    [case] = written(tmp_path, ONE)
    assert "[" not in case.report.text
    assert case.report.title == "Mill burns down"
    assert [(said.words, said.chain) for said in case.said] == [
        ("Mill burns down", ()),
        ("The mill was empty", ("Ilse Brandt",)),
        ("It was old, / and nobody lived there.", ("Ilse Brandt",)),
    ]
    assert [sorted(said.places) for said in case.said] == [[0, 1, 2], [3, 4, 5, 6], [10, 11, 12, 15, 16, 17, 18]]


def test_a_source_that_the_case_does_not_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        written(tmp_path, ONE.replace("sources.a", "sources.c"))


def test_each_marked_statement_is_judged(tmp_path: Path) -> None:
    told = verdicts(written(tmp_path, ONE))
    assert [one.told for one in told[:2]] == [(), ("Ilse Brandt",)]
    assert all(one.right for one in told[:2])


def test_a_wrong_origin_is_found_and_not_right(tmp_path: Path) -> None:
    told = verdicts(written(tmp_path, ONE.replace("[a: The mill", "[b: The mill")))
    assert [(one.told, one.right) for one in told[1:2]] == [(("Ilse Brandt",), False)]
    assert str(told[1]) == "mill: Ilse Brandt, not ministry < Example Wire: The mill was empty"


def test_the_reports_of_the_project_are_of_both_halves() -> None:
    cases = read_cases()
    assert len(cases) >= 24
    assert {case.half for case in cases} == set(HALVES)
    assert all(len(case.said) >= 5 for case in cases)
    assert len({case.id for case in cases}) == len(cases)


def test_each_figure_has_a_floor(tmp_path: Path) -> None:
    told = verdicts(written(tmp_path, ONE))
    assert figures(told).keys() == floors("origins").keys()
    assert table(told)[-1].startswith("all")
