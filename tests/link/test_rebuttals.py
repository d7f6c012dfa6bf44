from __future__ import annotations

import pytest

from sayso.link.pairs import side
from sayso.link.rebuttals import denied, doubted
from sayso.model import Report
from tests.factory import report
from tests.link.making import with_statements

TOLD = "The mill let dye run into the river at Tarma"
ELSE = "The mill has paid its workers since June"


def after(*behind: str) -> Report:
    """A report that tells a thing in its first paragraph, and the given words behind it."""
    home = report(f"{TOLD}, a fisherman said. {behind[0]}", *behind[1:], f"{ELSE}, the town said.")
    return with_statements(home, (TOLD, "a fisherman"), (ELSE, "the town"))


DENIALS = [
    ("The owner denies it.", True),
    ("The mill disputed that account.", True),
    ("Its lawyer dismissed all such claims.", True),
    ("The foreman calls this absurd.", True),
    ("The company described the story as pure invention.", True),
    ("The mayor brushed aside the reports.", True),
    ("The owner rejected the fisherman's account.", True),
    ("Its manager dismissed the anglers’ wild claims as gossip.", True),
    ("The foreman denied her allegation.", True),
    ("The mill disputes the Tarma fishing union's figures.", True),
    ("The foreman protested his innocence.", True),
    ("Its lawyer speaks of slander.", True),
    ("For the mill, a spokeswoman said the claim was made up.", True),
    ('"This is a lie," the owner said.', True),
    ("Nothing of the sort happened, according to the foreman.", True),
    ("The fisherman is lying, says the owner.", True),
    ("The mill denies having let out any.", True),
    ("The owner spoke of his plans.", False),
    ("The owner denies that he is ill.", False),
    ("The owner did not answer.", False),
]


@pytest.mark.parametrize(("words", "expected"), DENIALS, ids=[words for words, _ in DENIALS])
def test_a_denial_behind_what_is_told(words: str, expected: bool) -> None:
    home = side(after(words))
    assert denied(home.statements[0], (), home) is expected


def test_a_denial_with_the_words_of_one_statement_is_of_that_one() -> None:
    home = side(after("It stinks.", "The mill denied that any dye had been let into the river."))
    assert [denied(f, (), home) for f in home.statements] == [True, False]


DOUBTS = [
    ("We have not been able to verify this.", True),
    ("This could not be independently confirmed.", True),
    ("Unverified!", True),
    ("There is no official confirmation so far.", True),
    ("We have seen no documents.", True),
    ("We print this as we received it.", True),
    ("Please take it with a pinch of salt.", True),
    ("The inspectors have confirmed it.", False),
    ("She checked the nets every morning.", False),
]


@pytest.mark.parametrize(("words", "expected"), DOUBTS, ids=[words for words, _ in DOUBTS])
def test_a_report_that_does_not_vouch_for_what_it_tells(words: str, expected: bool) -> None:
    home = side(after(words))
    assert doubted(home.statements[0], home) is expected


def test_a_doubt_before_it_in_its_sentence_and_none_of_another_paragraph() -> None:
    early = report(f"According to unconfirmed posts, {TOLD}.", f"{ELSE}, the town said.")
    home = side(with_statements(early, (TOLD, None), (ELSE, "the town")))
    assert [doubted(f, home) for f in home.statements] == [True, False]


def test_a_denial_without_particulars_is_of_the_news() -> None:
    words = "The mill denied that there had been any leak."
    home = report(f"{TOLD}, a fisherman said.", words, f"{ELSE}, the town said.", "Its lawyer denied any debts.")
    told = side(with_statements(home, (TOLD, "a fisherman"), (ELSE, "the town")))
    assert [denied(f, (), told) for f in told.statements] == [True, False]
