"""What counts as right, near, too much, unknown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.cases.gold import OUTLET, Case, Wanted, located
from benchmarks.cases.measure import Tally, figures, judged, measure, table, total
from benchmarks.floors import floors
from sayso.model import Attribution, Content, Cue, Manner, Origin, Report, Source, Span, words
from tests import factory

TEXT = "The ferry line said the captain had been warned twice. It rained."
REPORT = factory.report(TEXT)
CONTENT = "the captain had been warned twice"


def wanted(source: str = "The ferry line", cue: str = "said", content: str = CONTENT, **fields: object) -> Wanted:
    parts = {"sources": source, "cues": cue, "contents": content}
    return Wanted(**{name: (located(TEXT, text),) for name, text in parts.items()} | fields)  # type: ignore[arg-type]


def attribution(source: str | None, cue: str, content: str, manner: Manner = Manner.INDIRECT) -> Attribution:
    def spans(text: str) -> tuple[Span, ...]:
        return located(TEXT, text)

    def content_of(text: str) -> Content:
        return Content(spans=spans(text), text=words(TEXT, spans(text)))

    speaker = Source(spans=spans(source), text=source, actor=factory.actor(source)) if source else None
    told = Cue(spans=spans(cue), text=cue, lemma=cue) if cue else None
    return Attribution(id="a", source=speaker, cue=told, content=content_of(content), manner=manner, said_on=None)


def told(*attributions: Attribution, **fields: object) -> Report:
    return replace(REPORT, attributions=attributions, **fields)  # type: ignore[arg-type]


def case(*links: Wanted, own: tuple[Wanted, ...] = ()) -> Case:
    return Case(id="ferry", kind="groups", why="a test", report=REPORT, links=links, own=own)


@pytest.mark.parametrize(
    ("found", "right", "near", "too_much"),
    [
        pytest.param(("The ferry line", "said", CONTENT), 1, 1, 0, id="exact"),
        pytest.param(("ferry line", "said", CONTENT), 0, 1, 0, id="another-source-span"),
        pytest.param(("The ferry line", "line said", CONTENT), 0, 1, 0, id="another-cue-span"),
        pytest.param(("The ferry line", "said", "captain had been warned twice"), 0, 1, 0, id="most-of-the-content"),
        pytest.param(("The ferry line", "said", "the captain"), 0, 0, 0, id="little-of-the-content"),
        pytest.param((None, "said", CONTENT), 0, 0, 0, id="no-source"),
        pytest.param(("the captain", "warned", "It rained"), 0, 0, 1, id="a-link-that-is-none"),
    ],
)
def test_a_link_against_the_wanted_one(
    found: tuple[str | None, str, str], right: int, near: int, too_much: int
) -> None:
    tally = judged(case(wanted()), told(attribution(*found)))
    assert (tally.links, tally.right, tally.near, tally.too_much) == (1, right, near, too_much)


def test_any_of_the_right_answers_will_do() -> None:
    either = replace(wanted(), cues=(located(TEXT, "said"), ()))
    assert judged(case(either), told(attribution("The ferry line", "", CONTENT))).right == 1


def test_manner_counts_only_where_it_is_asked_for() -> None:
    found = told(attribution("The ferry line", "said", CONTENT, Manner.DIRECT))
    assert judged(case(wanted()), found).manners == 0
    tally = judged(case(wanted(manners=("indirect",))), found)
    assert (tally.manners, tally.manners_right) == (1, 0)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("ferry line", (1, 0, 0), id="right-without-the"),
        pytest.param("captain", (0, 1, 0), id="wrong"),
        pytest.param(None, (0, 1, 0), id="the-outlet-where-somebody-says-it"),
        pytest.param("It", (0, 0, 1), id="a-pronoun-is-unknown"),
    ],
)
def test_an_origin(name: str | None, expected: tuple[int, int, int]) -> None:
    origin = Origin(id=name, name=name) if name else None
    report = told(statements=(factory.statement(CONTENT, within=REPORT, origin=origin),))
    tally = judged(case(wanted(origins=("The ferry line",))), report)
    assert (tally.origins_right, tally.origins_wrong, tally.origins_unknown) == expected


def test_no_statement_leaves_the_origin_unknown() -> None:
    assert judged(case(wanted(origins=("the ferry line",))), told()).origins_unknown == 1


def test_what_the_outlet_says_has_the_outlet_for_its_origin() -> None:
    own = wanted("", "", "It rained", origins=(OUTLET,))
    statement = factory.statement("It rained", within=REPORT)
    tally = judged(case(own=(own,)), told(statements=(statement,)))
    assert (tally.links, tally.origins, tally.origins_right) == (0, 1, 1)


def test_the_table_has_a_row_for_each_kind_and_all_in_each_half() -> None:
    lines = list(table([(case(), Tally(cases=1, links=2, right=1))]))
    assert sum(line.startswith("| groups |") for line in lines) == 2
    assert sum(line.startswith("| all | 1 | 2 | 1 |") for line in lines) == 1


def test_figures_are_percent_of_a_half() -> None:
    half = case().half
    tallies = [(case(), Tally(links=2, right=1, near=2)), (case(), Tally(links=2, right=2, near=2))]
    assert figures(tallies)[f"{half}_links_right"] == 75.0
    assert figures(tallies)[f"{half}_links_near"] == 100.0


def test_every_figure_has_a_floor() -> None:
    assert floors("cases").keys() == figures([]).keys()


def test_the_whole_pipeline_answers_a_case() -> None:
    """A case that any version must get right, end to end."""
    ((_, tally),) = measure([case(wanted(origins=("ferry line",), manners=("indirect",)))])
    assert (tally.right, tally.manners_right, tally.origins_right) == (1, 1, 1)
    assert total([tally, tally]).right == 2
