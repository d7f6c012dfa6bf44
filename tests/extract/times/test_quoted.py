"""Quotations said on another day than that of publication."""

from __future__ import annotations

import pytest

from sayso.extract.draft import Draft
from sayso.extract.parse import parse
from sayso.extract.times.step import find_times
from tests import factory


@pytest.mark.parametrize(
    ("text", "word", "timex", "reason"),
    [
        ('"We will vote tomorrow," the envoy said on 5 March.', "tomorrow", "2024-03-06", "the date after"),
        ('On 5 March the envoy said: "We will vote tomorrow."', "tomorrow", "2024-03-06", "the date before"),
        ('"We will vote tomorrow," the envoy said on Monday.', "tomorrow", "2024-03-12", "a weekday"),
        ('"We will vote tomorrow," the envoy said.', "tomorrow", "2024-03-15", "no date: publication"),
        ('The hall burned on 5 March. "It will reopen tomorrow," he says.', "tomorrow", "2024-03-15", "of the fire"),
        ("The envoy said on 5 March that he would vote, and left yesterday.", "yesterday", "2024-03-13", "outside"),
    ],
)
def test_what_relative_words_count_from(text: str, word: str, timex: str, reason: str) -> None:
    report = factory.report(text)
    draft = find_times(Draft(parsed=parse(report)))
    told = {report.text[slice(*time.span)]: time.timex for time in draft.times}
    assert told[word] == timex, reason
    assert draft.drops == ()
