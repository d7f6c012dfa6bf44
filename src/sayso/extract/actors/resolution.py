"""Whom descriptions and pronouns stand for: followed through the report from its first word to its last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.extract.actors.figures import Figure, Key, body_words, tied
from sayso.extract.actors.phrases import NEUTER, PLURAL, RANKS, RELATIVE, At, Number, Office, Phrase
from sayso.extract.actors.words import HELD_BY_FIRMS, bodies, documents, roles
from sayso.extract.attributions.cues import cue_words
from sayso.extract.draft import MentionForm
from sayso.model import Actor, ActorKind, BlockKind, content_id

_SENTENCE_COST = 2.0
_REACH = 12  # sentences back in which a pronoun may have its antecedent

# What an office may be called instead: "the leader" of a president, "the official" of anybody in office
_WIDER: dict[str, frozenset[str]] = {
    "leader": frozenset({"president", "premier", "king", "chair", "chief", "commander", "cleric", "pope"}),
    "chief": frozenset({"director", "chair", "commander", "president", "sheriff", "minister", "secretary"}),
    "diplomat": frozenset({"ambassador", "minister", "secretary", "consul"}),
    "minister": frozenset({"premier"}),
    "lawmaker": frozenset({"senator", "representative", "deputy", "speaker"}),
    "officer": frozenset({"general", "colonel", "captain", "lieutenant", "major", "sergeant", "police", "sheriff"}),
    "general": frozenset({"commander", "major", "lieutenant", "brigadier"}),
    "commander": frozenset({"general", "admiral", "colonel", "chief"}),
    "director": frozenset({"chief", "executive"}),
    "lawyer": frozenset({"prosecutor"}),
    "expert": frozenset({"analyst", "researcher", "professor", "economist"}),
}
_ANY_OFFICE = frozenset({"official", "politician"})
_EVERYBODY = frozenset({"man", "person", "member"})
# Words that rank or praise and so narrow nothing
_EMPTY = frozenset(
    [
        "senior",
        "top",
        "former",
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
    ]
)

_BODY_KINDS = frozenset({ActorKind.GOVERNMENT, ActorKind.ORGANISATION, ActorKind.OUTLET, ActorKind.GROUP})
_ISSUERS = _BODY_KINDS - {ActorKind.GROUP}
_GENERIC_BODIES: dict[str, frozenset[ActorKind]] = {
    "agency": frozenset({ActorKind.OUTLET, ActorKind.GOVERNMENT}),
    "newspaper": frozenset({ActorKind.OUTLET}),
    "outlet": frozenset({ActorKind.OUTLET}),
    "channel": frozenset({ActorKind.OUTLET}),
    "broadcaster": frozenset({ActorKind.OUTLET}),
    "daily": frozenset({ActorKind.OUTLET}),
    "weekly": frozenset({ActorKind.OUTLET}),
    "magazine": frozenset({ActorKind.OUTLET}),
    "website": frozenset({ActorKind.OUTLET}),
    "organisation": frozenset({ActorKind.ORGANISATION}),
    "organization": frozenset({ActorKind.ORGANISATION}),
    "company": frozenset({ActorKind.ORGANISATION}),
    "firm": frozenset({ActorKind.ORGANISATION}),
    "charity": frozenset({ActorKind.ORGANISATION}),
    "watchdog": frozenset({ActorKind.ORGANISATION}),
    "think-tank": frozenset({ActorKind.ORGANISATION}),
    "group": frozenset({ActorKind.ORGANISATION, ActorKind.GROUP}),
    "movement": frozenset({ActorKind.GROUP}),
    "militia": frozenset({ActorKind.GROUP}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A phrase and whom it stands for, with what is known of that actor when the phrase is read."""

    phrase: Phrase
    figure: Figure
    sentence: int

    @property
    def speaks(self) -> bool:
        """Whether the phrase is the subject of a cue verb."""
        head = self.phrase.head
        return head.dep_ in {"nsubj", "nsubjpass"} and head.head.lemma_.lower() in cue_words()


def resolve(
    all_phrases: Sequence[Phrase], by_key: Mapping[At, Key], known: Mapping[Key, Figure], report: str
) -> list[Resolved]:
    """Every phrase that stands for an actor, with that actor, in order of place.

    A description joins a named actor only where what it says (office, country, number) agrees; else it is an actor of
    its own. A pronoun without a fitting antecedent is unknown, and a relative or neuter one is then left out.
    """
    numbers = _sentence_numbers(all_phrases)
    names = {at: known[key] for at, key in by_key.items()}
    past: list[Resolved] = []
    done: dict[At, Figure] = dict(names)
    for phrase in all_phrases:
        sentence = numbers[phrase.at]
        context = _Context(phrase=phrase, past=past, done=done, named=names, report=report, sentence=sentence)
        figure = names.get(phrase.at) or _described(context)
        if figure is not None:
            past.append(Resolved(phrase=phrase, figure=figure, sentence=sentence))
            done[phrase.at] = figure
    return past


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    """A phrase and everything resolved before it."""

    phrase: Phrase
    past: Sequence[Resolved]
    done: Mapping[At, Figure]
    named: Mapping[At, Figure]
    report: str
    sentence: int

    def standing_at(self, token: Token) -> Figure | None:
        """Whom the phrase headed by `token` of the same block stands for, a description only where it came before."""
        return self.done.get(self.phrase.beside(token))


def _sentence_numbers(all_phrases: Iterable[Phrase]) -> dict[At, int]:
    starts = {p.at: (p.at[0], p.head.sent.start) for p in all_phrases}
    order = {start: number for number, start in enumerate(sorted(set(starts.values())))}
    return {at: order[start] for at, start in starts.items()}


def _described(context: _Context) -> Figure | None:
    phrase = context.phrase
    if phrase.form is MentionForm.PRONOUN:
        return _relative(context) if phrase.noun in RELATIVE else _pronoun(context)
    found = (
        _beside(context)
        or (_issuer(context) if phrase.noun in documents() else None)
        or (_body(context) if phrase.noun in bodies() else None)
        or _holder(context)
    )
    return found or own(phrase, context.report)


def own(phrase: Phrase, report: str) -> Figure:
    """An actor of its own: a body of a known country by that, anything else by its words within the report."""
    words = _description(phrase)
    kind = phrase.kind
    country, content = body_words(words)
    if kind is ActorKind.GOVERNMENT and phrase.country and phrase.noun in bodies():
        identity = content_id("actor", " ".join([phrase.country, *sorted(content)]))
    else:
        identity = content_id("actor", report, words.casefold())
    actor = Actor(id=identity, name=words, kind=kind, country=phrase.country or country or None)
    return Figure(actor=actor, offices=phrase.offices, gender=phrase.gender, words=content)


def _description(phrase: Phrase) -> str:
    """The words of a description without its article."""
    tokens = phrase.tokens
    if len(tokens) > 1 and tokens[0].lower_ in {"the", "a", "an"}:
        tokens = tokens[1:]
    return " ".join(tokens.text.split())


def _beside(context: _Context) -> Figure | None:
    """The named actor that a description stands in apposition to, before or after it, or is said to be."""
    found = (context.named.get(at) for at in tied(context.phrase))
    return next((figure for figure in found if figure is not None and _same_sort(figure, context.phrase)), None)


def _same_sort(figure: Figure, phrase: Phrase) -> bool:
    """Whether a person meets an office, and a body a body's noun or a part that a firm may have ("the owner")."""
    if figure.actor.kind is ActorKind.PERSON:
        return bool(phrase.offices)
    return not phrase.offices or phrase.noun in HELD_BY_FIRMS or phrase.noun not in roles()


def _relative(context: _Context) -> Figure | None:
    """What the clause of a relative pronoun hangs on."""
    verb = context.phrase.head.head
    while verb.dep_ in {"conj", "ccomp", "xcomp"} and verb.head is not verb:
        verb = verb.head
    return context.standing_at(verb.head) if verb.dep_ == "relcl" else None


def _issuer(context: _Context) -> Figure | None:
    """Who speaks through a document: whose it is, or for "the report" the last body that spoke."""
    phrase = context.phrase
    parts = [child for child in phrase.head.children if child.dep_ in {"poss", "compound"}]
    whose = [figure for part in parts if (figure := context.standing_at(part)) is not None]
    if whose:
        return whose[0]
    if not phrase.definite or phrase.country or parts:
        return None
    for before in reversed(context.past):
        if context.sentence - before.sentence > _REACH:
            break
        if before.phrase.noun == phrase.noun or (before.speaks and before.figure.actor.kind in _ISSUERS):
            return before.figure
    return None


def _body(context: _Context) -> Figure | None:
    """The body last spoken of that a common noun means: "the ministry", "the agency"."""
    phrase = context.phrase
    if not phrase.definite or phrase.number is Number.MANY:
        return None
    words = body_words(_description(phrase))[1]
    fitting = (b.figure for b in reversed(context.past) if _is_body(b.figure, phrase, words))
    return next(fitting, None)


def _is_body(figure: Figure, phrase: Phrase, words: frozenset[str]) -> bool:
    """Whether all the words of a description are in a body's name, or it is a general word for such a body."""
    country = figure.actor.country
    if figure.actor.kind not in _BODY_KINDS or (phrase.country and phrase.country != country):
        return False
    general = len(words) == 1 and figure.actor.kind in _GENERIC_BODIES.get(phrase.noun, ())
    return bool(words) and (words <= figure.words or general)


def _holder(context: _Context) -> Figure | None:
    """Who was last spoken of that a description fits: a person in that office, or the same description unnamed."""
    phrase = context.phrase
    if not phrase.definite or not phrase.offices:
        return None
    office = _plain(phrase.offices[-1])
    if office.role == "counterpart":
        return _counterpart(context)
    # The office itself goes before a wider word for it, however much later somebody of another office was named
    for wider in (False, True):
        for before in reversed(context.past):
            described = not wider and _is_described(before.phrase, phrase, office)
            if described or _holds(before.figure, office, phrase, wider=wider):
                return before.figure
    # A headline says "minister" of somebody whom only the article names
    later = context.named.values() if phrase.passage.block.kind is BlockKind.HEADLINE else ()
    return next((figure for figure in later if _holds(figure, office, phrase, wider=True)), None)


def _is_described(before: Phrase, phrase: Phrase, office: Office) -> bool:
    """Whether an earlier description of somebody unnamed is the one meant: "two officials … the officials"."""
    if before.form is not MentionForm.ROLE or before.number is not phrase.number or not before.offices:
        return False
    earlier = _plain(before.offices[-1])
    same_country = not phrase.country or phrase.country == before.country
    same_rank = earlier.words & RANKS <= office.words <= earlier.words
    return same_country and same_rank and earlier.role == office.role


def _plain(office: Office) -> Office:
    """An office with its rank words taken off; "top diplomat" is the foreign minister."""
    if office.role == "diplomat" and office.words & {"top", "chief"}:
        return Office(role="minister", words=frozenset({"foreign"}))
    return Office(role=office.role, words=office.words - _EMPTY)


def _holds(figure: Figure, office: Office, phrase: Phrase, *, wider: bool) -> bool:
    """Whether what is known of a person agrees with a description, and something known speaks for it."""
    if figure.actor.kind is not ActorKind.PERSON or phrase.number is Number.MANY:
        return False
    if phrase.gender and figure.gender and phrase.gender != figure.gender:
        return False
    if phrase.country and phrase.country != figure.actor.country:
        return False
    return any(_covers(office, held, wider=wider) for held in map(_plain, figure.offices))


def _covers(office: Office, held: Office, *, wider: bool) -> bool:
    """Whether somebody who holds the office `held` may be called by `office`, a wider word allowed or not."""
    role = held.role == office.role
    if wider and not role:
        role = held.role in _WIDER.get(office.role, ()) or office.role in _ANY_OFFICE
    return role and held.words & RANKS <= office.words <= held.words


def _counterpart(context: _Context) -> Figure | None:
    """The person introduced as somebody's counterpart."""
    for before in reversed(context.past):
        if any(office.role == "counterpart" for office in before.figure.offices):
            return before.figure
    return None


def _pronoun(context: _Context) -> Figure | None:
    phrase = context.phrase
    best = max(_antecedents(context), key=lambda scored: scored[0], default=None)
    if best is not None:
        return best[1]
    return None if phrase.noun in NEUTER else _unknown(context)


def _unknown(context: _Context) -> Figure:
    phrase = context.phrase
    identity = content_id("actor", context.report, *map(str, phrase.at))
    return Figure(actor=Actor(id=identity, name=phrase.head.text, kind=ActorKind.UNKNOWN), gender=phrase.gender)


def _antecedents(context: _Context) -> Iterator[tuple[tuple[float, int], Figure]]:
    """What a pronoun may stand for with how salient it is: near, subject, speaker; the later of equals."""
    plural = context.phrase.noun in PLURAL
    for order, before in enumerate(reversed(context.past)):
        back = context.sentence - before.sentence
        if back > _REACH:
            return
        pair = _pair(before, context) if plural else None
        if not pair and not _agrees(before, context.phrase):
            continue
        if _bound(before.phrase.head, context.phrase.head):
            continue
        subject = before.phrase.head.dep_ in {"nsubj", "nsubjpass"}
        # "they" is sooner people than a body
        body = plural and not pair and before.phrase.number is not Number.MANY
        salience = -_SENTENCE_COST * (back + 2 * body) + 1.5 * subject + 2.0 * before.speaks
        yield (salience, -order), pair or before.figure


def _pair(before: Resolved, context: _Context) -> Figure | None:
    """Two or more joined by "and" as one group: what "they" after "Iran and Belarus" means."""
    head = before.phrase.head
    joined = [child for child in head.conjuncts if child.i > head.i]
    if not joined or before.phrase.form is MentionForm.PRONOUN or head.dep_ == "conj":
        return None
    phrase = before.phrase
    last = phrase.passage.doc[phrase.tokens.start : joined[-1].i + 1]
    if not all(phrase.beside(token) in context.done for token in joined):
        return None
    name = " ".join(last.text.split())
    identity = content_id("actor", context.report, name.casefold())
    return Figure(actor=Actor(id=identity, name=name, kind=ActorKind.GROUP))


def _bound(before: Token, pronoun: Token) -> bool:
    """Whether the two are subject and object of one verb, and so not the same ("Orlov saw him")."""
    return before.head == pronoun.head and before.dep_ == "nsubj" and pronoun.dep_ in {"dobj", "dative"}


def _agrees(before: Resolved, phrase: Phrase) -> bool:
    """Whether a pronoun may stand for what came before by number, gender and sort."""
    kind, figure = before.figure.actor.kind, before.figure
    if phrase.noun in PLURAL:
        return before.phrase.number is Number.MANY or kind in {ActorKind.GROUP, ActorKind.ORGANISATION}
    if phrase.noun in NEUTER:
        return before.speaks and kind in _BODY_KINDS and before.phrase.number is not Number.MANY
    person = kind is ActorKind.PERSON or (kind is ActorKind.ROLE and before.phrase.number is Number.ONE)
    return person and not (figure.gender and phrase.gender and figure.gender != phrase.gender)
