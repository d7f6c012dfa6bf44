"""The origins of a claim, and how many of them had it by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.link.actors import fits, holds_office, is_spokesman, name_words, proper, same_actor, same_name, speaks_for
from sayso.link.cluster import connected
from sayso.link.naming import same_outlet
from sayso.link.terms import listed
from sayso.model import Actor, ActorKind, Appearance, ClaimOrigin, Derivation, OriginCount, Polarity, Source


@dataclass(frozen=True, slots=True)
class Voice:
    """One statement's innermost source; `words` are those of the source as written."""

    appearance: Appearance
    actor: Actor
    words: str


def innermost(appearance: Appearance) -> Source | None:
    """The innermost source of an appearance's chain; None where the words name none."""
    return appearance.chain[0].source if appearance.chain else None


def voices(members: Iterable[Appearance]) -> tuple[Voice, ...]:
    """The voice of each member that has a source."""
    found = ((member, innermost(member)) for member in members)
    return tuple(Voice(member, source.actor, source.text) for member, source in found if source)


def grouped(found: Sequence[Voice]) -> tuple[tuple[Voice, ...], ...]:
    """Voices that are one: the same actor, name variants, a body and its own spokesman."""
    near = {str(i): frozenset(str(j) for j, w in enumerate(found) if _one(v, w)) for i, v in enumerate(found)}
    groups = {connected(str(i), near) for i in range(len(found))}
    return tuple(sorted((tuple(found[i] for i in sorted(map(int, g))) for g in groups), key=_place))


def claim_origins(members: Sequence[Appearance]) -> tuple[ClaimOrigin, ...]:
    """The named and described origins of a claim's members, first spoken first; the fullest name stands for a group."""
    return tuple(
        ClaimOrigin(
            actor=min((v.actor for v in group), key=lambda a: (not proper(a), -len(a.name), a.name, a.id)),
            statements=tuple(v.appearance.statement.id for v in group),
        )
        for group in grouped(voices(members))
    )


def independent(members: Sequence[Appearance], derivations: Iterable[Derivation]) -> OriginCount:
    """How many origins had the claim by themselves.

    Known: named sources, less those that a chain shows to have it from another. Unknown: sources without a name, and
    outlets that name nobody, unless their report draws on another report of the claim.
    """
    spoken = [m for m in members if m.statement.factuality.polarity is not Polarity.NEGATIVE] or list(members)
    drawn = _drawn(spoken, derivations)
    groups = grouped(voices(spoken))
    named = [g for g in groups if any(proper(v.actor) for v in g)]
    known = [g for g in named if not _secondhand(g, spoken)] or named[:1]
    unnamed = {_described(v) for g in groups if g not in named for v in g if v.appearance.report not in drawn}
    outlets = {m.outlet or m.report for m in spoken if m.report not in drawn and _nobody(m, spoken, known)}
    own = {m.outlet or m.report for m in spoken if _own_page(m) and (m.outlet or m.report) in outlets}
    least = len(known) + len(own) or min(1, len(unnamed))
    return OriginCount(min=least, max=max(len(known) + len(unnamed) + len(outlets), 1))


def _own_page(member: Appearance) -> bool:
    """Whether the outlet is a body whose own page this is: what it says there without a source is its own word."""
    said = set(name_words(member.outlet or ""))
    return bool(said & listed("bodies")) and not said & listed("press")


def _one(v: Voice, w: Voice) -> bool:
    if same_actor(v.actor, w.actor) or _one_body(v.actor, w.actor):
        return True
    return any(_speaks(x, y) or _describes(x, y) for x, y in ((v, w), (w, v)))


def _one_body(a: Actor, b: Actor) -> bool:
    """Whether two names are of one body, the one short or longer by a country ("Cell Watch", "Cell Watch Peru")."""
    persons = ActorKind.PERSON in (a.kind, b.kind)
    return not persons and proper(a) and proper(b) and same_outlet(a.name, b.name)


def _speaks(voice: Voice, body: Voice) -> bool:
    """A body's spokesman, or who holds an office of it ("union secretary")."""
    around = f"{voice.appearance.lead} {voice.appearance.context}"
    named = (voice.words, voice.actor.name, f"{voice.words} {around}" if is_spokesman(voice.words) else "")
    return proper(body.actor) and (
        any(speaks_for(words, body.actor.name) for words in named) or holds_office(voice.words, body.actor.name)
    )


def _describes(voice: Voice, named: Voice) -> bool:
    """Whether a source without a name ("the city's fire chief") is one that another report names with its role."""
    return (
        not proper(voice.actor) and proper(named.actor) and fits(voice.actor.name, f"{named.words} {named.actor.name}")
    )


def _place(group: tuple[Voice, ...]) -> tuple[str, str]:
    first = group[0].appearance
    return first.published or "9", first.statement.id


def _drawn(members: Iterable[Appearance], derivations: Iterable[Derivation]) -> frozenset[str]:
    """Reports that draw on another report of the claim."""
    reports = {m.report for m in members}
    return frozenset(d.report for d in derivations if d.report in reports and d.from_ in reports)


def _secondhand(group: tuple[Voice, ...], members: Iterable[Appearance]) -> bool:
    """Whether some member shows this voice to have it from another: as outer source, or as its report's outlet."""
    for member in members:
        source = innermost(member)
        if source is None or _is(group, source.actor):
            continue
        outer = [a.source.actor for a in member.chain[1:] if a.source]
        if any(_is(group, actor) for actor in outer) or (
            member.outlet and any(same_name(member.outlet, v.actor.name) for v in group)
        ):
            return True
    return False


def _is(group: tuple[Voice, ...], actor: Actor) -> bool:
    return any(same_actor(actor, v.actor) for v in group)


def _described(voice: Voice) -> tuple[str, str]:
    """A source without a name is told apart by its description and its report: "two officials" may be any two."""
    return voice.appearance.report, voice.actor.name.casefold()


def _nobody(member: Appearance, members: Iterable[Appearance], known: Iterable[tuple[Voice, ...]]) -> bool:
    """Whether the member's report names nobody for the claim and its outlet is none of the known voices."""
    if any(innermost(m) for m in members if m.report == member.report):
        return False
    return not any(member.outlet and same_name(member.outlet, v.actor.name) for g in known for v in g)
