"""The noun phrases of a report that may stand for an actor, and what each says of that actor by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from spacy.strings import get_string_id
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from sayso.extract.actors.extent import ANYBODY, core, with_titles
from sayso.extract.actors.naming import SUBJECTS, clean, entities, kind_of_name, name_of, speaks
from sayso.extract.actors.words import bodies, demonyms, documents, genders, named_bodies, nationals, roles
from sayso.extract.draft import MentionForm
from sayso.extract.parse import Passage
from sayso.extract.places.evidence import capitalised
from sayso.extract.places.gazetteer import senses
from sayso.model import ActorKind

# Pronouns that may stand for an actor, with the gender they tell
PRONOUN_GENDERS = {
    **dict.fromkeys(("i", "me", "we", "us", "both"), ""),
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
    **dict.fromkeys(("they", "them", "their", "it", "its", "who", "whom", "which", "that"), ""),
}
FIRST = frozenset({"i", "me", "we", "us"})
PLURAL = frozenset({"they", "them", "their"})
NEUTER = frozenset({"it", "its"})
RELATIVE = frozenset({"who", "whom", "which", "that"})
# Words that stand for all of those named side by side, with how many they are
COUNTED = {"both": 2, "two": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4}
ORDERED = frozenset({"former", "latter"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its"})
# Words that set an office below the one they go with: nobody calls the deputy minister "the minister"
RANKS = frozenset({"deputy", "vice", "assistant", "former"})
# Endings of surnames that only one gender has
_SURNAME_ENDINGS = {"f": ("ova", "eva", "skaya", "iene", "ienė", "aite", "aitė"), "m": ("ov", "ev", "skyi", "skiy")}
_QUANTITIES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "LAW", "LANGUAGE"})
# Words that introduce a part of the page ("Source: ISW"), not somebody
MAX_DIGITS = 3  # of an age
_LABELS = frozenset({"source", "sources", "details", "background", "photo", "video", "quote", "update", "reference"})


class Number(StrEnum):
    """How many the words speak of."""

    ONE = "one"
    MANY = "many"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What somebody is called by what they do: the class of the role noun, and the words that narrow it ("foreign")."""

    role: str
    words: frozenset[str] = frozenset()


At = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Phrase:
    """A noun phrase that may stand for an actor. `tokens` is its core, `head` the word syntax knows it by.

    `name` is the proper name in it, empty for a description, whose noun `noun` is; `offices` what it calls that person;
    `country` ISO 3166-1 alpha-2, empty where it tells none; `owner` the head of the possessive before it ("the
    ministry's report"); `leaning` a gender that the sound of a given name makes likely where nothing tells it; `age` in
    years; `sentence` the first token of its sentence; `definite` whether it points at something known ("the", "his",
    a bare office in a headline). `at` is where the phrase stands, block, then token, by which the phrases of a report
    are ordered.
    """

    at: At
    passage: Passage
    tokens: TokenSpan
    head: Token
    form: MentionForm
    kind: ActorKind
    name: str = ""
    noun: str = ""
    offices: tuple[Office, ...] = ()
    country: str = ""
    owner: Token | None = None
    number: Number = Number.OPEN
    gender: str = ""
    leaning: str = ""
    age: int | None = None
    definite: bool = False
    sentence: int = 0

    def beside(self, token: Token) -> At:
        """Where the phrase headed by another token of the same block would stand."""
        return self.at[0], token.i


def phrases(passage: Passage, persons: frozenset[str]) -> list[Phrase]:
    """The phrases of one block, in order of their heads, one for a head; `persons` are surnames of the report."""
    found: dict[int, Phrase] = {}
    block = _Block(passage, persons, {entity.start: entity for entity in passage.doc.ents})
    for head, start, entity in _heads(passage.doc, persons):
        phrase = None if head.i in found else _phrase(block, head, start, entity)
        if phrase is not None:
            found[head.i] = phrase
    return [found[i] for i in sorted(found)]


class _Block(NamedTuple):
    """A block, the surnames of its report, and its named entities by their first token."""

    passage: Passage
    persons: frozenset[str]
    entities: Mapping[int, TokenSpan]

    def entities_in(self, tokens: TokenSpan) -> list[TokenSpan]:
        """What `tokens.ents` gives, which goes through all entities of the document every time."""
        begun = (self.entities[i] for i in range(tokens.start, tokens.end) if i in self.entities)
        return [entity for entity in begun if entity.end <= tokens.end]


def _heads(doc: Doc, persons: frozenset[str]) -> Iterator[tuple[Token, int, TokenSpan | None]]:
    """Each word that heads a noun phrase, where the phrase begins, and the named entity it is the head of."""
    starts = {chunk.root.i: chunk.start for chunk in doc.noun_chunks}
    inside: set[int] = set()
    for entity in entities(doc, persons):
        inside.update(range(entity.start, entity.end))
        yield entity.root, starts.get(entity.root.i, entity.start), entity
    for token in _tokens_of_interest(doc, starts):
        if _is_pronoun(token):
            yield token, token.i, None
        elif token.dep_ == "poss" and token.i not in inside and token.pos_ == "NOUN":
            yield token, token.left_edge.i, None
        elif token.i not in inside and (token.i in starts or _may_be_actor(token, persons)):
            yield token, starts.get(token.i, token.left_edge.i if token.dep_ in SUBJECTS else token.i), None


@cache
def _ids(words: frozenset[str]) -> frozenset[int]:
    """The numbers that stand for `words` in the parser's arrays."""
    return frozenset(map(get_string_id, words))


def _tokens_of_interest(doc: Doc, starts: Iterable[int]) -> Iterator[Token]:
    """The tokens that may head a phrase, in order: most may not, and making a token to ask it is what takes time."""
    relations, pronouns = _ids(SUBJECTS | {"poss"}), _ids(frozenset(PRONOUN_GENDERS))
    told = doc.to_array(["DEP", "LOWER"]).tolist()
    found = {i for i, (dep, lower) in enumerate(told) if dep in relations or lower in pronouns}
    return (doc[i] for i in sorted(found.union(starts, capitalised(doc), [0] if told else [])))


def _may_be_actor(token: Token, persons: frozenset[str]) -> bool:
    """Whether a word that heads no noun phrase may be an actor all the same, as in "P – Name" or "the daily said"."""
    if token.dep_ in SUBJECTS and (token.lower_ in bodies() or token.lower_ in roles() or _points_back(token)):
        return True
    if token.i == 0 and len(token.doc) > 1 and token.nbor().text == ":" and token.lower_ in roles():
        return True
    heads = token.dep_ not in {"compound", "amod", "nmod", "det"}
    return token.text in persons or token.text in named_bodies() or (token.pos_ == "PROPN" and heads)


def _is_pronoun(token: Token) -> bool:
    """Whether a word is a pronoun for an actor; "US" is a country."""
    return token.lower_ in PRONOUN_GENDERS and (len(token) == 1 or not token.text.isupper())


def _points_back(token: Token) -> bool:
    """Whether "the …" before it makes a word that is no noun stand for somebody: "the latter", "the 46-year-old"."""
    told = token.lower_ in ORDERED or token.lower_ in COUNTED or _told_age(token) is not None
    return told and token.left_edge.lower_ == "the"


def _told_age(token: Token) -> int | None:
    """The years of "46-year-old", by its last part."""
    if token.lower_ != "old" or token.i < 4:
        return None
    number, *rest = token.doc[token.i - 4 : token.i]
    return _years(number) if [part.lower_ for part in rest] == ["-", "year", "-"] else None


def _years(token: Token) -> int | None:
    """A person's age in years, by its figures; None for any other word or number."""
    return int(token.text) if token.text.isdigit() and 0 < len(token.text) <= MAX_DIGITS else None


def _phrase(block: _Block, head: Token, start: int, entity: TokenSpan | None) -> Phrase | None:
    passage = block.passage
    if _is_pronoun(head):
        return _pronoun(passage, head)
    if head.dep_ in SUBJECTS and _points_back(head):
        return _pointing(passage, head)
    if entity is None and _is_nobody(head):
        return None
    tokens = core(head, start, entity)
    if head.text in nationals() and head.tag_ in {"NN", "NNP"} and [t.lower_ for t in tokens[:-1]] == ["the"]:
        return _national(passage, tokens)
    return _named_or_described(block, head, tokens, entity)


def _named_or_described(block: _Block, head: Token, tokens: TokenSpan, entity: TokenSpan | None) -> Phrase | None:
    passage, persons = block.passage, block.persons
    if _is_label(head) or (head.ent_type_ in _QUANTITIES and entity is None):
        return None
    named = name_of(tokens, head, entity, persons)
    kind = _kind_of_noun(head) if named is None else kind_of_name(named, head, persons)
    if kind is None:
        return None
    if kind is ActorKind.PERSON and named is not None:
        tokens = with_titles(tokens, named)
    return Phrase(
        at=_place(passage, head),
        passage=passage,
        sentence=head.sent.start,
        tokens=tokens,
        head=head,
        form=MentionForm.ROLE if named is None else MentionForm.NAME,
        kind=kind,
        name="" if named is None else clean(named),
        noun=head.lower_ if named is None else "",
        offices=_offices(tokens, named, kind),
        country=_country(tokens, named, block.entities_in(tokens)),
        owner=next((child for child in head.children if child.dep_ == "poss"), None),
        number=_number(head),
        gender=_gender(tokens, named),
        leaning=_leaning(named) if kind is ActorKind.PERSON and named is not None else "",
        age=_age(tokens) if kind in {ActorKind.PERSON, ActorKind.ROLE} else None,
        definite=_definite(tokens, head),
    )


def _pronoun(passage: Passage, head: Token) -> Phrase | None:
    word = head.lower_
    if word in RELATIVE and (head.dep_ not in SUBJECTS or head.tag_ not in {"WP", "WDT"}):
        return None
    if word == "it" and not speaks(head):
        return None
    return Phrase(
        at=_place(passage, head),
        passage=passage,
        sentence=head.sent.start,
        tokens=passage.doc[head.i : head.i + 1],
        head=head,
        form=MentionForm.PRONOUN,
        kind=ActorKind.UNKNOWN,
        noun=word,
        number=Number.MANY if word in PLURAL or word in COUNTED else Number.ONE,
        gender=PRONOUN_GENDERS[word],
        definite=True,
    )


def _pointing(passage: Passage, head: Token) -> Phrase:
    """For "the latter", "the two" or "the 46-year-old": who it is only what came before tells."""
    many = head.lower_ in COUNTED
    return Phrase(
        at=_place(passage, head),
        passage=passage,
        sentence=head.sent.start,
        tokens=passage.doc[head.left_edge.i : head.i + 1],
        head=head,
        form=MentionForm.ROLE,
        kind=ActorKind.GROUP if many else ActorKind.ROLE,
        noun=head.lower_,
        number=Number.MANY if many else Number.ONE,
        age=_told_age(head),
        definite=True,
    )


def _national(passage: Passage, tokens: TokenSpan) -> Phrase:
    """For "the Dane", "the Frenchwoman": one person of a country, by that alone."""
    country, gender = nationals()[tokens[-1].text]
    return Phrase(
        at=_place(passage, tokens[-1]),
        passage=passage,
        sentence=tokens[-1].sent.start,
        tokens=tokens,
        head=tokens[-1],
        form=MentionForm.ROLE,
        kind=ActorKind.ROLE,
        noun=tokens[-1].lower_,
        country=country,
        number=Number.ONE,
        gender=gender,
        definite=True,
    )


def _place(passage: Passage, head: Token) -> At:
    return passage.block.span.start, head.i


def _is_label(head: Token) -> bool:
    following = head.doc[head.i + 1].text if head.i + 1 < len(head.doc) else ""
    return head.i == 0 and following == ":" and head.lower_ in _LABELS


def _is_nobody(head: Token) -> bool:
    """Whether a word without a capital is no actor's noun and has no name beside it: most nouns of a report."""
    if head.text[0].isupper() or _kind_of_noun(head) is not None:
        return False
    return not any(child.dep_ == "appos" and child.text[0].isupper() for child in head.rights)


def _kind_of_noun(head: Token) -> ActorKind | None:
    word = head.lower_
    if word in ANYBODY:
        return ActorKind.ROLE
    if word in roles():
        return ActorKind.GROUP if _number(head) is Number.MANY else ActorKind.ROLE
    if word in bodies():
        return bodies()[word]
    if head.dep_ == "appos" and head.head.ent_type_ == "PERSON":
        return ActorKind.ROLE
    return ActorKind.UNKNOWN if speaks(head) and head.pos_ in {"NOUN", "PROPN"} else None


def _offices(tokens: TokenSpan, named: TokenSpan | None, kind: ActorKind) -> tuple[Office, ...]:
    """The offices a phrase names beside the name: "Iranian Foreign Minister" is a minister, narrowed by "foreign"."""
    if kind in {ActorKind.OUTLET, ActorKind.GOVERNMENT, ActorKind.ORGANISATION}:
        return ()
    found: list[Office] = []
    narrowing: set[str] = set()
    for token in tokens:
        word = token.lower_
        if named is not None and named.start <= token.i < named.end:
            continue
        below = word in RANKS - {"former"} and any(later.lower_ in roles() for later in tokens if later.i > token.i)
        if word in roles() and not below:
            found.append(Office(role=roles()[word], words=frozenset(narrowing)))
            narrowing = set()
        elif found and token.i > tokens.root.i and token.is_alpha and not token.is_stop:
            found[-1] = Office(role=found[-1].role, words=found[-1].words | _narrowing(token))
        else:
            narrowing |= _narrowing(token)
    head = tokens.root
    if not found and named is None and head.lower_ not in documents():
        # Any noun may be what somebody is: "Andris Petrov, an engineer, … the engineer said"
        return (Office(role=head.lemma_.lower(), words=frozenset(narrowing - {head.lower_})),)
    return tuple(found)


def _narrowing(token: Token) -> frozenset[str]:
    """The word if it tells one office from another: no country's, no function word."""
    if token.lower_ in {"former", "ex"}:
        return frozenset({"former"})
    empty = not token.is_alpha or token.is_stop or token.text in demonyms() or token.ent_type_ == "GPE"
    return frozenset() if empty else frozenset({token.lower_})


def _country(tokens: TokenSpan, named: TokenSpan | None, entities_in: Sequence[TokenSpan]) -> str:
    """The country that a phrase tells: its people's adjective, a country's name in it, or a body known to be of one."""
    if named is not None and clean(named) in named_bodies():
        return named_bodies()[clean(named)][1]
    for token in tokens:
        if demonyms().get(token.text):
            return demonyms()[token.text]
    for entity in entities_in:
        if entity.label_ == "GPE":
            known = [s for s in senses(clean(entity)) if s.kind == "C" and not s.alias]
            if known:
                return known[0].country or ""
    bodies_in = [clean(entity) for entity in entities_in if clean(entity) in named_bodies()]
    return named_bodies()[bodies_in[0]][1] if bodies_in else ""


def _number(head: Token) -> Number:
    if head.tag_ in {"NNS", "NNPS"}:
        return Number.MANY
    return Number.ONE if head.tag_ in {"NN", "NNP"} else Number.OPEN


def _gender(tokens: TokenSpan, named: TokenSpan | None) -> str:
    """M or f where a title or noun tells it, else where a full name's given name does."""
    words = [token.lower_ for token in tokens if named is None or not named.start <= token.i < named.end]
    told = [genders()[word] for word in words if word in genders()]
    if told or named is None:
        return told[-1] if told else ""
    given = genders().get(named[0].lower_, "") if len(named) > 1 else ""
    return given or next((g for g, ends in _SURNAME_ENDINGS.items() if named[-1].lower_.endswith(ends)), "")


# Given names that end so are women's in most languages of Europe, Asia and Latin America; those of men are in the list
_WOMENS_ENDINGS = ("a", "ie", "elle", "ette", "ine", "gul", "khon")


def _leaning(named: TokenSpan) -> str:
    given = named[0].lower_
    return "f" if len(named) > 1 and given not in genders() and given.endswith(_WOMENS_ENDINGS) else ""


def _age(tokens: TokenSpan) -> int | None:
    """The age told in or after a phrase: "a 46-year-old nurse", "Olga Petrova, 46,", "Petrova (46)", "aged 46"."""
    inside = next((age for token in tokens if (age := _told_age(token)) is not None), None)
    if inside is not None:
        return inside
    doc, end = tokens.doc, tokens.end
    if end + 2 >= len(doc) or doc[end].text not in {",", "("}:
        return None
    if doc[end + 1].lower_ == "aged":
        return _years(doc[end + 2])
    return _years(doc[end + 1]) if doc[end + 2].text in {",", ")", "."} else None


def _definite(tokens: TokenSpan, head: Token) -> bool:
    """Whether the phrase points at one already known: "the", a possessive, or no article before a single office."""
    first = tokens[0]
    if first.lower_ in _POINTING or any(child.dep_ == "poss" for child in head.children):
        return True
    return first.pos_ not in {"DET", "NUM"} and head.tag_ in {"NN", "NNP"}
