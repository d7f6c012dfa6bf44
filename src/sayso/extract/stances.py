"""How others than the origin commit to each statement: who denies, doubts or confirms what somebody else says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.extract.cuestance import cue_stance, denying_words
from sayso.extract.cuewords import Hedge, cues
from sayso.extract.draft import Draft
from sayso.extract.guard import each
from sayso.extract.operators import teller_marks
from sayso.extract.parse import Passage
from sayso.extract.syntax import child, content_tokens, lemma, subject, token_spans
from sayso.model import (
    Actor,
    ActorKind,
    Attribution,
    Certainty,
    Polarity,
    Span,
    Spans,
    Stance,
    Statement,
    content_id,
    hull,
    overlap,
)

# Verbs by which somebody takes a side on what another said; "says" or "believes" start a statement of their own.
SIDING = frozenset(
    {
        "deny", "reject", "refute", "rebut", "dismiss", "dispute", "contradict", "debunk", "repudiate", "disavow", "doubt",
        "question", "confirm", "verify", "acknowledge", "admit", "rule out",
    }
)  # fmt: skip
ANAPHORS = frozenset({"this", "that", "it", "these", "those", "which", "both", "them"})
SPEECH_NOUNS = frozenset(
    {
        "claim",
        "report",
        "allegation",
        "accusation",
        "charge",
        "statement",
        "information",
        "involvement",
        "responsibility",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Siding:
    """A verb by which somebody sides for or against what is said elsewhere: in a clause on `about`, or, where that is
    None, in the sentence before.
    """

    passage: Passage
    verb: Token
    who: Token
    hedge: Hedge
    words: tuple[Token, ...]
    about: Token | None


def take_stances(draft: Draft) -> Draft:
    """`draft` with the stances of others on each statement, in order of place."""
    sidings = tuple(s for passage in draft.parsed.passages for s in _sidings(passage))

    def taken(statement: Statement) -> Statement:
        stances = (
            *_of_attributions(draft, statement),
            *_of_sidings(draft, statement, sidings),
            *_of_outlet(draft, statement),
        )
        return replace(statement, stances=_distinct(statement, stances))

    statements, drops = each(draft.statements, taken, lambda s: f"statement {s.id}")
    return replace(draft, statements=tuple(statements), drops=draft.drops + drops)


def _distinct(statement: Statement, stances: tuple[Stance, ...]) -> tuple[Stance, ...]:
    """Each actor's first stance, without the origin's own."""
    origin = None if statement.origin is None else statement.origin.id
    found: dict[str, Stance] = {}
    for stance in sorted(stances, key=lambda s: s.spans):
        if stance.actor.id != origin:
            found.setdefault(stance.actor.id, stance)
    return tuple(found.values())


def _of_attributions(draft: Draft, statement: Statement) -> Iterator[Stance]:
    """Those of other sources whose content takes in this statement's, and whose cue says more than that they say it."""
    size = sum(span.end - span.start for span in statement.content.spans)
    for attribution in draft.attributions:
        if statement.chain and attribution.id == statement.chain[0]:
            continue
        around = overlap(attribution.content.spans, statement.content.spans) >= 0.75 * size
        if attribution.source is not None and around:
            yield from _of_cue(draft, attribution)


def _of_cue(draft: Draft, attribution: Attribution) -> Iterator[Stance]:
    hedge, passage, words = cue_stance(draft.parsed, attribution)
    if attribution.source is None or passage is None or not words:
        return
    if hedge.certainty is Certainty.UNKNOWN or lemma(words[-1]) not in cues():
        return
    yield _stance(attribution.source.actor, hedge, token_spans(passage, words))


def _sidings(passage: Passage) -> Iterator[Siding]:
    for verb in passage.doc:
        if verb.pos_ != "VERB" or lemma(verb) not in SIDING:
            continue
        who = subject(verb)
        about = _about(verb)
        if who is None or about is False:
            continue
        entry, denial = cues()[lemma(verb)], denying_words(verb)
        hedge = entry.negated if denial else entry.affirmed
        yield Siding(
            passage=passage,
            verb=verb,
            who=who,
            hedge=hedge,
            words=(*denial, verb),
            about=about if isinstance(about, Token) else None,
        )


def _about(verb: Token) -> Token | None | bool:
    """What a siding is about: the head of the clause it is added to; None for the sentence before; False: neither."""
    thing = child(verb, "dobj", "nsubjpass")
    if thing is None:
        return False
    if verb.dep_ == "relcl" and thing.lower_ in {"which", "that"}:
        return verb.head
    plain = thing.lower_ in ANAPHORS or (
        thing.lemma_.lower() in SPEECH_NOUNS and child(thing, "acl", "relcl", "prep") is None
    )
    return None if plain else False


def _of_sidings(draft: Draft, statement: Statement, sidings: tuple[Siding, ...]) -> Iterator[Stance]:
    around = hull(statement.content.spans)
    for siding in sidings:
        if not siding.passage.block.span.contains(Span(around.start, around.start + 1)):
            continue
        if _is_about(siding, around):
            actor = _actor(draft, siding.passage, siding.who)
            yield _stance(actor, siding.hedge, token_spans(siding.passage, siding.words))


def _is_about(siding: Siding, content: Span) -> bool:
    where = siding.passage.span(siding.verb)
    if content.contains(where):
        return False
    if siding.about is not None:
        return content.contains(siding.passage.span(siding.about))
    before = _sentence_before(siding.verb)
    return before is not None and siding.passage.span(before).overlaps(content)


def _sentence_before(token: Token) -> TokenSpan | None:
    start = token.sent.start
    return token.doc[start - 1].sent if start > 0 else None


def _of_outlet(draft: Draft, statement: Statement) -> Iterator[Stance]:
    """The outlet's, where it marks what it retells from a named source as only passed on ("reportedly")."""
    outlet = draft.parsed.report.outlet
    if statement.origin is None or not outlet:
        return
    near = (token for _, token in _around(draft, statement))
    for token, hedge in teller_marks(near):
        passage = draft.parsed.passage_at(statement.content.spans[0])
        if passage is not None and token.doc is passage.doc:
            yield _stance(_outlet_actor(draft, outlet), hedge, token_spans(passage, (token,)))


def _around(draft: Draft, statement: Statement) -> Iterator[tuple[Passage, Token]]:
    """The words of the content and of its cues, with what hangs on the cues."""
    yield from content_tokens(draft.parsed, statement.content.spans)
    chain = set(statement.chain)
    for attribution in draft.attributions:
        if attribution.id in chain and attribution.cue is not None:
            for passage, token in content_tokens(draft.parsed, attribution.cue.spans):
                yield from ((passage, c) for c in token.children if c.dep_ == "advmod")


def _outlet_actor(draft: Draft, outlet: str) -> Actor:
    for mention in draft.mentions:
        if mention.actor.name.casefold() == outlet.casefold():
            return mention.actor
    return Actor(id=content_id("actor", draft.parsed.report.id, outlet), name=outlet, kind=ActorKind.OUTLET)


def _actor(draft: Draft, passage: Passage, head: Token) -> Actor:
    where = passage.span(head)
    for mention in draft.mentions:
        if mention.head.overlaps(where) or mention.span.overlaps(where):
            return mention.actor
    chunk = _noun_phrase(head)
    name = draft.parsed.report.text[slice(*passage.span(chunk))]
    return Actor(id=content_id("actor", draft.parsed.report.id, name), name=name)


def _noun_phrase(head: Token) -> TokenSpan:
    left = min(
        [c.left_edge.i for c in head.lefts if c.dep_ in {"det", "compound", "amod", "poss", "nummod"}] or [head.i]
    )
    return head.doc[left : head.i + 1]


def _stance(actor: Actor, hedge: Hedge, spans: Spans) -> Stance:
    polarity = Polarity.UNKNOWN if hedge.certainty is Certainty.UNKNOWN else hedge.polarity
    return Stance(actor=actor, certainty=hedge.certainty, polarity=polarity, spans=spans)
