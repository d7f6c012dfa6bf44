"""Whom descriptions and pronouns stand for: followed through the report from its first word to its last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.extract.actorwords import bodies, documents, roles
from sayso.extract.cues import cue_words
from sayso.extract.draft import MentionForm
from sayso.extract.figures import Figure, Key, body_words
from sayso.extract.phrases import Number, Office, Phrase
from sayso.model import Actor, ActorKind, content_id

_SENTENCE_COST = 2.0
_REACH = 12  # sentences back in which a pronoun may have its antecedent

# What an office may be called instead: "the leader" of a president, "the official" of anybody in office
_WIDER: dict[str, frozenset[str]] = {
    "leader": frozenset({"president", "premier", "king", "chair", "chief", "commander", "cleric", "pope"}),
    "chief": frozenset({"director", "chair", "commander", "president", "sheriff", "minister", "secretary"}),
    "diplomat": frozenset({"ambassador", "minister", "secretary", "consul"}),
    "secretary": frozenset({"minister"}),
    "minister": frozenset({"secretary", "premier"}),
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

_GENERIC_BODIES: dict[str, frozenset[ActorKind]] = {
    "agency": frozenset({ActorKind.OUTLET}),
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
    all_phrases: Sequence[Phrase], by_key: Mapping[Phrase, Key], known: Mapping[Key, Figure], report: str
) -> list[Resolved]:
    """Every phrase that stands for an actor, with that actor, in order of place.

    A description joins a named actor only where what it says (office, country, number) agrees; else it is an actor of
    its own. A pronoun without a fitting antecedent is unknown, and a relative or neuter one is then left out.
    """
    numbers = _sentence_numbers(all_phrases)
    figures = dict(known)
    past: list[Resolved] = []
    done: dict[tuple[int, int], Resolved] = {}
    for phrase in all_phrases:
        context = _Context(phrase=phrase, past=past, done=done, known=figures, report=report, sentence=numbers[phrase])
        figure = figures[by_key[phrase]] if phrase in by_key else _described(context)
        if figure is None:
            continue
        resolved = Resolved(phrase=phrase, figure=figure, sentence=numbers[phrase])
        past.append(resolved)
        done[phrase.place] = resolved
    return past


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    """A phrase and everything resolved before it."""

    phrase: Phrase
    past: Sequence[Resolved]
    done: Mapping[tuple[int, int], Resolved]
    known: Mapping[Key, Figure]
    report: str
    sentence: int

    def at(self, token: Token) -> Resolved | None:
        """What the phrase headed by `token` of the same block stands for."""
        return self.done.get((self.phrase.passage.block.span.start, token.i))


def _sentence_numbers(all_phrases: Iterable[Phrase]) -> dict[Phrase, int]:
    starts = sorted({(p.place[0], p.head.sent.start) for p in all_phrases})
    order = {start: number for number, start in enumerate(starts)}
    return {p: order[p.place[0], p.head.sent.start] for p in all_phrases}


def _described(context: _Context) -> Figure | None:
    phrase = context.phrase
    if phrase.form is MentionForm.PRONOUN:
        return _relative(context) if phrase.head.lower_ in {"who", "which", "that", "whom"} else _pronoun(context)
    found = (
        _beside(context)
        or (_issuer(context) if phrase.noun in documents() else None)
        or (_body(context) if phrase.noun in bodies() else None)
        or (_holder(context) if phrase.noun in roles() else None)
        or _same_description(context)
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
    head = context.phrase.head
    tied = [head.head] if head.dep_ == "appos" else []
    tied += [child for child in head.head.children if child.dep_ == "nsubj"] if head.dep_ == "attr" else []
    for token in tied:
        before = context.at(token)
        if before is not None and before.phrase.form is MentionForm.NAME:
            return before.figure
    return None


def _relative(context: _Context) -> Figure | None:
    """What the clause of a relative pronoun hangs on."""
    verb = context.phrase.head.head
    while verb.dep_ in {"conj", "ccomp", "xcomp"} and verb.head is not verb:
        verb = verb.head
    before = context.at(verb.head) if verb.dep_ == "relcl" else None
    return before.figure if before is not None else None


def _issuer(context: _Context) -> Figure | None:
    """Who speaks through a document: whose it is, or for "the report" the last body that spoke."""
    phrase = context.phrase
    if phrase.owner is not None:
        before = context.at(phrase.owner)
        if before is not None:
            return before.figure
    if not phrase.definite or phrase.country:
        return None
    bodies_kinds = {ActorKind.GOVERNMENT, ActorKind.ORGANISATION, ActorKind.OUTLET, ActorKind.GROUP}
    spoke = (r for r in reversed(context.past) if r.speaks and r.figure.actor.kind in bodies_kinds)
    return next((r.figure for r in spoke if context.sentence - r.sentence <= _REACH), None)


def _body(context: _Context) -> Figure | None:
    """The body last spoken of that a common noun means: "the ministry", "the agency"."""
    phrase = context.phrase
    if not phrase.definite:
        return None
    country, words = phrase.country, body_words(_description(phrase))[1]
    for before in reversed(context.past):
        figure = before.figure
        if country and figure.actor.country and country != figure.actor.country:
            continue
        if before.phrase.form is MentionForm.NAME and figure.actor.kind is not ActorKind.PERSON:
            if words <= figure.words or (len(words) == 1 and figure.actor.kind in _GENERIC_BODIES.get(phrase.noun, ())):
                return figure
    return None


def _holder(context: _Context) -> Figure | None:
    """The person last spoken of who holds the office a description names."""
    phrase = context.phrase
    if not phrase.definite or phrase.number is Number.MANY or not phrase.offices:
        return None
    office = _plain(phrase.offices[-1])
    if office.role == "counterpart":
        return _counterpart(context)
    later = _of_whole_report(context) if phrase.passage.block.kind.value == "headline" else []
    for figure in [before.figure for before in reversed(context.past)] + later:
        if figure.actor.kind is ActorKind.PERSON and _holds(figure, office, phrase):
            return figure
    return None


def _of_whole_report(context: _Context) -> list[Figure]:
    return [figure for figure in context.known.values() if figure.offices]


def _plain(office: Office) -> Office:
    """An office with its rank words taken off; "top diplomat" is the foreign minister."""
    if office.role == "diplomat" and office.words & {"top", "chief"}:
        return Office(role="minister", words=frozenset({"foreign"}))
    return Office(role=office.role, words=office.words - _EMPTY)


def _holds(figure: Figure, office: Office, phrase: Phrase) -> bool:
    """Whether what is known of a person agrees with a description, and something known speaks for it."""
    if phrase.gender and figure.gender and phrase.gender != figure.gender:
        return False
    if phrase.country and figure.actor.country and phrase.country != figure.actor.country:
        return False
    if phrase.country and not figure.actor.country:
        return False
    for held in map(_plain, figure.offices):
        if held.role == office.role or held.role in _WIDER.get(office.role, ()) or office.role in _ANY_OFFICE:
            if not office.words or office.words <= held.words:
                return True
    return False


def _counterpart(context: _Context) -> Figure | None:
    """The person introduced as somebody's counterpart."""
    for before in reversed(context.past):
        if any(office.role == "counterpart" for office in before.figure.offices):
            return before.figure
    return None


def _same_description(context: _Context) -> Figure | None:
    """For "the officials" the officials spoken of before; the same words again are the same actor by their id."""
    phrase = context.phrase
    if not phrase.definite or not phrase.offices or phrase.country:
        return None
    office = _plain(phrase.offices[-1])
    for before in reversed(context.past):
        if before.phrase.form is not MentionForm.ROLE or before.phrase.number is not phrase.number:
            continue
        if any(_plain(o).role == office.role and office.words <= _plain(o).words for o in before.phrase.offices[-1:]):
            return before.figure
    return None


def _pronoun(context: _Context) -> Figure | None:
    phrase = context.phrase
    best = max(_antecedents(context), key=lambda scored: scored[0], default=None)
    if best is not None:
        return best[1]
    return None if phrase.noun in {"it", "its"} else _unknown(context)


def _unknown(context: _Context) -> Figure:
    phrase = context.phrase
    identity = content_id("actor", context.report, *map(str, phrase.place))
    return Figure(actor=Actor(id=identity, name=phrase.head.text, kind=ActorKind.UNKNOWN), gender=phrase.gender)


def _antecedents(context: _Context) -> Iterator[tuple[tuple[float, int], Figure]]:
    """What a pronoun may stand for with how salient it is: near, subject, speaker; the later of equals."""
    for order, before in enumerate(context.past):
        back = context.sentence - before.sentence
        if back > _REACH or not _agrees(before, context.phrase):
            continue
        if before.phrase.head.head is context.phrase.head.head and before.phrase.head.dep_ == "nsubj":
            if context.phrase.head.dep_ in {"dobj", "dative"}:
                continue
        subject = before.phrase.head.dep_ in {"nsubj", "nsubjpass"}
        salience = -_SENTENCE_COST * back + 1.5 * subject + 2.0 * before.speaks
        yield (salience, order), before.figure


def _agrees(before: Resolved, phrase: Phrase) -> bool:
    kind, figure = before.figure.actor.kind, before.figure
    if phrase.noun in {"they", "them", "their"}:
        return before.phrase.number is Number.MANY or kind in {ActorKind.GROUP, ActorKind.ORGANISATION}
    if phrase.noun in {"it", "its"}:
        return before.speaks and kind in {ActorKind.ORGANISATION, ActorKind.GOVERNMENT, ActorKind.OUTLET}
    person = kind is ActorKind.PERSON or (kind is ActorKind.ROLE and before.phrase.number is Number.ONE)
    return person and not (figure.gender and phrase.gender and figure.gender != phrase.gender)
