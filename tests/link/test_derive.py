from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sayso.link.derive import derive
from sayso.model import Polarity, Report, words
from tests.factory import report
from tests.link.making import with_statements

LEAK = "ammonia leaked from a tank at the Nordal works in Larvik and eleven workers were taken to hospital"
VALVE = "a faulty valve may have caused the leak at the works"
SHUT = "the Nordal works will stay shut until the tanks have been inspected"


def original() -> Report:
    home = report(
        f"On Monday evening {LEAK}, fire chief Einar Dahl said.",
        f"He told reporters that {VALVE}, which was repaired only in May.",
        f"The labour inspectorate said {SHUT}.",
        headline="Eleven in hospital after leak in Larvik",
        outlet="Fjord Wire",
        published="2024-03-11T20:00",
    )
    return with_statements(home, (LEAK, "Einar Dahl"), (VALVE, "Einar Dahl"), (SHUT, "Labour Inspectorate"))


def copy_cut_by_half() -> Report:
    home = report(
        f"On Monday evening {LEAK}, fire chief Einar Dahl said.",
        headline="Gas accident",
        outlet="Morning Sheet",
        published="2024-03-12T05:00",
    )
    return with_statements(home, (LEAK, "Einar Dahl"))


def nameless() -> Report:
    home = report(
        f"On Monday evening {LEAK}.",
        f"It is thought that {VALVE}. The town hall has promised free drinking water to everybody who lives near by.",
        outlet="Quick News",
        published="2024-03-12T07:00",
    )
    return with_statements(home, (LEAK, None), (VALVE, None))


def citing(how: str) -> Report:
    home = report(
        how.format(content=VALVE),
        "Nobody has been arrested so far, and neighbours want answers about earlier smells.",
        outlet="Oslo Review",
        published="2024-03-12T09:00",
    )
    return with_statements(home, (VALVE, "Fjord Wire"))


def venue() -> Report:
    told = "Fire chief Dahl told Fjord Wire that a faulty valve may have caused the leak at the works in Larvik."
    return report(told, outlet="Oslo Review", published="2024-03-12T09:00")


def rewritten() -> Report:
    leak = "eleven workers of the Nordal works were treated after ammonia leaked from a tank"
    valve = "a faulty valve may have caused the leak"
    home = report(
        f"In Larvik {leak} on Monday, as Einar Dahl of the fire brigade told reporters.",
        f"Dahl suspects that {valve}. Experts now look at pipes and pumps there.",
        outlet="Daily Lantern",
        published="2024-03-13",
    )
    return with_statements(home, (leak, "Einar Dahl"), (valve, "Einar Dahl"))


def same_event() -> Report:
    said = "eleven employees needed treatment after breathing ammonia at a factory in Larvik"
    home = report(
        f"Doctors in Larvik said {said}.",
        "Their families waited outside in the rain for news until long after midnight.",
        outlet="Second Channel",
        published="2024-03-12",
    )
    return with_statements(home, (said, "Larvik Hospital"))


def same_speech(outlet: str, published: str, frame: str) -> Report:
    quote = "We have known for years that this valve is worn out and we have told the company so in three letters"
    return with_statements(report(f"“{quote},” {frame}.", outlet=outlet, published=published), (quote, "Liv Moen"))


def correction(first: str) -> Report:
    home = report(f"{first} {VALVE}.", outlet="Fjord Wire", published="2024-03-13T10:00", headline="The leak in Larvik")
    return with_statements(home, (VALVE, "Einar Dahl"))


def by_way_of_agencies() -> Report:
    told = "Dahl of the fire brigade told Fjord Wire that the leak at the works might come from a faulty valve."
    return report(told, "(Agencies)", outlet="Oslo Review", published="2024-03-12T09:00")


def on_another_day() -> Report:
    told = "Fjord Wire reported on Friday that the leak at the works might come from a faulty valve."
    return report(told, outlet="Oslo Review", published="2024-03-16T09:00")


def soon_after() -> Report:
    told = "Fjord Wire reported on Monday that the leak at the works might come from a faulty valve."
    return report(told, outlet="Oslo Review", published="2024-03-12T09:00")


def recalling() -> Report:
    home = report(
        "The works in Larvik opened again on Thursday.",
        "(Corrects our report of 11 March, which said that a faulty valve may have caused the leak at the works.)",
        outlet="Fjord Wire",
        published="2024-03-21T10:00",
    )
    return with_statements(home, ("The works in Larvik opened again", None))


def weeks_later(told: str) -> Report:
    return report(told, outlet="Oslo Review", published="2024-04-02")


def soon_told(told: str) -> Report:
    return report(told, outlet="Oslo Review", published="2024-03-12T18:00")


def from_its_page(source: str) -> Report:
    told = "Nordal will not open its works until all tanks have been inspected"
    return with_statements(
        report(f"{told}, {source} says.", outlet="Oslo Review", published="2024-03-12"), (told, source)
    )


def page_of_a_body() -> Report:
    home = report(f"We have decided that {SHUT}.", outlet="Labour Inspectorate of Norway", published="2024-03-11")
    return with_statements(home, (SHUT, None))


CASES = [
    pytest.param(recalling(), original(), {"cites"}, id="an outlet recalls its own at the foot"),
    pytest.param(
        weeks_later("The leak at the works came from a faulty valve, the website Fjord Wire wrote."),
        original(),
        {"cites"},
        id="press is named for what it wrote weeks ago",
    ),
    pytest.param(
        weeks_later("The owners of the port want new cranes, the website Fjord Wire wrote."),
        original(),
        set(),
        id="press is named for something else",
    ),
    pytest.param(from_its_page("Labour Inspectorate"), page_of_a_body(), {"cites"}, id="a body by a part of its name"),
    pytest.param(
        soon_told("It was a valve, says the Courier, as it always is with these people."),
        replace(original(), outlet="Larvik Courier"),
        {"cites"},
        id="a newspaper says what it prints",
    ),
    pytest.param(
        soon_told("The works were shut for a check, the Labour Inspectorate of Norway says on its website."),
        page_of_a_body(),
        {"cites"},
        id="a body on its page, in other words",
    ),
    pytest.param(
        soon_told("The harbour was shut for a check, the Labour Inspectorate of Norway says."),
        page_of_a_body(),
        set(),
        id="a body says more than stands on its page",
    ),
    pytest.param(from_its_page("Norway"), page_of_a_body(), set(), id="a country is none of its bodies"),
    pytest.param(soon_after(), original(), {"cites"}, id="the outlet's report of that day"),
    pytest.param(correction("On Monday we wrongly wrote that"), original(), {"cites"}, id="an outlet corrects its own"),
    pytest.param(correction("On Monday he said that"), original(), set(), id="a sequel draws on nothing"),
    pytest.param(by_way_of_agencies(), original(), set(), id="what agencies have from there"),
    pytest.param(on_another_day(), original(), set(), id="the outlet's report of another day"),
    pytest.param(copy_cut_by_half(), original(), {"copies"}, id="a copy cut by half keeps its source"),
    pytest.param(nameless(), original(), {"drops_name"}, id="the content without any of its names"),
    pytest.param(citing("Fjord Wire reported that {content}."), original(), {"cites"}, id="the agency as source"),
    pytest.param(venue(), original(), {"cites"}, id="the outlet to which it was told"),
    pytest.param(rewritten(), original(), {"paraphrases"}, id="other words, the origin named"),
    pytest.param(same_event(), original(), set(), id="a shared event alone is no derivation"),
    pytest.param(
        same_speech("One", "2024-03-12", "union leader Liv Moen said at the gates of the works on Tuesday"),
        same_speech("Two", "2024-03-13", "Moen shouted as the managers drove past her and her colleagues"),
        set(),
        id="one speech quoted twice",
    ),
    pytest.param(
        report("Trams stood still in Vienna on Friday.", outlet="A"), original(), set(), id="nothing in common"
    ),
]


@pytest.mark.parametrize(("later", "earlier", "kinds"), CASES)
def test_kinds(later: Report, earlier: Report, kinds: set[str]) -> None:
    found = derive(later, earlier)
    assert {d.kind.value for d in found} == kinds
    assert found == derive(earlier, later)


@pytest.mark.parametrize(("later", "earlier", "kinds"), [case for case in CASES if case.values[2]])
def test_the_later_draws_on_the_earlier_and_shows_it(later: Report, earlier: Report, kinds: set[str]) -> None:
    for derivation in derive(later, earlier):
        assert (derivation.report, derivation.from_) == (later.id, earlier.id)
        assert derivation.evidence
        for evidence in derivation.evidence:
            assert words(later.text, evidence.spans).strip()
            assert all(0 <= s.start < s.end <= len(earlier.text) for s in evidence.from_spans)


def test_a_copy_with_its_agency_in_the_dateline_is_a_copy() -> None:
    later = with_statements(
        report(
            f"LARVIK (Fjord Wire) - On Monday evening {LEAK}, Einar Dahl said.", outlet="Sheet", published="2024-03-12"
        ),
        (LEAK, "Einar Dahl"),
    )
    assert {d.kind.value for d in derive(later, original())} == {"copies"}, "a credit is part of a copy"


@pytest.mark.parametrize("mark", ["FW", "FW/OR", "(FW)", "With files from Fjord Wire", "OSLO REVIEW / FW"])
def test_some_words_of_a_credited_agency_are_a_copy_and_tell_the_order(mark: str) -> None:
    body = f"Shops stayed closed all day, the mayor said. On Monday {LEAK.partition(' and ')[0]}, fire chief Dahl said."
    page = report(body, "The mayor has asked for a list of all tanks of the town.", mark, outlet="Oslo Review")
    later = with_statements(page, (LEAK.partition(" and ")[0], "Dahl"))
    (found,) = derive(later, original())
    assert (found.report, found.kind.value) == (later.id, "copies")


def test_an_agency_is_not_credited_for_all_that_it_tells_of_these_days() -> None:
    later = report("Trams stood still in Oslo all day, the mayor said. (FW)", outlet="Oslo Review")
    assert not derive(replace(later, published="2024-03-12"), original())


def test_naming_tells_the_order_where_times_do_not() -> None:
    later = citing("Fjord Wire reported that {content}.")
    undated = [report_with(later, None), report_with(original(), None)]
    (found,) = derive(*undated)
    assert (found.report, found.from_) == (undated[0].id, undated[1].id)


def wire(outlet: str, published: str, *paragraphs: str, told: tuple[tuple[str, str | None], ...]) -> Report:
    return with_statements(report(*paragraphs, outlet=outlet, published=published), *told)


def retold(mark: str, outlet: str = "Quick News") -> Report:
    later = f"eleven workers were taken to hospital after {LEAK.partition(' and ')[0]}"
    return wire(
        outlet,
        "2024-03-12T07:00",
        f"In Larvik {later}, said Einar Dahl, who leads the fire brigade of the town and its harbour.",
        f"Until its tanks have been inspected, {SHUT.partition(' until ')[0]}, the inspectorate of labour has decided.",
        mark,
        told=((later, "Einar Dahl"), (SHUT.partition(" until ")[0], "Labour Inspectorate")),
    )


def test_two_with_the_mark_of_one_agency_do_not_draw_on_each_other() -> None:
    one, other = (replace(copy_cut_by_half(), outlet=name, id=name) for name in ("Morning Sheet", "Evening Sheet"))
    assert derive(replace(other, published="2024-03-12T15:00"), one)
    first, second = retold("(Fjord News Agency)"), retold("(Fjord News Agency)", outlet="Slow News")
    assert not derive(replace(second, published="2024-03-12T15:00"), first)


def test_an_outlet_does_not_draw_on_itself() -> None:
    assert derive(report_with(copy_cut_by_half(), "2024-03-12", outlet="The Fjord Wire"), original()) == ()


def report_with(whole: Report, published: str | None, **fields: Any) -> Report:
    return replace(whole, published=published, **fields)


def speaking_of_it(how: str, **fields: Any) -> Report:
    told = "it will not open the Nordal works until all tanks have been inspected"
    return with_statements(report(how.format(content=told), outlet="Oslo Review", **fields), (told, None))


@pytest.mark.parametrize(
    "how",
    ["The inspectorate says {content}.", "In its notice the regional inspectorate has announced that {content}."],
)
def test_a_body_is_called_by_its_kind_and_comes_first_if_its_page_has_no_day(how: str) -> None:
    page = replace(page_of_a_body(), outlet="Larvik Labour Inspectorate", published=None)
    later = speaking_of_it(how, published="2024-03-12")
    (found,) = derive(page, later)
    assert (found.report, found.from_, found.kind.value) == (later.id, page.id, "cites")


def test_another_body_of_its_kind_is_another() -> None:
    page = replace(page_of_a_body(), outlet="Larvik Labour Inspectorate")
    assert not derive(page, speaking_of_it("The fisheries inspectorate says {content}.", published="2024-03-12"))


def test_a_body_that_now_says_otherwise_did_not_say_it_there() -> None:
    page = replace(page_of_a_body(), outlet="Labour Inspectorate")
    later = from_its_page("Labour Inspectorate")
    turned = [replace(s, factuality=replace(s.factuality, polarity=Polarity.NEGATIVE)) for s in later.statements]
    assert derive(page, later)
    assert not derive(page, replace(later, statements=tuple(turned)))
