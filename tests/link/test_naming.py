from __future__ import annotations

import pytest

from sayso.link.naming import (
    by_agencies,
    credited,
    credits_alike,
    is_agency,
    is_press,
    naming,
    same_outlet,
    short_forms,
    told_to,
)
from sayso.model import Report
from tests.factory import report

SAME = {
    "the same words": ("The Lagoon Post", "Lagoon Post", True),
    "an acronym": ("LNA", "Lagoon News Agency", True),
    "a body with its country, turned round": (
        "Colombia's defense ministry",
        "Ministry of National Defense of Colombia",
        True,
    ),
    "a company without its legal form": ("Sava Lines", "PT Sava Lines Makmur", True),
    "a noun behind": ("Lagoon Post newspaper", "Lagoon Post", True),
    "a body of another country": ("Venezuela's defense ministry", "Ministry of National Defense of Colombia", False),
    "a country is no outlet of its own": ("Paraguay", "Open Rivers Paraguay", False),
    "a word of the trade alone": ("News Agency", "Lagoon News Agency", True),
}


@pytest.mark.parametrize(("name", "outlet", "same"), SAME.values(), ids=SAME.keys())
def test_same_outlet(name: str, outlet: str, same: bool) -> None:
    assert same_outlet(name, outlet) is same


def test_short_forms_are_of_two_words_or_more() -> None:
    assert list(short_forms("Dainik Lagoon Alo")) == ["Dainik Lagoon Alo", "Dainik Lagoon", "Lagoon Alo"]
    assert list(short_forms("Reuters")) == ["Reuters"]


def _pages(text: str) -> tuple[Report, Report]:
    return report(text, outlet="Second Channel"), report("The gates stay shut.", outlet="Dainik Lagoon Alo")


TOLD = {
    "by a short form": (
        "It rained. A keeper told the newspaper Lagoon Alo that gates were shut. It rained.",
        "A keeper",
    ),
    "with words between": ("Lagoon Alo, which has a boat there, warned that gates would be shut.", "Lagoon Alo"),
    "named, but not as who tells": ("The yard lies behind the house of Lagoon Alo.", None),
}


@pytest.mark.parametrize(("text", "start"), TOLD.values(), ids=TOLD.keys())
def test_told_to_gives_the_sentence(text: str, start: str | None) -> None:
    later, earlier = _pages(text)
    found = [later.text[slice(*sentence)] for _, sentence in told_to(later, earlier)]
    assert [sentence.startswith(start or "") for sentence in found] == [True] * (start is not None)


CREDITS = {
    "some agencies": ("SISAK, Croatia (Agencies) - The gates stay shut.", True),
    "in Spanish": ("Con información de agencias", True),
    "an agency by its acronym": ("WITH LNA", True),
    "the outlet itself": ("SISAK (SC) - The gates stay shut.", False),
    "agencies that act": ("Aid agencies asked for two boats on Friday.", False),
}


@pytest.mark.parametrize(("text", "does"), CREDITS.values(), ids=CREDITS.keys())
def test_by_agencies(text: str, does: bool) -> None:
    assert by_agencies(report("The gates stay shut, the keeper said.", text, outlet="Second Sava Channel (SC)")) is does


def test_press_is_told_by_a_word_of_the_name() -> None:
    assert is_press(report("x y", outlet="Lagoon Courier"))
    assert not is_press(report("x y", outlet="Ministry of Fisheries"))


def test_the_kind_of_an_outlet_alone_names_it_unless_the_report_is_of_such_a_one() -> None:
    earlier = report("The gates stay shut.", outlet="Northern Lagoon Sentinel")
    told = "A keeper told the Sentinel that gates were shut."
    assert list(told_to(report(told, outlet="Second Channel"), earlier))
    assert not list(told_to(report(told, outlet="Delta Sentinel"), earlier))
    assert not list(told_to(report(told.replace("Sentinel", "sentinel"), outlet="Second Channel"), earlier))


@pytest.mark.parametrize(
    ("outlet", "text", "agency"),
    [
        ("Lagoon News Agency", "Gates stay shut.", True),
        ("Delta Newswire", "Gates stay shut.", True),
        ("Lagoon Post", "Gates stay shut.", False),
        ("Delta Service", "PORT LAGOON (Delta Service) - Gates stay shut.", True),
        ("Lagoon Post", "PORT LAGOON (Delta Service) - Gates stay shut.", False),
    ],
    ids=["by name", "by one word", "a paper", "by its dateline", "a paper with an agency's dateline"],
)
def test_is_agency(outlet: str, text: str, agency: bool) -> None:
    assert is_agency(report(text, outlet=outlet)) is agency


def test_credits_alike_are_of_a_third_agency() -> None:
    here, there = (report("Gates stay shut.", "(LNA)", outlet=name) for name in ("Delta Post", "Second Channel"))
    assert credits_alike(naming(here), naming(there))
    assert not credits_alike(naming(here), naming(report("Gates stay shut.", "(LNA)", outlet="Lagoon News Agency")))
    times = [report("Gates stay shut.", "CET", outlet=name) for name in ("Delta Post", "Second Channel")]
    assert not credits_alike(*map(naming, times))


def test_a_name_alone_in_its_paragraph_is_credited() -> None:
    marked = report("Gates stay shut, the keeper said.", "(LNA)", "Lagoon News Agency", "Nobody knows why.")
    assert [name for name, _ in credited(marked)] == ["LNA", "Lagoon News Agency"]
