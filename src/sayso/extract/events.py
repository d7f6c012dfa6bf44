"""The event of each statement: what kind of deed its content reports, and who takes part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.extract.commitment import clause_commitment
from sayso.extract.draft import Draft, Mention
from sayso.extract.eventcodes import Coded, event_of
from sayso.extract.guard import each
from sayso.extract.parse import Passage
from sayso.extract.syntax import child, content_head, subject, token_spans
from sayso.model import Event, Participant, Role, Span, Statement

CLAUSES = frozenset({"relcl", "acl", "advcl", "appos", "cc", "conj", "punct", "parataxis"})


def code_events(draft: Draft) -> Draft:
    """`draft` with the event of each statement whose content reports one."""
    heads = {mention.head: mention for mention in draft.mentions}

    def coded(statement: Statement) -> Statement:
        return replace(statement, event=_event(draft, statement, heads))

    statements, drops = each(draft.statements, coded, lambda s: f"statement {s.id}")
    return replace(draft, statements=tuple(statements), drops=draft.drops + drops)


def _event(draft: Draft, statement: Statement, mentions: dict[Span, Mention]) -> Event | None:
    found = content_head(draft.parsed, statement.content.spans)
    if found is None:
        return None
    passage, head = found
    coded = event_of(clause_commitment(head).claimed) or event_of(head)
    if coded is None:
        return None
    return Event(
        plover=coded.code.plover,
        cameo=coded.code.cameo,
        trigger=token_spans(passage, coded.trigger),
        participants=tuple(_participants(passage, coded, mentions)),
    )


def _participants(passage: Passage, coded: Coded, mentions: dict[Span, Mention]) -> Iterator[Participant]:
    for role, token in participant_heads(coded):
        mention = mentions.get(passage.span(token))
        yield Participant(
            role=role,
            spans=(_phrase(passage, token),),
            actor=None if mention is None else mention.actor,
        )


def participant_heads(coded: Coded) -> Iterator[tuple[Role, Token]]:
    """The head words of those who take part, with their parts; coordinated ones each by themselves."""
    verb = coded.verb
    passive = child(verb, "auxpass", "nsubjpass") is not None
    agent = child(verb, "agent")
    doer = (None if agent is None else child(agent, "pobj")) if passive else subject(verb)
    done_to = child(verb, "nsubjpass") if passive else _undergoer(coded)
    for role, head in ((Role.ACTOR, doer), (Role.RECIPIENT, done_to)):
        if head is not None and head not in coded.trigger and head.pos_ != "SCONJ":
            yield from ((role, token) for token in (head, *_joined(head)) if token.is_alpha or token.ent_type_)


def _undergoer(coded: Coded) -> Token | None:
    """The object of a verb; of a light verb, what its noun's preposition governs ("an attack on the port")."""
    direct = child(coded.verb, "dobj", "dative")
    if direct is not None and direct not in coded.trigger and direct.dep_ == "dobj":
        return direct
    for word in (coded.verb, *coded.trigger, direct):
        if word is None:
            continue
        for prep in word.children:
            if prep.dep_ in {"prep", "dative"} and prep.lower_ in {
                "on",
                "with",
                "against",
                "to",
                "at",
                "of",
                "for",
                "from",
            }:
                found = child(prep, "pobj")
                if found is not None:
                    return found
    return None


def _joined(head: Token) -> Iterator[Token]:
    for c in head.children:
        if c.dep_ == "conj":
            yield c
            yield from _joined(c)


def _phrase(passage: Passage, head: Token) -> Span:
    """The noun phrase of `head` without its clauses and without what is joined to it."""
    dropped = {t.i for c in head.children if c.dep_ in CLAUSES for t in c.subtree}
    kept = [t.i for t in head.subtree if t.i not in dropped]
    start = end = head.i
    while start - 1 in kept:
        start -= 1
    while end + 1 in kept:
        end += 1
    return passage.span(head.doc[start : end + 1])


def event_between(doc: Doc, actor: Span | None, recipient: Span | None) -> Coded | None:
    """The event of a sentence that somebody does to somebody: that of the verb which the two (spans of `doc.text`) share.

    The lowest verb above the actor is asked first, then those above it, those above the recipient, and last every
    verb and event noun in order.
    """
    asked = dict.fromkeys(t for span in (actor, recipient) if span is not None for t in _above(doc, span))
    for token in (*asked, *doc):
        if token.pos_ in {"VERB", "AUX"} or token not in asked:
            found = event_of(token)
            if found is not None:
                return found
    return None


def _above(doc: Doc, span: Span) -> Iterator[Token]:
    tokens = doc.char_span(*span, alignment_mode="expand")
    if tokens is not None:
        yield from (t for t in tokens.root.ancestors if t.pos_ in {"VERB", "AUX"})
