"""The sections of a brief, each a pure function of the facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sayso.ledger import Filter, View
from sayso.ledger.moments import LATEST, bounds
from sayso.model import (
    Appearance,
    Certainty,
    Claim,
    Derivation,
    DerivationKind,
    Drift,
    DriftKind,
    Polarity,
    Spans,
    Stance,
    words,
)
from sayso.query.brief import UNKNOWN, Brief, Cite, Facts, Section, Sentence, asked, references

CITED = 5  # words cited for one sentence; what is beyond is counted

_SURE: Mapping[Certainty, str] = {
    Certainty.CERTAIN: "certain",
    Certainty.PROBABLE: "probable",
    Certainty.POSSIBLE: "possible",
    Certainty.UNKNOWN: "of unknown certainty",
}
_HELD: Mapping[Polarity, str] = {
    Polarity.POSITIVE: "affirms it",
    Polarity.NEGATIVE: "denies it",
    Polarity.UNKNOWN: "leaves open whether it is so",
}
_CHANGED: Mapping[DriftKind, str] = {
    DriftKind.HEDGE_LOST: "is surer than its source",
    DriftKind.QUANTITY_CHANGED: "gives another number or bound than its source",
    DriftKind.ATTRIBUTION_DROPPED: "leaves out whom its source has it from",
    DriftKind.ALLEGATION_AS_FACT: "gives as fact what its source gives as an allegation",
    DriftKind.DENIAL_DROPPED: "leaves out the denial that its source carries",
    DriftKind.TIME_SHIFTED: "gives another time than its source",
}
_DRAWN: Mapping[DerivationKind, str] = {
    DerivationKind.COPIES: "copies",
    DerivationKind.PARAPHRASES: "paraphrases",
    DerivationKind.CITES: "cites",
    DerivationKind.DROPS_NAME: "draws, without its source's name, on",
}


def brief(view: View, claim: str | None, only: Filter, *, limit: int = 20) -> Brief:
    """The brief of one claim (its id, or the id's first digits), or of the newest `limit` claims that `only` lets
    through: claims, origins, stances, contradictions, retellings, drift, timeline.

    Raises LedgerError where there is nothing to write on, UsageError where a date of `only` is malformed.
    """
    title, found = asked(view, claim, only, limit)
    sections = tuple(Section(title=name, sentences=tuple(write(found))) for name, write in _SECTIONS)
    cited = (cite for section in sections for sentence in section.sentences for cite in sentence.cites)
    return Brief(title=title, sections=sections, references=references(cited, found))


def content_cite(member: Appearance) -> Cite:
    """The words of a statement."""
    content = member.statement.content
    return Cite(report=member.report, words=content.text, spans=content.spans)


def _cite(one: Facts, report: str, spans: Spans) -> Cite:
    return Cite(report=report, words=words(one.reports[report].text, spans), spans=spans)


def speaker(member: Appearance) -> str:
    """Who says it, as the report has it: its innermost source, or the outlet where it names none."""
    origin = member.statement.origin
    return origin.name if origin else member.outlet or f"{UNKNOWN} outlet"


def _sentence(text: str, cites: Iterable[Cite]) -> Sentence:
    """`text` with the first few of `cites`, and how many more there are."""
    every = tuple(dict.fromkeys(cites))
    rest = f" ({len(every) - CITED} more not shown)" if len(every) > CITED else ""
    return Sentence(text=text + rest, cites=every[:CITED])


def _listed(names: Iterable[str]) -> str:
    every = list(dict.fromkeys(names))
    return " and ".join(filter(None, (", ".join(every[:-1]), every[-1]))) if every else UNKNOWN


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _claims(found: Sequence[Facts]) -> Iterator[Sentence]:
    for one in found:
        gist = next((m for m in one.members if m.statement.content.text == one.claim.gist), one.members[0])
        first = one.members[0]
        told = (
            f"{_listed(map(speaker, one.members))}: {_count(len(one.members), 'statement')} in"
            f" {_count(len(one.reports), 'report')}, first by {first.outlet or f'an {UNKNOWN} outlet'}"
            f" ({first.published or f'{UNKNOWN} date'}); {_certainties(one)}; {_independent(one.claim)}"
            f"{'; contested' if one.claim.contested else ''}."
        )
        yield Sentence(text=told, cites=(content_cite(gist),))


def _certainties(one: Facts) -> str:
    return "given as " + _listed(_SURE[m.statement.factuality.certainty] for m in one.members)


def _independent(claim: Claim) -> str:
    least, most = claim.independent_origins.min, claim.independent_origins.max
    number = str(least) if least == most else f"{least} to {most}"
    return f"independent origins: {number}"


def _origins(found: Sequence[Facts]) -> Iterator[Sentence]:
    """Who the claims come from, each once, and the outlets that name nobody."""
    named: dict[str, list[Cite]] = {}
    unnamed: dict[str, list[Cite]] = {}
    for one in found:
        for origin in one.claim.origins:
            said = (m for m in map(one.member, origin.statements) if m)
            named.setdefault(origin.actor.name, []).extend(map(content_cite, said))
        for member in (m for m in one.members if not m.chain):
            unnamed.setdefault(member.outlet or f"An {UNKNOWN} outlet", []).append(content_cite(member))
    for name, cites in named.items():
        yield _sentence(f"{name}: named as the origin of {_count(len(cites), 'statement')}.", cites)
    for outlet, cites in unnamed.items():
        yield _sentence(f"{outlet}: no source named for {_count(len(cites), 'statement')}: origin {UNKNOWN}.", cites)


def _stances(found: Sequence[Facts]) -> Iterator[Sentence]:
    for one in found:
        for member in one.members:
            for stance in member.statement.stances:
                yield _sentence(_stance(stance), (content_cite(member), _cite(one, member.report, stance.spans)))


def _stance(stance: Stance) -> str:
    doubt = "" if stance.polarity is Polarity.UNKNOWN else f", as {_SURE[stance.certainty]}"
    return f"{stance.actor.name} {_HELD[stance.polarity]}{doubt}."


def _contradictions(found: Sequence[Facts]) -> Iterator[Sentence]:
    contested = [one for one in found if one.claim.contested]
    for one in contested:
        denials = [m for m in one.members if m.statement.id in one.claim.denials]
        versions = [m for m in one.members if m not in denials]
        for member in denials:
            yield _sentence(f"{speaker(member)} denies it.", (content_cite(m) for m in (member, *versions[:1])))
        if len(versions) > 1 and not denials:
            text = f"Given in versions that differ, by {_listed(map(speaker, versions))}."
            yield _sentence(text, map(content_cite, versions))
    if not contested:
        yield Sentence(text="No denial and no rival version is known in this ledger.")


def _retellings(found: Sequence[Facts]) -> Iterator[Sentence]:
    seen: set[Derivation] = set()
    for one in found:
        for link in one.derivations:
            if link not in seen:
                seen.add(link)
                yield _retelling(one, link)


def _retelling(one: Facts, link: Derivation) -> Sentence:
    later, earlier = one.reports[link.report], one.reports[link.from_]
    evidence = ((_cite(one, later.id, e.spans), _cite(one, earlier.id, e.from_spans)) for e in link.evidence)
    text = f"{later.outlet or UNKNOWN} {_DRAWN[link.kind]} {earlier.outlet or UNKNOWN}."
    return _sentence(text, (cite for pair in evidence for cite in pair if cite.spans))


def _drifts(found: Sequence[Facts]) -> Iterator[Sentence]:
    changes = [(one, drift) for one in found for drift in one.drifts]
    for one, drift in changes:
        yield from _drift(one, drift)
    if not changes:
        yield Sentence(text="No change on the way is known in this ledger.")


def _drift(one: Facts, drift: Drift) -> Iterator[Sentence]:
    source, changed = one.member(drift.from_), one.member(drift.to)
    if source and changed:
        who = changed.outlet or f"An {UNKNOWN} outlet"
        where = "'s headline" if changed.heading and source.report == changed.report else ""
        yield _sentence(f"{who}{where} {_CHANGED[drift.kind]}.", map(content_cite, (source, changed)))


def _timeline(found: Sequence[Facts]) -> Iterator[Sentence]:
    """What is dated, in order; statements of one claim that give the same time are one line."""
    lines: dict[tuple[str, str, str], list[Appearance]] = {}
    undated = 0
    for one in found:
        for member in one.members:
            time = member.statement.time
            told = bounds(time.edtf) if time else None
            if time and told:
                lines.setdefault((*told, f"{time.edtf} {one.claim.id}"), []).append(member)
            else:
                undated += 1
    for (start, end, key), members in sorted(lines.items()):
        open_end = " (end unknown)" if end == LATEST and start != LATEST else ""
        text = f"{key.partition(' ')[0]}{open_end}: {_listed(map(speaker, members))}."
        yield _sentence(text, map(content_cite, members))
    if undated:
        yield Sentence(text=f"Time {UNKNOWN}: {_count(undated, 'statement')}.")


_SECTIONS: tuple[tuple[str, Callable[[Sequence[Facts]], Iterator[Sentence]]], ...] = (
    ("Claims", _claims),
    ("Origins", _origins),
    ("Stances", _stances),
    ("Contradictions", _contradictions),
    ("Retellings", _retellings),
    ("Drift", _drifts),
    ("Timeline", _timeline),
)
