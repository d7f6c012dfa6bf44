"""By way of whom: which attributions a clause stands under, innermost first."""

from __future__ import annotations

from sayso.extract.cues import COMMITTING, CueKind, cue_words
from sayso.extract.draft import Draft
from sayso.extract.parse import Parsed
from sayso.model import Attribution, Manner, Spans, hull, overlap

_SPEAKERS_OWN = frozenset({"i", "we", "me", "us"})
_COVERED = 0.75  # of the clause's characters: a mark or an adverb outside the content must not unlink it


def kind_of(attribution: Attribution) -> CueKind:
    """How the source stands to the content, told by the cue."""
    word = cue_words().get(attribution.cue.lemma) if attribution.cue else None
    return word.kind if word else CueKind.SEEM if attribution.source is None else CueKind.SAY


def commits(parsed: Parsed, attribution: Attribution) -> bool:
    """Whether the content is a claim of the source's: a clause, and not one that is only wished, asked for or judged."""
    if attribution.manner is not Manner.INDIRECT:
        return kind_of(attribution) not in {CueKind.SEEM, CueKind.PLAN, CueKind.JUDGE} and _is_clause(
            parsed, attribution
        )
    kind = kind_of(attribution)
    if kind not in COMMITTING | {CueKind.URGE, CueKind.PLAN}:
        return False
    return _is_clause(parsed, attribution, finite=kind in {CueKind.URGE, CueKind.PLAN})


def _is_clause(parsed: Parsed, attribution: Attribution, *, finite: bool = False) -> bool:
    """Whether the content has a verb that claims something; `finite`: one with a subject, not "to" with an infinitive."""
    around = hull(attribution.content.spans)
    passage = parsed.passage_at(around)
    tokens = passage.tokens(attribution.content.spans[0]) if passage is not None else None
    if tokens is None:
        return False
    heads = [
        t for t in tokens if t.pos_ in {"VERB", "AUX"} and t.dep_ not in {"relcl", "acl", "aux", "auxpass", "amod"}
    ]
    if attribution.manner is Manner.HEADING:
        return True
    if finite:
        root = tokens.root
        return any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in root.children) and not any(
            c.dep_ == "aux" and c.lower_ == "to" for c in root.children
        )
    return bool(heads)


def chain_of(draft: Draft, attributions: tuple[Attribution, ...], content: Spans) -> tuple[Attribution, ...]:
    """The attributions of which `content` is (part of) the content, innermost first.

    Left out: a speaker's "I said" and "we believe" within their own words; the report's own outlet; a denier where
    the accuser is named; a second link of the same actor around the first.
    """
    size = sum(span.end - span.start for span in content)
    over = [a for a in attributions if overlap(a.content.spans, content) >= _COVERED * size]
    over.sort(key=lambda a: (_length(a), kind_of(a) is CueKind.DENY, a.content.spans))
    chain: list[Attribution] = []
    for attribution in over:
        if _is_outlet(draft, attribution) or _is_speakers_own(attribution):
            continue
        if chain and _same_voice(chain[-1], attribution):
            continue
        chain.append(attribution)
    return tuple(chain)


def _length(attribution: Attribution) -> int:
    return sum(span.end - span.start for span in attribution.content.spans)


def _same_voice(inner: Attribution, outer: Attribution) -> bool:
    """Whether `outer` adds nobody to the chain: the same actor once more, or who denies what `inner` claims."""
    if inner.source is not None and outer.source is not None and inner.source.actor.id == outer.source.actor.id:
        return True
    shared = overlap(inner.content.spans, outer.content.spans)
    return kind_of(outer) is CueKind.DENY and inner.source is not None and shared >= 0.8 * _length(outer)


def _is_speakers_own(attribution: Attribution) -> bool:
    return attribution.source is not None and attribution.source.text.lower() in _SPEAKERS_OWN


def _is_outlet(draft: Draft, attribution: Attribution) -> bool:
    outlet = draft.parsed.report.outlet
    return (
        bool(outlet)
        and attribution.source is not None
        and attribution.source.actor.name.casefold() == str(outlet).casefold()
    )
