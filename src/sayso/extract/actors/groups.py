"""Those who are named side by side, taken together or told apart: "both", "the two ministers", "the latter"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.extract.actors.agreement import covers, is_called, plain, same_country
from sayso.extract.actors.context import Context, Resolved, clearest, salience
from sayso.extract.actors.figures import Figure
from sayso.extract.actors.identity import body_words
from sayso.extract.actors.phrase import COUNTED, ORDERED, PARTS, Number, Phrase
from sayso.extract.draft import MentionForm
from sayso.model import Actor, ActorKind, content_id

_REACH = 3  # sentences within which those named side by side are still "the two"
_MEETING = frozenset({"meet", "talk", "speak", "confer", "negotiate", "discuss", "sign", "agree"})


def of_all(context: Context) -> Figure | None:
    """For "both", "the two", "the trio": all of those last named side by side, if they are so many."""
    if context.phrase.noun not in COUNTED:
        return None
    return next((group(m, context) for m in _lists(context, met=True) if len(m) == COUNTED[context.phrase.noun]), None)


def of_a_sort(context: Context) -> Figure | None:
    """For "the ministers", "the two firms": those last named side by side, if each of them may be called so."""
    phrase = context.phrase
    if not phrase.definite or phrase.number is not Number.MANY or phrase.owner is not None:
        return None
    many = next((COUNTED[t.lower_] for t in phrase.tokens if t.lower_ in COUNTED), None)
    for members in _lists(context, met=True):
        if many in {None, len(members)} and all(_is_one_of(member, phrase) for member in members):
            return group(members, context)
    return None


def of_two(context: Context) -> Figure | None:
    """For "the former" and "the latter" of exactly two named side by side, or in the sentence before."""
    if context.phrase.noun not in ORDERED:
        return None
    listed = next(_lists(context), ())
    members = listed if listed else _named_before(context)
    if len(members) != 2:
        return None
    return members[0] if context.phrase.noun == "former" else members[1]


def some_of(context: Context) -> Figure | None:
    """For "one of them" and "another": the last people spoken of without names, and that it is some of them; "one of
    the two officials".
    """
    phrase = context.phrase
    if phrase.noun not in PARTS:
        return None
    behind = next((r for r in context.later() if r.phrase.passage == phrase.passage), None)
    if behind is not None and behind.phrase.tokens.start == phrase.tokens.end + 1:  # "one of them, Olga Vane"
        return behind.figure
    several = [b for b in context.back(_REACH) if _are_unnamed(b)]
    whole = clearest((salience(b, context), b.figure) for b in several)
    if whole is None:
        return None
    people = next(b.phrase for b in several if b.figure.actor == whole.actor)
    told = (t for t in people.tokens if t.i <= people.head.i and t.dep_ != "det")
    words = [t.text if t.pos_ == "PROPN" else t.lower_ for t in told]
    name = " ".join([phrase.noun, "of the", *words])
    actor = Actor(id=content_id("actor", context.report.id, name.casefold()), name=name, kind=phrase.kind)
    return Figure(actor=actor, offices=whole.offices)


def _are_unnamed(before: Resolved) -> bool:
    """Whether somebody spoken of is several people by a noun for such."""
    phrase = before.phrase
    people = phrase.form is MentionForm.ROLE and phrase.number is Number.MANY and bool(phrase.offices)
    return people and before.figure.actor.kind is ActorKind.GROUP and not before.figure.members


def group(members: tuple[Figure, ...], context: Context) -> Figure:
    """Several actors as one, under their names in the order of the text."""
    names = [member.actor.name for member in members]
    name = " and ".join([", ".join(names[:-1]), names[-1]])
    identity = content_id("actor", context.report.id, name.casefold())
    return Figure(actor=Actor(id=identity, name=name, kind=ActorKind.GROUP), members=members)


def together(before: Resolved, context: Context, *, met: bool = False) -> tuple[Figure, ...]:
    """Those joined by "and" whose first is `before`, or with `met` also `before` and whom it met; none where one of
    them is not known.
    """
    head = before.phrase.head
    if before.phrase.form is MentionForm.PRONOUN or head.dep_ == "conj":
        return ()
    joined = [child for child in head.conjuncts if child.i > head.i]
    if met and not joined and head.dep_ == "nsubj" and head.head.lemma_ in _MEETING:
        verb = head.head
        joined = [c for c in verb.children if c.dep_ == "dobj" and verb.lemma_ == "meet" and c.i > verb.i]
        joined += [o for c in verb.children if c.lower_ == "with" for o in c.children if o.dep_ == "pobj"]
    if not joined:
        return ()
    others = [context.done.get(before.phrase.beside(token)) for token in joined]
    members = {figure.actor.id: figure for figure in (before.figure, *others) if figure is not None}
    return tuple(members.values()) if None not in others and len(members) > 1 else ()


def _lists(context: Context, *, met: bool = False) -> Iterator[tuple[Figure, ...]]:
    """Those named side by side before the phrase, the nearest first."""
    for before in context.back(_REACH):
        members = together(before, context, met=met)
        if members:
            yield members


def _is_one_of(figure: Figure, phrase: Phrase) -> bool:
    if not same_country(figure, phrase):
        return False
    if figure.actor.kind is ActorKind.PERSON:
        office = plain(phrase.offices[-1]) if phrase.offices else None
        return office is not None and any(covers(office, plain(held), wider=True) for held in figure.offices)
    noun = phrase.head.lemma_.lower()
    return is_called(figure, replace(phrase, noun=noun), body_words(noun)[1])


def _named_before(context: Context) -> tuple[Figure, ...]:
    """The persons named in the last sentence that names any, or its bodies where it names no two persons."""
    near = [r for r in context.back(1) if r.phrase.name and r.sentence == context.sentence - 1]
    found = list({r.figure.actor.id: r.figure for r in reversed(near)}.values())
    persons = [figure for figure in found if figure.actor.kind is ActorKind.PERSON]
    bodies = [f for f in found if f.actor.kind in {ActorKind.ORGANISATION, ActorKind.OUTLET}]
    return tuple(persons or bodies)
