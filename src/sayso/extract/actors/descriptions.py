"""Whom a description stands for ("the Iranian minister", "its spokesman", "the 46-year-old"), by sieves in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.extract.actors import groups, papers
from sayso.extract.actors.agreement import (
    BODY_KINDS,
    gender_weight,
    holds,
    is_called,
    is_described,
    is_person,
    plain,
    same_country,
    same_gender,
    same_sort,
)
from sayso.extract.actors.context import REACH, Context, Resolved, Sieve, clearest, only, salience, speaks
from sayso.extract.actors.figures import Figure, called_so, tied
from sayso.extract.actors.identity import body_words
from sayso.extract.actors.phrase import PRONOUN_GENDERS, Number, Office, Phrase
from sayso.extract.actors.publishing import own_body, own_name, this_outlet
from sayso.extract.actors.words import bodies, documents, moods, nationals, roles
from sayso.model import Actor, ActorKind, BlockKind, content_id

_UNTOLD = frozenset({"the", "a", "an", "all", "our"})
_ABOVE = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST})
# Classes of nouns by which one person may be called and that tell the gender
_BY_GENDER = frozenset({"father", "grandfather", "grandmother", "husband", "man", "mother", "widow", "wife"})
_TELLING = 2  # words that tell one body from others of its kind
_LEDE = 2  # sentences at the head of a report in which somebody may be described who is named only below


def beside(context: Context) -> Figure | None:
    """The named actor that a description stands in apposition to, before or after it, or is said to be, or called."""
    phrase = context.phrase
    called = (context.named.get(phrase.beside(token)) for token in called_so(phrase.head))
    tied_to = (context.named.get(at) for at in tied(phrase))
    fitting = (figure for figure in tied_to if figure is not None and same_sort(figure, phrase))
    return next((figure for figure in called if figure is not None), next(fitting, None))


def body(context: Context) -> Figure | None:
    """The body last spoken of that a common noun means: "the ministry", "the agency"; None of two in one breath."""
    phrase = context.phrase
    if not phrase.definite or phrase.number is Number.MANY:
        return None
    if phrase.noun not in bodies() and not _ends_a_name(context):
        return None
    words = body_words(description(phrase))[1]
    fitting = [b for b in context.back() if is_called(b.figure, phrase, words) or _is_introduced(b, phrase)]
    return clearest((_by_place(b, context), b.figure) for b in fitting)


def _ends_a_name(context: Context) -> bool:
    """Whether a body's name ends in the noun, whatever the noun is: "the registry" of "Bay Ship Registry"."""
    noun = context.phrase.noun
    named = (f.actor for f in context.named.values() if f.actor.kind in BODY_KINDS and noun in f.words)
    return any(actor.name.split()[-1].casefold() == noun for actor in named)


def _is_introduced(before: Resolved, phrase: Phrase) -> bool:
    """Whether a body's name stands with the noun: "the state news agency Puna … the agency said"."""
    named = bool(before.phrase.name) and before.figure.actor.kind in BODY_KINDS
    return named and not phrase.country and any(token.lower_ == phrase.noun for token in before.phrase.tokens)


def _by_place(before: Resolved, context: Context) -> float:
    """Salience where several sentences may lie between: whoever stands in a later one goes before."""
    return salience(before, context) + (1.0 if before.phrase.name else 0.0)


def body_of_compound(context: Context) -> Figure | None:
    """For "a company statement": the company."""
    phrase = context.phrase
    nouns = [c for c in phrase.head.children if c.dep_ == "compound" and c.is_lower and c.lower_ in bodies()]
    if phrase.noun not in documents() or len(nouns) != 1:
        return None
    tokens = phrase.tokens.doc[nouns[0].i : nouns[0].i + 1]
    whose = replace(phrase, head=nouns[0], noun=nouns[0].lower_, tokens=tokens, number=Number.ONE, definite=True)
    return body(replace(context, phrase=whose))


def body_below(context: Context) -> Figure | None:
    """The one body that a headline means by a bare noun and only what follows names: "Road to close, ministry says"."""
    phrase = context.phrase
    if phrase.passage.block.kind is not BlockKind.HEADLINE or phrase.noun not in bodies():
        return None
    if phrase.number is Number.MANY or phrase.country or phrase.owner is not None or not phrase.definite:
        return None
    words = body_words(description(phrase))[1]
    return only(later.figure for later in context.later() if words and words <= later.figure.words)


def named_body_below(context: Context) -> Figure | None:
    """The one body whose name has all the words by which a headline or the first sentences bring it in: "a war monitor
    said …. The Orontes War Monitor …".
    """
    phrase = context.phrase
    above = phrase.passage.block.kind in _ABOVE
    body_ = phrase.noun in bodies() or roles().get(phrase.noun) == "monitor"
    if not body_ or phrase.number is Number.MANY or phrase.owner is not None or not (above or context.sentence < _LEDE):
        return None
    words = body_words(description(phrase))[1]
    if len(words) < (1 if above else _TELLING) or (phrase.definite and not above):
        return None
    named = (later.figure for later in context.later() if later.figure.actor.kind in BODY_KINDS)
    return only(figure for figure in named if words <= figure.words and same_country(figure, phrase))


def described(context: Context) -> Figure | None:
    """The same description unnamed: "two officials … the officials", or a person who was introduced by it."""
    return _holder(context, wider=False)


def office_holder(context: Context) -> Figure | None:
    """The person in an office that a wider word means: "the leader" of a president, "the official" of a mayor."""
    return _holder(context, wider=True) if context.phrase.owner is None else None


def _holder(context: Context, *, wider: bool) -> Figure | None:
    office = _office(context.phrase)
    if office is None:
        return None
    phrase = context.phrase
    # one actor stands many times in a report, and the answer is the same each time
    answers: dict[int, bool] = {}
    fitting = []
    for before in context.back():
        figure = before.figure
        if id(figure) not in answers:
            answers[id(figure)] = holds(figure, office, phrase, wider=wider)
        if answers[id(figure)] or (not wider and is_described(before.phrase, phrase, office)):
            fitting.append(before)
    if phrase.owner is not None:
        fitting = [
            before
            for before in fitting
            if before.phrase.owner is not None or before.figure.actor.kind is ActorKind.PERSON
        ]
    return clearest((_by_place(before, context), before.figure) for before in fitting)


def of_named_body(context: Context) -> Figure | None:
    """For "the Harbour Board boss": the one person of such an office, whose body the report tells otherwise."""
    phrase = context.phrase
    body_ = {t.lower_ for t in phrase.tokens if t.i < phrase.head.i and t.text[:1].isupper()}
    if not body_ or not phrase.definite or not phrase.offices or phrase.number is Number.MANY:
        return None
    told = plain(phrase.offices[-1])
    office = replace(told, words=told.words - body_)
    return only(b.figure for b in context.back(REACH) if holds(b.figure, office, phrase, wider=True))


def _office(phrase: Phrase) -> Office | None:
    """The office by which somebody known is pointed at, None where the words point at nobody known."""
    if not phrase.definite or not phrase.offices:
        return None
    return plain(phrase.offices[-1])


def counterpart(context: Context) -> Figure | None:
    """The person introduced as somebody's counterpart."""
    office = _office(context.phrase)
    if office is None or office.role != "counterpart":
        return None
    found = (b.figure for b in context.back() if any(o.role == "counterpart" for o in b.figure.offices))
    return next(found, None)


def spoken_for(context: Context) -> Figure | None:
    """The body whose unnamed spokesperson it is: "its spokesman", "the ministry's spokeswoman"."""
    phrase = context.phrase
    if phrase.owner is None or not any(office.role == "spokesperson" for office in phrase.offices):
        return None
    whose = context.standing_at(phrase.owner)
    return whose if whose is not None and whose.actor.kind in BODY_KINDS and phrase.number is not Number.MANY else None


def of_that_age(context: Context) -> Figure | None:
    """For "the 46-year-old": the one person of whom the report tells this age."""
    age = context.phrase.age
    if age is None or not context.phrase.definite:
        return None
    return only(b.figure for b in context.back() if age in {b.figure.age, b.phrase.age} and _one(b))


def of_that_country(context: Context) -> Figure | None:
    """For "the Dane": the one person of that country, of the gender if the word tells one."""
    phrase = context.phrase
    if phrase.head.text not in nationals() or not phrase.country or phrase.offices:
        return None
    people = [b for b in context.back(REACH) if _one(b) and same_gender(b.figure, phrase)]
    fitting = [b for b in people if phrase.country == b.figure.actor.country]
    # of whom the report tells no country, "the Dane" tells it: it stands for somebody named already
    fitting = fitting or [b for b in people if b.phrase.name and not b.figure.actor.country]
    return clearest((salience(b, context), b.figure) for b in fitting)


def man_or_woman(context: Context) -> Figure | None:
    """For "the woman" or "the mum": the most present person of the gender, where one is clearly so, else the one
    unnamed person whose gender nothing tells.
    """
    phrase = context.phrase
    if roles().get(phrase.noun) not in _BY_GENDER or not phrase.definite or len(phrase.tokens) > _LEDE or phrase.owner:
        return None
    fitting = [b for b in context.back(REACH) if _one(b) and same_gender(b.figure, phrase)]
    known = [b for b in fitting if phrase.gender in {b.figure.gender, b.figure.leaning}]
    hidden = (b.figure for b in fitting if not b.figure.gender and b.figure.actor.kind is ActorKind.ROLE and b.speaks)
    found = clearest((salience(b, context) + gender_weight(b.figure, phrase), b.figure) for b in known)
    return found if known else only(hidden)


def _one(before: Resolved) -> bool:
    return is_person(before.figure, before.phrase.number)


def named_below(context: Context) -> Figure | None:
    """Whom a headline or the first sentences describe and only what follows names, by the office and no other holder.

    "A spokeswoman" is the one named below only where that is told: "The spokeswoman, Olga Petrova, …".
    """
    phrase = context.phrase
    headline = phrase.passage.block.kind is BlockKind.HEADLINE
    if not phrase.offices or phrase.number is Number.MANY or not (headline or context.sentence < _LEDE):
        return None
    office = plain(phrase.offices[-1])
    if phrase.definite or headline:
        fitting = [r.figure for r in context.later() if holds(r.figure, office, phrase, wider=headline)]
        return next(iter(fitting), None) if headline else only(fitting)
    return only(r.figure for r in context.later() if _points_up(r, office, phrase))


def _points_up(later: Resolved, office: Office, phrase: Phrase) -> bool:
    """Whether a name below stands in apposition to "the …" and so names somebody spoken of already."""
    head = later.phrase.head
    around = [*(c for c in head.children if c.dep_ == "appos"), *([head.head] if head.dep_ == "appos" else [])]
    told = any(token.left_edge.lower_ == "the" and roles().get(token.lower_) == office.role for token in around)
    return told and same_gender(later.figure, phrase) and same_country(later.figure, phrase)


def spelled_out(phrase: Phrase, later: Iterable[Phrase]) -> Iterator[Phrase]:
    """Those of the phrases after it by which the text brings in the unnamed one whom a heading calls by a bare noun:
    "an officer at the gate" for "officer says".
    """
    if phrase.passage.block.kind not in _ABOVE or phrase.name:
        return
    if phrase.noun in documents() and phrase.owner is None:
        told = (other for other in later if other.at > phrase.at and other.passage.block.kind not in _ABOVE)
        yield from (other for other in told if not other.name and papers.are_alike(other.noun, phrase.noun))
    elif phrase.offices:
        office = plain(phrase.offices[-1])
        new = (other for other in later if other.at > phrase.at and not other.definite)
        yield from (o for o in new if o.passage.block.kind not in _ABOVE and is_described(o, phrase, office))


def described_below(context: Context) -> Figure | None:
    """Whom a heading calls by a bare noun and the text describes at more length without a name."""
    below = (found.phrase for found in context.resolved[context.place :])
    first = next(spelled_out(context.phrase, below), None)
    return context.done.get(first.at) if first is not None else None


def named_next(context: Context) -> Figure | None:
    """Who speaks next by a bare name where the first sentences let one person of an office speak: "the harbour master
    said. Olga Vane said the quay …". A name that no office is told of has been brought in already.
    """
    phrase = context.phrase
    if not phrase.offices or not phrase.definite or phrase.number is Number.MANY or context.sentence >= _LEDE:
        return None
    after = next((r for r in context.later() if r.figure.actor.kind is ActorKind.PERSON), None)
    if after is None or not speaks(phrase.head) or not after.speaks or after.sentence - context.sentence not in {1, 2}:
        return None
    bare = not after.figure.offices and after.figure.age is None
    return after.figure if bare and same_gender(after.figure, phrase) else None


def description(phrase: Phrase) -> str:
    """The words of a description without its article, whose it is to the writer, and in what mood people are."""
    tokens = phrase.tokens
    while len(tokens) > 1 and (tokens[0].lower_ in _UNTOLD or (tokens[0].lower_ in moods() and phrase.offices)):
        tokens = tokens[1:]
    return " ".join(tokens.text.split())


def own(context: Context) -> Figure:
    """An actor of its own: a body of a known country by that, anything else by its words within the report.

    "His lawyer" is told by whose lawyer it is, where that is known.
    """
    phrase = context.phrase
    words = _with_owner(context) or description(phrase)
    kind = phrase.kind
    country, content = body_words(words)
    if kind is ActorKind.GOVERNMENT and phrase.country and phrase.noun in bodies():
        identity = content_id("actor", " ".join([phrase.country, *sorted(content)]))
    else:
        identity = content_id("actor", context.report.id, words.casefold())
    actor = Actor(id=identity, name=words, kind=kind, country=phrase.country or country or None)
    # "two members of the police" are not the police
    called = content if phrase.noun in bodies() else frozenset()
    return Figure(actor=actor, offices=phrase.offices, gender=phrase.gender, age=phrase.age, words=called)


def _with_owner(context: Context) -> str | None:
    """The description with the name of whom its "his" stands for, None where nobody knows whose it is."""
    tokens = context.phrase.tokens
    if tokens[0].dep_ != "poss" or tokens[0].lower_ not in PRONOUN_GENDERS:
        return None
    whose = context.standing_at(tokens[0])
    if whose is None or whose.actor.kind is ActorKind.UNKNOWN:
        return None
    return f"{whose.actor.name}'s {' '.join(tokens[1:].text.split())}"


# From the most precise to the least; each says for itself what it is sure of
SIEVES: tuple[Sieve, ...] = (
    groups.of_all,
    groups.of_two,
    beside,
    groups.some_of,
    papers.issuer_by_syntax,
    body_of_compound,
    papers.paper_before,
    papers.body_of_paper,
    this_outlet,
    own_name,
    body,
    own_body,
    body_below,
    counterpart,
    of_that_age,
    of_that_country,
    described,
    spoken_for,
    groups.of_a_sort,
    office_holder,
    of_named_body,
    man_or_woman,
    named_below,
    named_next,
    named_body_below,
    described_below,
)
