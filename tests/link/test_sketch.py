from __future__ import annotations

from sayso.link.keys import ranges, tell_enough
from sayso.link.pairs import side
from sayso.link.sketch import sketch
from sayso.model import Report
from tests.factory import report
from tests.link.making import with_statements

WIRE = "Ammonia leaked from a tank at the Nordal works in Larvik, and eleven workers were taken to the hospital."
REST = "The fire brigade measured the air at four schools until midnight and found nothing that would harm a child."


def meet(a: Report, b: Report) -> bool:
    """Whether one asks for what the other is kept under, in either order."""
    x, y = sketch(side(a)), sketch(side(b))
    forth, back = (
        tell_enough(k for k in kept if any(low <= k <= high for low, high in ranges(asked)))
        for asked, kept in ((x.asked, y.kept), (y.asked, x.kept))
    )
    assert forth == back  # or the order of reading would matter
    return forth


def page(published: str | None, outlet: str = "Fjord Wire") -> Report:
    return report(WIRE, REST, outlet=outlet, published=published)


def test_a_copy_without_a_time_meets_what_has_one() -> None:
    assert meet(page(None, "Quick News"), page("2024-03-11"))


def test_the_same_wording_of_other_years_does_not_meet() -> None:
    assert not meet(page("2019-03-11", "Quick News"), page("2024-03-11"))


def test_a_report_meets_the_outlet_that_it_names_in_part() -> None:
    own = report(
        "A kiln at the Skarvik brickworks burst, and three bricklayers were burnt.", outlet="Dainik Lagoon Alo"
    )
    told = "Kiln accidents are on the rise. The weekly Lagoon Alo wrote of three people who were burnt when one burst."
    assert meet(own, report(told, outlet="Safety Review"))
    assert not meet(own, report(told.replace("Lagoon Alo", "Marsh Alo"), outlet="Safety Review"))


def test_a_report_of_many_things_meets_the_outlet_by_what_it_has_from_it() -> None:
    own = report("A kiln at the Skarvik brickworks burst, and three bricklayers were burnt.", outlet="Skarvik Post")
    asides = (
        "Herring, mackerel, halibut, haddock, turbot, lobster, oyster, mussel, scallop, eel, trout and pike were sold."
    )
    said = "three bricklayers were burnt"
    page = report(asides, asides, f"It was Monday when {said}, says the Skarvik Post.", outlet="Fishmonger")
    assert not meet(own, page)  # its topics are fish
    assert meet(own, with_statements(page, (said, "Skarvik Post")))
