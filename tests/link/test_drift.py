from __future__ import annotations

from typing import Any

import pytest

from sayso.link.drift import drifts_along, headline_drifts
from sayso.link.pairs import Counterpart, Side, counterparts, links_between, links_within, side
from sayso.model import Certainty, EventTime, Factuality, Polarity, Quantity, Report, Span, Stance
from tests.factory import actor, report
from tests.link.making import on, with_statements

POSSIBLE, PROBABLE = (Factuality(certainty=c) for c in (Certainty.POSSIBLE, Certainty.PROBABLE))
NO = Factuality(polarity=Polarity.NEGATIVE)
DENIED = (Stance(actor=actor("Norland"), certainty=Certainty.CERTAIN, polarity=Polarity.NEGATIVE, spans=(Span(0, 1),)),)
SENT = "Norland delivered drones to the airfield at Kolari"


def one(text: str, by: str | None, published: str = "2024-03-12", **fields: Any) -> Report:
    """A report with one statement, and its source's name in the text where there is one."""
    paragraph = f"{text}, {by} said." if by else f"{text}."
    home = report(paragraph, published=published, outlet=f"Outlet of {published}")
    return with_statements(home, (text, by, fields))


def count(low: float | None, high: float | None, of: str = "drones") -> tuple[Quantity, ...]:
    return (Quantity(min=low, max=high, of=of, spans=(Span(0, 2),)),)


def kinds(later: Report, earlier: Report) -> set[str]:
    a, b = side(later), side(earlier)
    return {drift.kind.value for drift in drifts_along(a, b, counterparts(a, b, links_between(a, b)))}


def during(before: str, edtf: str) -> EventTime:
    """The time of "during the night" behind the words `before`."""
    return EventTime(edtf=edtf, timex=edtf, spans=(Span(len(before) + 1, len(before) + 17),))


NEXT = "2024-03-13"
CASES = [
    pytest.param(
        one(SENT, "Border Institute", NEXT),
        one(SENT, "Border Institute", factuality=POSSIBLE),
        {"hedge_lost"},
        id="may",
    ),
    pytest.param(
        one(SENT, "Border Institute", NEXT, factuality=PROBABLE),
        one(SENT, "Border Institute", factuality=POSSIBLE),
        {"hedge_lost"},
        id="from possible to probable",
    ),
    pytest.param(
        one(SENT, "Border Institute", NEXT, factuality=POSSIBLE),
        one(SENT, "Border Institute"),
        set(),
        id="a hedge added",
    ),
    pytest.param(
        one(SENT, "Border Institute", NEXT, quantities=count(40, 40)),
        one(SENT, "Border Institute", quantities=count(None, 40)),
        {"quantity_changed"},
        id="up to 40 becomes 40",
    ),
    pytest.param(
        one(SENT, "Border Institute", NEXT, quantities=count(40, 40)),
        one(SENT, "Border Institute", quantities=count(40, 40)),
        set(),
        id="the same number",
    ),
    pytest.param(
        one(SENT, "Border Institute", NEXT, quantities=count(3, 3, "days")),
        one(SENT, "Border Institute", quantities=count(40, 40)),
        set(),
        id="another thing is counted",
    ),
    pytest.param(
        one(SENT, "Norland Army", NEXT, quantities=count(12, 12)),
        one(SENT, "Border Institute", quantities=count(40, 40)),
        set(),
        id="another source counts otherwise",
    ),
    pytest.param(
        one(SENT, "Norland Army", NEXT, quantities=count(40, 40)),
        one(SENT, "Border Institute", quantities=count(None, 40)),
        {"quantity_changed"},
        id="another source has the number without its bound",
    ),
    pytest.param(
        one(SENT, "a villager", NEXT, quantities=count(12, 12)),
        one(SENT, "Border Institute", quantities=count(40, 40)),
        {"quantity_changed"},
        id="who counts otherwise has no name",
    ),
    pytest.param(one(SENT, None, NEXT), one(SENT, "Border Institute"), {"attribution_dropped"}, id="the name is gone"),
    pytest.param(
        one(SENT, None, NEXT), one(SENT, "Border Institute", cue="accuse"), {"allegation_as_fact"}, id="an accusation"
    ),
    pytest.param(
        one(SENT, None, NEXT),
        one(SENT, "Border Institute", stances=DENIED),
        {"allegation_as_fact", "denial_dropped"},
        id="what is denied is given without name and denial",
    ),
    pytest.param(
        one(SENT, None, NEXT),
        one(SENT, "Border Institute", factuality=NO),
        set(),
        id="who denied it is not the source of it",
    ),
    pytest.param(
        one(SENT, "Border Institute", NEXT),
        one(SENT, "Border Institute", stances=DENIED),
        {"denial_dropped"},
        id="denial",
    ),
    pytest.param(
        one(SENT, "Border Institute", NEXT, stances=DENIED),
        one(SENT, "Border Institute", stances=DENIED),
        set(),
        id="the denial is kept",
    ),
    pytest.param(
        one(SENT, "Border Institute", NEXT, time=on("2024-03-11")),
        one(SENT, "Border Institute", time=on("2024-03-10")),
        {"time_shifted"},
        id="another day",
    ),
    pytest.param(
        one(SENT, "Border Institute", NEXT, time=on("2024-03-10")),
        one(SENT, "Border Institute", time=on("2024-03")),
        set(),
        id="the day within the month",
    ),
    pytest.param(
        one(f"{SENT} during the night", "Border Institute", NEXT, time=during(SENT, "2024-03-12")),
        one(f"{SENT} during the night", "Border Institute", time=during(SENT, "2024-03-10")),
        set(),
        id="a copied word of time is the time that was meant",
    ),
    pytest.param(
        one(SENT, "Lagoon Post", NEXT),
        one(SENT, "Border Institute"),
        {"attribution_dropped"},
        id="only an outlet is left of who said it",
    ),
    pytest.param(
        one(SENT, "Norland Army", NEXT), one(SENT, "Border Institute"), set(), id="another source says the same"
    ),
]


@pytest.mark.parametrize(("later", "earlier", "expected"), CASES)
def test_what_changed(later: Report, earlier: Report, expected: set[str]) -> None:
    assert kinds(later, earlier) == expected


def test_a_number_of_whom_the_source_report_names_too_is_changed() -> None:
    home = report(f"{SENT}, the Border Institute said. The Norland Army did not answer.", outlet="First")
    earlier = with_statements(home, (SENT, "Border Institute", {"quantities": count(40, 40)}))
    assert kinds(one(SENT, "Norland Army", NEXT, quantities=count(12, 12)), earlier) == {"quantity_changed"}


def answered(outlet: str) -> tuple[Side, Side, tuple[Counterpart, ...]]:
    """A report with a statement and another's "no", a retelling of the first, and both beside it."""
    no = "Not one aircraft of ours has been there"
    text = f"{SENT}, the Border Institute said. {no}, General Harding said."
    home = report(text, published="2024-03-12", outlet=outlet)
    earlier = side(with_statements(home, (SENT, "Border Institute", {}), (no, "General Harding", {"factuality": NO})))
    later = side(one(SENT, "Border Institute", NEXT))
    (told,), (first, second) = later.statements, earlier.statements
    return later, earlier, (Counterpart(told, first, 0.9), Counterpart(told, second, 0.52))


@pytest.mark.parametrize(
    ("outlet", "expected"),
    [("Kolari Post", ["denial_dropped"]), ("Ministry of Defence", [])],
    ids=["a newspaper", "a body's page, whose people do not deny what it says"],
)
def test_a_denial_is_less_like_a_retelling_than_what_it_denies(outlet: str, expected: list[str]) -> None:
    assert [drift.kind.value for drift in drifts_along(*answered(outlet))] == expected


def test_a_likely_pair_counts_where_each_is_the_others_best() -> None:
    spare = "Norland delivered drones"
    later, earlier = (
        side(with_statements(report(f"{SENT}. {spare}.", published=day), (SENT, None, sure), (spare, None, sure)))
        for day, sure in ((NEXT, {}), ("2024-03-12", {"factuality": POSSIBLE}))
    )
    (a, b), (x, y) = later.statements, earlier.statements
    likely = (Counterpart(a, x, 0.64), Counterpart(b, x, 0.62), Counterpart(b, y, 0.5))
    assert [(d.to, d.from_) for d in drifts_along(later, earlier, likely)] == [
        (a.appearance.statement.id, x.appearance.statement.id)
    ]


def test_a_corrected_number_is_no_drift() -> None:
    home = report(f"{SENT}, Border Institute said in a corrected note.", published=NEXT)
    later = with_statements(home, (SENT, "Border Institute", {"quantities": count(12, 12)}))
    assert kinds(later, one(SENT, "Border Institute", quantities=count(40, 40))) == set()


def with_headline(headline: str, body: str, **fields: Any) -> Report:
    home = report(f"The Border Institute said that {body}.", headline=headline)
    return with_statements(home, (headline, None), (body, "Border Institute", fields))


def test_a_headline_that_drops_its_own_articles_may() -> None:
    whole = with_headline("Norland delivered drones to Kolari", f"{SENT} in May", factuality=POSSIBLE)
    (found,) = headline_drifts(side(whole), links_within(side(whole)))
    head, body = whole.statements
    assert (found.kind.value, found.from_, found.to) == ("hedge_lost", body.id, head.id)
    assert found.spans == head.content.spans


def test_a_headline_that_says_no_more_than_its_article() -> None:
    whole = side(with_headline("Norland delivered drones to Kolari", f"{SENT} in May"))
    assert headline_drifts(whole, links_within(whole)) == ()


def test_a_headline_that_gives_an_accusation_as_fact() -> None:
    whole = with_headline("Norland delivered drones to Kolari", f"{SENT} in May", cue="accuse")
    assert [d.kind.value for d in headline_drifts(side(whole), links_within(side(whole)))] == ["allegation_as_fact"]


def test_a_wording_that_hedges_itself_has_lost_no_hedge() -> None:
    said = "Norland is suspected of having delivered drones to the airfield at Kolari"
    assert kinds(one(said, "Border Institute", NEXT), one(said, "Border Institute", factuality=POSSIBLE)) == set()


AFTER = {
    "pointing back": ("Norland's ambassador rejected that.", True),
    "the accusation by its name": ("Norland's ambassador denied the accusation.", True),
    "of something else": ("Norland's ambassador denied having resigned.", False),
}


@pytest.mark.parametrize(("next_paragraph", "dropped"), AFTER.values(), ids=AFTER.keys())
def test_a_denial_in_the_next_paragraph_is_of_what_it_points_to(next_paragraph: str, dropped: bool) -> None:
    home = report(f"{SENT}, the Border Institute said.", next_paragraph, outlet="First", published="2024-03-12")
    earlier = with_statements(home, (SENT, "Border Institute", {}))
    assert kinds(one(SENT, "Border Institute", NEXT), earlier) == ({"denial_dropped"} if dropped else set())


def test_what_the_source_report_could_not_check_is_given_as_fact() -> None:
    home = report(f"{SENT}, a reader writes. We could not verify this.", outlet="First", published="2024-03-12")
    earlier = with_statements(home, (SENT, "a reader", {}))
    assert kinds(one(SENT, None, NEXT), earlier) == {"allegation_as_fact"}


def test_a_headline_may_leave_out_a_source_but_not_of_what_is_denied() -> None:
    home = report("Nobody was at the gate.", headline=SENT, published=NEXT, outlet="Second")
    later = with_statements(home, (SENT, None, {}))
    assert kinds(later, one(SENT, "Border Institute")) == set()
    denied = one(SENT, "Border Institute", stances=DENIED)
    assert kinds(later, denied) == {"allegation_as_fact", "denial_dropped"}
