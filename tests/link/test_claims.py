from __future__ import annotations

from itertools import permutations

import pytest

from sayso.link.claims import make_claim
from sayso.model import (
    ActorKind,
    Appearance,
    Certainty,
    Derivation,
    DerivationKind,
    Factuality,
    OriginCount,
    Polarity,
    Quantity,
    Span,
    Stance,
)
from tests.factory import actor
from tests.link.making import event, told

NO = Factuality(polarity=Polarity.NEGATIVE)
BRIDGE = "soldiers fired on the convoy near Agadez"


def draws(later: Appearance, earlier: Appearance) -> Derivation:
    return Derivation(report=later.report, from_=earlier.report, kind=DerivationKind.COPIES, score=0.9)


def many(low: float | None, high: float | None) -> tuple[Quantity, ...]:
    return (Quantity(min=low, max=high, of="drones", spans=(Span(0, 1),)),)


MINISTRY = told(BRIDGE, by="Interior Ministry", outlet="Post")
MINISTRY_TOO = told(BRIDGE, by="The Interior Ministry", outlet="Herald", day="2024-03-15")
SPOKESMAN = told(BRIDGE, by="Interior Ministry spokesman Ivan Petrov", outlet="Gazette", day="2024-03-16")
SPOKESWOMAN = told(
    BRIDGE,
    by="its spokeswoman, Ana Petrova",
    outlet="Gazette",
    day="2024-03-16",
    around=f"Asked about the Interior Ministry, its spokeswoman, Ana Petrova, said {BRIDGE}.",
)
CLUB, CLUB_AT_HOME = (
    told(BRIDGE, by=name, outlet=f"{name} Post") for name in ("Convoy Watch", "Convoy Watch International")
)
UNION = told(BRIDGE, by="Drivers Union", outlet="Courier")
NOBODY = told(BRIDGE, outlet="Mirror", day="2024-03-17")
OWN_PAGE = told(BRIDGE, outlet="Interior Ministry", day="2024-03-13")
RESIDENTS = told(BRIDGE, by="two residents", outlet="Echo", day="2024-03-18")

COUNTS = [
    pytest.param([MINISTRY], [], (1, 1), id="one named source"),
    pytest.param([MINISTRY, MINISTRY_TOO], [], (1, 1), id="two outlets with one ministry's word"),
    pytest.param([MINISTRY, SPOKESMAN], [], (1, 1), id="a body and its own spokesman"),
    pytest.param([MINISTRY, SPOKESWOMAN], [], (1, 1), id="its spokeswoman, where it is named beside her"),
    pytest.param([UNION, SPOKESWOMAN], [], (2, 2), id="a spokeswoman of another body"),
    pytest.param([CLUB, CLUB_AT_HOME], [], (1, 1), id="a body under a short name"),
    pytest.param([MINISTRY, UNION], [], (2, 2), id="two named sources"),
    pytest.param([OWN_PAGE], [], (1, 1), id="a body's own page"),
    pytest.param([OWN_PAGE, MINISTRY], [], (1, 1), id="a body's own page, and its word elsewhere"),
    pytest.param([MINISTRY, NOBODY], [], (1, 2), id="a report that names nobody and reuses nothing: in max only"),
    pytest.param(
        [MINISTRY, NOBODY], [draws(NOBODY, MINISTRY)], (1, 1), id="a report that names nobody but draws on one"
    ),
    pytest.param([MINISTRY, OWN_PAGE], [], (1, 1), id="on its own page the body is the outlet"),
    pytest.param([MINISTRY, RESIDENTS], [], (2, 2), id="described sources are origins as named ones are"),
    pytest.param([RESIDENTS], [], (1, 1), id="somebody has said it"),
    pytest.param([NOBODY], [], (0, 1), id="nobody is named"),
]


@pytest.mark.parametrize(("members", "derivations", "count"), COUNTS)
def test_independent_origins(members: list[Appearance], derivations: list[Derivation], count: tuple[int, int]) -> None:
    assert make_claim(members, derivations).independent_origins == OriginCount(min=count[0], max=count[1])


def test_who_denies_is_no_origin_of_the_claim() -> None:
    denial = told(BRIDGE, by="Army Staff", cue="deny", factuality=NO)
    claim = make_claim([UNION, denial])
    assert claim.independent_origins == OriginCount(min=1, max=1)
    assert claim.denials == (denial.statement.id,)


STANCE = (
    Stance(actor=actor("Army Staff"), certainty=Certainty.CERTAIN, polarity=Polarity.NEGATIVE, spans=(Span(0, 1),)),
)
_GROUP = ActorKind.GROUP
CONTESTED = [
    pytest.param([MINISTRY, told(BRIDGE, by="Army Staff", factuality=NO)], True, id="one says yes, one no"),
    pytest.param([told(BRIDGE, by="Drivers Union", stances=STANCE)], True, id="somebody denies it in the same report"),
    pytest.param([told(BRIDGE, by="Army Staff", cue="deny", factuality=NO)], True, id="given only as a denial"),
    pytest.param([told(BRIDGE, by="Army Staff", factuality=NO)], False, id="negated, and nobody says otherwise"),
    pytest.param([MINISTRY, MINISTRY_TOO], False, id="agreed"),
    pytest.param(
        [
            told("40 drones came", by="A Staff", quantities=many(40, 40)),
            told("12 drones came", quantities=many(12, 12)),
        ],
        True,
        id="numbers that cannot both be true",
    ),
    pytest.param(
        [
            told("40 drones came", by="A Staff", quantities=many(40, 40)),
            told("20 drones came", quantities=many(20, None)),
        ],
        False,
        id="40 is at least 20",
    ),
    pytest.param(
        [
            told("Norland shelled the town", outlet="Post", event=event("ASSAULT", "190", actor("Norland"))),
            told("Sudania shelled the town", outlet="Echo", event=event("ASSAULT", "190", actor("Sudania"))),
        ],
        True,
        id="another is made responsible",
    ),
    pytest.param(
        [
            told(
                "French soldiers shot first",
                outlet="Post",
                event=event("ASSAULT", "190", actor("French soldiers", kind=_GROUP)),
            ),
            told(
                "Spanish soldiers shot first",
                outlet="Echo",
                event=event("ASSAULT", "190", actor("Spanish soldiers", kind=_GROUP)),
            ),
        ],
        True,
        id="of another country",
    ),
    pytest.param(
        [
            told("Gunmen shelled the town", outlet="Post", event=event("ASSAULT", "190", actor("Gunmen", kind=_GROUP))),
            told("Sudania shelled the town", outlet="Echo", event=event("ASSAULT", "190", actor("Sudania"))),
        ],
        False,
        id="gunmen may be anybody's",
    ),
    pytest.param(
        [
            told("Norland shelled the town", outlet="Post", event=event("ASSAULT", "190", actor("Norland"))),
            told("Sudania denounced the shelling", outlet="Echo", event=event("ACCUSE", "111", actor("Sudania"))),
        ],
        False,
        id="another deed",
    ),
]


@pytest.mark.parametrize(("members", "contested"), CONTESTED)
def test_contested(members: list[Appearance], contested: bool) -> None:
    assert make_claim(members).contested is contested


ASIDE = {
    "what is not meant, by the way": ("engineers, not troops, shelled the town", False),
    "a deed of refusing": ("the guards refused to speak of the shelling", False),
    "a negation": ("no troops shelled the town", True),
}


@pytest.mark.parametrize(("content", "contested"), ASIDE.values(), ids=ASIDE.keys())
def test_what_is_negative_by_the_way_contests_nothing(content: str, contested: bool) -> None:
    said = told(content, by="A Staff", factuality=Factuality(polarity=Polarity.NEGATIVE))
    assert make_claim([told("the town was shelled by somebody"), said]).contested is contested


def test_a_number_changed_by_who_drew_on_the_report_is_no_other_version() -> None:
    first = told("40 drones came", by="Army Staff", quantities=many(40, 40), outlet="Post")
    later = told("12 drones came", quantities=many(12, 12), outlet="Echo")
    assert make_claim([first, later]).contested
    assert not make_claim([first, later], (draws(later, first),)).contested


def test_of_clear_statements_the_gist_says_most_of_what_the_others_say() -> None:
    vague = told("the lorries have been at the border for days", day="2024-03-13")
    full = told("at least 40 lorries are waiting at the border near Medyka", day="2024-03-15")
    other = told("some 45 lorries were waiting at Medyka", day="2024-03-14")
    assert make_claim([vague, other, full]).gist == full.statement.content.text


def test_the_gist_is_the_earliest_clear_sure_statement_of_the_text() -> None:
    may = told(
        "soldiers may have fired on a convoy", factuality=Factuality(certainty=Certainty.POSSIBLE), day="2024-03-11"
    )
    pointing = told("they fired on the convoy near it", day="2024-03-12")
    claim = make_claim([NOBODY, pointing, may, MINISTRY])
    assert claim.gist == BRIDGE
    assert claim.first == may.statement.id


def test_name_variants_make_one_origin_under_the_fullest_name() -> None:
    claim = make_claim([told(BRIDGE, by="Orlov"), told(BRIDGE, by="Pavel Orlov", day="2024-03-15")])
    assert [origin.actor.name for origin in claim.origins] == ["Pavel Orlov"]
    assert len(claim.origins[0].statements) == 2


def test_a_claim_does_not_depend_on_the_order_of_its_members() -> None:
    members = [MINISTRY, SPOKESMAN, UNION, NOBODY]
    assert len({make_claim(order, [draws(NOBODY, UNION)]) for order in permutations(members)}) == 1


@pytest.mark.parametrize(
    ("retold", "count"),
    [
        pytest.param("two barges broke loose and struck the old pier", 1, id="a sentence taken over"),
        pytest.param("the pier was struck when barges came adrift", 2, id="the same in other words"),
    ],
)
def test_what_a_retelling_takes_over_is_told_once_whomever_it_names(retold: str, count: int) -> None:
    first = told("two barges broke loose and struck the pier", by="Vera Holm", outlet="Post")
    later = told(retold, by="Ana Reis", outlet="Gazette")
    assert make_claim([first, later], [draws(later, first)]).independent_origins.min == count
    assert make_claim([first, later]).independent_origins.min == 2


@pytest.mark.parametrize(("sure", "least"), [("both", 2), ("one", 1), ("none", 1)])
def test_an_origin_that_only_just_belongs_is_none_of_the_least(sure: str, least: int) -> None:
    members = [told(BRIDGE, by="Vera Holm", outlet="Post"), told(BRIDGE, by="Ana Reis", outlet="Gazette")]
    ids = {"both": [m.statement.id for m in members], "one": [members[0].statement.id], "none": []}[sure]
    counted = make_claim(members, sure=ids).independent_origins
    assert (counted.min, counted.max) == (least, 2)
