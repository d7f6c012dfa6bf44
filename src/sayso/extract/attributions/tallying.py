"""Links of "The hospital counts nine wounded", "The ministry admitted to three deaths", "A nurse informs us of 21 sick
children": what somebody tells as a number of things or a happening, without a clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso import resources
from sayso.extract.attributions.cues import CueKind
from sayso.extract.attributions.links import Link
from sayso.extract.attributions.saying import cue_tokens
from sayso.extract.events.words import event_nouns
from sayso.extract.parse import Passage
from sayso.extract.statements.clauses import children, is_passive, own_subject, spans_of, subject
from sayso.extract.statements.words import happenings, states

TALLIED = "in numbers"  # the lemma of these links, whatever the verb
_TALLIES = "attributions/tallies.tsv"
_NOBODY_NEW = frozenset({"i", "we", "you", "nobody", "who", "which", "that"})
# Of these somebody has a number, who tells nothing by it: "The village counts 300 inhabitants".
_OWN = frozenset(
    {
        "book",
        "branch",
        "client",
        "customer",
        "day",
        "employee",
        "firm",
        "inhabitant",
        "member",
        "month",
        "people",
        "point",
        "pupil",
    }
    | {
        "reader",
        "resident",
        "school",
        "season",
        "shop",
        "soul",
        "student",
        "subscriber",
        "victory",
        "vote",
        "week",
        "win",
        "worker",
        "year",
    }
)
_HARMED = frozenset(
    {
        "abuse",
        "admission",
        "body",
        "burn",
        "case",
        "casualty",
        "complaint",
        "corpse",
        "deceased",
        "displaced",
        "escapee",
        "evacuee",
        "evacuation",
    }
    | {
        "fatality",
        "fracture",
        "grave",
        "hospitalisation",
        "hospitalization",
        "hostage",
        "incident",
        "infected",
        "infection",
        "injured",
    }
    | {
        "kill",
        "killed",
        "missing",
        "outage",
        "patient",
        "prisoner",
        "refugee",
        "sick",
        "suspect",
        "symptom",
        "toll",
        "victim",
        "violation",
    }
)
_FEWEST = 3  # words of what is spoken of, with what follows
_DEPENDENT = frozenset({"prep", "npadvmod", "advmod", "acl", "relcl", "oprd"})


def tallying_links(passage: Passage, sentence: TokenSpan) -> Iterator[Link]:
    """The links of the verbs of `sentence` that take such words for what is told."""
    for verb in sentence:
        takes = _tallies().get(verb.lemma_.lower(), ())
        if not takes or verb.pos_ != "VERB" or is_passive(verb) or children(verb, "neg") or _is_aside(verb):
            continue
        who = own_subject(verb) or subject(verb)
        told = next((t for place, harm in takes if (t := _told(verb, place, harm=harm)) is not None), None)
        if who is None or told is None or who.i > verb.i or _is_nobody_new(who):
            continue
        content = _content(verb, told)
        yield Link(
            source=spans_of(passage, who.subtree),
            source_head=passage.span(who),
            cue=spans_of(passage, [*cue_tokens(verb), *([told.head] if told.head != verb else [])]),
            lemma=TALLIED,
            kind=CueKind.SAY,
            content=spans_of(passage, content),
            score=0.7,
            settled=True,
        )


def _is_aside(verb: Token) -> bool:
    """Whether a clause only tells of a place or a time: "where it has announced all 14 of them"."""
    return verb.dep_ == "relcl" and any(t.lower_ in {"where", "when"} for t in children(verb, "advmod"))


def _is_nobody_new(who: Token) -> bool:
    return who.lower_ in _NOBODY_NEW or any(t.lower_ in {"our", "my"} for t in children(who, "poss"))


@cache
def _tallies() -> dict[str, tuple[tuple[str, bool], ...]]:
    """Of each verb the prepositions it takes, and whether only harm is told by it."""
    found: dict[str, tuple[tuple[str, bool], ...]] = {}
    for lemma, place, what in resources.rows(_TALLIES):
        found[lemma] = (*found.get(lemma, ()), (place, what == "harm"))
    return found


def _told(verb: Token, place: str, *, harm: bool) -> Token | None:
    """The head of what is told: the object, or what stands behind the preposition `place`."""
    if place == "-":
        nouns = [t for t in verb.children if t.dep_ in {"dobj", "ccomp", "attr", "oprd"} and t.i > verb.i]
        nouns = [t for t in nouns if t.pos_ in {"NOUN", "ADJ", "NUM", "PROPN"} or t.lower_ in states()]
    else:
        near = [verb, *children(verb, "prt"), *(t for t in children(verb, "dobj") if t.pos_ == "PRON")]
        places = [p for t in near for p in children(t, "prep") if p.lower_ == place]
        nouns = [o for p in places for o in children(p, "pobj", "pcomp")]
        full = (t for t in nouns if t.pos_ != "PRON" and sum(w.is_alpha for w in _content(verb, t)) >= _FEWEST)
        if not harm and (noun := next(full, None)) is not None:
            return noun
    return next((t for t in nouns if _is_tally(t, harm=harm)), None)


def _is_tally(noun: Token, *, harm: bool) -> bool:
    """Whether a noun has a number and, where it must, tells of harm; of what one just has, a number tells nothing."""
    number = any(t.like_num or t.ent_type_ == "CARDINAL" for t in noun.subtree if t.i <= noun.i)
    if not harm:
        return number and noun.lemma_.lower() not in _OWN
    told = [noun, *(t for t in noun.subtree if noun.like_num)]  # "60 missing"
    known = (_HARMED, states(), happenings(), event_nouns())
    return number and any(w in words for t in told for w in (t.lemma_.lower(), t.lower_) for words in known)


def _content(verb: Token, told: Token) -> list[Token]:
    """What is told, with what follows on it in its clause: "nine wounded [since Friday]"."""
    after = [t for c in verb.children if c.dep_ in _DEPENDENT and c.i > told.i and c != told.head for t in c.subtree]
    words = {*told.subtree, *(t for t in after if t.i > told.i)}
    last = max(t.i for t in words)
    if last + 1 < len(told.doc) and told.doc[last].like_num and told.doc[last + 1].lower_ in states():
        words.add(told.doc[last + 1])  # "four wounded", where the parser makes the second a verb
    ends = next((t.i for t in told.doc[told.i : told.sent.end] if t.text in {";", ":", "–", "—"}), told.sent.end)
    return sorted((t for t in words if t.i < ends), key=lambda t: t.i)
