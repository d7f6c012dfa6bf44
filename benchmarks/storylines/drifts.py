"""Drifts that were told beside those of the gold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.storylines.align import Aligned
from benchmarks.storylines.answers import Answer
from benchmarks.storylines.counts import Count
from benchmarks.storylines.gold import Gold, GoldStatement


@dataclass(frozen=True, slots=True)
class Way:
    """A drift as it is counted: from one report to another, or to a headline (its statement's id) from its own article;
    of which claims, and of which kind. `ends` are the ids of the two statements.
    """

    to: str
    from_: str
    kind: str
    claims: frozenset[str]
    ends: tuple[str, str]

    def meets(self, other: Way) -> bool:
        """Whether both are the same change: of the same kind and way, and of a claim that both statements share."""
        same_way = (self.to, self.from_, self.kind) == (other.to, other.from_, other.kind)
        return same_way and (bool(self.claims & other.claims) or self.ends == other.ends)


def drifts(gold: Gold, answer: Answer, aligned: Aligned) -> tuple[Count, tuple[str, ...]]:
    """The count of drifts, and what was wrong. One that is told or annotated several times counts once."""
    statements = {statement.id: statement for statement in gold.statement}
    wanted = _once(_way(statements[d.from_], statements[d.statement], d.kind) for d in gold.drift)
    told, misses = [], []
    for drift in answer.drifts:
        ends = [statements.get(aligned.gold.get(name, "")) for name in (drift.from_, drift.to)]
        if ends[0] and ends[1]:
            told.append(_way(ends[0], ends[1], drift.kind))
        else:
            misses.append(
                f"drift of what is no statement: {drift.kind} {' to '.join(_named(answer, drift.from_, drift.to))}"
            )
    hit = [way for way in wanted if any(way.meets(one) for one in told)]
    spare = _once(one for one in told if not any(one.meets(way) for way in wanted))
    lost = [f"drift not found: {_shown(way, statements)}" for way in wanted if way not in hit]
    wrong = [f"no drift: {_shown(way, statements)}" for way in spare]
    count = Count(right=len(hit), wanted=len(wanted), told=len(hit) + len(spare) + len(misses))
    return count, (*lost, *wrong, *misses)


def _way(earlier: GoldStatement, later: GoldStatement, kind: str) -> Way:
    within = earlier.report == later.report
    return Way(
        to=later.id if within else later.report,
        from_=earlier.report,
        kind=str(kind),
        claims=frozenset(earlier.claims) & frozenset(later.claims),
        ends=(earlier.id, later.id),
    )


def _once(ways: Iterable[Way]) -> list[Way]:
    out: list[Way] = []
    for way in ways:
        if not any(way.meets(other) for other in out):
            out.append(way)
    return out


def _shown(way: Way, statements: dict[str, GoldStatement]) -> str:
    return f"{way.kind} {' to '.join(f'{name} {statements[name].words[:70]!r}' for name in way.ends)}"


def _named(answer: Answer, *names: str) -> Iterator[str]:
    told = {statement.id: statement for statement in answer.statements}
    for name in names:
        statement = told.get(name)
        yield f"{statement.report}: {' … '.join(statement.words)[:70]!r}" if statement else name
