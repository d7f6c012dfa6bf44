"""Links of "X put the toll at 40": what somebody gives as a number."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.extract.attributions.cues import CueKind
from sayso.extract.attributions.links import Link
from sayso.extract.parse import Passage
from sayso.extract.statements.clauses import children, own_subject, spans_of, subject, subtree

COUNTING = frozenset({"put", "place", "set", "estimate", "reckon", "give"})
# With a number of things only: one sets a price or gives a present, too, and tells nothing by it
_SET = frozenset({"place", "set", "give"})
_COUNTS = frozenset(
    {"number", "toll", "figure", "total", "count", "tally", "cost", "damage", "loss", "size", "turnout"}
)


def counting_links(passage: Passage, sentence: TokenSpan) -> Iterator[Link]:
    """The links of `sentence` whose verb puts something at a number."""
    for verb in sentence:
        if verb.lemma_ not in COUNTING or verb.pos_ != "VERB":
            continue
        who = own_subject(verb) or subject(verb)
        counted = next(iter(children(verb, "dobj")), None)
        place = _number(verb, counted)
        if who is None or counted is None or place is None or who.i > verb.i:
            continue
        if verb.lemma_ in _SET and counted.lemma_ not in _COUNTS:
            continue
        yield Link(
            source=spans_of(passage, subtree(who)),
            source_head=passage.span(who),
            cue=(passage.span(verb),),
            lemma=verb.lemma_,
            kind=CueKind.SAY,
            content=spans_of(passage, [*subtree(counted), *subtree(place)]),
            score=0.7,
            settled=True,
        )


def _number(verb: Token, counted: Token | None) -> Token | None:
    """The "at …" with a number, or the "as …" of "gave the number as 16", hung on the verb or on what is counted: the
    last word of it at times ("the number of officers held at 14").
    """
    mark = "as" if verb.lemma_ == "give" else "at"
    above = [verb] if counted is None else [verb, *counted.subtree]
    places = [
        place for token in above for place in children(token, "prep") if place.lower_ == mark and place.i > verb.i
    ]
    return next((place for place in places if any(t.like_num for t in place.subtree)), None)
