"""The proper name within a noun phrase, and what sort of actor it names: lists and gazetteer before labels."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from sayso.extract.actors.words import (
    HELD_BY_FIRMS,
    bodies,
    civil_words,
    demonyms,
    firm_words,
    genders,
    named_bodies,
    outlet_words,
    roles,
    titles,
    trades,
)
from sayso.extract.attributions.cues import cue_words
from sayso.extract.parse import Parsed
from sayso.extract.places.gazetteer import senses
from sayso.model import ActorKind

NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_ARTICLES = frozenset({"the", "a", "an", "both", "either", "neither"})
_JOINTS = frozenset({"and", ",", "&", "/"})
_HE_OR_SHE = frozenset({"he", "she", "his", "her", "him"})
SIGNS = frozenset({"sign", "callsign", "nickname", "alias", "pseudonym", "codename", "handle", "guerre"})
_PARTICLES = frozenset(
    ["al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "ibn", "la", "ten", "van", "von"]
)
_LONGEST = 5  # words of a person's name
_CITY = 500_000  # inhabitants
_NAMES_OF_ONE = frozenset({"PERSON", "ORG", "NORP", ""})
_TAKEN_FOR_OTHERS = frozenset({"ORG", "NORP", "WORK_OF_ART", "PRODUCT", "EVENT", "FAC"})
_DOUBTFUL = frozenset({"FAC", "PRODUCT", "WORK_OF_ART", "EVENT", ""})


def surnames(parsed: Parsed) -> frozenset[str]:
    """The last words of the full names of persons in a report: each alone is that person, whatever its label there."""
    return frozenset(
        name[-1].text
        for passage in parsed.passages
        for name in entities(passage.doc)
        if name.label_ == "PERSON" and len(name) > 1 and name[-1].text[0].isupper() and not senses(name[-1].text)
    )


def entities(doc: Doc, persons: frozenset[str] = frozenset()) -> Iterator[TokenSpan]:
    """The named entities of a block; a run of persons that the parser took for one name is taken apart, and a name of
    which it saw only the last word is whole.
    """
    for entity in _whole_names(doc):
        if entity.label_ not in NAMED:
            continue
        joints = [t.i for t in entity if t.lower_ in _JOINTS] if len(entity) > 1 else []
        if len(joints) == 1 and doc[joints[0] - 1].lower_ in bodies() and entity[-1].lower_ in bodies():
            # "Health Ministry and Transport Ministry"
            yield TokenSpan(doc, entity.start, joints[0], label="ORG")
            yield TokenSpan(doc, joints[0] + 1, entity.end, label="ORG")
            continue
        if not joints or (entity.label_ != "PERSON" and not any(t.text in persons for t in entity)):
            yield entity
            continue
        for before, after in pairwise([entity.start - 1, *joints, entity.end]):
            if after > before + 1:
                yield TokenSpan(doc, before + 1, after, label="PERSON")


def _whole_names(doc: Doc) -> Iterator[TokenSpan]:
    """The entities of a block; one of a word with the name before that belongs to it ("[Taras] Hlushko"), and as a
    person's where somebody's office or given name tells so.
    """
    titled = [name for name in _titled(doc) if not _is_seen(name)]
    taken = {token.i for name in titled for token in doc[name.start - 1 : name.end]}
    found = [_with_first_name(entity) for entity in doc.ents if not any(token.i in taken for token in entity)]
    inside = {token.i for entity in found for token in entity[:-1]}
    for entity in sorted((*found, *titled), key=lambda name: name.start):
        if entity.end - 1 not in inside:
            person = entity if _is_named_person(entity) else _person_behind(entity)
            yield TokenSpan(doc, person.start, person.end, label="PERSON") if person is not None else entity


def _titled(doc: Doc) -> Iterator[TokenSpan]:
    """The names behind "Mrs", "Dr", "DSP" and the like, whole, whatever the parser made of their words."""
    for title in doc:
        if not _is_form_of_address(title):
            continue
        end = title.i + 1
        while end < len(doc) and end - title.i <= _LONGEST and _is_of_name(doc[end]):
            end += 1
        if end > title.i + 1 and doc[end - 1].lower_ not in bodies():
            yield TokenSpan(doc, title.i + 1, end, label="PERSON")


def _is_seen(name: TokenSpan) -> bool:
    """Whether the parser saw all of a name, or more of it: "Saad bin Khalid"."""
    inside = {entity.start for entity in name.ents}
    last = next((e for e in name.doc.ents if e.start < name.end <= e.end), None)
    return last is not None and last.label_ == "PERSON" and inside <= {last.start} and last.start <= name.start


def _is_form_of_address(word: Token) -> bool:
    """Whether a word stands before names of persons and of nothing else: "Mr", "Capt.", "SSP", but not "Foreign"."""
    text = word.lower_
    if text not in titles() or text == "miss" or not word.text[0].isupper():
        return False
    rank = len(text) > 2 and word.text.isupper()
    return rank or (not word.text.isupper() and (genders().get(text, "") != "" or f"{text.rstrip('.')}." in titles()))


def _is_of_name(word: Token) -> bool:
    """Whether a word may be a part of a person's name: in capitals, with a hyphen between, or "bin" and "de"."""
    after = word.nbor() if word.i + 1 < len(word.doc) else None
    if word.text == "-" or word.lower_ in _PARTICLES:
        return after is not None and after.text[0].isupper()
    letter = word.text[0].isupper() and word.text.strip(".'’").isalpha()
    return letter and not _is_title(word) and not word.is_sent_start


def _person_behind(entity: TokenSpan) -> TokenSpan | None:
    """The name behind a title or, where an office stands before it, a body's noun, that the parser took into one with
    it: "City SHO [Imran Qureshi]", "Head of the Administration [Oleh Marchuk]".
    """
    if entity.label_ not in {"PERSON", "ORG"}:
        return None
    nouns = set(bodies()) | firm_words() | outlet_words()
    for size in (2, 3):
        name, before = entity[-size:], entity[-size - 1] if len(entity) > size else None
        if before is None or not all(t.text.istitle() and t.lower_ not in nouns and not _is_title(t) for t in name):
            continue
        if before.lower_ in titles() or (before.lower_ in bodies() and _has_office_before(entity)):
            return name
    return None


def _has_office_before(entity: TokenSpan) -> bool:
    """Whether "Head of the" and the like stands right before a body's name."""
    before = [token.lower_ for token in entity.doc[max(entity.start - 3, 0) : entity.start] if token.lower_ != "the"]
    return len(before) > 1 and before[-1] in {"of", "for"} and before[-2] in roles()


def _with_first_name(entity: TokenSpan) -> TokenSpan:
    """An entity of one word with the capitalised word before it that the parser hung on it."""
    doc, last = entity.doc, entity[0]
    place = entity.label_ in {"GPE", "LOC"} and not senses(entity.text)
    if len(entity) > 1 or not (place or entity.label_ in _NAMES_OF_ONE) or entity.start == last.sent.start:
        return entity
    first = last.nbor(-1)
    word = first.lower_
    if first.pos_ != "PROPN" or first.dep_ != "compound" or first.head != last or not first.text.istitle():
        return entity
    if _is_title(first) or word in bodies() or word in trades() or first.text in demonyms() or _is_known_place(first):
        return entity
    return TokenSpan(doc, first.i, entity.end, label=entity.label_)


def _is_known_place(word: Token) -> bool:
    """Whether a word is a country or a great city: the gazetteer has a village of nearly any name."""
    return any(not s.alias and (s.kind == "C" or s.population >= _CITY) for s in senses(word.text))


def _is_named_person(entity: TokenSpan) -> bool:
    """Whether two or three words that the parser did not take for a person's name are one: by the given name, or as the
    name of who holds an office.
    """
    if entity.label_ not in _TAKEN_FOR_OTHERS or not 2 <= len(entity) <= 3 or not all(t.text.istitle() for t in entity):
        return False
    words = {token.lower_ for token in entity}
    if words & (set(bodies()) | firm_words() | outlet_words()) or entity.text in named_bodies() or senses(entity.text):
        return False
    if any(child.dep_ == "det" for child in entity.root.children):
        return False
    given = entity[0].lower_ in genders() and not _is_title(entity[0])
    return given or holds_office(entity, entity.root) or _is_he_or_she(entity)


def _is_he_or_she(entity: TokenSpan) -> bool:
    """Whether a name stands beside a role that firms may have too, and "he" or "she" is the next word for anybody."""
    root = entity.root
    beside = [root.head] if root.dep_ == "appos" else [c for c in root.children if c.dep_ == "appos"]
    if not any(t.tag_ == "NN" and t.lower_ in roles() for t in beside):
        return False
    after = entity.doc[entity.end :]
    following = next((t for t in after if t.lower_ in _HE_OR_SHE or t.ent_type_ == "PERSON"), None)
    return following is not None and following.lower_ in _HE_OR_SHE


def speaks(head: Token) -> bool:
    """Whether the word stands where a source stands: subject or agent of a cue verb, or under "according to"."""
    above = head.head
    if head.dep_ in SUBJECTS:
        return above.lemma_.lower() in cue_words()
    if head.dep_ != "pobj":
        return False
    return above.head.lower_ == "according" or (above.dep_ == "agent" and above.head.lemma_.lower() in cue_words())


def name_of(tokens: TokenSpan, head: Token, entity: TokenSpan | None, persons: frozenset[str]) -> TokenSpan | None:
    """The name in a phrase: the entity its head is in, the one in apposition, or its capitalised end.

    None for an office or a body's noun by itself ("the Minister"), whatever its capitals.
    """
    doc = tokens.doc
    if entity is not None and (head.lower_ not in roles() or entity.label_ == "PERSON" or _is_watching(entity, head)):
        return trimmed(entity)
    beside = next((c for c in head.rights if c.dep_ == "appos" and c.i < tokens.end and c.text[0].isupper()), None)
    if beside is not None:
        owner = next((e for e in entities(doc, persons) if e.start <= beside.i < e.end), None)
        return trimmed(owner if owner is not None else doc[beside.left_edge.i : beside.i + 1])
    known = head.pos_ == "PROPN" or head.text in persons or is_acronym(head)
    if head.lower_ in roles() or not head.text[0].isupper() or not known:
        return None
    start = head.i
    while start > tokens.start and doc[start - 1].text[0].isupper() and doc[start - 1].text not in demonyms():
        start -= 1
    return trimmed(doc[start : head.i + 1])


def is_acronym(token: Token) -> bool:
    """Whether a subject in capitals behind words in small letters is a name, whatever the parser took it for."""
    capitals = token.text.isupper() and token.is_alpha and len(token) > 2
    return capitals and token.dep_ in SUBJECTS and any(t.is_lower for t in token.sent)


def _is_watching(entity: TokenSpan, head: Token) -> bool:
    """Whether a body's name ends in a word for one who watches: "Delta Rights Monitor", "the Coast Observer"."""
    return entity.label_ == "ORG" and len(entity) > 1 and head.text.istitle() and roles()[head.lower_] == "monitor"


def trimmed(name: TokenSpan) -> TokenSpan | None:
    """A name without article, possessive and quotation marks, a person's also without titles; None if that is none."""
    doc, start, end = name.doc, name.start, name.end
    while end > start and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_punct):
        end -= 1
    while start < end and (doc[start].lower_ in _ARTICLES or not any(map(str.isalnum, doc[start].text))):
        start += 1
    if name.label_ in {"PERSON", ""}:
        # "Said Ellis" at the head of a sentence is a verb and a name
        while start < end - 1 and (_is_title(doc[start]) or doc[start].tag_ == "VBD"):
            start += 1
        start -= _titles_of_initial(doc[start:end])
    end = _before_seat(doc, start, end) if name.label_ == "ORG" else end
    start += _words_before(doc[start:end]) if name.label_ == "ORG" and start < end else 0
    if start == end or not any(token.text[0].isupper() or token.is_digit for token in doc[start:end]):
        return None
    alone = end - start == 1 and doc[start].text not in named_bodies()
    # "Harry King" has a surname that is an office too
    given = end - start > 1 and doc[start].lower_ in genders() and not _is_title(doc[start])
    office = doc[end - 1].lower_ in roles() and not given and (name.label_ != "ORG" or end - start == 1)
    if office or (alone and doc[start].lower_ in bodies()):
        return None
    return TokenSpan(doc, start, end, label=name.label)


def _titles_of_initial(name: TokenSpan) -> int:
    """How many titles before it belong to a name that is but a letter: "Mrs. K."."""
    letter = len(name) == 1 and len(name.text.rstrip(".")) == 1
    return int(letter and name.start > name.sent.start and name[0].nbor(-1).lower_ in titles())


def _before_seat(doc: Doc, start: int, end: int) -> int:
    """Where a body's name ends before the town it sits in: "Harbour Board in Aarhus"; a country may belong to it."""
    at = next((i for i in range(end - 2, start + 1, -1) if doc[i].lower_ == "in"), None)
    found = senses(doc[at + 1 : end].text) or senses(doc[at + 2 : end].text) if at is not None else []
    towns = bool(found) and all(sense.kind != "C" for sense in found)
    return at if at is not None and towns else end


def _words_before(name: TokenSpan) -> int:
    """How many words at the head of what the parser took for a body's name are an office or a trade ("Engineer Joost
    Vink", "Brewer Northern Ales") and no part of it.
    """
    first, rest = name[0].lower_, [token.lower_ for token in name[1:]]
    if len(rest) < 2 or rest[0] in {"of", "for"} or clean(name) in named_bodies():
        return 0
    if first in trades():
        return int(bool(name[0].is_sent_start) and not set(rest) & set(bodies()))
    person = first in roles() and first not in HELD_BY_FIRMS and name[0].tag_ in {"NN", "NNP"}
    return int(person and len(rest) == 2 and not set(rest) & (set(bodies()) | firm_words() | outlet_words()))


def _is_title(token: Token) -> bool:
    return token.lower_ in titles() or token.lower_ in roles()


def kind_of_name(named: TokenSpan, head: Token, persons: frozenset[str]) -> ActorKind | None:
    """What sort of actor a name is; None for what is none, such as the adjective of a people."""
    text = clean(named)
    words = [token.lower_ for token in named]
    if text in named_bodies():
        return named_bodies()[text][0]
    called = named.label_ in {"ORG", "WORK_OF_ART", ""} and len(words) > 1 and {words[0], words[-1]} & outlet_words()
    if called or (words[-1] in outlet_words() and _is_told(head)):
        return ActorKind.OUTLET
    if len(words) > 1 and named.label_ != "PERSON" and any(word in bodies() for word in words):
        kind = next(bodies()[word] for word in reversed(words) if word in bodies())
        return ActorKind.ORGANISATION if kind is ActorKind.GOVERNMENT and civil_words() & {*words} else kind
    if _is_firm(named) or _follows_trade(named):
        return ActorKind.ORGANISATION
    if (
        named[-1].text in persons
        or _follows_office(named)
        or (head.lower_ in roles() and head.i < named.start)
        or holds_office(named, head)
        or _is_before_office(named, head)
        or is_behind_office(named)
        or _follows_sign(named)
    ):
        return ActorKind.PERSON
    return _by_label(named, text, head)


def _is_firm(named: TokenSpan) -> bool:
    """Whether the last word of a name is a firm's, and the first is nobody's given name or title ("Harry Power")."""
    last, first = named[-1].lower_, named[0].lower_
    return len(named) > 1 and last in firm_words() and first not in genders() and not _is_title(named[0])


def _follows_trade(named: TokenSpan) -> bool:
    """Whether what a firm makes or sells stands right before a name: "carmaker Zeta"."""
    before = named.doc[named.start - 1] if named.start > named.sent.start else None
    return before is not None and before.lower_ in trades() and before.dep_ in {"compound", "nmod", "amod"}


def _follows_sign(named: TokenSpan) -> bool:
    """Whether a name is what somebody goes by: "with the call sign Owl", 'by the nickname "Owl"'."""
    before = named.doc[max(named.start - 2, 0) : named.start]
    words = [token.lower_ for token in before if not token.is_punct]
    return bool(words) and words[-1] in SIGNS


def _follows_office(named: TokenSpan) -> bool:
    """Whether one person's office stands right before a full name: "engineer Joost Vink", whatever its label."""
    before = named.doc[named.start - 1] if named.start > named.sent.start else None
    if before is None or len(named) not in {2, 3} or named.text in named_bodies() or senses(named.text):
        return False
    office = before.lower_ in roles() and before.lower_ not in HELD_BY_FIRMS and before.tag_ in {"NN", "NNP"}
    return office and not any(token.lower_ in bodies() for token in named)


def holds_office(named: TokenSpan, head: Token) -> bool:
    """Whether a full name stands in apposition to one office: "the governor, Petro Halych", whatever its label."""
    office = head.head
    while office.dep_ in {"pobj", "prep"} and office.lower_ not in roles():  # "the head of the port, Olga Vane"
        office = office.head
    held = office.tag_ in {"NN", "NNP"} and office.lower_ in roles() and office.lower_ not in HELD_BY_FIRMS
    return held and head.dep_ == "appos" and 2 <= len(named) <= 3


def is_behind_office(named: TokenSpan) -> bool:
    """Whether commas set a full name off behind one office, whatever it hangs on: "its head, Ana Ruiz, …"."""
    doc, start, end = named.doc, named.start, named.end
    if start < named.sent.start + 2 or end >= len(doc) or doc[start - 1].text != "," or doc[end].text != ",":
        return False
    office = doc[start - 2]
    held = office.tag_ in {"NN", "NNP"} and office.lower_ in roles() and office.lower_ not in HELD_BY_FIRMS
    nouns = bodies().keys() | firm_words() | outlet_words()
    return held and 2 <= len(named) <= 3 and all(t.text.istitle() and t.lower_ not in nouns for t in named)


def _is_before_office(named: TokenSpan, head: Token) -> bool:
    """Whether an office stands in apposition to a full name that is no body's: "Petro Halych, the governor"."""
    if named.label_ in {"ORG", "FAC", "LOC"} or not 2 <= len(named) <= 3 or not all(t.text.istitle() for t in named):
        return False
    if senses(named.text) or named.text in named_bodies():
        return False
    beside = (child for child in head.children if child.dep_ == "appos" and child.i >= named.end)
    return any(t.tag_ in {"NN", "NNP"} and t.lower_ in roles() and t.lower_ not in HELD_BY_FIRMS for t in beside)


def _by_label(named: TokenSpan, text: str, head: Token) -> ActorKind | None:
    label = named.label_ or named.root.ent_type_
    if label == "NORP":
        return ActorKind.GROUP if head.tag_ in {"NNPS", "NNS"} else None
    if label in {"GPE", "LOC"} or any(s.kind == "C" and not s.alias for s in senses(text)):
        return ActorKind.GOVERNMENT
    if label in _DOUBTFUL:
        acts = (
            head.dep_ in SUBJECTS
            or head.dep_ == "poss"
            or _is_told(head)
            or (head.dep_ == "appos" and head.head.dep_ in SUBJECTS)
        )
        return ActorKind.UNKNOWN if acts or speaks(head) or _in_heading(named) else None
    return ActorKind.PERSON if label == "PERSON" else ActorKind.ORGANISATION


def _is_told(head: Token) -> bool:
    """Whether somebody told it something, which is how outlets bring in themselves: "told the Herald"."""
    return head.dep_ in {"dobj", "dative"} and head.head.lemma_ == "tell"


def _in_heading(named: TokenSpan) -> bool:
    """Whether the layout makes the name a source: "P – Name" or "Name: P"."""
    doc = named.doc
    before = doc[named.start - 1].text if named.start else ""
    after = doc[named.end].text if named.end < len(doc) else ""
    return (before in {"–", "—", "-", ":"} and named.end == len(doc)) or (named.start == 0 and after == ":")


def clean(named: TokenSpan) -> str:
    """The words of a name with single blanks."""
    return " ".join(named.text.replace('"', " ").split())
