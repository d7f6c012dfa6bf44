"""Whether what words say of somebody agrees with what is known of an actor: sort, number, gender, country, office."""

from __future__ import annotations

from sayso.extract.actors.figures import Figure
from sayso.extract.actors.phrase import RANKS, Number, Office, Phrase
from sayso.extract.actors.words import HELD_BY_FIRMS, bodies, generic_bodies, named_bodies, roles, wider_offices
from sayso.extract.draft import MentionForm
from sayso.model import ActorKind

BODY_KINDS = frozenset({ActorKind.GOVERNMENT, ActorKind.ORGANISATION, ActorKind.OUTLET, ActorKind.GROUP})
ANY_OFFICE = frozenset({"official", "politician"})
# Roles that tell nothing but that it is a person: nobody holds one as an office
NO_OFFICE = frozenset({"man", "person", "resident", "witness", "victim", "family", "source", "member"})
# Words that rank or praise and so narrow nothing
_EMPTY = frozenset(
    [
        "senior",
        "top",
        "current",
        "veteran",
        "chief",
        "high",
        "ranking",
        "level",
        "new",
        "longtime",
        "outspoken",
        "own",
        "late",
        "then",
        "town",
        "city",
        "village",
    ]
)
_LEANING_AGAINST = 2.5


def same_sort(figure: Figure, phrase: Phrase) -> bool:
    """Whether a person meets an office, and a body a body's noun or a part that a firm may have ("the owner")."""
    if figure.actor.kind is ActorKind.PERSON:
        return bool(phrase.offices)
    return not phrase.offices or phrase.noun in HELD_BY_FIRMS or phrase.noun not in roles()


def same_country(figure: Figure, phrase: Phrase) -> bool:
    """Whether a description's country, if it tells one, is the actor's."""
    return not phrase.country or phrase.country == figure.actor.country


def same_gender(figure: Figure, phrase: Phrase) -> bool:
    """Whether no known genders differ."""
    return not (figure.gender and phrase.gender and figure.gender != phrase.gender)


def gender_weight(figure: Figure, phrase: Phrase) -> float:
    """What the gender speaks for a match: for a known one, and against a likely one of the other."""
    if not phrase.gender:
        return 0.0
    if figure.gender:
        return 1.0
    return -_LEANING_AGAINST if figure.leaning and figure.leaning != phrase.gender else 0.0


def is_person(figure: Figure, number: Number) -> bool:
    """Whether an actor is one person, named or described."""
    return figure.actor.kind is ActorKind.PERSON or (figure.actor.kind is ActorKind.ROLE and number is Number.ONE)


def is_called(figure: Figure, phrase: Phrase, words: frozenset[str]) -> bool:
    """Whether a body may be called by a common noun: all `words` are in its name, or it is a general word for such."""
    if figure.actor.kind not in BODY_KINDS | {ActorKind.UNKNOWN} or not words or not same_country(figure, phrase):
        return False
    if phrase.noun in generic_bodies() and _is_only_narrowed(phrase):
        words = frozenset({phrase.noun})
    return words <= figure.words or (len(words) == 1 and _is_general(figure, phrase.noun))


def _is_only_narrowed(phrase: Phrase) -> bool:
    """Whether nothing but adjectives stands before a noun, which say no name: "the armed group"."""
    before = [token for token in phrase.tokens if token.i < phrase.head.i]
    return all(token.dep_ in {"amod", "det"} and token.is_lower and not token.like_num for token in before)


def _is_general(figure: Figure, noun: str) -> bool:
    """Whether "the company" may be this one; of described bodies, which have a noun of their own, none may."""
    # a name of which nobody knows what it is may well be a firm's
    kind = ActorKind.ORGANISATION if figure.actor.kind is ActorKind.UNKNOWN else figure.actor.kind
    if kind not in generic_bodies().get(noun, ()) or not all(word[0].isupper() for word in _told(figure)):
        return False
    own = figure.words & set(bodies())
    if kind is ActorKind.GOVERNMENT and not own:  # a country or a town
        return False
    return figure.actor.name in named_bodies() or not own or any(_are_alike(noun, word) for word in own)


def _told(figure: Figure) -> list[str]:
    """The words that must have capitals in a name: the first, and all of a name of which nobody knows what it is."""
    words = figure.actor.name.split()
    return words if figure.actor.kind is ActorKind.UNKNOWN else words[:1]


def _are_alike(noun: str, other: str) -> bool:
    """Whether two nouns may be said of one body: "the group" of an alliance, "the company" of no union."""
    return other not in _NO_FIRMS or noun not in _FIRMS


_FIRMS = frozenset({"company", "firm", "corporation", "manufacturer", "retailer"})
_NO_FIRMS = frozenset(
    {"union", "unions", "party", "church", "university", "school", "hospital", "alliance", "coalition", "federation"}
)


def is_described(before: Phrase, phrase: Phrase, office: Office) -> bool:
    """Whether an earlier description of somebody unnamed is the one meant: "two officials … the officials"."""
    if before.form is not MentionForm.ROLE or before.number is not phrase.number or not before.offices:
        return False
    if phrase.age is not None and before.age != phrase.age:
        return False
    earlier = plain(before.offices[-1])
    same = not phrase.country or phrase.country == before.country
    same_rank = earlier.words & RANKS <= office.words <= earlier.words
    alike = not (before.gender and phrase.gender and before.gender != phrase.gender)
    return same and same_rank and alike and earlier.role == office.role


def plain(office: Office) -> Office:
    """An office with its rank words taken off; "top diplomat" is the foreign minister."""
    if office.role == "diplomat" and office.words & {"top", "chief"}:
        return Office(role="minister", words=frozenset({"foreign"}))
    return Office(role=office.role, words=office.words - _EMPTY)


def holds(figure: Figure, office: Office, phrase: Phrase, *, wider: bool) -> bool:
    """Whether what is known of a person agrees with a description, and something known speaks for it."""
    if figure.actor.kind is not ActorKind.PERSON or phrase.number is Number.MANY:
        return False
    if not same_gender(figure, phrase) or not same_country(figure, phrase):
        return False
    return any(covers(office, held, wider=wider) for held in map(plain, figure.offices))


def covers(office: Office, held: Office, *, wider: bool) -> bool:
    """Whether somebody who holds the office `held` may be called by `office`, a wider word allowed or not.

    Nobody calls a deputy or a former minister "the minister" while another could be meant: only the wider reading lets
    a former one be called so, and "the official" is anybody in office.
    """
    role, below = held.role == office.role, held.words & RANKS
    if wider and office.role in ANY_OFFICE and held.role not in NO_OFFICE:
        return office.words <= held.words
    if wider:
        role = role or held.role in wider_offices().get(office.role, ())
        below = below - {"former"}
    return role and below <= office.words <= held.words
