"""Where somebody takes a side on what another said: by a verb, a verdict or a turn of speech; and what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.extract.attributions.cues import cue_nouns
from sayso.extract.events.codes import noun_code
from sayso.extract.factuality.cues import denying_words
from sayso.extract.factuality.operators import negation_words
from sayso.extract.factuality.reported import CALLING, CLAUSES, NO_TRUTH, held_of, is_report, judging, owned, turned
from sayso.extract.factuality.words import Hedge, cues, reports, verdicts
from sayso.extract.parse import Passage
from sayso.extract.retorts import retort, sayer
from sayso.extract.syntax import child, lemma, subject
from sayso.model import Polarity, Span

CONFIRMING = frozenset({"confirm", "verify"})
ADMITTING = CONFIRMING | {"deny", "acknowledge", "admit"}
FORCEFUL = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
ANAPHORS = frozenset({"this", "that", "it", "these", "those", "which", "both", "them", "so"})
SPEECH_VERBS = frozenset({"say", "tell", "add", "insist", "reply", "respond", "write", "declare", "state", "answer"})
REPLYING = frozenset({"answer", "reply", "respond", "counter", "retort", "object", "rejoin"})
_KNOWING = frozenset({"know", "have", "comment", "say", "answer", "speak", "confirm", "see", "hear", "receive"})
_FILLERS = frozenset({"a", "an", "all", "pure", "plain", "complete", "utter", "total", "absolute", "simply", "just"})
_AS = frozenset({"as"})


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


def sidings(passages: tuple[Passage, ...]) -> Iterator[Siding]:
    """Every siding of a text, in order of place."""
    before: Span | None = None
    for passage in passages:
        for sentence in passage.sentences:
            for token in sentence:
                yield from _at(passage, token, before)
            yield from _reply(passage, sentence.root)
            yield from _retort(passage, sentence.root, before)
            before = passage.span(sentence)


def only_sides(verb: Token) -> bool:
    """Whether a clause says nothing but what somebody holds of another's word told before: "The army rejected that
    account", "that is a lie".
    """
    if verb.lemma_ in {"be", "happen", "occur"} or verb.lemma_ in CALLING:
        places = [c for word in (verb, *verb.children) for c in word.children if c.dep_ == "prep"]
        things = [c for word in (verb, *places) for c in word.children if c.dep_ in {"nsubj", "dobj", "pobj"}]
        things += [word for word in verb.sent if word.i == verb.i + 1]
        return any(map(_is_judged, things))
    if any(before for *_, before in turned(verb)):
        return True
    thing = child(verb, "dobj", "nsubjpass") or _object_of_turn(verb)
    rejects = takes_side(verb) and lemma(verb) not in ADMITTING - {"deny"}
    sides = rejects or next(turned(verb), None) is not None
    return sides and thing is not None and _points_back(thing) and not _goes_on(verb)


def _goes_on(verb: Token) -> bool:
    """Whether a clause hangs on the verb that tells more: "it cannot be ruled out that P", "we deny it, for P"."""
    return any(c.dep_ in {"ccomp", "advcl", "conj", "parataxis"} and c.tag_ != "VBG" for c in verb.children)


def is_judged(noun: Token) -> bool:
    """Whether a noun only stands for what was said, with what is held of it: (called) "the report an invention"."""
    return is_report(noun) and _is_judged(noun)


def _is_judged(thing: Token) -> bool:
    of_clause = is_report(thing) and thing.lemma_.lower() in cue_nouns() and _clause(thing) is not None
    return (_points_back(thing) or of_clause) and held_of(thing) is not None


def takes_side(verb: Token) -> bool:
    """Whether a verb takes a side on what another said; "says" or "believes" start a statement of their own."""
    entry = cues().get(lemma(verb)) if verb.pos_ == "VERB" else None
    negative = entry is not None and entry.affirmed.polarity is Polarity.NEGATIVE
    return negative or (entry is not None and lemma(verb) in ADMITTING | {"question"})


def _at(passage: Passage, token: Token, before: Span | None) -> Iterator[Siding]:
    if token.pos_ == "VERB" and takes_side(token):
        yield from _siding(passage, token, before)
        return
    if token.pos_ in {"VERB", "AUX"}:
        yield from _turn(passage, token, before)
        yield from _short_verdict(passage, token, before)
    if token.lower_ in ANAPHORS or is_report(token):
        yield from _verdict(passage, token, before)


def _siding(passage: Passage, verb: Token, before: Span | None) -> Iterator[Siding]:
    agent = child(verb, "agent")
    passive = child(verb, "nsubjpass") is not None or agent is not None
    who = (None if agent is None else child(agent, "pobj")) if passive else subject(verb)
    thing = child(verb, "dobj", "nsubjpass")
    about = _about(passage, verb, thing, before)
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
        attributed=_is_charge(thing),
    )


def _turn(passage: Passage, verb: Token, before: Span | None) -> Iterator[Siding]:
    """A turn of speech: "says otherwise", "hit back at the claim", "I don't buy that"."""
    for hedge, words, of_before in turned(verb):
        thing = _object_of_turn(verb)
        named = thing is not None and (owned(thing) or _clause(thing) is None)
        about = before if of_before else _about(passage, verb, thing, before) if named else None
        who = subject(verb)
        if about is not None and who is not None and who != thing:
            yield Siding(
                passage=passage,
                place=passage.span(verb),
                who=who,
                hedge=hedge,
                words=words,
                about=about,
                attributed=of_before or _is_charge(thing),
            )


def _reply(passage: Passage, verb: Token) -> Iterator[Siding]:
    """A denial that answers what the paragraph told before: "the army replies that none of its units was there"."""
    clause = child(verb, "ccomp") if verb.lemma_ in REPLYING else None
    denial = () if clause is None or lemma(clause) in _KNOWING else negation_words(clause)
    about = _answered(passage, verb, clause) if clause is not None and denial else None
    if about is not None and subject(verb) is not None:
        yield Siding(
            passage=passage,
            place=passage.span(verb),
            who=subject(verb),
            hedge=NO_TRUTH,
            words=denial,
            about=about,
            attributed=True,
        )


def _retort(passage: Passage, verb: Token, before: Span | None) -> Iterator[Siding]:
    """A no to what was told before that does not name it: "We had nothing to do with it," the rebels said. Of what the
    outlet itself tells before it is not said which part is meant.
    """
    words, who = retort(verb), sayer(verb)
    if words and who is not None and before is not None:
        yield Siding(
            passage=passage,
            place=passage.span(words[0]),
            who=who,
            hedge=NO_TRUTH,
            words=words,
            about=before,
            attributed=True,
        )


def _answered(passage: Passage, verb: Token, clause: Token) -> Span | None:
    """The sentence of the paragraph before that a reply shares most things and names with, of equal ones the last."""
    things = _things(clause.subtree)
    earlier = [s for s in passage.sentences if s.end <= verb.sent.start]
    best = max(earlier, key=lambda s: (len(things & _things(s)), s.start), default=None)
    return None if best is None or not things & _things(best) else passage.span(best)


def _things(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(t.lemma_.lower() for t in tokens if t.pos_ in {"NOUN", "PROPN"} and t.ent_type_ != "DATE")


def _object_of_turn(verb: Token) -> Token | None:
    """What a verb is about, as its object or behind its preposition."""
    places = [c for c in verb.subtree if c.dep_ == "prep" and c.i > verb.i]
    behind = (found for place in places[:1] if (found := child(place, "pobj")) is not None)
    return child(verb, "dobj", "nsubjpass") or next(behind, None)


def _verdict(passage: Passage, thing: Token, before: Span | None) -> Iterator[Siding]:
    """What somebody calls another's word: "called the claim false", "that is not true, she said"."""
    found = held_of(thing)
    if found is None:
        return
    verb = (
        judging(thing) if thing.dep_ != "pobj" else next((a for a in thing.ancestors if a.lemma_ == "be"), thing.head)
    )
    who = subject(verb) if verb.lemma_ in CALLING else _speaker(verb)
    about = (_clause_of(passage, thing) if owned(thing) else None) or _told_before(passage, verb, thing, before)
    if who is not None and about is not None:
        yield Siding(
            passage=passage,
            place=passage.span(verb),
            who=who,
            hedge=found[0],
            words=found[1],
            about=about,
            attributed=True,
        )


def _short_verdict(passage: Passage, verb: Token, before: Span | None) -> Iterator[Siding]:
    """A verdict that is all that somebody says: "Lies, the mayor said", "Not so, says the mayor"."""
    who = subject(verb) if verb.lemma_ in SPEECH_VERBS and verb.dep_ == "ROOT" else None
    first = None if who is None else min(verb.i, who.left_edge.i)
    told = [t for t in verb.doc[verb.sent.start : first] if t.is_alpha] if first is not None else []
    if before is None or not told:
        return
    not_so = [t.lower_ for t in told] == ["not", "so"]
    held = [t for t in told if (hedge := verdicts().get((t.lower_, "of"))) and hedge.polarity is Polarity.NEGATIVE]
    if not_so or (held and all(t in held or t.lower_ in _FILLERS for t in told)):
        yield Siding(
            passage=passage,
            place=passage.span(verb),
            who=who,
            hedge=verdicts()["false", "of"],
            words=tuple(held or told),
            about=before,
            attributed=True,
        )


def _speaker(verb: Token) -> Token | None:
    """Who says a clause that stands as what is said: "that is not true, she said"."""
    above = verb.head
    return subject(above) if verb.dep_ in {"ccomp", "parataxis"} and above.lemma_.lower() in SPEECH_VERBS else None


def _about(passage: Passage, verb: Token, thing: Token | None, before: Span | None) -> Span | None:
    """What a siding is about: the clause it is added to, or what stands before; None for any other matter."""
    relative = thing is not None and thing.lower_ in {"which", "that"} and thing.i < verb.i
    if verb.dep_ in {"relcl", "acl"} and (thing is None or relative):
        return _of_noun(passage, verb.head, before)
    if relative and thing is not None and thing.lower_ == "which" and verb.dep_ in {"advcl", "ccomp"}:
        return passage.span(verb.head)
    if thing is None:
        return None
    # what a verb with an attribution of its own is about, the attribution tells
    clause = _clause_of(passage, thing) if thing.dep_ == "nsubjpass" or not takes_side(verb) else None
    return clause or _told_before(passage, verb, thing, before)


def _of_noun(passage: Passage, noun: Token, before: Span | None) -> Span | None:
    """What a noun with a side added to it is about: "P, a charge that the army denies", "something it denies"."""
    if not is_report(noun) and noun.lower_ != "something":
        return passage.span(noun)
    start, first = noun.sent.start, noun.left_edge.i
    if first == start:
        return before if noun.dep_ == "ROOT" else passage.span(noun)
    return passage.span(noun.doc[start:first])


def _clause_of(passage: Passage, thing: Token) -> Span | None:
    """Where the clause stands that a noun for what was said takes with it: "the claim that P"."""
    clause = _clause(thing) if is_report(thing) else None
    return None if clause is None else passage.span(thing.doc[clause.left_edge.i : clause.right_edge.i + 1])


def _clause(noun: Token) -> Token | None:
    return next((c for c in noun.children if c.dep_ in CLAUSES and child(c, "mark") is not None), None)


def _told_before(passage: Passage, verb: Token, thing: Token, before: Span | None) -> Span | None:
    """What a pronoun or a noun for what was said leads back to: the clause before in the sentence, else the sentence
    before; None where the noun is described, so that it names another matter.
    """
    if not _points_back(thing) and not _is_deed(verb, thing):
        return None
    start, first = verb.sent.start, verb.left_edge.i
    joined = verb.dep_ in {"conj", "advcl"} and verb.head.i < first and not takes_side(verb.head)
    return passage.span(verb.doc[start:first]) if joined else before


def _points_back(thing: Token) -> bool:
    """Whether a word stands for what was said before: a pronoun, or a noun for it without what would tell another."""
    described = any(
        c.dep_ in {"acl", "relcl", "compound"} or (c.dep_ == "prep" and c.lower_ not in _AS) for c in thing.children
    )
    return thing.lower_ in ANAPHORS or (is_report(thing) and not described)


def _is_charge(thing: Token | None) -> bool:
    return thing is not None and reports().get(thing.lemma_.lower(), False)


def _is_deed(verb: Token, thing: Token) -> bool:
    """Whether it is a deed told before that is confirmed or denied: "has not confirmed the attack"."""
    plain = child(thing, "acl", "relcl", "prep", "compound", "poss") is None and child(thing, "det") is not None
    code = noun_code(thing) if lemma(verb) in ADMITTING and plain else None
    return code is not None and code.plover in FORCEFUL
