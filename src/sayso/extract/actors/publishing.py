"""Descriptions that stand for the report's own outlet: "this newspaper", "the Ministry" on the ministry's own page."""

from __future__ import annotations

from sayso.extract.actors.context import Context
from sayso.extract.actors.figures import Figure
from sayso.extract.actors.phrase import Number
from sayso.extract.actors.words import bodies, outlet_words
from sayso.model import Actor, ActorKind, content_id

_POINTING = frozenset({"the", "this", "our"})
_BEHIND_NOUN = frozenset({"of", "for", "on", "in", "at", ","})


def this_outlet(context: Context) -> Figure | None:
    """For "this newspaper": the report's own outlet."""
    phrase = context.phrase
    if phrase.tokens[0].lower_ != "this" or bodies().get(phrase.noun) is not ActorKind.OUTLET:
        return None
    return _outlet(context)


def own_name(context: Context) -> Figure | None:
    """For "the Ministry" and "this Office" on the page of a body whose name has this word with a capital: that body."""
    head = context.phrase.head
    capital = head.text[:1].isupper() and not head.text.isupper()
    return _outlet(context) if capital and _is_noun_of(context) and _means_it(context) else None


def own_body(context: Context) -> Figure | None:
    """For "the ministry" on a body's own page, where the report speaks of no other such body; of outlets none calls
    itself "the agency".
    """
    outlets = bodies().get(context.phrase.noun, ActorKind.OUTLET) is ActorKind.OUTLET
    return _outlet(context) if not outlets and _is_noun_of(context) and _means_it(context) else None


def _is_noun_of(context: Context) -> bool:
    """Whether a noun is what the outlet's name says it is: of "Ministry of Health", not of "Council Gazette"."""
    words = (context.report.outlet or "").replace(",", " ,").casefold().split()
    noun = context.phrase.noun
    if noun not in words or set(words) & outlet_words():
        return False
    after = words[words.index(noun) + 1 :]
    return not after or after[0] in _BEHIND_NOUN


def _means_it(context: Context) -> bool:
    """Whether a phrase is but the noun of the outlet's name with "the", and no other body of the report has it."""
    phrase = context.phrase
    if (
        phrase.number is Number.MANY
        or phrase.country
        or [t.lower_ in _POINTING for t in phrase.tokens] != [True, False]
    ):
        return False
    others = (figure for figure in context.named.values() if phrase.noun in figure.words)
    return all(figure.actor.name == context.report.outlet for figure in others)


def _outlet(context: Context) -> Figure | None:
    outlet = context.report.outlet
    if outlet is None:
        return None
    same = (figure for figure in context.named.values() if figure.actor.name == outlet)
    kind = bodies().get(context.phrase.noun, ActorKind.OUTLET)
    made = Actor(id=content_id("actor", outlet.casefold()), name=outlet, kind=kind)
    return next(same, Figure(actor=made))
