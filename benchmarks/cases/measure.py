"""What the product makes of the written cases, against what it should: seconds, and part of the gate.

A link is right where source, cue and content are, piece by piece, in the `plain` form of `gold`; near where it passes
the looser test of the evaluation rows' scorer: the same voice, and contents that share 80 % of their characters; too
much where no wanted one has the same voice and any word of its content. The origin of a content is that of the
statement which shares most with it and lies in it by half at least: right, wrong, or unknown where it can be known,
which is also where there is no such statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import product

from benchmarks.cases.gold import HALVES, OUTLET, Case, Wanted, plain
from sayso.extract.pipeline import extract_all
from sayso.model import Attribution, Report, Spans, overlap

NEAR = 0.8
UNKNOWN = "unknown"
_PRONOUNS = frozenset({"he", "him", "she", "her", "it", "they", "them", "i", "we", "who"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts over cases, and what was wrong, a line each. Sums with `+`."""

    cases: int = 0
    links: int = 0
    right: int = 0
    near: int = 0
    too_much: int = 0
    manners: int = 0
    manners_right: int = 0
    origins: int = 0
    origins_right: int = 0
    origins_wrong: int = 0
    origins_unknown: int = 0
    misses: tuple[str, ...] = ()

    def __add__(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(**{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A link as the product gives it, its parts in `plain` form."""

    source: Spans
    cue: Spans
    content: Spans
    manner: str


def measure(cases: Sequence[Case]) -> list[tuple[Case, Tally]]:
    """The counts of each case, by the whole pipeline."""
    reports = extract_all(case.report for case in cases)
    return [(case, judged(case, report)) for case, (report, _) in zip(cases, reports, strict=True)]


def total(tallies: Iterable[Tally]) -> Tally:
    """All counts together."""
    return sum(tallies, Tally())


def judged(case: Case, report: Report) -> Tally:
    """The counts of one case, of which the product makes `report`."""
    found = [_found(report.text, attribution) for attribution in report.attributions]
    tallies = [_judged_link(wanted, found) for wanted in case.links]
    tallies += [_judged_origin(wanted, report) for wanted in (*case.links, *case.own) if wanted.origins]
    spare = [link for link in found if not any(_explains(wanted, link) for wanted in case.links)]
    misses = tuple(f"too much: {_words(report.text, link)}" for link in spare)
    return total([*tallies, Tally(cases=1, too_much=len(spare), misses=misses)])


def _found(text: str, attribution: Attribution) -> Found:
    parts = (attribution.source, attribution.cue, attribution.content)
    source, cue, content = (plain(text, part.spans) if part else () for part in parts)
    return Found(source=source, cue=cue, content=content, manner=str(attribution.manner))


def _judged_link(wanted: Wanted, found: Sequence[Found]) -> Tally:
    right = [f for f in found if _is_right(wanted, f)]
    near = [f for f in found if _same_voice(wanted, f) and _likeness(wanted, f) >= NEAR]
    manner = (right or near)[0].manner if wanted.manners and (right or near) else None
    misses = [] if right else [f"{'only near' if near else 'not found'}: {wanted.words}"]
    if manner is not None and manner not in wanted.manners:
        misses.append(f"{manner}: {wanted.words}")
    return Tally(
        links=1,
        right=bool(right),
        near=bool(right or near),
        manners=manner is not None,
        manners_right=manner in wanted.manners,
        misses=tuple(misses),
    )


def _is_right(wanted: Wanted, found: Found) -> bool:
    return found.source in wanted.sources and found.cue in wanted.cues and found.content in wanted.contents


def _same_voice(wanted: Wanted, found: Found) -> bool:
    if any(wanted.sources):
        return any(overlap(found.source, spans) for spans in wanted.sources)
    return any(overlap(found.cue, spans) for spans in wanted.cues)


def _likeness(wanted: Wanted, found: Found) -> float:
    """The characters that the contents share over all their characters, at the best."""
    shared = [(overlap(found.content, spans), spans) for spans in wanted.contents]
    return max(n / (_length(found.content) + _length(spans) - n) for n, spans in shared)


def _explains(wanted: Wanted, found: Found) -> bool:
    voices = product((found.source, found.cue), (*wanted.sources, *wanted.cues))
    return any(overlap(a, b) for a, b in voices) and any(overlap(found.content, spans) for spans in wanted.contents)


def _judged_origin(wanted: Wanted, report: Report) -> Tally:
    told = _origin(wanted, report)
    right = any(_name(told) == _name(name) for name in wanted.origins)
    unknown = not right and told in {UNKNOWN, ""}
    miss = f"origin {' | '.join(wanted.origins)!r}, not {told!r}: {wanted.words}"
    return Tally(
        origins=1,
        origins_right=right,
        origins_wrong=not right and not unknown,
        origins_unknown=unknown,
        misses=() if right else (miss,),
    )


def _origin(wanted: Wanted, report: Report) -> str:
    """Whom the statement of a content is traced to; "" where there is none."""
    shares = [
        (max(overlap(statement.content.spans, spans) for spans in wanted.contents), statement)
        for statement in report.statements
    ]
    inside = [(share, s) for share, s in shares if share * 2 >= _length(s.content.spans)]
    if not inside:
        return ""
    _, best = max(inside, key=lambda pair: pair[0])
    name = best.origin.name if best.origin is not None else OUTLET
    return UNKNOWN if name.casefold() in _PRONOUNS else name


def _name(name: str) -> str:
    return re.sub(r"^(?:the|a|an) ", "", name.casefold().replace("’", "'"))


def _length(spans: Spans) -> int:
    return sum(span.end - span.start for span in spans)


def _words(text: str, link: Found) -> str:
    parts = (link.source, link.cue, link.content)
    return " | ".join(" … ".join(text[slice(*span)] for span in spans) for spans in parts)


def table(judgements: Sequence[tuple[Case, Tally]]) -> Iterator[str]:
    """Lines for people: by kind, and for all, of each half."""
    kinds = list(dict.fromkeys(case.kind for case, _ in judgements))
    for half in HALVES:
        yield f"| {half} | cases | links | right | near | too much | manner | origins | right | wrong | unknown |"
        yield "|---" * 11 + "|"
        for kind in (*kinds, "all"):
            chosen = [tally for case, tally in judgements if case.half == half and kind in {case.kind, "all"}]
            yield _row(kind, total(chosen))
        yield ""


def _row(kind: str, tally: Tally) -> str:
    manner = f"{tally.manners_right}/{tally.manners}" if tally.manners else "-"
    links = (tally.cases, tally.links, tally.right, tally.near, tally.too_much, manner)
    origins = (tally.origins, tally.origins_right, tally.origins_wrong, tally.origins_unknown)
    return "| " + " | ".join(map(str, (kind, *links, *origins))) + " |"


def figures(judgements: Sequence[tuple[Case, Tally]]) -> dict[str, float]:
    """The figures that have floors, in percent, by half: links right, origins right, and origins not wrong."""
    out = {}
    for half in HALVES:
        tally = total(t for case, t in judgements if case.half == half)
        out[f"{half}_links_right"] = _percent(tally.right, tally.links)
        out[f"{half}_links_near"] = _percent(tally.near, tally.links)
        out[f"{half}_origins_right"] = _percent(tally.origins_right, tally.origins)
        out[f"{half}_origins_not_wrong"] = _percent(tally.origins - tally.origins_wrong, tally.origins)
    return out


def _percent(part: int, whole: int) -> float:
    return round(100 * part / max(1, whole), 1)
