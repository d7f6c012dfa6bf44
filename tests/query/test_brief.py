from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import NotFoundError
from sayso.ledger import Filter, View
from sayso.model import Certainty, words
from sayso.query.brief import Brief
from sayso.query.brief_sections import CITED, brief
from tests.export.stories import REPORTS, ledger_of, ministry, wire


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    store = ledger_of(Path(tmp_path_factory.mktemp("brief")))
    with store.view() as opened:
        yield opened
    store.close()


@pytest.fixture(scope="module")
def made(view: View) -> Brief:
    (claim,) = view.claims_of(frozenset({ministry().statements[0].id}))
    return brief(view, claim.id[:8], Filter())


def sentences(made: Brief, title: str) -> list[str]:
    return [sentence.text for section in made.sections if section.title == title for sentence in section.sentences]


def test_every_citation_gives_exact_words_and_a_number(made: Brief) -> None:
    texts = {report.id: report.text for report in REPORTS}
    cites = [cite for section in made.sections for s in section.sentences for cite in s.cites]
    assert len(cites) > 5
    for cite in cites:
        assert cite.words == words(texts[cite.report], cite.spans)
        assert made.references[made.number(cite) - 1].report == cite.report


def test_sources_are_numbered_as_they_are_first_cited(made: Brief) -> None:
    numbers = [made.number(cite) for section in made.sections for s in section.sentences for cite in s.cites]
    assert list(dict.fromkeys(numbers)) == [reference.number for reference in made.references]


def test_it_names_origins_and_says_unknown_where_there_is_none(view: View) -> None:
    told = sentences(brief(view, None, Filter(since="2024")), "Origins")
    assert any(line.startswith("Transport Ministry: named as the origin") for line in told)
    assert any(line.endswith(": origin unknown.") for line in told)


def test_who_denies_it_is_told(made: Brief) -> None:
    assert "Ana Petrescu denies it, as certain." in sentences(made, "Stances")


def test_times_stand_in_order_and_what_has_none_is_unknown(made: Brief) -> None:
    told = sentences(made, "Timeline")
    dated = [line for line in told if not line.startswith("Time unknown")]
    assert dated == sorted(dated, key=lambda line: line.partition(":")[0])
    assert told[-1].startswith("Time unknown")


def test_an_actor_and_a_period_have_briefs(view: View) -> None:
    about = brief(view, None, Filter(about="Transport Ministry"))
    assert about.title == "Transport Ministry"
    march = brief(view, None, Filter(since="2024-03-10", until="2024-03-12"))
    assert march.title == "2024-03-10 to 2024-03-12"
    assert sentences(march, "Claims")


def test_nothing_is_said_to_contradict_where_nothing_is_known(view: View) -> None:
    (claim,) = view.claims_of(frozenset({wire().statements[2].id}))
    alone = brief(view, claim.id, Filter())
    assert sentences(alone, "Contradictions") == ["No denial and no rival version is known in this ledger."]
    assert "first by an unknown outlet (unknown date)" in sentences(alone, "Claims")[0]
    assert "independent origins: 0 to 1" in sentences(alone, "Claims")[0]


def test_no_more_words_than_a_person_reads(made: Brief) -> None:
    assert all(len(s.cites) <= CITED for section in made.sections for s in section.sentences)


def test_a_brief_on_nothing_in_particular_is_on_the_newest_claims(view: View) -> None:
    made = brief(view, None, Filter(), limit=2)
    assert (made.title, len(sentences(made, "Claims"))) == ("Newest claims", 2)


def test_the_title_tells_all_that_restricts(view: View) -> None:
    only = Filter(outlet="Danube Post", certainty=Certainty.CERTAIN)
    assert brief(view, None, only).title == "claims in Danube Post, given as certain"


def test_there_is_no_brief_on_nobody(view: View) -> None:
    with pytest.raises(NotFoundError):
        brief(view, None, Filter(about="Nobody At All"))
