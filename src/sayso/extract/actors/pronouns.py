"""Whom a pronoun stands for, by sieves in order; who speaks a quotation is its "I" and none of its "he" or "they"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.extract.actors import groups
from sayso.extract.actors.agreement import BODY_KINDS, gender_weight, is_person, same_gender
from sayso.extract.actors.context import REACH, Context, Resolved, Sieve, clearest, first_of, salience, speaks
from sayso.extract.actors.figures import Figure
from sayso.extract.actors.phrase import COUNTED, FIRST, NEUTER, PLURAL, RELATIVE, Number, Phrase
from sayso.extract.actors.words import documents
from sayso.extract.attributions.cues import CueKind, cue_words
from sayso.model import Actor, ActorKind, content_id

_FEW = 3  # sentences in which "they" may be one unnamed person, or a clause before the main one looks ahead
_FINDING = frozenset({"find", "establish"})  # cues of showing whose "it" is somebody
_NOBODY = frozenset({"no", "any", "every", "each"})  # "no source", "every employee": nobody in particular
_PARAGRAPH = 1.0  # a pronoun's antecedent is sooner in its own paragraph
_TOLD_OF = 4.0  # who speaks is sooner whoever spoke before than whom they speak of
_SOMEBODYS = 1.0  # "her son" is told of by way of another
_BODY_AS_THEY = 4.0  # "they" is sooner people than a body: two sentences further away


def relative(context: Context) -> Figure | None:
    """What the clause of a relative pronoun hangs on."""
    verb = context.phrase.head.head
    while verb.dep_ in {"conj", "ccomp", "xcomp"} and verb.head is not verb:
        verb = verb.head
    return context.standing_at(verb.head) if verb.dep_ == "relcl" else None


def looking_ahead(context: Context) -> Figure | None:
    """For "when he left, Orlov said …": the subject of the main clause, where nobody before comes into question."""
    head = context.phrase.head
    clause = head.head
    if head.dep_ not in {"nsubj", "nsubjpass"} or clause.dep_ != "advcl" or clause.i > clause.head.i:
        return None
    if any(_agrees(before, context.phrase) for before in context.back(_FEW)):
        return None
    subject = next((child for child in clause.head.children if child.dep_ == "nsubj"), None)
    figure = context.named.get(context.phrase.beside(subject)) if subject is not None else None
    if figure is None or not is_person(figure, Number.ONE) or context.phrase.noun in PLURAL | NEUTER:
        return None
    return figure if same_gender(figure, context.phrase) else None


def antecedent(context: Context) -> Figure | None:
    """The most present actor before the pronoun that agrees with it; None where two are equally so."""
    if context.phrase.noun in NEUTER and not _may_be_body(context.phrase):
        return None
    return clearest(_candidates(context))


def those_who_met(context: Context) -> Figure | None:
    """For "they" of two who met, where no group comes into question."""
    if context.phrase.noun not in PLURAL:
        return None
    found = ((before, groups.together(before, context, met=True)) for before in context.back(_FEW))
    return clearest((salience(before, context), groups.group(m, context)) for before, m in found if m)


def one_unnamed(context: Context) -> Figure | None:
    """For "they" of one unnamed person, new to the report, whose gender it hides."""
    if context.phrase.noun not in PLURAL:
        return None
    found = (
        (salience(before, context), before.figure)
        for before in context.back(_FEW)
        if before.figure.actor.kind is ActorKind.ROLE
        and not (before.figure.gender or before.phrase.definite or _is_speaker(before, context))
    )
    return clearest(found)


def _candidates(context: Context) -> Iterator[tuple[float, Figure]]:
    """What a pronoun may stand for, with how present it is."""
    phrase = context.phrase
    plural = phrase.noun in PLURAL
    for before in context.back(REACH):
        members = groups.together(before, context) if plural else ()
        if not members and not _agrees(before, phrase):
            continue
        if _bound(before.phrase.head, phrase.head) or _is_speaker(before, context):
            continue
        if before.phrase.tokens[0].lower_ in _NOBODY:
            continue
        body = plural and not members and before.phrase.number is not Number.MANY
        apart = before.phrase.at[0] != phrase.at[0]
        score = salience(before, context) + gender_weight(before.figure, phrase)
        told = _is_told_of(before.phrase.head, phrase.head)
        theirs = before.phrase.owner is not None and not before.phrase.name and not before.subject
        score -= _BODY_AS_THEY * body + _PARAGRAPH * apart + _TOLD_OF * told + _SOMEBODYS * theirs
        yield score, groups.group(members, context) if members else before.figure


def _agrees(before: Resolved, phrase: Phrase) -> bool:
    """Whether a pronoun may stand for what came before by number, gender and sort."""
    kind = before.figure.actor.kind
    many = before.phrase.number is Number.MANY
    if phrase.noun in PLURAL:
        people = many and kind is not ActorKind.UNKNOWN
        acts = before.subject and kind in BODY_KINDS - {ActorKind.OUTLET}
        return people or acts or (kind is ActorKind.GROUP and before.subject) or bool(before.figure.members)
    if phrase.noun in NEUTER:
        acts = before.subject if phrase.noun == "it" else before.subject or bool(before.phrase.name)
        paper = before.speaks and kind is ActorKind.UNKNOWN and before.phrase.noun in documents()
        return acts and (paper or kind in BODY_KINDS) and not many
    return is_person(before.figure, before.phrase.number) and same_gender(before.figure, phrase)


def _may_be_body(phrase: Phrase) -> bool:
    """Whether "it" is somebody: the subject of a verb that tells speech or belief, not of one that things do too ("it
    shows"); "its" may be.
    """
    if phrase.noun != "it":
        return True
    word = cue_words().get(phrase.head.head.lemma_.lower()) if speaks(phrase.head) else None
    finds = phrase.head.head.lemma_ in _FINDING
    return word is not None and (finds or word.kind not in {CueKind.SHOW, CueKind.SEEM})


def _bound(before: Token, pronoun: Token) -> bool:
    """Whether the two are subject and object of one verb, and so not the same ("Orlov saw him")."""
    return before.head == pronoun.head and before.dep_ == "nsubj" and pronoun.dep_ in {"dobj", "dative"}


def _is_told_of(before: Token, pronoun: Token) -> bool:
    """Whether somebody stands in what the pronoun is told to say: "a prosecutor is missing, she said"."""
    verb = pronoun.head
    if pronoun.dep_ != "nsubj" or before.sent != pronoun.sent or verb.lemma_.lower() not in cue_words():
        return False
    said = next((child for child in verb.children if child.dep_ == "ccomp"), None)
    if said is not None:
        return said.is_ancestor(before) or said == before
    return verb.dep_ in {"parataxis", "ccomp"} and not verb.is_ancestor(before)


def _is_speaker(before: Resolved, context: Context) -> bool:
    """Whether it is who speaks the quotation in which the pronoun stands: nobody calls himself "he"."""
    return context.speaker is not None and before.figure.actor.id == context.speaker.actor.id


def _unknown(context: Context) -> Figure:
    phrase = context.phrase
    identity = content_id("actor", context.report.id, *map(str, phrase.at))
    return Figure(actor=Actor(id=identity, name=phrase.head.text, kind=ActorKind.UNKNOWN), gender=phrase.gender)


_THIRD: tuple[Sieve, ...] = (looking_ahead, antecedent, those_who_met, one_unnamed)


def pronoun(context: Context) -> Figure | None:
    """Whom a pronoun stands for: an unknown actor for a person whom the report does not tell, None for a relative or
    neuter one that stands for nobody, and for "I" and "we" outside of any quotation.
    """
    noun = context.phrase.noun
    if noun in RELATIVE:
        return relative(context)
    if noun in FIRST:
        return context.speaker
    if noun in COUNTED:
        return groups.of_all(context) or _unknown(context)
    return first_of(_THIRD, context) or (None if noun in NEUTER else _unknown(context))
