"""The origins of a claim, and how many of them had it by themselves."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.link.actors import proper, same_actor
from sayso.link.denying import asks, denies
from sayso.link.grouping import grouped, summed_up
from sayso.link.speaking import own_page, speaks_itself
from sayso.link.terms import listed
from sayso.link.voices import Voice, innermost, is_relay, name_parts, own_voices, same_body, voices
from sayso.model import (
    Actor,
    Appearance,
    ClaimOrigin,
    Derivation,
    DerivationKind,
    OriginCount,
    Polarity,
)

Group = tuple[Voice, ...]

REUSED_WORDS = 5  # of a content at least: fewer two may hit upon
REUSED = 0.75  # of the words of both


def claim_origins(members: Sequence[Appearance]) -> tuple[ClaimOrigin, ...]:
    """The named and described origins of a claim's members, first spoken first; the fullest name stands for a group."""
    return tuple(
        ClaimOrigin(
            actor=min((v.actor for v in group), key=lambda a: (not proper(a), -len(a.name), a.name, a.id)),
            statements=tuple(v.appearance.statement.id for v in group),
        )
        for group in grouped(voices(members))
    )


def independent(
    members: Sequence[Appearance], derivations: Iterable[Derivation], sure: Container[str] | None = None
) -> OriginCount:
    """How many origins had the claim by themselves; at least: by statements that are `sure` to belong to it.

    Known: named and described sources and bodies on their own pages, less those that are one, that a chain shows to
    have it from another, or that hand on what the report they draw on has. Unknown: outlets that name nobody, unless
    their report draws on another of the claim.
    """
    spoken = _running(_claiming(members))
    drawn = _drawn(spoken, derivations)
    heard = list(_heard(members, spoken))
    groups = [g for g in heard if not _secondhand(g, spoken)] or heard[:1]
    first = [g for g in groups if any(not _handed_on(v, spoken, drawn) for v in g)]
    known = [g for g in first if not all(map(is_relay, g))]
    silent = {m.outlet or m.report for m in spoken if m.report not in drawn.reports and _nobody(m, spoken, known)}
    surely = [g for g in known if sure is None or any(v.appearance.statement.id in sure for v in g)]
    least = len(surely) or min(1, len(groups))
    return OriginCount(min=least, max=max(len(first) + len(silent), least, 1))


def _heard(members: Sequence[Appearance], spoken: Sequence[Appearance]) -> Iterator[Group]:
    """The voices of those `spoken`, grouped by what all members tell of who they are."""
    claiming = {m.statement.id for m in spoken}
    themselves = {m.report for m in spoken if speaks_itself(m)}
    outlets = [m for m in spoken if m.report not in themselves]
    told = (*voices(members), *own_voices(members))
    found = [v for v in told if v.appearance.statement.id in claiming]
    for group in grouped([v for v in told if not summed_up(v, found)]):
        kept = tuple(v for v in group if v.appearance.statement.id in claiming and not _stands_for(v, outlets))
        if kept:
            yield kept


def _claiming(members: Sequence[Appearance]) -> Sequence[Appearance]:
    """The members that say it is so, or all where none does: who denies it, asks, or only tells that it is denied, is
    no origin of it.
    """
    return [m for m in members if affirms(m)] or members


def affirms(member: Appearance) -> bool:
    """Whether a statement says that it is so."""
    rejected = not member.chain and any(s.polarity is Polarity.NEGATIVE for s in member.statement.stances)
    return not (denies(member) or asks(member) or rejected)


def _running(members: Sequence[Appearance]) -> list[Appearance]:
    """`members` without the headlines of reports whose text says who it is from."""
    told = {m.report for m in members if not m.heading and (m.chain or own_page(m))}
    return [m for m in members if not (m.heading and m.report in told)]


@dataclass(frozen=True, slots=True)
class Drawn:
    """Reports that draw on another report of the claim; `told` of them also otherwise than by citing it."""

    ways: frozenset[tuple[str, str, bool]]

    @property
    def reports(self) -> frozenset[str]:
        """The reports that draw on another."""
        return frozenset(report for report, _, _ in self.ways)


def _drawn(members: Iterable[Appearance], derivations: Iterable[Derivation]) -> Drawn:
    reports = {m.report for m in members}
    return Drawn(
        frozenset(
            (d.report, d.from_, d.kind is DerivationKind.CITES)
            for d in derivations
            if d.report in reports and d.from_ in reports
        )
    )


def _handed_on(voice: Voice, members: Sequence[Appearance], drawn: Drawn) -> bool:
    """Whether a source without a name, or an outlet that names none, is that of the report which its report draws on;
    of one that is only cited, where it is cited for this. Of a named source, where the content is taken over as it is.
    """
    report = voice.appearance.report
    if voice.known and not voice.own:
        used = {base for one, base, _ in drawn.ways if one == report}
        return any(m.report in used and _same_wording(voice.appearance, m) for m in members)
    bases = {base for one, base, cites in drawn.ways if one == report and not (cites and not voice.own)}
    cited = {base for one, base, cites in drawn.ways if one == report and cites}
    named = {m.report for m in members if m.report in cited and _names(voice, m)}
    return bool(bases | named)


def _same_wording(a: Appearance, b: Appearance) -> bool:
    """Whether two contents are the same nearly word for word."""
    x, y = (frozenset(re.findall(r"\w+", one.statement.content.text.casefold())) for one in (a, b))
    return min(len(x), len(y)) >= REUSED_WORDS and len(x & y) >= REUSED * len(x | y)


def _names(voice: Voice, member: Appearance) -> bool:
    """Whether the voice's chain or its words name the outlet of `member`."""
    outer = [a.source.actor.name for a in voice.appearance.chain[1:] if a.source]
    outlet, said = member.outlet or "", f"{voice.words} {voice.appearance.context}".casefold()
    called = [part.casefold() for part in name_parts(outlet)]
    last = outlet.casefold().rpartition(" ")[2]
    if last in listed("press"):
        called.append(f"the {last}")  # "told the Sentinel"
    return bool(outlet) and (any(same_body(name, outlet) for name in outer) or any(part in said for part in called))


def _stands_for(voice: Voice, outlets: Iterable[Appearance]) -> bool:
    """Whether the voice is the outlet of another member: what that says is counted there."""
    return not voice.own and any(
        m.report != voice.appearance.report and m.outlet and same_body(voice.actor.name, m.outlet) for m in outlets
    )


def _secondhand(group: Group, members: Iterable[Appearance]) -> bool:
    """Whether some member's chain shows this voice to have it from another."""
    for member in members:
        source = innermost(member)
        if source is None or _is(group, source.actor):
            continue
        if any(_is(group, a.source.actor) for a in member.chain[1:] if a.source):
            return True
    return False


def _is(group: Group, actor: Actor) -> bool:
    return any(same_actor(actor, v.actor) for v in group)


def _nobody(member: Appearance, members: Iterable[Appearance], known: Iterable[Group]) -> bool:
    """Whether the member's report names nobody for the claim and its outlet is none of the known voices."""
    if any(innermost(m) for m in members if m.report == member.report):
        return False
    return not any(member.outlet and same_body(member.outlet, v.actor.name) for g in known for v in g)
