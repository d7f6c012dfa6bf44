"""The event of each statement: what kind of deed its content reports, and who takes part."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from sayso.extract.draft import Draft
from sayso.extract.encoding.encoder import Encoding, encode
from sayso.extract.events.cast import Cast
from sayso.extract.events.codes import OBJECTS, TIMES, Coded, event_of, noun_code
from sayso.extract.events.weighing import UNCODED, Pair, likeliest, surest
from sayso.extract.events.words import Code, roles
from sayso.extract.factuality.commitment import clause_commitment
from sayso.extract.guard import each
from sayso.extract.parse import Passage
from sayso.extract.syntax import child, content_head, is_passive, lemma, subject, token_spans
from sayso.model import (
    Actor,
    Certainty,
    Event,
    Factuality,
    Participant,
    Polarity,
    Role,
    Span,
    Statement,
)

CLAUSES = frozenset({"relcl", "acl", "advcl", "cc", "conj", "parataxis"})
FIRST_PERSON = frozenset({"i", "we", "me", "us"})
DOERS = frozenset({"by", "of", "from"})
SUMS = frozenset({"dollar", "euro", "pound", "percent"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
HANDING = frozenset({"AID", "COOPERATE", "CONCEDE"})  # with an object that goes from one to the other
RETURN = "084"  # so does this one of RETREAT
MOVING = frozenset({"RETREAT", "MOBILIZE"})  # with one's own forces for object, returns aside
GIVEN_TO = frozenset({"to", "with", "against", "from", "on"})
ALL_TO = GIVEN_TO | {"at", "of", "for", "into", "in"}


def code_events(draft: Draft) -> Draft:
    """`draft` with the event of each statement whose content reports one."""
    cast = Cast.of(draft.mentions)
    encoding = draft.encoding or encode(draft.parsed)

    def coded(statement: Statement) -> Statement:
        return replace(statement, event=_event(draft, statement, cast, encoding))

    statements, drops = each(draft.statements, coded, lambda s: f"statement {s.id}")
    return replace(draft, statements=tuple(statements), drops=draft.drops + drops)


def _event(draft: Draft, statement: Statement, cast: Cast, encoding: Encoding) -> Event | None:
    found = content_head(draft.parsed, statement.content.spans)
    if found is None:
        return None
    passage, head = found

    def inside(token: Token) -> bool:
        return any(span.contains(passage.span(token)) for span in statement.content.spans)

    ruled = _coded(head, inside)
    coded = ruled or Coded(code=UNCODED, trigger=(head,), verb=head)
    taking_part = tuple(_participants(passage, coded, cast, _speaker(draft, statement)))
    if _is_plain(statement.factuality) or ruled is None:
        coded = surest(encoding, coded, _pair(taking_part))
    if coded.code is UNCODED:
        return None
    return Event(
        plover=coded.code.plover,
        cameo=coded.code.cameo,
        trigger=token_spans(passage, coded.trigger),
        participants=taking_part,
    )


def _is_plain(factuality: Factuality) -> bool:
    """Whether a content is told as something that happened: of others the encoder's head has seen too few, and takes
    a negated attack for a refusal.
    """
    return factuality.certainty is Certainty.CERTAIN and factuality.polarity is Polarity.POSITIVE


def _pair(taking_part: tuple[Participant, ...]) -> Pair:
    """Who does it and to whom, the first of each, and whether both are known."""
    first = {role: next((p for p in taking_part if p.role is role), None) for role in (Role.ACTOR, Role.RECIPIENT)}
    actor, recipient = first[Role.ACTOR], first[Role.RECIPIENT]
    return Pair(
        actor=None if actor is None else actor.spans[0],
        recipient=None if recipient is None else recipient.spans[0],
        known=all(p is not None and p.actor is not None for p in first.values()),
    )


def _coded(head: Token, inside: Callable[[Token], bool]) -> Coded | None:
    """The event of what a clause claims; but a refusal is one itself ("refused to meet")."""
    own = event_of(head, inside)
    claimed = clause_commitment(head).claimed
    if claimed == head or (own is not None and own.code.plover == "REJECT"):
        return own
    return event_of(claimed, inside) or own


def _speaker(draft: Draft, statement: Statement) -> Actor | None:
    """Who says it: whom "we" stands for in their words."""
    innermost = next((a for a in draft.attributions if statement.chain and a.id == statement.chain[0]), None)
    return None if innermost is None or innermost.source is None else innermost.source.actor


def _participants(passage: Passage, coded: Coded, cast: Cast, speaker: Actor | None) -> Iterator[Participant]:
    for role, token in participant_heads(coded):
        actor = cast.actor(passage, token)
        if actor is None and _is_speaker(coded, token):
            actor = speaker
        if actor is None and role is Role.ACTOR and _is_deed(token):
            actor = cast.doer(passage, token)
        yield Participant(role=role, spans=(_phrase(passage, token),), actor=actor)


def _is_speaker(coded: Coded, token: Token) -> bool:
    """Whether a pronoun stands for who says it: "we", and the "it" of "the ministry said it had met"."""
    return token.lower_ in FIRST_PERSON or (token.lower_ in {"it", "they"} and subject(coded.verb) == token)


def participant_heads(coded: Coded) -> Iterator[tuple[Role, Token]]:
    """The head words of those who take part, with their parts; coordinated ones each by themselves."""
    for role, head in _parts(coded):
        if head is not None and head.pos_ in NOMINAL:
            named = _antecedent(head)
            for token in (named, *_joined(named)):
                yield Role.OTHER if role is Role.RECIPIENT and _is_sum(token) else role, token


def _parts(coded: Coded) -> Iterator[tuple[Role, Token | None]]:
    verb = coded.verb
    passive = _is_undergone(verb)
    agent = child(verb, "agent")
    doer = (None if agent is None else child(agent, "pobj")) if passive else subject(verb)
    direct = child(verb, "nsubjpass", "nsubj") if passive else child(verb, "dobj")
    done_to, other = _undergoers(coded, direct)
    if lemma(verb) in roles().suffering:
        doer, done_to = None, doer
    elif len(coded.trigger) > 1 and not passive and lemma(verb) in roles().undergoing:
        doer, done_to = done_to, doer
    elif len(coded.trigger) > 1 and lemma(verb) in roles().telling and coded.trigger[-1].dep_ in OBJECTS:
        doer = None
    for role, head in ((Role.ACTOR, doer), (Role.RECIPIENT, done_to), (Role.OTHER, other)):
        if head is not None and (head not in coded.trigger or head is direct):
            yield role, head


def _is_undergone(verb: Token) -> bool:
    """Whether the subject is who it is done to: a passive, also a headline's ("Minister jailed"). A participle that
    tells what somebody means to do is none ("is committed to").
    """
    if is_passive(verb):
        return lemma(verb) not in roles().willing or child(verb, "agent") is not None
    finite = child(verb, "aux", "auxpass", "dobj", "ccomp", "xcomp") is not None
    return verb.tag_ == "VBN" and verb.dep_ == "ROOT" and not finite and child(verb, "nsubj") is not None


def _is_sum(noun: Token) -> bool:
    """Whether a noun is an amount of money, which nobody does anything to."""
    return noun.ent_type_ in {"MONEY", "PERCENT"} or noun.lemma_.lower() in SUMS


def _antecedent(head: Token) -> Token:
    """What a relative pronoun stands for, else the word itself."""
    if head.lower_ not in {"who", "which", "that", "whom"}:
        return head
    clause = next((t for t in head.ancestors if t.dep_ == "relcl"), None)
    return head if clause is None else clause.head


def _undergoers(coded: Coded, direct: Token | None) -> tuple[Token | None, Token | None]:
    """Whom it is done to, and what else is part of it: "delivered drones (other) to the army (recipient)".

    An object that itself names the deed ("held talks with the envoy") is no participant; what it governs is.
    """
    returned = coded.code.cameo == RETURN
    handed = returned or coded.code.plover in HANDING
    named = direct is not None and direct in coded.trigger and not _is_person(direct)
    beneficiary = child(coded.verb, "dative")
    if named or direct is None or not _is_deed(direct):
        governed = _governed(coded, direct, ALL_TO if named else GIVEN_TO)
    else:
        governed = _governed(coded, direct, DOERS)  # "condemned an attack by …"
    if beneficiary is not None and beneficiary.pos_ in NOMINAL:
        governed = beneficiary
    if direct is None or _is_deed(direct):
        return governed, None
    if named:
        return governed, direct if handed else None
    if handed and (governed is not None or (len(coded.trigger) > 1 and not _is_person(direct))):
        return governed, direct
    if (coded.code.plover in MOVING and not returned) or _is_topic(coded, direct):
        return governed, direct
    return direct, None


def _is_topic(coded: Coded, direct: Token) -> bool:
    """Whether an object is what is spoken of or asked for, not whom it is said to."""
    if lemma(coded.verb) in roles().topical:
        return True
    return coded.code.plover == "REQUEST" and not _is_person(direct)


def _is_person(noun: Token) -> bool:
    return bool(noun.ent_type_) or noun.pos_ in {"PROPN", "PRON"} or noun.lemma_.lower() in roles().people


def _is_deed(noun: Token) -> bool:
    return noun_code(noun) is not None


def _governed(coded: Coded, direct: Token | None, prepositions: frozenset[str]) -> Token | None:
    """What a preposition of the deed's words governs, times aside."""
    deed = () if direct is None or not _is_deed(direct) else (direct,)
    for word in (*deed, *coded.trigger[::-1], coded.verb):
        for prep in word.children:
            if prep.dep_ in {"prep", "dative"} and prep.lower_ in prepositions:
                found = child(prep, "pobj")
                if found is not None and not _is_setting(prep, found):
                    return found
    return None


def _is_setting(prep: Token, noun: Token) -> bool:
    """Whether a prepositional phrase tells when or where rather than to whom."""
    if noun.ent_type_ in TIMES or noun.lemma_.lower() in roles().times:
        return True
    return prep.lower_ in {"in", "at"} and noun.ent_type_ in {"GPE", "LOC", "FAC"}


def _joined(head: Token) -> Iterator[Token]:
    for c in head.children:
        if c.dep_ == "conj":
            yield c
            yield from _joined(c)


def _phrase(passage: Passage, head: Token) -> Span:
    """The noun phrase of `head` without what is only added or joined to it."""
    dropped = {t.i for c in head.children if _is_added(c) for t in c.subtree}
    kept = [t.i for t in head.subtree if t.i not in dropped]
    start = end = head.i
    while start - 1 in kept:
        start -= 1
    while end + 1 in kept:
        end += 1
    while end > head.i and not head.doc[end].text[-1].isalnum():
        end -= 1
    return passage.span(head.doc[start : end + 1])


def _is_added(word: Token) -> bool:
    """Whether a dependent of a noun adds to it rather than names it ("the envoy in Muscat", "the Bank of Norland")."""
    if word.dep_ == "appos":
        return word.doc[word.left_edge.i - 1].is_punct  # "General Viktor Orlov" may be parsed as one beside the other
    return word.dep_ in CLAUSES or (word.dep_ == "prep" and word.lower_ != "of")


def event_between(passage: Passage, encoding: Encoding, actor: Span | None, recipient: Span | None) -> Code | None:
    """The code of what somebody does to somebody, where a sentence tells it (spans of the report's text).

    The root is the likeliest by the rules and the encoder's head together, the code the rules' first with that root,
    else the root's most general one.
    """
    codes = codes_between(passage, actor, recipient)
    return likeliest(encoding, codes, Pair(actor=actor, recipient=recipient, known=True))


def codes_between(passage: Passage, actor: Span | None, recipient: Span | None) -> list[Code]:
    """What the rules find in a sentence, the nearest to the two first: by the lowest verb above the actor, then those
    above it, those above the recipient, and last every verb and event noun in order.
    """
    asked = dict.fromkeys(t for span in (actor, recipient) if span is not None for t in _above(passage, span))
    order = (*asked, *(t for t in passage.doc if t.pos_ in {"VERB", "AUX"} or t not in asked))
    return [found.code for token in order if (found := event_of(token)) is not None]


def _above(passage: Passage, span: Span) -> Iterator[Token]:
    tokens = passage.tokens(span)
    if tokens is not None:
        yield from (t for t in tokens.root.ancestors if t.pos_ in {"VERB", "AUX"})
