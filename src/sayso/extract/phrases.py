"""The noun phrases of a report that may stand for an actor, and what each says of that actor by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from sayso.extract.actorwords import bodies, demonyms, documents, genders, named_bodies, roles, titles
from sayso.extract.cues import cue_words
from sayso.extract.draft import MentionForm
from sayso.extract.gazetteer import senses
from sayso.extract.parse import Passage
from sayso.model import ActorKind

_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "WORK_OF_ART"})
_THIRD_PERSON = frozenset(
    {"he", "she", "they", "it", "him", "her", "them", "his", "their", "its", "himself", "herself"}
)
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_COMMITTEE_LINKS = frozenset({"of", "for", "on", "at", "with", "in"})


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase that may stand for an actor. `tokens` is its core, `head` the word syntax knows it by.

    `name` is the proper name in it, empty for a description; `offices` what it calls that person; `country` ISO 3166,
    empty where it tells none; `owner` the head of the possessive before it ("the ministry's report"); `definite`
    whether it points at something known ("the", "his", a bare office in a headline).
    """

    passage: Passage
    tokens: TokenSpan
    head: Token
    form: MentionForm
    kind: ActorKind
    name: str = ""
    offices: tuple[Office, ...] = ()
    noun: str = ""
    country: str = ""
    owner: Token | None = None
    number: Number = Number.OPEN
    gender: str = ""
    definite: bool = False

    @property
    def place(self) -> tuple[int, int]:
        """Where the phrase stands: block, then token; orders the phrases of a report."""
        return self.passage.block.span.start, self.head.i


def phrases(passage: Passage) -> list[Phrase]:
    """The phrases of one block, in order of their heads; a head has one phrase."""
    found: dict[int, Phrase] = {}
    for head, start, entity in _heads(passage.doc):
        phrase = _phrase(passage, head, start, entity)
        if phrase is not None and head.i not in found:
            found[head.i] = phrase
    return [found[i] for i in sorted(found)]


def _heads(doc: Doc) -> Iterator[tuple[Token, int, TokenSpan | None]]:
    """Each word that heads a noun phrase, where the phrase begins, and the named entity it is in."""
    starts = {chunk.root.i: chunk.start for chunk in doc.noun_chunks}
    named = [entity for entity in doc.ents if entity.label_ in _NAMED]
    inside = {i: entity for entity in named for i in range(entity.start, entity.end)}
    for i, start in starts.items():
        yield doc[i], min(start, inside[i].start) if i in inside else start, inside.get(i)
    for entity in named:
        if entity.root.i not in starts:
            yield entity.root, entity.start, entity
    for token in doc:
        if token.lower_ in _THIRD_PERSON or (token.lower_ in _RELATIVE and token.dep_ in _SUBJECTS):
            yield token, token.i, None


def _phrase(passage: Passage, head: Token, start: int, entity: TokenSpan | None) -> Phrase | None:
    if head.pos_ == "PRON" or head.lower_ in _THIRD_PERSON:
        return _pronoun(passage, head)
    tokens = _core(head, start, entity)
    named = _name(tokens, head, entity)
    kind = _kind(named, head, entity) if named is not None else _kind_of_noun(head)
    if kind is None and _speaks(head):
        kind = ActorKind.UNKNOWN
    if kind is None:
        return None
    before = tokens.doc[tokens.start : named.start] if named is not None else tokens
    return Phrase(
        passage=passage,
        tokens=tokens,
        head=head,
        form=MentionForm.NAME if named is not None else MentionForm.ROLE,
        kind=kind,
        name=_clean(named) if named is not None else "",
        offices=offices(before if named is None or before else tokens[0:0], kind),
        noun="" if named is not None else head.lower_,
        country=_country(tokens, named, kind),
        owner=next((child for child in head.children if child.dep_ == "poss"), None),
        number=_number(head),
        gender=_gender(tokens, named),
        definite=_definite(tokens, head),
    )


def _pronoun(passage: Passage, head: Token) -> Phrase | None:
    word = head.lower_
    if word not in _THIRD_PERSON and word not in _RELATIVE:
        return None
    if word == "it" and head.dep_ not in _SUBJECTS:
        return None
    return Phrase(
        passage=passage,
        tokens=passage.doc[head.i : head.i + 1],
        head=head,
        form=MentionForm.PRONOUN,
        kind=ActorKind.UNKNOWN,
        number=Number.MANY if word in {"they", "them", "their"} else Number.ONE,
        gender="m" if word in {"he", "him", "his", "himself"} else "f" if word in {"she", "her", "herself"} else "",
        noun=word,
        definite=True,
    )


def _core(head: Token, start: int, entity: TokenSpan | None) -> TokenSpan:
    """The phrase without clauses: from its first word to its name, or the "of …" that tells which office or body."""
    doc = head.doc
    end = max(head.i + 1, entity.end if entity is not None else 0)
    if entity is not None and entity[-1].tag_ == "POS":
        end = max(head.i + 1, entity.end - 1)
    for child in head.rights:
        if child.i < end:
            continue
        beside = child.left_edge.i == end
        if child.dep_ == "appos" and beside and child.pos_ == "PROPN":
            end = _end_of_name(child)
        elif child.dep_ == "prep" and beside and child.lower_ in _COMMITTEE_LINKS and _takes_complement(head):
            end = max([end, *(_end_of_name(obj) for obj in child.children if obj.dep_ == "pobj")])
        else:
            break
    return doc[min(start, head.i) : end]


def _end_of_name(token: Token) -> int:
    """One past the words that belong to a name headed by `token`, its "of …" with it."""
    end = token.i + 1
    if token.ent_type_:
        while end < len(token.doc) and token.doc[end].ent_iob_ == "I" and token.doc[end].tag_ != "POS":
            end += 1
    for child in token.children:
        if child.dep_ == "prep" and child.i == end and child.lower_ in {"of", "for"}:
            end = max([end, *(_end_of_name(obj) for obj in child.children if obj.dep_ == "pobj")])
    return end


def _takes_complement(head: Token) -> bool:
    return head.lower_ in roles() or head.lower_ in bodies() or head.lower_ in documents()


def _name(tokens: TokenSpan, head: Token, entity: TokenSpan | None) -> TokenSpan | None:
    """The proper name in a phrase: the entity its head is in, else the one in apposition, else its capitalised end."""
    doc = tokens.doc
    if entity is not None:
        return _trimmed(entity)
    if head.pos_ == "PROPN" and head.text[0].isupper():
        start = head.i
        while start > tokens.start and doc[start - 1].text[0].isupper() and not doc[start - 1].ent_type_:
            start -= 1
        return _trimmed(doc[start : max(head.i + 1, tokens.end)])
    beside = next((child for child in head.rights if child.dep_ == "appos" and child.i < tokens.end), None)
    if beside is None:
        return None
    owner = next((e for e in doc.ents if e.start <= beside.i < e.end and e.label_ in _NAMED), None)
    return _trimmed(owner if owner is not None else doc[beside.left_edge.i : beside.i + 1])


def _trimmed(name: TokenSpan) -> TokenSpan | None:
    """A name without article, possessive, quotation marks, titles and office before it; None where nothing is left."""
    start, end = name.start, name.end
    doc = name.doc
    while end > start and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_punct):
        end -= 1
    while start < end and (doc[start].lower_ in {"the", "a", "an"} or doc[start].is_punct):
        start += 1
    if start == end or doc[end - 1].lower_ in roles() or doc[end - 1].lower_ in bodies():
        return doc[start:end] if start < end and doc[end - 1].text[0].isupper() else None
    if name.label_ in {"PERSON", ""}:
        while start < end - 1 and (doc[start].lower_ in titles() or doc[start].lower_ in roles()):
            start += 1
    return doc[start:end]


def _kind(named: TokenSpan, head: Token, entity: TokenSpan | None) -> ActorKind | None:
    """What sort of actor a name is, the lists and the gazetteer before the parser's label."""
    text = _clean(named)
    if text in named_bodies():
        return named_bodies()[text][0]
    last = named[-1].lower_
    words = [token.lower_ for token in named]
    if last in roles() and len(named) <= 4:
        return ActorKind.ROLE
    if any(word in bodies() for word in words) and len(words) > 1:
        return next(bodies()[word] for word in reversed(words) if word in bodies())
    if head.lower_ in roles() and head.i < named.start:
        return ActorKind.PERSON
    label = entity.label_ if entity is not None else named.root.ent_type_
    if label == "NORP":
        return ActorKind.GROUP if head.tag_ in {"NNPS", "NNS"} else None
    if label in {"GPE", "LOC"} or any(s.kind == "C" for s in senses(text)):
        return ActorKind.GOVERNMENT
    if label in {"FAC", "PRODUCT", "WORK_OF_ART"}:
        return ActorKind.UNKNOWN if _speaks(head) else None
    return {"PERSON": ActorKind.PERSON, "ORG": ActorKind.ORGANISATION}.get(label, _unlabelled(head))


def _unlabelled(head: Token) -> ActorKind | None:
    return ActorKind.UNKNOWN if _speaks(head) else None


def _kind_of_noun(head: Token) -> ActorKind | None:
    word = head.lower_
    if word in roles():
        return ActorKind.GROUP if _number(head) is Number.MANY else ActorKind.ROLE
    if word in bodies():
        return bodies()[word]
    return ActorKind.UNKNOWN if word in documents() else None


def _speaks(head: Token) -> bool:
    """Whether the word stands where a source stands: subject of a cue verb, or under "according to"."""
    if head.dep_ in _SUBJECTS and head.head.lemma_.lower() in cue_words():
        return True
    before = head.head
    return head.dep_ == "pobj" and (
        (before.lower_ == "to" and before.head.lower_ == "according")
        or (before.dep_ == "agent" and before.head.lemma_.lower() in cue_words())
    )


def _clean(named: TokenSpan) -> str:
    return " ".join(named.text.split())


def offices(tokens: TokenSpan, kind: ActorKind) -> tuple[Office, ...]:
    """The offices a stretch of words names: "Iranian Foreign Minister" is a minister, narrowed by "foreign"."""
    if kind in {ActorKind.OUTLET, ActorKind.GOVERNMENT, ActorKind.ORGANISATION}:
        return ()
    found, narrowing = [], set()
    for token in tokens:
        word = token.lower_
        if word in roles():
            found.append(Office(role=roles()[word], words=frozenset(narrowing)))
            narrowing = set()
        elif token.is_alpha and not token.is_stop and token.text not in demonyms() and token.pos_ != "VERB":
            narrowing.add(word)
    return tuple(found)


def _country(tokens: TokenSpan, named: TokenSpan | None, kind: ActorKind) -> str:
    """The country that a phrase tells: its people's adjective, a country's name in it, or a body known to be of one."""
    if named is not None and _clean(named) in named_bodies():
        return named_bodies()[_clean(named)][1]
    for token in tokens:
        if token.text in demonyms():
            return demonyms()[token.text]
    for token in tokens:
        if token.ent_type_ == "GPE" and token.ent_iob_ == "B":
            entity = next(e for e in token.doc.ents if e.start == token.i)
            known = [s for s in senses(_clean(entity)) if s.kind == "C" and not s.alias]
            if known:
                return known[0].country or ""
    return ""


def _number(head: Token) -> Number:
    if head.tag_ in {"NNS", "NNPS"}:
        return Number.MANY
    return Number.ONE if head.tag_ in {"NN", "NNP"} else Number.OPEN


def _gender(tokens: TokenSpan, named: TokenSpan | None) -> str:
    words = [token.lower_ for token in tokens]
    first = named[0].lower_ if named is not None else ""
    known = [genders()[word] for word in words if word in genders() and word != first]
    return known[0] if known else genders().get(first, "") if named is not None and len(named) > 1 else ""


def _definite(tokens: TokenSpan, head: Token) -> bool:
    """Whether the phrase points at one already known: "the", a possessive, or nothing at all before a singular office."""
    first = tokens[0]
    if first.lower_ in {"the", "this", "that", "these", "those", "his", "her", "their", "its"}:
        return True
    if any(child.dep_ == "poss" for child in head.children):
        return True
    return first.pos_ not in {"DET", "NUM"} and head.tag_ == "NN"
