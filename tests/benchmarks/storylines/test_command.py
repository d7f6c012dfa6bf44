"""The command as it is typed; what reads pages with sayso is left to those who measure."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from benchmarks.__main__ import app
from benchmarks.storylines.answers import write_answers
from benchmarks.storylines.gold import Half, storylines
from benchmarks.storylines.pages import page_of
from tests.benchmarks.storylines.tiny import perfect


def _run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["storylines", *arguments], env={"COLUMNS": "200"})
    return done.exit_code, done.output


@pytest.mark.parametrize("half", [(), ("--half", "frozen")], ids=["both halves", "the frozen half"])
def test_the_misses_of_the_frozen_half_stay_shut(half: tuple[str, ...]) -> None:
    status, said = _run("--misses", *half)
    assert status == 2
    assert "the frozen half is only scored" in said


def test_answers_of_another_program_are_scored(tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    told = {
        s.key: perfect(s.gold, {r.file: page_of(s.folder / r.file) for r in s.gold.report})
        for s in storylines(Half.DEVELOPMENT)[:1]
    }
    write_answers(file, told)
    status, said = _run("--half", "development", "--answers", str(file), "--misses")
    assert status == 0
    name = next(iter(told))
    assert f"{name}: " not in said
    assert "not found: " in said  # of the storylines without an answer
    assert _column(said, "drifts", name) == "100.0"


def _column(table: str, row: str, column: str) -> str:
    lines = [[cell.strip() for cell in line.split("|")] for line in table.splitlines() if line.startswith("|")]
    return next(line for line in lines if line[1] == row)[lines[0].index(column)]


def test_frozen_misses_are_listed_for_who_asks_openly(tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    write_answers(file, {})
    status, said = _run("--half", "frozen", "--answers", str(file), "--misses", "--open-frozen")
    assert status == 0
    assert "not found: " in said


def test_the_check_is_a_command() -> None:
    status, said = _run("--check")
    assert status == 0
    assert re.fullmatch(r"\d+ storylines hold together\n", said)


def test_one_storyline_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    write_answers(file, {})
    status, said = _run("encarnacion-escape", "--half", "development", "--answers", str(file))
    assert status == 0
    assert said.splitlines()[0].endswith("| encarnacion-escape |")


def test_a_name_that_there_is_not() -> None:
    status, said = _run("atlantis", "--half", "development")
    assert status == 2
    assert "no storyline of these names: atlantis" in said
