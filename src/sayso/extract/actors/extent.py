"""Where a noun phrase that stands for an actor begins and ends: its titles with it, its clauses left out."""

from __future__ import annotations

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from sayso.extract.actors.words import asides, bodies, documents, dwelling, roles, titles
from sayso.extract.attributions.cues import SPEAKING, CueKind, cue_words
from sayso.extract.places.gazetteer import senses
from sayso.extract.syntax import is_passive

PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_COMPLEMENT = frozenset({"of", "for", "on", "at", "with", "in", "to"})
# Where somebody is, which is all that is told of who it is: "a farmer in Ruse", "a notice at the gate"
_WHERE = frozenset(
    {"at", "in", "on", "of", "for", "from", "near", "with", "inside", "outside", "across", "along", "behind", "to"}
)
_TIMES = frozenset({"DATE", "TIME"})
_FORMS = frozenset({"comments", "interview", "remarks", "speech", "turn", "person", "part", "line", "charge"})
_CLAUSES = frozenset({"relcl", "mark", "nsubj", "nsubjpass"})
_ASKING = frozenset({"WDT", "WP", "WP$", "WRB"})
ANYBODY = frozenset({"someone", "somebody"})
_TELLING = SPEAKING | {CueKind.DENY, CueKind.BELIEVE}
_BARE = frozenset({"person", "people", "man", "woman", "boy", "girl", "official", "officer", "source", "insider"})


def _name_end(entity: TokenSpan) -> int:
    return entity.end - (entity[-1].tag_ == "POS")


def core(head: Token, start: int, entity: TokenSpan | None) -> TokenSpan:
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
    unnamed = entity is None and (head.text[0].islower() or head.is_sent_start)
    end = _described_end(head, start, end) if unnamed else _after_quoted(head, end)
    end -= end - 1 > head.i and is_cue_behind(head, doc[end - 1])
    start = max([min(start, head.i), *(i + 1 for i in range(start, head.i) if _is_dash(doc[i]))])
    while start < head.i and (doc[start].is_punct or doc[start].lower_ in {"both", "either", "neither"}):
        start += 1
    return doc[start:end]


def is_cue_behind(head: Token, last: Token) -> bool:
    """Whether the last word of a sentence is the cue of those behind its comma, though it has the form of a noun: the
    "report" of "P, sources inside the plant report".
    """
    before = next(t.i for t in head.subtree if not t.is_punct) - 1
    after = last.doc[last.i + 1 : last.sent.end]
    many = head.tag_ == "NNS" and (head.lower_ in roles() or head.lemma_ in roles() or head.lemma_ in _BARE)
    return (
        (many and before >= head.sent.start and head.doc[before].text == ",")
        and (last.tag_ == "NN" and _is_told(last) and last.nbor(-1).tag_ != "POS")
        and all(token.is_punct or token.is_space for token in after)
    )


def _described_end(head: Token, start: int, end: int) -> int:
    """One past the words that tell which unnamed one it is: where it is, "living on the dam road", what it has to do
    with a matter, and the clause of "an officer who …".
    """
    doc = head.doc
    while end < len(doc):
        tail = doc[end]
        above = tail.head
        if tail.dep_ == "prep" and start <= above.i < end and _tells_where(tail, head):
            reached = _end_of_run(tail)
            if reached == end:  # "to which …" tells no more of it
                break
            end = reached
        elif above == head and _tells_which(tail, head):
            return _end_of_run(tail)
        elif tail.lower_ == "who":
            clause = next((c for c in head.children if c.dep_ == "relcl" and c.i > tail.i), None)
            told = clause is not None and _says_little(head, start) and _tells_of_person(clause)
            return _end_of_clause(clause, tail) if clause is not None and told else end
        else:
            break
    return end


def _tells_which(tail: Token, head: Token) -> bool:
    """Whether a participle or adjective tells which one it is: "living on the dam road", "briefed on the talks", but
    not "alleging a plot", which is what they say.
    """
    if tail.dep_ == "acl" and head.lower_ in roles() and tail.tag_ in {"VBN", "VBG"}:
        return tail.lemma_.lower() not in asides() and not (tail.tag_ == "VBG" and _is_told(tail))
    return tail.dep_ in {"acl", "amod"} and tail.lemma_.lower() in dwelling()


def _says_little(head: Token, start: int) -> bool:
    """Whether a noun by itself tells nothing of who it is, and so needs its clause: "an officer who …", "someone who
    …", but not "a customs officer who …".
    """
    narrowed = any(token.pos_ in {"NOUN", "ADJ", "PROPN"} for token in head.doc[min(start, head.i) : head.i])
    return head.lower_ in ANYBODY or (head.lemma_.lower() in _BARE and not narrowed)


def _tells_of_person(clause: Token) -> bool:
    """Whether "who …" tells who it is, and not how it came that we hear of it: "who asked not to be named"."""
    if not is_passive(clause) and _is_told(clause):
        return False
    verbs = [clause, *(c for c in clause.children if c.dep_ in {"xcomp", "ccomp", "acomp"})]
    return not any(verb.lemma_.lower() in asides() for verb in verbs)


def _is_told(verb: Token) -> bool:
    """Whether a verb is a cue: what it tells is what somebody says, and not who it is."""
    word = cue_words().get(verb.lemma_.lower())
    return word is not None and word.kind in _TELLING


def _end_of_clause(clause: Token, first: Token) -> int:
    """One past a clause that begins with `first`, up to a mark and without what is joined to it by "and"."""
    joined = next((c.i for c in clause.children if c.dep_ == "cc" and c.i > clause.i), None)
    end = _end_of_run(clause, first.i)
    return min(end, joined) if joined is not None else end


def _tells_where(preposition: Token, head: Token) -> bool:
    """Whether "in …" tells which person or paper it is, and not when or in what form something was said."""
    if preposition.lower_ not in _WHERE or (head.lower_ in bodies() and head.lower_ not in roles()):
        return False
    place = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    if place is None or place.ent_type_ in _TIMES:
        return False
    if preposition.lower_ == "in" and place.lower_ in documents() | _FORMS:
        return False
    return preposition.lower_ != "on" or any(child.dep_ in {"det", "poss"} for child in place.children)


def _end_of_run(token: Token, start: int | None = None) -> int:
    """One past the words that hang on `token` and run on from it, or from `start`, up to a mark or a clause."""
    doc, inside = token.doc, {inner.i for inner in token.subtree}
    end = first = token.i if start is None else start
    while end in inside and not doc[end].is_punct:
        if start is None and end > first and (doc[end].dep_ in _CLAUSES or doc[end].tag_ in _ASKING):
            return end - (doc[end - 1].dep_ == "prep")  # "[a service] to which the paper subscribes"
        end += 1
    while end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_:  # "Saint-Omer"
        end += 2
        end += end < len(doc) and doc[end].text[0].isupper()
    return end


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
    if preposition.lower_ == "in" and head.tag_ not in PLURAL_TAGS:
        return _is_seat(preposition, head)
    return preposition.lower_ in _COMPLEMENT and any(head.lower_ in words for words in (roles(), bodies(), documents()))


def _is_seat(preposition: Token, head: Token) -> bool:
    """Whether "in …" tells of an unnamed body where it sits: "the foreign ministry in Oslo"."""
    place = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    return head.lower_ in bodies() and head.text.islower() and place is not None and _is_place(place)


def _is_place(noun: Token) -> bool:
    return noun.ent_type_ == "GPE" or (noun.pos_ == "PROPN" and noun.text.istitle() and bool(senses(noun.text)))


def with_titles(tokens: TokenSpan, named: TokenSpan) -> TokenSpan:
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
