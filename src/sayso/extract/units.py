"""The clauses of a sentence that each make one claim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.extract.clauses import SUBJECTS, children, own_subject
from sayso.extract.parse import Passage
from sayso.model import Attribution, BlockKind, Span

# "KYIV, March 3 (Reuters) - ", "Details: ", "Photo: ..." at the start of a paragraph are no part of its first claim.
_DATELINE = re.compile(
    r"\s*(?:[A-Z][A-Z.'’-]+(?:[ ,]+[A-Z][\w.'’-]*){0,4}(?:,? [A-Z][a-z]+\.? \d{1,2})?(?:, \d{4})?\s*"
    r"(?:\([^()]{2,40}\))?\s*(?:[–—]|--|-(?= )))\s*"
)
_LABEL = re.compile(r"\s*[A-Z][a-z]+(?: [a-z]+){0,2}:\s+")
_MAX_WORDS = 40
_VERBS = frozenset({"VERB", "AUX"})
_LOOSE = ("advcl", "prep", "npadvmod", "relcl", "acl", "appos", "conj", "parataxis")


def lead_in(passage: Passage) -> int:
    """How many characters at the start of a paragraph are a dateline or a label."""
    found = _DATELINE.match(passage.doc.text) or _LABEL.match(passage.doc.text)
    return found.end() if found else 0


def units(passage: Passage, sentence: TokenSpan, attributions: tuple[Attribution, ...]) -> Iterator[list[Token]]:
    """The words of each claim in `sentence`; a clause that only tells who says another is none."""
    cues = _tokens_of(passage, sentence, [s for a in attributions if a.cue for s in a.cue.spans])
    voices = cues | _tokens_of(
        passage, sentence, [s for a in attributions if _is_phrase(a) and a.source for s in a.source.spans]
    )
    heads = _heads(passage, sentence, attributions)
    skipped = lead_in(passage) if sentence.start == 0 else 0
    for head in heads:
        others = [h for h in heads if h.i != head.i]
        tokens = [t for t in _own(head, others, cues) if t.i not in voices and t.idx >= skipped]
        if head.i not in cues and _claims(passage, sentence, head, tokens):
            yield _whole(head, _shortened(head, tokens))


def _is_phrase(attribution: Attribution) -> bool:
    """Whether the source stands in a phrase ("according to X"), not as a subject."""
    return attribution.cue is not None and attribution.cue.lemma == "according to"


def _tokens_of(passage: Passage, sentence: TokenSpan, spans: list[Span]) -> set[int]:
    found: set[int] = set()
    for span in spans:
        tokens = passage.tokens(span)
        if tokens is not None:
            found |= {t.i for t in tokens if sentence.start <= t.i < sentence.end}
    return found


def _heads(passage: Passage, sentence: TokenSpan, attributions: tuple[Attribution, ...]) -> list[Token]:
    """The verbs that head a claim: the sentence's root, the top verb of each content, and what is coordinated."""
    tops = {sentence.root.i: sentence.root}
    for attribution in attributions:
        for span in attribution.content.spans:
            tokens = passage.tokens(span)
            inside = {t.i for t in tokens if sentence.start <= t.i < sentence.end} if tokens is not None else set()
            tops |= {
                i: passage.doc[i]
                for i in inside
                if passage.doc[i].head.i not in inside and passage.doc[i].pos_ in _VERBS
            }
    pending, heads = list(tops.values()), dict(tops)
    while pending:
        for other in children(pending.pop(), "conj"):
            if other.pos_ in _VERBS and other.i not in heads and _is_claim_of_its_own(other):
                heads[other.i] = other
                pending.append(other)
    return [heads[i] for i in sorted(heads)]


def _is_claim_of_its_own(verb: Token) -> bool:
    """Whether a coordinated verb claims something apart: it has a subject, or a tense and an object or phrase."""
    if own_subject(verb) is not None:
        return True
    finite = verb.tag_ in {"VBD", "VBZ", "VBP"} or bool(children(verb, "aux", "auxpass"))
    return finite and bool(children(verb, "dobj", "prep", "ccomp", "xcomp", "agent", "attr"))


def _own(head: Token, others: list[Token], cues: set[int]) -> list[Token]:
    """What hangs on `head`, without the other claims, the cues that hang on it, and the conjunctions between."""
    left_out: set[int] = set()
    inside = {t.i for t in head.subtree}
    for other in others:
        if other.i in inside:
            left_out |= {t.i for t in other.subtree}
    for i in cues & inside:
        cue = head.doc[i]
        if cue.pos_ in _VERBS and cue.i != head.i and head.i not in {t.i for t in cue.subtree}:
            left_out |= {t.i for t in cue.subtree}
    tokens = [t for t in head.subtree if t.i not in left_out]
    return _without_edges(tokens)


def _without_edges(tokens: list[Token]) -> list[Token]:
    """`tokens` without conjunctions, "that" and marks at the edges."""
    start, end = 0, len(tokens)
    while start < end and (
        tokens[start].is_punct
        or tokens[start].is_space
        or tokens[start].dep_ == "cc"
        or (tokens[start].dep_ == "mark" and tokens[start].lower_ == "that")
    ):
        start += 1
    while end > start and (tokens[end - 1].is_punct or tokens[end - 1].is_space or tokens[end - 1].dep_ == "cc"):
        end -= 1
    return tokens[start:end]


def _claims(passage: Passage, sentence: TokenSpan, head: Token, tokens: list[Token]) -> bool:
    """Whether the words claim something: a verb with a subject; a headline may do with less."""
    if not tokens or sentence.text.rstrip("\"'” ").endswith("?"):
        return False
    if passage.block.kind is BlockKind.HEADLINE:
        return True
    return head.pos_ in _VERBS and (
        any(c.dep_ in SUBJECTS or c.dep_ == "expl" for c in head.children)
        or head.dep_ in {"conj", "pcomp", "xcomp", "ccomp"}
    )


def _whole(head: Token, tokens: list[Token]) -> list[Token]:
    """A coordinated verb that shares its subject, with that subject before it."""
    verb = head
    while own_subject(verb) is None and verb.dep_ == "conj":
        verb = verb.head
    who = own_subject(verb)
    if verb is head or who is None or len(tokens) + len(list(who.subtree)) > _MAX_WORDS:
        return tokens
    return [*(t for t in who.subtree), *tokens]


def _shortened(head: Token, tokens: list[Token]) -> list[Token]:
    """`tokens` cut to 40 words: loose parts after the verb go first, from the end."""
    kept = tokens
    while sum(not t.is_punct for t in kept) > _MAX_WORDS:
        inside = {t.i for t in kept}
        loose = [t for t in kept if t.dep_ in _LOOSE and t.i > head.i and t.head.i in inside and t.i != head.i]
        if not loose:
            return kept[:_MAX_WORDS]
        gone = {t.i for t in loose[-1].subtree}
        kept = _without_edges([t for t in kept if t.i not in gone])
    return kept
