"""What sort of actor words name, of which country, and whether two reports name the same: own written cases; seconds.

`tests/cases/actors` says what the columns mean. The cases were written before the program was asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.cases.gold import HALVES, half_of
from benchmarks.meaning.measure import Verdict
from benchmarks.mentions import actor_at
from benchmarks.rows import table_rows
from sayso.link.actors import same_actor
from sayso.model import Actor, Span
from tests import factory

FOLDER = Path(__file__).parent.parent / "tests" / "cases" / "actors"
NONE = "-"  # no country can be told
_MARK = re.compile(r"\[([^\]]*)\]")


def verdicts() -> list[Verdict]:
    """Kind and country of each case, then the pairs, in the order of the files."""
    return [*_kinds(), *_pairs()]


def _kinds() -> Iterator[Verdict]:
    for marked, kind, country, _ in table_rows(FOLDER / "kinds.tsv"):
        actor = named(marked)
        found = ("none", "none") if actor is None else (str(actor.kind), actor.country or NONE)
        yield _verdict(kind, marked, (kind, found[0]))
        yield _verdict("country", marked, (country, found[1]))


def _pairs() -> Iterator[Verdict]:
    for kind, one, two, answer, _ in table_rows(FOLDER / "same.tsv"):
        actors = named(one), named(two)
        same = actors[0] is not None and actors[1] is not None and same_actor(actors[0], actors[1])
        yield _verdict(f"pair: {kind}", f"{one} / {two}", (answer, "same" if same else "other"))


def named(marked: str) -> Actor | None:
    """The actor of the mention in brackets; paragraphs are joined by " / "."""
    paragraphs = marked.split(" / ")
    report = factory.report(*(_MARK.sub(r"\1", paragraph) for paragraph in paragraphs))
    words = str(_MARK.findall(marked)[0])
    start = report.text.rindex(words)  # of a repeated name the last is meant
    return actor_at(report, Span(start, start + len(words)))


def _verdict(kind: str, marked: str, answers: tuple[str, str]) -> Verdict:
    wanted, found = answers
    return Verdict(kind=kind, half=half_of(marked), wanted=wanted, found=found, words=marked)


def figures(told: Sequence[Verdict]) -> dict[str, float]:
    """The figures that have floors, in percent, by half: kinds, countries and pairs right."""
    out = {}
    for half in HALVES:
        chosen = [one for one in told if one.half == half]
        for name, some in (
            ("kinds", [one for one in chosen if one.kind != "country" and not one.kind.startswith("pair")]),
            ("countries", [one for one in chosen if one.kind == "country"]),
            ("pairs", [one for one in chosen if one.kind.startswith("pair")]),
        ):
            out[f"{half}_{name}_right"] = round(100 * sum(one.right for one in some) / len(some), 1)
    return out
