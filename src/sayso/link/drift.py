"""What a retelling changed on the way: from a statement to the one that derives from it, or to its own headline."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from sayso.link.actors import name_words, proper, same_name
from sayso.link.features import Features
from sayso.link.naming import keeps_source
from sayso.link.pairs import Counterpart, Side, best, counterparts, matched
from sayso.link.quantities import changed
from sayso.link.quantities import counterparts as counted
from sayso.link.terms import listed, terms
from sayso.link.voices import innermost
from sayso.model import (
    ARTICLE_KINDS,
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
SURE = 0.75  # of two reports: what is hardly the same claim has not been changed but is another
IN_COMMON = 2  # words of a negative statement and of what it may deny
_SURENESS = {Certainty.UNKNOWN: 0, Certainty.POSSIBLE: 1, Certainty.PROBABLE: 2, Certainty.CERTAIN: 3}
# A source that takes back its own number has not been retold wrongly.
_CORRECTED = re.compile(
    r"\b(?:correct(?:ed|s|ion)|revis(?:ed|es)|clarif(?:ied|ication)|retract(?:ed|ion)|updated)\b", re.I
)

_SAYS_NO = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|reject(?:s|ed|ing)?|refut(?:e|es|ed)|dismiss(?:es|ed)?|disput(?:es|ed)"
    r"|contradict(?:s|ed)?|(?:we|it|this|that) (?:was|were|is|are) (?:wrong|false|untrue)|untrue|not true|no truth"
    r"|retract(?:s|ed|ion)|withdr(?:ew|awn)|correction)\b",
    re.I,
)

_SAYING_NO = r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)|dismiss(?:es|ed)|refut(?:es|ed))\s+"
_CHARGE = r"(?:the|these|those|this|all)\s+(?:\w+\s+)?(?:allegations?|accusations?|claims?|charges?|reports?)\b"
# "an accusation which the owner denies", ", which the union rejected"
_SAID_NO_TO = re.compile(
    r"(?:\b(?:accusation|allegation|claim|charge|rumou?r|story|talk)s?,?(?: (?:which|that))?|, which)\b[^.;]{0,60}?"
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|disput(?:es|ed)|refut(?:es|ed)|dismiss(?:es|ed)?)\b",
    re.I,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’»)]*\s+")
_DENIES_CHARGE = re.compile(_SAYING_NO + _CHARGE, re.I)
_DENIES_IT = re.compile(_SAYING_NO + r"(?:(?:that|this|it)\s*(?:[.,;]|$|and\b)|" + _CHARGE + ")", re.I)

_DIGIT = re.compile(r"\d")

Check = Callable[[Counterpart, Report], Iterator[tuple[DriftKind, Spans]]]


def drifts_along(later: Side, earlier: Side, pairs: Iterable[Counterpart], *, cites: bool = False) -> tuple[Drift, ...]:
    """What `later`, which derives from `earlier`, changed: each of its statements beside its best counterpart.

    `cites` tells that naming the other is all that shows the derivation: then only what the report gives as another's
    word can be from there.
    """
    pairs = tuple(pairs)
    found = tuple(p for p in pairs if p.score >= SURE and (p.later.appearance.chain or not cites))
    ranked = sorted(
        matched(found), key=lambda p: (p.later.appearance.heading, -p.score, p.later.appearance.statement.id)
    )
    name = partial(_name, origin=earlier.report)
    forth = {(p.later.appearance.statement.id, p.earlier.appearance.statement.id) for p in mutual(found)}
    drifts = [drift for pair in ranked for drift in _changes(pair, later.report, (_hedge, _number, name, _time))]
    drifts += [drift for pair in dated(pairs, found) for drift in _changes(pair, later.report, (_time,))]
    drifts = [
        drift for drift in drifts if drift.kind is not DriftKind.QUANTITY_CHANGED or (drift.to, drift.from_) in forth
    ]
    return _once(_one_each([*drifts, *_denials_dropped(found, later, earlier)]))


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
    known = {(p.earlier.appearance.statement.id, p.later.appearance.statement.id) for p in back}
    return (p for p in best(pairs) if (p.later.appearance.statement.id, p.earlier.appearance.statement.id) in known)


def headline_drifts(side: Side, links: Iterable[SameClaim]) -> tuple[Drift, ...]:
    """What a report's own headline says more than the statements under it; `links` are those within the report.

    Every statement that the headline shares a claim with is looked at: a text that says a thing once for sure and once
    with a "may" does not bear out the headline without.
    """
    heads = replace(side, statements=tuple(f for f in side.statements if f.appearance.heading))
    told = replace(side, statements=tuple(f for f in side.statements if not f.appearance.heading))
    found = tuple(pair for pair in counterparts(heads, told, links) if pair.score >= BORNE_OUT)
    hedges = [drift for pair in found for drift in _changes(pair, side.report, (_hedge,))]
    others = [drift for pair in best(found) for drift in _changes(pair, side.report, (_number, _headline_name))]
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
    if y.certainty is Certainty.CERTAIN and _hedged(pair.later.appearance.statement.content.text):
        return
    if x.certainty is not Certainty.UNKNOWN and _SURENESS[y.certainty] > _SURENESS[x.certainty]:
        yield DriftKind.HEDGE_LOST, pair.later.appearance.statement.content.spans


def _hedged(content: str) -> bool:
    """Whether a content says itself that it is not sure ("suspected of …", "may have …"), whoever commits to it."""
    return not listed("hedging").isdisjoint(content.casefold().split())


def _number(pair: Counterpart, report: Report) -> Iterator[tuple[DriftKind, Spans]]:
    if _CORRECTED.search(pair.later.appearance.context):
        return
    quantities = counted(pair.earlier.appearance.statement.quantities, pair.later.appearance.statement.quantities)
    spans = tuple(span for x, y in quantities if changed(x, y) for span in y.spans)
    if spans:
        yield DriftKind.QUANTITY_CHANGED, spans


def _name(pair: Counterpart, report: Report, origin: Report) -> Iterator[tuple[DriftKind, Spans]]:
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
        yield _given_as_fact(pair), later.statement.content.spans
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
    outer = [a.source.actor.name for a in earlier.chain[1:] if a.source]
    outlet = not listed("press").isdisjoint(name_words(voice.actor.name)) and proper(voice.actor)
    return outlet or any(same_name(voice.actor.name, name) for name in (*outer, earlier.outlet or "") if name)


def _headline_name(pair: Counterpart, report: Report) -> Iterator[tuple[DriftKind, Spans]]:
    """As `_name`, for a headline that does not hold the origin's name in any form."""
    later = pair.later.appearance
    source = innermost(pair.earlier.appearance)
    if source is None or later.chain or later.statement.stances or "?" in later.context:
        return
    kind = _given_as_fact(pair)
    if kind is DriftKind.ALLEGATION_AS_FACT:
        yield kind, later.statement.content.spans


def _given_as_fact(pair: Counterpart) -> DriftKind:
    cue = pair.earlier.appearance.chain[0].cue
    sure = pair.later.appearance.statement.factuality.certainty is Certainty.CERTAIN
    alleged = cue is not None and cue.lemma in listed("alleging")
    return DriftKind.ALLEGATION_AS_FACT if sure and alleged else DriftKind.ATTRIBUTION_DROPPED


def _denied(stances: Iterable[object]) -> bool:
    return any(getattr(stance, "polarity", None) is Polarity.NEGATIVE for stance in stances)


def _time(pair: Counterpart, report: Report) -> Iterator[tuple[DriftKind, Spans]]:
    told, time = pair.earlier.appearance.statement.time, pair.later.appearance.statement.time
    when = words(report.text, time.spans) if time else ""
    same = re.search(rf"\b{re.escape(when)}\b", pair.earlier.appearance.statement.content.text)
    if same and not _DIGIT.search(when):
        return  # "during the night", copied, is the night that was meant
    if told and time and pair.earlier.when and pair.later.when and pair.earlier.when.gap(pair.later.when):
        yield DriftKind.TIME_SHIFTED, time.spans


def _denials_dropped(pairs: Iterable[Counterpart], later: Side, earlier: Side) -> Iterator[Drift]:
    """Counterparts of which the earlier report carries the denial, and the later one nowhere does."""
    found = tuple(pairs)
    for pair in best(found):
        if pair.later.appearance.statement.factuality.polarity is not Polarity.POSITIVE:
            continue
        if _denies(pair.earlier.appearance.statement.id, found, earlier) and not _keeps_denial(pair, later):
            yield _drift(pair, DriftKind.DENIAL_DROPPED, pair.later.appearance.statement.content.spans)


def _denies(statement: str, pairs: Iterable[Counterpart], earlier: Side) -> bool:
    """Whether the earlier report carries a denial of the claim that its `statement` makes."""
    own = next(f for f in earlier.statements if f.appearance.statement.id == statement)
    if _denied(own.appearance.statement.stances) or _denied_after(earlier, own):
        return True
    if innermost(own.appearance) is None and not _hedged(own.appearance.statement.content.text):
        return False  # what the outlet itself says needs a denial that is told of it
    of_one = {p.later.appearance.statement.id for p in pairs if p.earlier is own}
    return any(
        p.earlier.appearance.statement.factuality.polarity is Polarity.NEGATIVE
        and p.earlier is not own
        and not _one_voice(p.earlier.appearance, own.appearance)
        for p in pairs
        if p.later.appearance.statement.id in of_one
    )


def _one_voice(a: Appearance, b: Appearance) -> bool:
    """Whether both are of one source: who says no where he says yes denies nothing."""
    x, y = innermost(a), innermost(b)
    return x is not None and y is not None and (x.actor.id == y.actor.id or same_name(x.actor.name, y.actor.name))


def _denied_after(side: Side, told: Features) -> bool:
    """Whether what follows on a statement points back to it with a denial ("… rejected that.", "… denied the claim."),
    or denies, or takes back, something in words that it has more of than any other statement.

    The same paragraph and the next count; an accusation by its name ("the accusation") a few more.
    """
    report, end = side.report, told.appearance.statement.content.spans[-1].end
    after = [b.span for b in report.blocks if b.kind in ARTICLE_KINDS and b.span.end > end]
    rest = [report.text[max(end, span.start) : span.end] for span in after]
    same, following = (*rest, "", "")[:2]
    if _SAID_NO_TO.search(_SENTENCE_END.split(same)[0]) or _DENIES_IT.search(same):
        return True
    if _DENIES_IT.search(_SENTENCE_END.split(following)[0]):
        return True
    if any(_most_in_common(text, told, side) for paragraph in rest for text in _denying(paragraph)):
        return True
    return _accused(told.appearance) and bool(_DENIES_CHARGE.search(" ".join(rest[1:4])))


def _denying(paragraph: str) -> Iterator[str]:
    """The sentences with a word of denying, each with the one behind it ("We were wrong. Nobody died.")."""
    parts = _SENTENCE_END.split(paragraph)
    return (" ".join(parts[i : i + 2]) for i, part in enumerate(parts) if _SAYS_NO.search(part))


def _most_in_common(text: str, told: Features, side: Side) -> bool:
    """Whether a sentence that denies something has enough in common with what is `told`, and with nothing more."""
    said = terms(text).keys()
    shared = len(said & {*told.acts, *told.names})
    if shared < IN_COMMON or len(said & told.acts.keys()) < IN_COMMON:
        return False
    others = (f for f in side.statements if f.appearance.statement.factuality.polarity is Polarity.POSITIVE)
    return all(len(said & {*f.acts, *f.names}) <= shared for f in others)


def _accused(told: Appearance) -> bool:
    cue = told.chain[0].cue if told.chain else None
    return (cue is not None and cue.lemma in listed("alleging")) or _hedged(told.statement.content.text)


def _keeps_denial(pair: Counterpart, side: Side) -> bool:
    """Whether the later report denies what the pair says: a negative statement, or a paragraph with a word of denying,
    that has something in common with it ("nobody has been told yet" denies no accusation), or stands right behind it.
    """
    later = pair.later.appearance
    told = {*pair.earlier.acts, *pair.earlier.names, *pair.later.acts, *pair.later.names}
    if _denied(later.statement.stances) or _denied_after(side, pair.later):
        return True
    said = (side.report.text[slice(*span)] for span in side.report.body)
    if any(_SAYS_NO.search(text) and len(told & terms(text).keys()) >= IN_COMMON for text in said):
        return True
    return any(
        (f.appearance.statement.factuality.polarity is Polarity.NEGATIVE or _denied(f.appearance.statement.stances))
        and len(told & {*f.acts, *f.names}) >= IN_COMMON
        for f in side.statements
    )
