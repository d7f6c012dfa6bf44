"""What sort of actor words name, of which country, and whether two reports name the same: own written cases; seconds.

`tests/cases/actors` says what the columns mean. The cases were written before the program was asked.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.cases.gold import HALVES, half_of
from benchmarks.meaning.measure import Verdict
from sayso.extract.actors.step import find_mentions
from sayso.extract.draft import Draft
from sayso.extract.parse import parse
from sayso.extract.places.step import find_places
from sayso.link.actors import same_actor
from sayso.model import Actor, Span
from tests import factory

FOLDER = Path(__file__).parent.parent / "tests" / "cases" / "actors"
FLOORS = Path(__file__).parent / "gate" / "actors.toml"
NONE = "-"  # no country can be told
_MARK = re.compile(r"\[([^\]]*)\]")


def verdicts() -> list[Verdict]:
    """Kind and country of each case, then the pairs, in the order of the files."""
    return [*_kinds(), *_pairs()]


def _kinds() -> Iterator[Verdict]:
    for marked, kind, country, _ in _rows("kinds"):
        actor = named(marked)
        found = ("none", "none") if actor is None else (str(actor.kind), actor.country or NONE)
        yield _verdict(kind, marked, (kind, found[0]))
        yield _verdict("country", marked, (country, found[1]))


def _pairs() -> Iterator[Verdict]:
    for kind, one, two, answer, _ in _rows("same"):
        actors = named(one), named(two)
        same = actors[0] is not None and actors[1] is not None and same_actor(actors[0], actors[1])
        yield _verdict(f"pair: {kind}", f"{one} / {two}", (answer, "same" if same else "other"))


def named(marked: str) -> Actor | None:
    """The actor of the mention in brackets; paragraphs are joined by " / "."""
    paragraphs = marked.split(" / ")
    report = factory.report(*(_MARK.sub(r"\1", paragraph) for paragraph in paragraphs))
    words = str(_MARK.findall(marked)[0])
    start = report.text.rindex(words)  # of a repeated name the last is meant
    span = Span(start, start + len(words))
    mentions = find_mentions(find_places(Draft(parsed=parse(report)))).mentions
    inside = [m for m in mentions if span.contains(m.head) and m.span.overlaps(span)]
    shared = {m: min(m.span.end, span.end) - max(m.span.start, span.start) for m in inside}
    return max(inside, key=lambda m: (shared[m], m.head)).actor if inside else None


def _verdict(kind: str, marked: str, answers: tuple[str, str]) -> Verdict:
    wanted, found = answers
    return Verdict(kind=kind, half=half_of(marked), wanted=wanted, found=found, words=marked)


def _rows(name: str) -> Iterable[list[str]]:
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


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


def floors() -> dict[str, float]:
    """The figures below which a change is refused, in percent."""
    loaded: dict[str, float] = tomllib.loads(FLOORS.read_text(encoding="utf8"))
    return loaded
