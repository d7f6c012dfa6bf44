"""How others than the origin commit to each statement: who denies, doubts or confirms what somebody else says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.extract.draft import Draft
from sayso.extract.events.codes import noun_code
from sayso.extract.factuality.cues import cue_stance, denying_words
from sayso.extract.factuality.operators import teller_marks
from sayso.extract.factuality.step import is_speakers_own
from sayso.extract.factuality.words import Hedge, cues, verdicts
from sayso.extract.guard import each
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
        "deny", "reject", "refute", "rebut", "dismiss", "dispute", "contradict", "debunk", "repudiate", "disavow",
        "doubt", "question", "confirm", "verify", "acknowledge", "admit", "rule out",
    }
)  # fmt: skip
CONFIRMING = frozenset({"confirm", "verify"})
ADMITTING = CONFIRMING | {"deny", "acknowledge", "admit"}
FORCEFUL = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
ANAPHORS = frozenset({"this", "that", "it", "these", "those", "which", "both", "them"})
CALLING = frozenset({"call", "describe", "brand", "label", "denounce", "condemn", "characterise", "characterize"})
SPEECH_VERBS = frozenset({"say", "tell", "add", "insist", "reply", "respond", "write", "declare", "state"})
UNPROVEN = Hedge(certainty=Certainty.POSSIBLE, polarity=Polarity.POSITIVE)
TURNED = {Polarity.POSITIVE: Polarity.NEGATIVE, Polarity.NEGATIVE: Polarity.POSITIVE}
SPEECH_NOUNS = frozenset(
    {
        "claim",
        "report",
        "allegation",
        "accusation",
        "charge",
        "statement",
        "information",
        "assertion",
        "suggestion",
        "rumour",
        "rumor",
        "story",
        "figure",
        "toll",
        "involvement",
        "responsibility",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Siding:
    """A verb at `place` by which somebody (None: the outlet) sides for or against what is said under `about` (spans of
    the report); `attributed`: it is about what somebody said, so not about the outlet's own word.
    """

    passage: Passage
    place: Span
    who: Token | None
    hedge: Hedge
    words: tuple[Token, ...]
    about: Span
    attributed: bool


def take_stances(draft: Draft) -> Draft:
    """`draft` with the stances of others on each statement, in order of place."""
    sidings = tuple(_sidings(draft.parsed.passages))

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
        if attribution.source is not None and around and not is_speakers_own(attribution):
            yield from _of_cue(draft, attribution)


def _of_cue(draft: Draft, attribution: Attribution) -> Iterator[Stance]:
    hedge, passage, words = cue_stance(draft.parsed, attribution)
    if attribution.source is None or passage is None or not words:
        return
    if hedge.certainty is Certainty.UNKNOWN or lemma(words[-1]) not in cues():
        return
    yield _stance(attribution.source.actor, hedge, token_spans(passage, words))


def _sidings(passages: tuple[Passage, ...]) -> Iterator[Siding]:
    before: Span | None = None
    for passage in passages:
        for sentence in passage.sentences:
            for verb in sentence:
                if verb.pos_ == "VERB" and lemma(verb) in SIDING:
                    yield from _siding(passage, verb, before)
                elif verb.lemma_ in CALLING | {"be"}:
                    yield from _verdict(passage, verb, before)
            before = passage.span(sentence)


def _siding(passage: Passage, verb: Token, before: Span | None) -> Iterator[Siding]:
    agent = child(verb, "agent")
    passive = child(verb, "nsubjpass") is not None or agent is not None
    who = (None if agent is None else child(agent, "pobj")) if passive else subject(verb)
    about = _about(passage, verb, before)
    entry, denial = cues()[lemma(verb)], denying_words(verb)
    # "the reports could not be verified": the outlet speaks of its own attempt
    if about is None or (who is None and not (passive and denial and lemma(verb) in CONFIRMING)):
        return
    yield Siding(
        passage=passage,
        place=passage.span(verb),
        who=who,
        hedge=entry.negated if denial else entry.affirmed,
        words=(*denial, verb),
        about=about,
        attributed=_is_of_speech(child(verb, "dobj", "nsubjpass")),
    )


def _verdict(passage: Passage, verb: Token, before: Span | None) -> Iterator[Siding]:
    """What somebody calls another's word: "called the claim false", "that is not true, she said"."""
    calling = verb.lemma_ in CALLING
    thing = child(verb, "dobj" if calling else "nsubj")
    who = subject(verb) if calling else _speaker(verb)
    about = None if thing is None else _told_before(passage, verb, thing, before)
    for word in verb.subtree if who is not None and about is not None else ():
        hedge = verdicts().get((word.lower_, "of"))
        if hedge is None or about is None:
            continue
        denial = denying_words(verb)
        yield Siding(
            passage=passage,
            place=passage.span(verb),
            who=who,
            hedge=replace(hedge, polarity=TURNED[hedge.polarity]) if denial else hedge,
            words=(*denial, word),
            about=about,
            attributed=True,
        )
        return


def _speaker(verb: Token) -> Token | None:
    """Who says a clause that stands as what is said: "that is not true, she said"."""
    above = verb.head
    return subject(above) if verb.dep_ in {"ccomp", "parataxis"} and above.lemma_.lower() in SPEECH_VERBS else None


def _about(passage: Passage, verb: Token, before: Span | None) -> Span | None:
    """What a siding is about: the clause it is added to, or what stands before; None for any other matter."""
    thing = child(verb, "dobj", "nsubjpass")
    relative = thing is not None and thing.lower_ in {"which", "that"}
    if verb.dep_ in {"relcl", "acl"} and (thing is None or relative):
        noun = verb.head
        return passage.span(noun.head if noun.lemma_.lower() in SPEECH_NOUNS | {"something"} else noun)
    if relative and thing is not None and thing.lower_ == "which" and verb.dep_ in {"advcl", "ccomp"}:
        return passage.span(verb.head)
    if thing is None:
        return None
    clause = child(thing, "acl")
    if clause is not None and thing.dep_ == "nsubjpass" and _is_of_speech(thing):
        return passage.span(thing.doc[clause.left_edge.i : clause.right_edge.i + 1])
    return _told_before(passage, verb, thing, before)


def _told_before(passage: Passage, verb: Token, thing: Token, before: Span | None) -> Span | None:
    """What a pronoun or a noun for what was said leads back to: the clause before in the sentence, else the sentence
    before; None where the noun is described, so that it names another matter.
    """
    described = child(thing, "acl", "relcl", "prep", "compound", "poss") is not None
    plain = thing.lower_ in ANAPHORS or (not described and (_is_of_speech(thing) or _is_deed(verb, thing)))
    if not plain:
        return None
    start, first = verb.sent.start, verb.left_edge.i
    joined = verb.dep_ in {"conj", "advcl"} and verb.head.i < first and lemma(verb.head) not in SIDING
    return passage.span(verb.doc[start:first]) if joined else before


def _is_of_speech(thing: Token | None) -> bool:
    return thing is not None and thing.lemma_.lower() in SPEECH_NOUNS


def _is_deed(verb: Token, thing: Token) -> bool:
    """Whether it is a deed told before that is confirmed or denied: "has not confirmed the attack"."""
    code = noun_code(thing) if lemma(verb) in ADMITTING and child(thing, "det") is not None else None
    return code is not None and code.plover in FORCEFUL


def _of_sidings(draft: Draft, statement: Statement, sidings: tuple[Siding, ...]) -> Iterator[Stance]:
    around = hull(statement.content.spans)
    for siding in sidings:
        if not siding.about.overlaps(around) or around.contains(siding.place):
            continue
        if siding.attributed and not statement.chain:
            continue
        outlet = draft.parsed.report.outlet
        if siding.who is not None:
            actor = _actor(draft, siding.passage, siding.who)
        elif outlet and statement.chain:
            actor = _outlet_actor(draft, outlet)
        else:
            continue
        yield _stance(actor, siding.hedge, token_spans(siding.passage, siding.words))


def _of_outlet(draft: Draft, statement: Statement) -> Iterator[Stance]:
    """The outlet's, where it marks what it retells from a named source as only passed on ("reportedly")."""
    outlet = draft.parsed.report.outlet
    if statement.origin is None or not outlet:
        return
    for token, hedge in chain(teller_marks(t for _, t in _around(draft, statement)), _marks_of_cues(draft, statement)):
        passage = draft.parsed.passage_at(statement.content.spans[0])
        if passage is not None and token.doc is passage.doc:
            yield _stance(_outlet_actor(draft, outlet), hedge, token_spans(passage, (token,)))


def _marks_of_cues(draft: Draft, statement: Statement) -> Iterator[tuple[Token, Hedge]]:
    """What the outlet says of a saying: "falsely claimed", "said without evidence"."""
    for _, token in _beside_cues(draft, statement):
        hedge = verdicts().get((token.lower_, "cue"))
        if hedge is not None:
            yield token, hedge
        elif token.lower_ == "without" and any(c.lemma_ in {"evidence", "proof"} for c in token.children):
            yield token, UNPROVEN


def _beside_cues(draft: Draft, statement: Statement) -> Iterator[tuple[Passage, Token]]:
    links = set(statement.chain)
    for attribution in draft.attributions:
        if attribution.id in links and attribution.cue is not None:
            for passage, token in content_tokens(draft.parsed, attribution.cue.spans):
                yield from ((passage, c) for c in token.children if c.dep_ in {"advmod", "prep"})


def _around(draft: Draft, statement: Statement) -> Iterator[tuple[Passage, Token]]:
    """The words of the content and of its cues, with what hangs on the cues."""
    yield from content_tokens(draft.parsed, statement.content.spans)
    yield from _beside_cues(draft, statement)


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
