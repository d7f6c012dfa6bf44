"""What a retelling changed on the way: from a statement to the one that derives from it, or to its own headline."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import partial

from sayso.link.actors import name_words, proper, same_name
from sayso.link.naming import keeps_source, names_actor
from sayso.link.pairs import Counterpart, Side, best, counterparts, matched
from sayso.link.quantities import changed, shares_end
from sayso.link.quantities import counterparts as counted
from sayso.link.rebuttals import accused, denied, doubted, hedged, keeps_denial
from sayso.link.speaking import own_page
from sayso.link.terms import listed
from sayso.link.voices import innermost, same_body
from sayso.model import (
    Actor,
    ActorKind,
    Appearance,
    Certainty,
    Drift,
    DriftKind,
    Polarity,
    Report,
    SameClaim,
    Source,
    Spans,
    hull,
    words,
)

# A headline shares its words with much of the text below it: only what surely is its claim can be held against it.
BORNE_OUT = 0.75
SURE = 0.67  # of two reports: what is hardly the same claim has not been changed but is another
LIKELY = 0.6  # enough for two that are each other's best
ANSWERED = 0.5  # a denial is less like a retelling of what it denies
IN_COMMON = 2  # words of a negative statement and of what it may deny
_SURENESS = {Certainty.UNKNOWN: 0, Certainty.POSSIBLE: 1, Certainty.PROBABLE: 2, Certainty.CERTAIN: 3}
# A source that takes back its own number has not been retold wrongly.
_CORRECTED = re.compile(
    r"\b(?:correct(?:ed|s|ion)|revis(?:ed|es)|clarif(?:ied|ication)|retract(?:ed|ion)|updated)\b", re.I
)

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’»)]*\s+")
# A text that tells two things has its own counterpart for each: only what is best for both ends has lost its source or
# changed its number.
_ONE_TO_ONE = frozenset({DriftKind.QUANTITY_CHANGED, DriftKind.ATTRIBUTION_DROPPED})
_DIGIT = re.compile(r"\d")

Check = Callable[[Counterpart, Report], Iterator[tuple[DriftKind, Spans]]]


def drifts_along(later: Side, earlier: Side, pairs: Iterable[Counterpart], *, cites: bool = False) -> tuple[Drift, ...]:
    """What `later`, which derives from `earlier`, changed: each of its statements beside its best counterpart.

    `cites` tells that naming the other is all that shows the derivation: then only what the report gives as another's
    word can be from there.
    """
    pairs = tuple(pairs)
    found = _alike(p for p in pairs if p.later.appearance.chain or not cites)
    retold = tuple(p for p in found if not _turned(p))
    ranked = sorted(
        matched(retold), key=lambda p: (p.later.appearance.heading, -p.score, p.later.appearance.statement.id)
    )
    said = tuple(p for p in pairs if p.score >= ANSWERED)
    name = partial(_name, origin=earlier.report, contested=_contested(said, earlier))
    forth = set(map(_ends, mutual(retold)))
    drifts = [
        drift
        for pair in ranked
        for drift in _changes(pair, later.report, (_hedge, partial(_number, origin=earlier.report), name, _time))
    ]
    drifts += [drift for pair in dated(pairs, found) for drift in _changes(pair, later.report, (_time,))]
    drifts = [drift for drift in drifts if drift.kind not in _ONE_TO_ONE or (drift.to, drift.from_) in forth]
    return _once(_one_each([*drifts, *_denials_dropped(found, said, later, earlier)]))


def _alike(pairs: Iterable[Counterpart]) -> tuple[Counterpart, ...]:
    """Those of `pairs` that are surely of one claim, and those that likely are and are each other's best."""
    likely = tuple(p for p in pairs if p.score >= LIKELY)
    each = set(map(_ends, mutual(likely)))
    return tuple(p for p in likely if p.score >= SURE or _ends(p) in each)


def _ends(pair: Counterpart) -> tuple[str, str]:
    return pair.later.appearance.statement.id, pair.earlier.appearance.statement.id


def _turned(pair: Counterpart) -> bool:
    """Whether one of the two says that it is so, and the other that it is not, or leaves it open: who denies a thing
    has not said it, and is not left out where somebody does.
    """
    later, earlier = pair.later.appearance.statement.factuality, pair.earlier.appearance.statement.factuality
    return later.polarity is not earlier.polarity


def _contested(pairs: Iterable[Counterpart], earlier: Side) -> frozenset[str]:
    """The statements of the earlier report that it has somebody deny, or tells that nobody has checked."""
    found = tuple(pairs)
    told = {p.earlier.appearance.statement.id: p.earlier for p in found}
    return frozenset(name for name, f in told.items() if denied(f, found, earlier) or doubted(f, earlier))


def dated(pairs: Iterable[Counterpart], found: Iterable[Counterpart]) -> Iterator[Counterpart]:
    """The `pairs` not among those `found` that say the same in the same words but for their days, which makes them
    less alike: each later statement with nothing surer to go with.
    """
    taken = {p.later.appearance.statement.id for p in found}
    for pair in best(pairs):
        x, y = pair.later.acts.keys(), pair.earlier.acts.keys()
        same = len(x) >= IN_COMMON and x == y and pair.later.names.keys() == pair.earlier.names.keys()
        if same and pair.later.appearance.statement.id not in taken:
            yield pair


def mutual(found: Iterable[Counterpart]) -> Iterator[Counterpart]:
    """The pairs of which each is the other's best counterpart."""
    pairs = tuple(found)
    back = best(Counterpart(p.earlier, p.later, p.score) for p in pairs)
    known = set(map(_ends, back))
    return (p for p in best(pairs) if _ends(p)[::-1] in known)


def headline_drifts(side: Side, links: Iterable[SameClaim]) -> tuple[Drift, ...]:
    """What a report's own headline says more than the statements under it; `links` are those within the report.

    Every statement that the headline shares a claim with is looked at: a text that says a thing once for sure and once
    with a "may" does not bear out the headline without.
    """
    heads = replace(side, statements=tuple(f for f in side.statements if f.appearance.heading))
    told = replace(side, statements=tuple(f for f in side.statements if not f.appearance.heading))
    found = tuple(pair for pair in counterparts(heads, told, links) if pair.score >= BORNE_OUT)
    hedges = [drift for pair in found for drift in _changes(pair, side.report, (_hedge,))]
    name = partial(_headline_name, contested=_contested(found, side))
    others = [
        drift
        for pair in best(found)
        for drift in _changes(pair, side.report, (partial(_number, origin=side.report), name))
    ]
    return _once(_strongest(hedges) + others)


def _changes(pair: Counterpart, report: Report, checks: Iterable[Check]) -> Iterator[Drift]:
    for check in checks:
        for kind, spans in check(pair, report):
            yield _drift(pair, kind, spans)


def _drift(pair: Counterpart, kind: DriftKind, spans: Spans) -> Drift:
    return Drift(
        from_=pair.earlier.appearance.statement.id, to=pair.later.appearance.statement.id, kind=kind, spans=spans
    )


def _strongest(hedges: list[Drift]) -> list[Drift]:
    """One lost hedge for each headline: that of its best counterpart among the hedged."""
    seen: dict[str, Drift] = {}
    for drift in hedges:
        seen.setdefault(drift.to, drift)
    return list(seen.values())


def _one_each(drifts: Iterable[Drift]) -> Iterator[Drift]:
    """Of drifts of one kind from one statement the first: a text that says a thing twice has changed it once."""
    seen: set[tuple[str, DriftKind]] = set()
    for drift in drifts:
        if (drift.from_, drift.kind) not in seen:
            seen.add((drift.from_, drift.kind))
            yield drift


def _once(drifts: Iterable[Drift]) -> tuple[Drift, ...]:
    unique = {(d.to, d.from_, d.kind): d for d in drifts}
    return tuple(unique[key] for key in sorted(unique))


def _hedge(pair: Counterpart, report: Report) -> Iterator[tuple[DriftKind, Spans]]:
    x, y = pair.earlier.appearance.statement.factuality, pair.later.appearance.statement.factuality
    if y.certainty is Certainty.CERTAIN and hedged(pair.later.appearance.statement.content.text):
        return
    if x.certainty is not Certainty.UNKNOWN and _SURENESS[y.certainty] > _SURENESS[x.certainty]:
        yield DriftKind.HEDGE_LOST, pair.later.appearance.statement.content.spans


def _number(pair: Counterpart, report: Report, origin: Report) -> Iterator[tuple[DriftKind, Spans]]:
    if _CORRECTED.search(pair.later.appearance.context):
        return
    quantities = counted(pair.earlier.appearance.statement.quantities, pair.later.appearance.statement.quantities)
    told = [(x, y) for x, y in quantities if changed(x, y)]
    spans = tuple(span for x, y in told if shares_end(x, y) or not _rivals(pair, origin) for span in y.spans)
    if spans:
        yield DriftKind.QUANTITY_CHANGED, spans


def _rivals(pair: Counterpart, origin: Report) -> bool:
    """Whether the later wording has a named source of its own, whom the earlier report (`origin`) does not name: who
    counts otherwise than somebody else changed no number. An outlet only passes on what others counted.
    """
    later, earlier = innermost(pair.later.appearance), innermost(pair.earlier.appearance)
    if later is None or earlier is None or not (proper(later.actor) and proper(earlier.actor)):
        return False
    outlet = pair.earlier.appearance.outlet
    told = bool(outlet) and same_body(later.actor.name, outlet or "")
    return not told and not _is_outlet(later.actor) and not names_actor(origin, later.actor)


def _name(
    pair: Counterpart, report: Report, origin: Report, contested: AbstractSet[str]
) -> Iterator[tuple[DriftKind, Spans]]:
    """The origin gone: the outlet's own word now, or an outer source's, in a report that names nobody of the chain."""
    earlier, later = pair.earlier.appearance, pair.later.appearance
    sources = [a.source for a in earlier.chain if a.source]
    # a headline leaves out what the text below it may name
    around = words(report.text, report.body) if later.heading else later.context
    if not sources:
        return
    beside = _beside(origin, earlier)
    kept = _keeps(report, later, sources[0]) if beside else any(keeps_source(report, around, s) for s in sources)
    if not innermost(later) and not kept:
        kind = _given_as_fact(pair, contested)
        if not later.heading or kind is DriftKind.ALLEGATION_AS_FACT:  # headlines leave sources out by habit
            yield kind, later.statement.content.spans
    elif _outer_alone(pair) and not keeps_source(report, around, sources[0]):
        yield DriftKind.ATTRIBUTION_DROPPED, later.statement.content.spans


def _beside(report: Report, told: Appearance) -> bool:
    """Whether the source of a statement stands in its sentence; where it is only known from the sentences before, a
    retelling that names it before is as good.
    """
    source = innermost(told)
    if source is None or not source.spans:  # a person named it, and no words do
        return False
    ends = sorted((hull(source.spans), hull(told.statement.content.spans)))
    return not _SENTENCE_END.search(report.text[ends[0].end : ends[1].start])


def _keeps(report: Report, later: Appearance, source: Source) -> bool:
    """Whether a later wording without a source still has the `source` around it: in its paragraph, or anywhere if it is
    a headline, which leaves out what the text below it may name.
    """
    if later.heading:
        return keeps_source(report, words(report.text, report.body), source)
    names = (source.actor.name, " ".join(name_words(source.actor.name)[-1:]))
    if not proper(source.actor):
        return keeps_source(report, later.context, source)
    here = f" {' '.join(name_words(later.context))} "
    return any(f" {' '.join(name_words(name))} " in here for name in names if name_words(name))


def _outer_alone(pair: Counterpart) -> bool:
    """Whether the later wording has from an outlet, or from who told its source's words, what that source said."""
    earlier, later = pair.earlier.appearance, pair.later.appearance
    voice, source = innermost(later), innermost(earlier)
    if voice is None or source is None or len(later.chain) > 1 or same_name(voice.actor.name, source.actor.name):
        return False
    if source.actor.kind is ActorKind.PERSON and own_page(earlier):
        return False  # whom a body's own page quotes are its people
    outer = [a.source.actor.name for a in earlier.chain[1:] if a.source]
    return _is_outlet(voice.actor) or any(
        same_name(voice.actor.name, name) for name in (*outer, earlier.outlet or "") if name
    )


def _is_outlet(actor: Actor) -> bool:
    """Whether an actor is an outlet, by a word of its name."""
    return not listed("press").isdisjoint(name_words(actor.name)) and proper(actor)


def _headline_name(pair: Counterpart, report: Report, contested: AbstractSet[str]) -> Iterator[tuple[DriftKind, Spans]]:
    """As `_name`, for a headline that does not hold the origin's name in any form."""
    later = pair.later.appearance
    source = innermost(pair.earlier.appearance)
    if source is None or later.chain or later.statement.stances or "?" in later.context:
        return
    kind = _given_as_fact(pair, contested)
    if kind is DriftKind.ALLEGATION_AS_FACT:
        yield kind, later.statement.content.spans


def _given_as_fact(pair: Counterpart, contested: AbstractSet[str]) -> DriftKind:
    """What it is to leave out the source: of what the earlier report has as an accusation, or denied, or unchecked."""
    earlier, later = pair.earlier.appearance, pair.later.appearance
    sure = later.statement.factuality.certainty is Certainty.CERTAIN
    alleged = accused(earlier) or earlier.statement.id in contested
    return DriftKind.ALLEGATION_AS_FACT if sure and alleged else DriftKind.ATTRIBUTION_DROPPED


def _time(pair: Counterpart, report: Report) -> Iterator[tuple[DriftKind, Spans]]:
    told, time = pair.earlier.appearance.statement.time, pair.later.appearance.statement.time
    when = words(report.text, time.spans) if time else ""
    earlier = pair.earlier.appearance.statement.content.text
    same = when in earlier and re.search(rf"\b{re.escape(when)}\b", earlier)
    if same and not _DIGIT.search(when):
        return  # "during the night", copied, is the night that was meant
    if told and time and pair.earlier.when and pair.later.when and pair.earlier.when.gap(pair.later.when):
        yield DriftKind.TIME_SHIFTED, time.spans


def _denials_dropped(
    found: Iterable[Counterpart], pairs: Iterable[Counterpart], later: Side, earlier: Side
) -> Iterator[Drift]:
    """Counterparts of which the earlier report carries the denial, and the later one nowhere does; among all `pairs`
    are its negative statements, which are less like what they deny than a retelling is.
    """
    told = tuple(pairs)
    for pair in best(p for p in found if not _turned(p)):
        if pair.later.appearance.statement.factuality.polarity is not Polarity.POSITIVE:
            continue
        if denied(pair.earlier, told, earlier) and not keeps_denial(pair, later):
            yield _drift(pair, DriftKind.DENIAL_DROPPED, pair.later.appearance.statement.content.spans)
