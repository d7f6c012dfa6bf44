from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.stances import take_stances
from sayso.model import ActorKind, Stance
from tests.extract.marked import cases, draft_of

CASES = cases("stances")


def taken(marked: str) -> tuple[str, tuple[Stance, ...]]:
    draft = take_stances(draft_of(marked))
    assert draft.drops == ()
    return draft.parsed.report.text, draft.statements[0].stances


def shown(text: str, stance: Stance) -> str:
    said = " ".join(text[slice(*span)] for span in stance.spans)
    return f"{stance.actor.name} {stance.certainty} {stance.polarity} {said}"


@pytest.mark.parametrize(("marked", "stances", "reason"), CASES, ids=[case[-1] for case in CASES])
def test_who_takes_a_stance(marked: str, stances: str, reason: str) -> None:
    text, found = taken(marked)
    assert ";".join(shown(text, stance) for stance in found) == stances, reason


def test_the_outlets_stance_is_an_outlets() -> None:
    (stance,) = taken("{Kyiv} <said> [Dravia had reportedly shelled the port].")[1]
    assert stance.actor.kind is ActorKind.OUTLET


TAILS = st.lists(st.sampled_from(["which", "the ministry", "denied", "it", ".", "not", "reportedly", ",", "confirmed"]))


@given(TAILS.map(" ".join))
@settings(max_examples=25, deadline=None)
def test_words_of_a_stance_stand_in_the_text(tail: str) -> None:
    text, found = taken("{Kyiv} <said> [Dravia had shelled the port], " + tail)
    assert all(0 <= span.start < span.end <= len(text) for stance in found for span in stance.spans)
    assert len({stance.actor.id for stance in found}) == len(found)
