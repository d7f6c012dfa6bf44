from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.mastheads import own_names
from sayso.link.telling import Told, mentioned, on_its_page, short_forms, told_by, words_shown
from sayso.model import Report
from tests.factory import report


def found(text: str, outlet: str, own: str = "Second Channel") -> tuple[Report, list[Told]]:
    page = report(text, outlet=own)
    return page, list(told_by(page, words_shown(page), (outlet,), own_names(page)))


def test_short_forms_are_of_two_words_or_more() -> None:
    assert list(short_forms("Dainik Lagoon Alo")) == ["Dainik Lagoon Alo", "Dainik Lagoon", "Lagoon Alo"]
    assert list(short_forms("Reuters")) == ["Reuters"]


def test_a_body_is_called_with_its_kind_behind() -> None:
    assert {"Roads Department", "Foreign Ministry"} <= {
        *short_forms("U.S. Department of Roads"),
        *short_forms("Ministry of Foreign Affairs"),
    }


TOLD = {
    "by a short form": (
        "It rained. A keeper told the newspaper Lagoon Alo that gates were shut. It rained.",
        ("A keeper", True),
    ),
    "with words between": (
        "Lagoon Alo, which has a boat there, warned that gates would be shut.",
        ("Lagoon Alo", False),
    ),
    "with what it is between": ("There are two gates, Lagoon Alo, a paper in Delta, reported.", ("There are", True)),
    "as one that prints": ("The sum printed by Lagoon Alo is wrong.", ("The sum", True)),
    "as one that takes back": ("Dainik Lagoon Alo withdrew its report that gates were shut.", ("Dainik", True)),
    "in other letters": ("Two gates are shut, DAINIK LÀGOON ALO reports.", ("Two gates", True)),
    "by its figures": ("Dainik Lagoon Alo's own figures are doubted.", ("Dainik", False)),
    "by its address": ("A keeper told dainiklagoonalo.example that gates were shut.", ("A keeper", True)),
    "as in notes": ("Per Lagoon Alo, two gates are shut.", ("Per", True)),
    "as a share of": ("They hold 40 per cent of Lagoon Alo.", None),
    "named, but not as who tells": ("The yard lies behind the house of Lagoon Alo.", None),
}


@pytest.mark.parametrize(("text", "told"), TOLD.values(), ids=TOLD.keys())
def test_told_by_gives_the_sentence(text: str, told: tuple[str, bool] | None) -> None:
    page, names = found(text, "Dainik Lagoon Alo")
    shown = [(page.text[slice(*one.sentence)], one.as_press) for one in names]
    assert [(sentence.startswith(told[0]), press) for sentence, press in shown if told] == (
        [(True, told[1])] if told else []
    )
    assert bool(shown) is (told is not None)


BARELY = (
    "Two gates are shut (Lagoon Post).",
    "Two gates are shut, if the Lagoon Post is to be believed.",
    "His suspicion, voiced in the Lagoon Post, is that somebody shut the gates.",
    "Somebody, he let the Lagoon Post know, shut the gates.",
)


@pytest.mark.parametrize("text", BARELY)
def test_press_is_told_by_its_name_alone_and_no_body_is(text: str) -> None:
    page = report(text, outlet="Second Channel")
    (told,) = told_by(page, words_shown(page), ("Lagoon Post",), own_names(page), press=True)
    assert told.barely
    assert not told.as_press
    assert not list(told_by(page, words_shown(page), ("Lagoon Post",), own_names(page)))


@pytest.mark.parametrize(
    ("text", "press"),
    [
        ("The paper, divulged by a consortium of reporters Mud Files, would bear his name.", True),
        ("The ward, run by the Mud Files, was shut.", False),
        ("A letter was sent to the Mud Files.", False),
    ],
)
def test_who_brings_something_to_light_is_press_and_who_runs_or_gets_something_is_not(text: str, press: bool) -> None:
    page = report(text, outlet="Second Channel")
    told = list(told_by(page, words_shown(page), ("Mud Files",), own_names(page)))
    assert any(one.as_press for one in told) is press


def test_the_sentence_behind_is_shown_too() -> None:
    page, (told,) = found("Lagoon Alo rejected this. No gate was open, it said. It rained.", "Dainik Lagoon Alo")
    assert page.text[slice(*told.next)].strip().endswith("it said.")


def test_the_kind_of_an_outlet_alone_names_it_unless_the_report_is_of_such_a_one() -> None:
    outlet = "Northern Lagoon Sentinel"
    text = "A keeper told the Sentinel that gates were shut."
    assert found(text, outlet)[1]
    assert not found(text, outlet, own="Delta Sentinel")[1]
    assert not found(text.replace("Sentinel", "sentinel"), outlet)[1]


def test_the_first_word_names_it_behind_what_it_is() -> None:
    assert found("The digest Lowland quoted a keeper as saying so.", "LOWLAND NL")[1]
    assert not found("Lowland farmers told a keeper so.", "LOWLAND NL")[1]


MENTIONED = {
    "behind its kind": ("A keeper told the newspaper Lagoon Alo that gates were shut.", ["Lagoon Alo"]),
    "before its word": ("Two gates are shut, Radio Delta reported.", ["Radio Delta"]),
    "with a place between": ("Two gates are shut, Radio Delta, a station in Sund, reported.", ["Radio Delta"]),
    "quoted by it": ("A keeper quoted by the local station Radio Delta saw it.", ["Radio Delta"]),
    "press by its name": ("Two gates are shut (Lagoon Post).", ["Lagoon Post"]),
    "nobody": ("A keeper told the newspaper that gates were shut.", []),
}


@pytest.mark.parametrize(("text", "names"), MENTIONED.values(), ids=MENTIONED.keys())
def test_mentioned(text: str, names: list[str]) -> None:
    assert [*dict.fromkeys(mentioned(report(text)))] == names


@pytest.mark.parametrize(
    ("sentence", "does"),
    [
        ("The union says on its website that the doors were locked.", True),
        ("In a brief statement the board denied it.", True),
        ("The town had called for help, it wrote on Telegram.", True),
        ("Boats use the western quay, as the page of the board tells.", False),
        ("Boats use the western quay, as told on the page of the board.", True),
        ("The federation put the loss at 40 tonnes in its pronouncement of Tuesday.", True),
        ("The union says that the doors were locked.", False),
        ("In a state of panic they ran to the doors, the board said.", False),
    ],
)
def test_what_is_said_in_writing(sentence: str, does: bool) -> None:
    assert on_its_page(sentence) is does


PIECES = (
    "Dainik",
    "Lagoon",
    "LÀGOON",
    "Alo",
    "alo",
    "Alos",
    "the",
    "The ",
    "newspaper ",
    "told ",
    " says",
    ".",
    " ",
    ", ",
)


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from(("Dainik Lagoon Alo", "Alo", "Lagoon AB", "–")))
def test_no_name_is_missed_for_its_words(pieces: list[str], outlet: str) -> None:
    page = report("".join(pieces) or "x", outlet="Second Channel")
    every = words_shown(page) | {word.casefold() for word in outlet.split()}
    looked = [
        list(told_by(page, shown, (outlet,), ("Second Channel",), press=True)) for shown in (words_shown(page), every)
    ]
    assert looked[0] == looked[1]


def test_words_are_shown_without_marks_and_in_lower_case() -> None:
    assert words_shown(report("Rádio ALO, told")) == {"radio", "alo", "told", ""}
