from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.link.naming import (
    credited,
    credits_alike,
    credits_outlet,
    describes_outlet,
    is_agency,
    is_press,
    naming,
    outlet_keys,
    same_outlet,
)
from sayso.model import BlockKind
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


CREDITS = {
    "some agencies": ("SISAK, Croatia (Agencies) - The gates stay shut.", True),
    "in Spanish": ("Con información de agencias", True),
    "an agency by its acronym": ("WITH LNA", True),
    "the outlet itself": ("SISAK (SC) - The gates stay shut.", False),
    "the outlet's own mark": ("SISAK (SSC) - The gates stay shut.", False),
    "agencies that act": ("Aid agencies asked for two boats on Friday.", False),
}


@pytest.mark.parametrize(("text", "does"), CREDITS.values(), ids=CREDITS.keys())
def test_by_agencies(text: str, does: bool) -> None:
    page = report("The gates stay shut, the keeper said.", text, outlet="Second Sava Channel (SC)")
    assert naming(page).by_agencies is does


def test_a_body_is_described_by_part_of_its_name_and_by_who_speaks_for_it() -> None:
    assert describes_outlet("Sava", ("Sava Copper",))
    assert describes_outlet("Sava's spokeswoman", ("Sava Copper",))
    assert not describes_outlet("the spokeswoman", ("Sava Copper",))


def test_press_is_told_by_a_word_of_the_name() -> None:
    assert is_press(report("x y", outlet="Lagoon Courier"))
    assert not is_press(report("x y", outlet="Ministry of Fisheries"))


@pytest.mark.parametrize(
    ("outlet", "text", "agency"),
    [
        ("Lagoon News Agency", "Gates stay shut.", True),
        ("Delta Newswire", "Gates stay shut.", True),
        ("Lagoon Post", "Gates stay shut.", False),
        ("Delta Service", "PORT LAGOON (Delta Service) - Gates stay shut.", True),
        ("Lagoon Post", "PORT LAGOON (Delta Service) - Gates stay shut.", False),
        ("Lagoon Wire", "PORT LAGOON (LW) - Gates stay shut.", True),
    ],
    ids=["by name", "by one word", "a paper", "by its dateline", "a paper with an agency's dateline", "by its mark"],
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


def test_a_mark_alone_is_a_credit_below_the_article_and_a_section_above_it() -> None:
    long = "The gates of the lock stay shut until the end of May, the keeper said on Friday. " * 2
    page = report("SPORT", long, "LNA", outlet="Delta Post")
    chrome = tuple(replace(b, kind=BlockKind.CHROME) if b.span.end - b.span.start < 10 else b for b in page.blocks)
    assert [name for name, _ in credited(replace(page, blocks=chrome))] == ["LNA"]


def test_thanks_are_credits_wherever_they_stand() -> None:
    page = report("Gates stay shut.", "Feb. 11, 5 p.m. · Staff, with files from Lagoon Wire", outlet="Delta Post")
    blocks = (page.blocks[0], replace(page.blocks[1], kind=BlockKind.STANDFIRST))
    assert "Lagoon Wire" in [name for name, _ in credited(replace(page, blocks=blocks))]


DESCRIBED = {
    "its office without its town": ("regional flood office", "Regional Flood Office of Sisak", True),
    "its first word": ("Sava", "Sava Copper", True),
    "its kind, where that comes first": ("presidency", "Presidency of the Republic", True),
    "in short": ("United Nations mission", "UN Mission", True),
    "a country is none of its bodies": ("Colombia", "Ministry of Justice of Colombia", False),
    "the kind alone of a longer name": ("copper", "Sava Copper", False),
    "another body": ("regional tax office", "Regional Flood Office of Sisak", False),
}


@pytest.mark.parametrize(("name", "outlet", "does"), DESCRIBED.values(), ids=DESCRIBED.keys())
def test_describes_outlet(name: str, outlet: str, does: bool) -> None:
    assert describes_outlet(name, (outlet,)) is does


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Nobody was hurt. (LNA)", ["LNA"], id="the last words of a paragraph"),
        pytest.param('"Nobody was hurt," he said. [Lagoon Wire]', ["Lagoon Wire"], id="in square brackets"),
        pytest.param("A spokesman of the Lagoon Navy Association (LNA).", [], id="what a name is short for"),
        pytest.param("Nobody was hurt. (He said so himself.)", [], id="an aside"),
    ],
)
def test_a_paragraph_is_signed_behind_its_last_sentence(text: str, names: list[str]) -> None:
    assert [name for name, _ in credited(report(text))] == names


def test_an_agency_is_credited_by_its_mark() -> None:
    assert credits_outlet("LW", ("Lagoon Wire",))
    assert not credits_outlet("LNA", ("Lagoon Wire",))


def test_a_republic_in_the_name_of_a_body_makes_no_newspaper() -> None:
    assert not is_press(report("Gates stay shut.", outlet="Presidency of the Republic"))


SLASHED = {
    "newsroom and agency": ("Newsroom / LPA", "LPA"),
    "itself and agency": ("Fjord Sheet | NTB", "NTB"),
    "a colon": ("Additional reporting: LPA", "LPA"),
    "agency with a colon": ("Agency: LPA", "LPA"),
}


@pytest.mark.parametrize(("line", "name"), SLASHED.values(), ids=SLASHED.keys())
def test_a_line_of_who_made_it_credits_them(line: str, name: str) -> None:
    page = report("The road at Sund is shut, drivers say.", line, outlet="Fjord Sheet")
    assert name in [found for found, _ in credited(page)]
    assert naming(page).by_agencies


def test_a_body_meets_those_who_name_it_in_another_order_or_without_accents() -> None:
    assert outlet_keys("Ministry of Defence of the Republic of Malta") & outlet_keys(
        "Ministry of Defence, Republic of Malta"
    )
    assert outlet_keys("Malta's defence ministry") == outlet_keys("Ministry of Defence")
    assert outlet_keys("RĀDIO LIEPA") == outlet_keys("Radio Liepa")
    assert outlet_keys("United Nations Mission in Sund") & outlet_keys("UN Mission in Sund")
