"""The noun phrases of a report that may stand for an actor, and what each says of that actor by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from sayso.extract.actors.naming import SUBJECTS, clean, entities, kind_of_name, name_of, speaks
from sayso.extract.actors.words import bodies, demonyms, documents, genders, named_bodies, roles, titles
from sayso.extract.draft import MentionForm
from sayso.extract.parse import Passage
from sayso.extract.places.gazetteer import senses
from sayso.model import ActorKind

_PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
    **dict.fromkeys(("they", "them", "their", "it", "its", "who", "whom", "which", "that"), ""),
}
PLURAL = frozenset({"they", "them", "their"})
NEUTER = frozenset({"it", "its"})
RELATIVE = frozenset({"who", "whom", "which", "that"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its"})
_COMPLEMENT = frozenset({"of", "for", "on", "at", "with", "in", "to"})
# Words that set an office below the one they go with: nobody calls the deputy minister "the minister"
RANKS = frozenset({"deputy", "vice", "assistant"})
# Endings of surnames that only one gender has
_SURNAME_ENDINGS = {"f": ("ova", "eva", "skaya", "iene", "ienė", "aite", "aitė"), "m": ("ov", "ev", "skyi", "skiy")}
_QUANTITIES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "LAW", "LANGUAGE"})
# Words that introduce a part of the page ("Source: ISW"), not somebody
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
    ministry's report"); `definite` whether it points at something known ("the", "his", a bare office in a headline).
    """

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
    definite: bool = False

    @property
    def at(self) -> At:
        """Where the phrase stands: block, then token; orders the phrases of a report."""
        return self.passage.block.span.start, self.head.i

    def beside(self, token: Token) -> At:
        """Where the phrase headed by another token of the same block would stand."""
        return self.passage.block.span.start, token.i


def phrases(passage: Passage, persons: frozenset[str]) -> list[Phrase]:
    """The phrases of one block, in order of their heads, one for a head; `persons` are surnames of the report."""
    found: dict[int, Phrase] = {}
    for head, start, entity in _heads(passage.doc, persons):
        phrase = None if head.i in found else _phrase(passage, head, _core(head, start, entity), entity, persons)
        if phrase is not None:
            found[head.i] = phrase
    return [found[i] for i in sorted(found)]


def _heads(doc: Doc, persons: frozenset[str]) -> Iterator[tuple[Token, int, TokenSpan | None]]:
    """Each word that heads a noun phrase, where the phrase begins, and the named entity it is the head of."""
    starts = {chunk.root.i: chunk.start for chunk in doc.noun_chunks}
    inside: set[int] = set()
    for entity in entities(doc, persons):
        inside.update(range(entity.start, entity.end))
        yield entity.root, starts.get(entity.root.i, entity.start), entity
    for token in doc:
        if token.lower_ in _PRONOUNS:
            yield token, token.i, None
        elif token.dep_ == "poss" and token.i not in inside and token.pos_ == "NOUN":
            yield token, token.left_edge.i, None
        elif token.i not in inside and (token.i in starts or _may_be_actor(token, persons)):
            yield token, starts.get(token.i, token.left_edge.i if token.dep_ in SUBJECTS else token.i), None


def _may_be_actor(token: Token, persons: frozenset[str]) -> bool:
    """Whether a word that heads no noun phrase may be an actor all the same, as in "P – Name" or "the daily said"."""
    if token.dep_ in SUBJECTS and (token.lower_ in bodies() or token.lower_ in roles()):
        return True
    heads = token.dep_ not in {"compound", "amod", "nmod", "det"}
    return token.text in persons or token.text in named_bodies() or (token.pos_ == "PROPN" and heads)


def _name_end(entity: TokenSpan) -> int:
    return entity.end - (entity[-1].tag_ == "POS")


def _phrase(
    passage: Passage, head: Token, tokens: TokenSpan, entity: TokenSpan | None, persons: frozenset[str]
) -> Phrase | None:
    if head.lower_ in _PRONOUNS:
        return _pronoun(passage, head)
    if _is_label(head) or (head.ent_type_ in _QUANTITIES and entity is None):
        return None
    named = name_of(tokens, head, entity, persons)
    kind = _kind_of_noun(head) if named is None else kind_of_name(named, head, persons)
    if kind is None:
        return None
    if kind is ActorKind.PERSON and named is not None:
        tokens = _with_titles(tokens, named)
    return Phrase(
        passage=passage,
        tokens=tokens,
        head=head,
        form=MentionForm.ROLE if named is None else MentionForm.NAME,
        kind=kind,
        name="" if named is None else clean(named),
        noun=head.lower_ if named is None else "",
        offices=_offices(tokens, named, kind),
        country=_country(tokens, named),
        owner=next((child for child in head.children if child.dep_ == "poss"), None),
        number=_number(head),
        gender=_gender(tokens, named),
        definite=_definite(tokens, head),
    )


def _pronoun(passage: Passage, head: Token) -> Phrase | None:
    word = head.lower_
    if word in RELATIVE and (head.dep_ not in SUBJECTS or head.tag_ not in {"WP", "WDT"}):
        return None
    if word == "it" and not speaks(head):
        return None
    return Phrase(
        passage=passage,
        tokens=passage.doc[head.i : head.i + 1],
        head=head,
        form=MentionForm.PRONOUN,
        kind=ActorKind.UNKNOWN,
        noun=word,
        number=Number.MANY if word in PLURAL else Number.ONE,
        gender=_PRONOUNS[word],
        definite=True,
    )


def _is_label(head: Token) -> bool:
    following = head.doc[head.i + 1].text if head.i + 1 < len(head.doc) else ""
    return head.i == 0 and following == ":" and head.lower_ in _LABELS


def _core(head: Token, start: int, entity: TokenSpan | None) -> TokenSpan:
    """The phrase without clauses: from its first word to its name, or the "of …" that tells which office or body."""
    doc = head.doc
    end = max(head.i + 1, _name_end(entity) if entity is not None else 0)
    for child in head.rights:
        if child.i < end:
            continue
        beside = child.left_edge.i == end and not doc[end].is_punct
        if child.dep_ == "appos" and beside and child.text[0].isupper():
            end = _end_of_name(child)
        elif child.dep_ == "prep" and beside and _is_complement(child, head):
            end = max([end, *(_end_of_name(obj) for obj in child.children if obj.dep_ == "pobj")])
        else:
            break
    end = _after_quoted(head, end)
    start = max([min(start, head.i), *(i + 1 for i in range(start, head.i) if _is_dash(doc[i]))])
    while start < head.i and (doc[start].is_punct or doc[start].lower_ in {"both", "either", "neither"}):
        start += 1
    return doc[start:end]


def _is_dash(token: Token) -> bool:
    """Whether this is a dash between two parts of a heading ("Dam may burst - ministry"), not a hyphen in a name."""
    return (
        token.text in {"-", "–", "—"} and bool(token.whitespace_) and token.i > 0 and bool(token.nbor(-1).whitespace_)
    )


def _after_quoted(head: Token, end: int) -> int:
    """`end`, past the mark that closes a quoted part of the name, and past the "of …" after it."""
    doc = head.doc
    if end == len(doc) or doc[end].text != '"' or sum(token.text == '"' for token in doc[head.i : end]) % 2 == 0:
        return end
    end += 1
    if end + 1 < len(doc) and doc[end].lower_ == "of" and doc[end + 1].text[0].isupper():
        return _end_of_name(doc[end + 1])
    return end


def _end_of_name(token: Token) -> int:
    """One past the words that belong to a name headed by `token`, its "of …" with it."""
    doc, end = token.doc, token.i + 1
    while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].tag_ != "POS" and doc[end - 1].ent_type_:
        end += 1
    for child in token.children:
        if child.dep_ == "prep" and child.i == end and child.lower_ in {"of", "for"}:
            end = max([end, *(_end_of_name(obj) for obj in child.children if obj.dep_ == "pobj")])
    return end


def _is_complement(preposition: Token, head: Token) -> bool:
    """Whether "of …" and the like belongs to an office, a body or a document; "in …" tells several people apart."""
    if preposition.lower_ == "in" and _number(head) is not Number.MANY:
        return False
    return preposition.lower_ in _COMPLEMENT and any(head.lower_ in words for words in (roles(), bodies(), documents()))


def _with_titles(tokens: TokenSpan, named: TokenSpan) -> TokenSpan:
    """A person's phrase with the titles before the name, which the parser now and then cuts off."""
    doc = tokens.doc
    start = min(tokens.start, named.start)
    while start > named.sent.start and _is_title(doc, start):
        start -= 1
    return doc[start : max(tokens.end, named.end)]


def _is_title(doc: Doc, start: int) -> bool:
    """Whether the word before `start` belongs to a title: an office or rank, or a capitalised word that narrows one."""
    if start == 0:
        return False
    before, here = doc[start - 1], doc[start]
    if before.lower_ in roles() or before.lower_ in titles():
        return before.ent_type_ != "PERSON"
    if before.lower_ in {"of", "for"} and start > 1:
        return doc[start - 2].lower_ in roles() and here.text[0].isupper()
    follows_title = here.lower_ in roles() or here.lower_ in titles() or here.lower_ in bodies()
    return follows_title and before.text[0].isupper() and before.pos_ in {"PROPN", "ADJ", "NOUN"}


def _kind_of_noun(head: Token) -> ActorKind | None:
    word = head.lower_
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
        below = word in RANKS and any(later.lower_ in roles() for later in tokens if later.i > token.i)
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
    empty = not token.is_alpha or token.is_stop or token.text in demonyms() or token.ent_type_ == "GPE"
    return frozenset() if empty else frozenset({token.lower_})


def _country(tokens: TokenSpan, named: TokenSpan | None) -> str:
    """The country that a phrase tells: its people's adjective, a country's name in it, or a body known to be of one."""
    if named is not None and clean(named) in named_bodies():
        return named_bodies()[clean(named)][1]
    for token in tokens:
        if demonyms().get(token.text):
            return demonyms()[token.text]
    for entity in tokens.ents:
        if entity.label_ == "GPE":
            known = [s for s in senses(clean(entity)) if s.kind == "C" and not s.alias]
            if known:
                return known[0].country or ""
    bodies_in = [clean(entity) for entity in tokens.ents if clean(entity) in named_bodies()]
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


def _definite(tokens: TokenSpan, head: Token) -> bool:
    """Whether the phrase points at one already known: "the", a possessive, or no article before a single office."""
    first = tokens[0]
    if first.lower_ in _POINTING or any(child.dep_ == "poss" for child in head.children):
        return True
    return first.pos_ not in {"DET", "NUM"} and head.tag_ in {"NN", "NNP"}
