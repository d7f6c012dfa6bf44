"""The noun phrases of a report that may stand for an actor, and what each says of that actor by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from spacy.strings import get_string_id
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from sayso.extract.actors.extent import ANYBODY, core, with_titles
from sayso.extract.actors.naming import SUBJECTS, clean, entities, is_acronym, kind_of_name, name_of, speaks
from sayso.extract.actors.phrase import PRONOUN_GENDERS, RANKS, Number, Office, Phrase
from sayso.extract.actors.pointing import is_pronoun, may_point, national, place_of, pointer, told_age, years
from sayso.extract.actors.words import bodies, demonyms, documents, genders, named_bodies, nationals, roles, titles
from sayso.extract.draft import MentionForm
from sayso.extract.parse import Passage
from sayso.extract.places.evidence import capitalised
from sayso.extract.places.gazetteer import senses
from sayso.model import ActorKind

_POINTING = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its"})
# Endings of surnames that only one gender has
_SURNAME_ENDINGS = {"f": ("ova", "eva", "skaya", "iene", "ienė", "aite", "aitė"), "m": ("ov", "ev", "skyi", "skiy")}
_QUANTITIES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "LAW", "LANGUAGE"})
# Words that introduce a part of the page ("Source: ISW"), not somebody
_LABELS = frozenset({"source", "sources", "details", "background", "photo", "video", "quote", "update", "reference"})


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
        if is_pronoun(token):
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
    if token.dep_ in SUBJECTS and (token.lower_ in bodies() or token.lower_ in roles()):
        return True
    if may_point(token):
        return True
    if token.i == 0 and len(token.doc) > 1 and token.nbor().text == ":" and token.lower_ in roles():
        return True
    heads = token.dep_ not in {"compound", "amod", "nmod", "det"}
    known = token.text in persons or token.text in named_bodies() or is_acronym(token)
    return known or (token.pos_ == "PROPN" and heads)


def _phrase(block: _Block, head: Token, start: int, entity: TokenSpan | None) -> Phrase | None:
    passage = block.passage
    pointing = pointer(passage, head)
    if pointing is not None or is_pronoun(head):
        return pointing
    if entity is None and _is_nobody(head):
        return None
    tokens = core(head, start, entity)
    if head.text in nationals() and head.tag_ in {"NN", "NNP"} and [t.lower_ for t in tokens[:-1]] == ["the"]:
        return national(passage, tokens)
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
        at=place_of(passage, head),
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
        owner=next((child for child in head.children if child.dep_ == "poss" and child.lower_ != "our"), None),
        number=_number(head),
        gender=_gender(tokens, named),
        leaning=_leaning(named) if kind is ActorKind.PERSON and named is not None else "",
        age=_age(tokens) if kind in {ActorKind.PERSON, ActorKind.ROLE} else None,
        definite=_definite(tokens, head),
    )


def _is_label(head: Token) -> bool:
    following = head.doc[head.i + 1].text if head.i + 1 < len(head.doc) else ""
    return head.i == 0 and following == ":" and head.lower_ in _LABELS


def _is_nobody(head: Token) -> bool:
    """Whether a word without a capital is no actor's noun and has no name beside it: most nouns of a report; or a title
    by itself.
    """
    if head.text.endswith(".") and head.lower_ in titles():
        return True
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
    told = speaks(head) or (word in documents() and head.dep_ == "nsubj")  # "the audit puts the loss at 3 million"
    return ActorKind.UNKNOWN if told and head.pos_ in {"NOUN", "PROPN"} else None


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
    inside = next((age for token in tokens if (age := told_age(token)) is not None), None)
    if inside is not None:
        return inside
    doc, end = tokens.doc, tokens.end
    if end + 2 >= len(doc) or doc[end].text not in {",", "("}:
        return None
    if doc[end + 1].lower_ == "aged":
        return years(doc[end + 2])
    return years(doc[end + 1]) if doc[end + 2].text in {",", ")", "."} else None


def _definite(tokens: TokenSpan, head: Token) -> bool:
    """Whether the phrase points at one already known: "the", a possessive, or no article before a single office."""
    first = tokens[0]
    if first.lower_ in _POINTING or any(child.dep_ == "poss" for child in head.children):
        return True
    return first.pos_ not in {"DET", "NUM"} and head.tag_ in {"NN", "NNP"}
