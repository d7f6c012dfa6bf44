"""An answer beside the gold of one storyline. README.md says what each figure is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations

from benchmarks.storylines.align import Aligned, align
from benchmarks.storylines.answers import Answer, Bounds, ToldClaim, ToldStatement
from benchmarks.storylines.counts import Count, Figure, Judged, compared, share
from benchmarks.storylines.drifts import drifts
from benchmarks.storylines.gold import Gold, GoldClaim, GoldStatement
from benchmarks.storylines.names import same_chain, same_origin
from benchmarks.storylines.pages import Page
from sayso.link.dates import days

Pair = tuple[str, str]  # ids of gold statements, in the order of the gold


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A gold file, an answer, and how their statements were matched."""

    gold: Gold
    answer: Answer
    aligned: Aligned

    @property
    def found(self) -> list[tuple[GoldStatement, ToldStatement]]:
        """The gold statements that were found, each with the one that was told."""
        told = {statement.id: statement for statement in self.answer.statements}
        pairs = self.aligned.told
        return [(s, told[pairs[s.id]]) for s in self.gold.statement if s.id in pairs]


def judge(gold: Gold, answer: Answer, pages: Mapping[str, Page]) -> Judged:
    """Every figure of one storyline, and what was wrong."""
    compared_ = Compared(gold=gold, answer=answer, aligned=align(gold.statement, answer.statements, pages))
    parts = [part(compared_) for part in PARTS]
    return Judged(
        counts={figure: count for part in parts for figure, count in part.counts.items()},
        misses=tuple(miss for part in parts for miss in part.misses),
    )


def _statements(c: Compared) -> Judged:
    found = c.found
    right = sum(_right_origin(wanted, told) for wanted, told in found)
    count = Count(right=len(found), wanted=len(c.gold.statement), told=len(c.answer.statements))
    lost = [f"not found: {_shown(s)}" for s in c.gold.statement if s.id not in c.aligned.told]
    spare = [s for s in c.answer.statements if s.id not in c.aligned.gold]
    return Judged(
        counts={
            Figure.STATEMENTS: count,
            Figure.ORIGIN: Count(right=right, wanted=len(c.gold.statement), told=len(c.gold.statement)),
        },
        misses=(*lost, *(f"too much: {s.report}: {' … '.join(s.words)}" for s in spare)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question to a statement that was found: whether the answer is right, and both sides to be shown."""

    figure: Figure
    right: Callable[[GoldStatement, ToldStatement], bool]
    wanted: Callable[[GoldStatement], object]
    told: Callable[[ToldStatement], object]


def _right_origin(wanted: GoldStatement, told: ToldStatement) -> bool:
    return told.chain is not None and same_origin(told.chain, wanted.chain)


ASKED = (
    Asked(
        figure=Figure.CHAIN,
        right=lambda x, y: y.chain is not None and same_chain(y.chain, x.chain),
        wanted=lambda x: list(x.chain),
        told=lambda y: list(y.chain or ()),
    ),
    Asked(
        figure=Figure.ORIGIN_FOUND,
        right=_right_origin,
        wanted=lambda x: x.chain[:1],
        told=lambda y: (y.chain or ())[:1],
    ),
    Asked(
        figure=Figure.CERTAINTY,
        right=lambda x, y: y.certainty == x.certainty,
        wanted=lambda x: x.certainty.value,
        told=lambda y: y.certainty,
    ),
    Asked(
        figure=Figure.POLARITY,
        right=lambda x, y: y.polarity == x.polarity,
        wanted=lambda x: x.polarity.value,
        told=lambda y: y.polarity,
    ),
    Asked(
        figure=Figure.REALIS,
        right=lambda x, y: y.realis == x.realis,
        wanted=lambda x: x.realis.value,
        told=lambda y: y.realis,
    ),
)


def _values(c: Compared) -> Judged:
    counts, misses = {}, []
    for asked in ASKED:
        answers = [(asked.right(wanted, told), wanted, told) for wanted, told in c.found]
        counts[asked.figure] = share(right for right, _, _ in answers)
        misses += [
            f"{asked.figure}: {asked.wanted(wanted)}, not {asked.told(told)}: {_shown(wanted)}"
            for right, wanted, told in answers
            if not right and asked.figure is not Figure.ORIGIN_FOUND  # the chain's line shows it
        ]
    return Judged(counts=counts, misses=tuple(misses))


def _measures(c: Compared) -> Judged:
    """Quantities and times: things that a statement has or has not, so there is a precision of them."""
    quantities, times, misses = Count(), Count(), []
    for wanted, told in c.found:
        bounds = Counter(q.bounds for q in wanted.quantities)
        count = _overlap(bounds, Counter(told.quantities))
        quantities += count
        if count.right < max(count.wanted, count.told):
            misses.append(f"{Figure.QUANTITIES}: {_ranges(bounds)}, not {_ranges(told.quantities)}: {_shown(wanted)}")
        count = _time(wanted.time, told.time)
        times += count
        if count.right < max(count.wanted, count.told):
            misses.append(f"{Figure.TIME}: {wanted.time!r}, not {told.time!r}: {_shown(wanted)}")
    return Judged(counts={Figure.QUANTITIES: quantities, Figure.TIME: times}, misses=tuple(misses))


def _overlap(wanted: Counter[Bounds], told: Counter[Bounds]) -> Count:
    return Count(right=(wanted & told).total(), wanted=wanted.total(), told=told.total())


def _time(wanted: str, told: str) -> Count:
    same = bool(wanted and told) and (wanted == told or days(wanted) == days(told) is not None)
    return Count(right=int(same), wanted=int(bool(wanted)), told=int(bool(told)))


def _ranges(bounds: Iterable[Bounds]) -> str:
    return ", ".join(
        f"[{'' if low is None else f'{low:g}'}..{'' if high is None else f'{high:g}'}]" for low, high in bounds
    )


def _same_claim(c: Compared) -> Judged:
    told = same_claim_pairs(c)
    wanted = pairs_of([s.id for s in c.gold.statement if claim.id in s.claims] for claim in c.gold.claim)
    statements = {s.id: s for s in c.gold.statement}
    across = {pair for pair in wanted | told if statements[pair[0]].report != statements[pair[1]].report}
    found = {(a, b) for a, b in wanted if a in c.aligned.told and b in c.aligned.told}
    parted = [
        f"in {len(parts)} parts: claim {claim.id} ({claim.gist}): {' | '.join(map(' '.join, parts))}"
        for claim in c.gold.claim
        if len(parts := parts_of([s.id for s, _ in c.found if claim.id in s.claims], told)) > 1
    ]
    return Judged(
        counts={
            Figure.SAME_CLAIM: compared(wanted, told),
            Figure.SAME_CLAIM_ACROSS: compared(wanted & across, told & across),
            Figure.SAME_CLAIM_FOUND: compared(found, told),
        },
        misses=(*parted, *(f"wrongly joined: {_both(pair, statements)}" for pair in sorted(told - wanted))),
    )


def same_claim_pairs(c: Compared) -> set[Pair]:
    """The pairs of gold statements that the answer has in one claim."""
    order = {s.id: number for number, s in enumerate(c.gold.statement)}
    groups = ([c.aligned.gold[s] for s in claim.statements if s in c.aligned.gold] for claim in c.answer.claims)
    return pairs_of(sorted(set(group), key=order.__getitem__) for group in groups)


def parts_of(members: Sequence[str], joined: AbstractSet[Pair]) -> list[list[str]]:
    """The groups that `members`, in the order of the gold, fall into by the pairs that are joined."""
    parts: list[list[str]] = []
    for member in members:
        near = [part for part in parts if any((other, member) in joined for other in part)]
        parts = [part for part in parts if part not in near] + [[*(name for part in near for name in part), member]]
    return parts


def pairs_of(groups: Iterable[list[str]]) -> set[Pair]:
    """The pairs of members of each group."""
    return {pair for group in groups for pair in combinations(group, 2)}


def _derivations(c: Compared) -> Judged:
    kinds = {(d.report, d.from_): set(map(str, d.kinds)) for d in c.gold.derivation}
    told = {(d.report, d.from_) for d in c.answer.derivations}
    right_kind = {(d.report, d.from_) for d in c.answer.derivations if d.kind in kinds.get((d.report, d.from_), ())}
    misses = [f"derivation not found: {a} from {b}" for a, b in sorted(set(kinds) - told)]
    misses += [f"no derivation: {a} from {b}" for a, b in sorted(told - set(kinds))]
    misses += [
        f"derivation of another kind: {d.report} from {d.from_}: {d.kind}"
        for d in c.answer.derivations
        if (d.report, d.from_) in set(kinds) - right_kind
    ]
    return Judged(
        counts={
            Figure.DERIVATIONS: compared(set(kinds), told),
            Figure.DERIVATION_KINDS: Count(right=len(right_kind), wanted=len(kinds), told=len(told)),
        },
        misses=tuple(misses),
    )


def _claims(c: Compared) -> Judged:
    answers = [(claim, claim_for(claim, c)) for claim in c.gold.claim]
    least = [told is not None and told.origins_min == claim.origins_min for claim, told in answers]
    contested = [told is not None and told.contested is claim.contested for claim, told in answers]
    wanted = {claim.id for claim, _ in answers if claim.contested}
    counts = {
        Figure.ORIGINS_MIN: share(least),
        Figure.ORIGINS_RANGE: share(told is not None and _in_range(claim, told) for claim, told in answers),
        Figure.CONTESTED: share(contested),
        Figure.CONTESTED_FOUND: compared(wanted, {claim.id for claim, told in answers if told and told.contested}),
    }
    return Judged(counts=counts, misses=tuple(_claim_misses(answers)))


def claim_for(claim: GoldClaim, c: Compared) -> ToldClaim | None:
    """The told claim that has most of the gold claim's statements; of equals the smaller, then the first."""
    members = {c.aligned.told[s.id] for s in c.gold.statement if claim.id in s.claims and s.id in c.aligned.told}
    held = [(len(members & set(told.statements)), -len(told.statements), told) for told in c.answer.claims]
    best = max(held, key=lambda one: one[:2], default=None)
    return best[2] if best and best[0] else None


def _in_range(claim: GoldClaim, told: ToldClaim) -> bool:
    low, high = told.origins_min, told.origins_max
    return low is not None and high is not None and low <= len(claim.origins) <= high


def _claim_misses(answers: Iterable[tuple[GoldClaim, ToldClaim | None]]) -> Iterator[str]:
    for claim, told in answers:
        name = f"claim {claim.id} ({claim.gist})"
        if told is None:
            yield f"no claim: {name}"
            continue
        if told.origins_min != claim.origins_min or not _in_range(claim, told):
            wanted = f"{claim.origins_min}..{claim.origins_max}, truly {len(claim.origins)}"
            yield f"origins: {wanted}, not {told.origins_min}..{told.origins_max}: {name}"
        if told.contested is not claim.contested:
            yield f"contested: {claim.contested}, not {told.contested}: {name}"


def _drifts(c: Compared) -> Judged:
    count, misses = drifts(c.gold, c.answer, c.aligned)
    return Judged(counts={Figure.DRIFTS: count}, misses=misses)


def _both(pair: Pair, statements: Mapping[str, GoldStatement]) -> str:
    return " | ".join(_shown(statements[name]) for name in pair)


def _shown(statement: GoldStatement) -> str:
    return f"{statement.id} {statement.words[:70]!r}"


PARTS: tuple[Callable[[Compared], Judged], ...] = (
    _statements,
    _values,
    _measures,
    _same_claim,
    _derivations,
    _claims,
    _drifts,
)
