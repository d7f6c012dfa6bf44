"""Links of a speaker whom a colon within a paragraph sets before what is said: "Olga Vane, the harbour master: P", "Its
director, Emil Roth: “P”", "The army's version: P", "A person close to the firm goes further: P".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.extract.actors.words import bodies, documents, outlet_words, roles, titles
from sayso.extract.attributions.cues import CueKind
from sayso.extract.attributions.labels import labels, lead_in
from sayso.extract.attributions.links import Link
from sayso.extract.parse import Passage
from sayso.extract.places.gazetteer import senses
from sayso.extract.statements.clauses import SUBJECTS, children, spans_of
from sayso.model import BlockKind

_MAX_LABEL = 14  # words before the colon
_MIN_SAID = 3
_STOPS = frozenset({".", "!", "?", "…", ";", ":", '"', "|", "•", "·", "–", "—"})
_PEOPLE = frozenset({"PERSON", "ORG", "NORP"})
_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
# What is somebody's and is their word: "the army's version"
_WORDS = frozenset(
    {"account", "answer", "argument", "claim", "comment", "conclusion", "explanation", "message", "opinion", "reaction"}
    | {"reply", "response", "retort", "story", "summary", "tale", "theory", "verdict", "version", "view", "warning"}
    | {"word", "words"}
)
_FIRST = frozenset({"our", "my"})  # "Our note: P" is the outlet's
_GOING = {  # verbs that say no more than how somebody puts it, with the words that must follow
    "go": frozenset({"further", "farther", "on"}),
    "put": frozenset({"it"}),
    "tell": frozenset({"it"}),
    "see": frozenset({"it"}),
    "describe": frozenset({"it"}),
    "sum": frozenset({"it", "up"}),
    "disagree": frozenset(),
    "differ": frozenset(),
    "object": frozenset(),
    "counter": frozenset(),
}


def colon_links(passage: Passage) -> Iterator[Link]:
    """The links of a paragraph's colons. Where a quotation follows one, the link is without a content."""
    if passage.block.kind is not BlockKind.PARAGRAPH or ":" not in passage.text:
        return
    begin = lead_in(passage.text)
    for colon in passage.doc:
        if colon.text != ":" or colon.idx < begin or colon.i + _MIN_SAID >= len(passage.doc):
            continue
        label = _label(passage, colon, begin)
        said = _said(colon)
        speaker = _speaker(label) if label and said is not None else None
        if speaker is None or said is None:
            continue
        source, head = speaker
        yield Link(
            source=spans_of(passage, source),
            source_head=passage.span(head),
            cue=(passage.span(colon),),
            lemma=":",
            kind=CueKind.SAY,
            content=spans_of(passage, said),
            score=0.75,
            settled=True,
        )


def _label(passage: Passage, colon: Token, begin: int) -> list[Token]:
    """The words before a colon, from where its sentence begins; none where they are too many or a known label."""
    start = colon.i
    while start > 0 and passage.doc[start - 1].text not in _STOPS and passage.doc[start - 1].idx >= begin:
        start -= 1
    words = [t for t in passage.doc[start : colon.i] if not t.is_space]
    text = " ".join(t.lower_ for t in words)
    return [] if len(words) > _MAX_LABEL or text in labels() else words


def _said(colon: Token) -> list[Token] | None:
    """What follows a colon, to its sentence's end: empty where a quotation begins, None where it claims nothing."""
    after = colon.nbor()
    if after.text == '"':
        return []
    told = list(colon.doc[after.i : after.sent.end])
    ends = next((n for n, t in enumerate(told) if t.text in {".", "!", "…", ";"}), len(told))
    told = told[:ends]
    clause = any(t.dep_ in SUBJECTS for t in told) and any(t.tag_ in _TENSED for t in told)
    asks = ends < len(colon.doc) - after.i and colon.doc[after.i + ends].text == "?"
    return told if clause and not asks and len(told) >= _MIN_SAID else None


def _speaker(label: list[Token]) -> tuple[list[Token], Token] | None:
    """The words and the head of who speaks by a label, None where it names a topic, a place or a deed."""
    if label[0].lower_ in _FIRST or (any(t.tag_ in _TENSED for t in label) and not _only_goes_on(label)):
        return None
    phrases = [t for t in label if _heads_phrase(t)]
    for head in phrases[:2]:
        if head.lower_ in _WORDS:
            return _owner(head)
        if _can_speak(head):
            return _core(label, head), head
        if head.dep_ != "pobj" or head.i > label[0].i + 2:  # "Against this, a clerk …": an adverbial may stand first
            return None
    return None


def _heads_phrase(token: Token) -> bool:
    nominal = token.pos_ in {"NOUN", "PROPN"} and token.lower_ not in titles()
    return nominal and token.dep_ not in {"compound", "amod", "nmod", "poss", "npadvmod"}


def _only_goes_on(label: list[Token]) -> bool:
    """Whether the one verb of a label says no more than how somebody puts it."""
    verbs = [t for t in label if t.tag_ in _TENSED and t.dep_ not in {"relcl", "aux", "auxpass"}]
    if len(verbs) != 1 or verbs[0].lemma_ not in _GOING:
        return False
    needed = _GOING[verbs[0].lemma_]
    return not needed or any(t.lower_ in needed for t in label if verbs[0].i < t.i <= verbs[0].i + 2)


def _owner(word: Token) -> tuple[list[Token], Token] | None:
    """Whose "version" or "answer" it is: "the army's version", "the answer of the army"."""
    inside = [c for p in children(word, "prep") if p.lower_ in {"of", "from"} for c in children(p, "pobj")]
    whose = next((t for t in (*children(word, "poss"), *inside) if t.pos_ == "PRON" or _can_speak(t)), None)
    return ([t for t in whose.subtree if t.dep_ != "case"], whose) if whose is not None else None


def _core(label: list[Token], head: Token) -> list[Token]:
    """The words of a speaker up to the first comma, bracket or verb."""
    start = max(head.left_edge.i, label[0].i)
    inside = head.doc[start : label[-1].i + 1]
    end = next((t.i for t in inside if t.i > head.i and (t.is_punct or t.tag_ in _TENSED)), inside.end)
    return list(head.doc[start:end])


def _can_speak(head: Token) -> bool:
    """Whether a noun is somebody: an office, a body, a document, a person or a body of several words by name."""
    word = head.lower_
    if word in roles() or word in bodies() or word in outlet_words():
        return True
    if word in documents():
        return any(c.dep_ in {"det", "poss", "compound"} for c in head.children)
    name = next((e for e in head.doc.ents if e.start <= head.i < e.end), None)
    return name is not None and name.label_ in _PEOPLE and len(name) > 1 and not senses(name.text)
