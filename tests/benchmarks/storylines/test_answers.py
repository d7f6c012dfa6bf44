from pathlib import Path

import msgspec
import pytest

from benchmarks.storylines.answers import read_answers, write_answers
from tests.benchmarks.storylines.tiny import perfect


def test_answers_come_back_as_they_were_written(tmp_path: Path) -> None:
    write_answers(tmp_path / "answers.json", {"fire": perfect()})
    assert read_answers(tmp_path / "answers.json") == {"fire": perfect()}


def test_another_program_need_not_tell_all(tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    file.write_text('{"storylines": {"x": {"statements": [{"id": "1", "report": "a.txt", "words": ["so"]}]}}}')
    (statement,) = read_answers(file)["x"].statements
    assert (statement.chain, statement.nth, statement.certainty) == (None, None, None)


def test_what_is_not_of_the_form_is_an_error_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    file.write_text('{"storylines": {"x": {"drifts": [{"to": "s1", "kind": "hedge_lost"}]}}}')
    with pytest.raises(msgspec.ValidationError, match=r"missing required field `from`.*drifts\[0\]"):
        read_answers(file)
