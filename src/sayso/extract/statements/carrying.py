"""Whose word a clause without a cue of its own is: of the sentence before, or of "P, X said, and Q"."""

from __future__ import annotations

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.extract.attributions.according import PHRASES
from sayso.extract.attributions.cues import CueKind, breaks, cue_words, evidence, ties
from sayso.extract.attributions.quotes import quotations
from sayso.extract.draft import Draft
from sayso.extract.parse import Passage
from sayso.extract.statements.chains import kind_of
from sayso.extract.statements.clauses import children, own_subject
from sayso.extract.statements.publisher import is_issuer
from sayso.extract.statements.silences import is_aside
from sayso.model import Attribution, Manner, Spans, hull

_FIRST = frozenset({"i", "we", "us", "our", "ours"})  # in no quotation: the outlet
_JOINTS = frozenset({"and", "but", "or", ""})
_THIS = frozenset({"the", "this", "that", "these", "those"})
_FIRST_WORDS = 4  # in which "later" goes on with a tale: "An hour later …"
_TO_COME = frozenset({"will", "would", "shall", "should"})
_ASKING = frozenset({CueKind.URGE, CueKind.ASK})
# What goes on in somebody's mind, or what they saw, nobody but they can have told.
_MINDS = frozenset({CueKind.PLAN, CueKind.BELIEVE})
# What others hear or see of a plan is a deed, which the outlet may tell: "She has offered to resign".
_OPEN_PLANS = frozenset(
    {
        "campaign",
        "choose",
        "decline",
        "offer",
        "opt",
        "pledge",
        "promise",
        "refuse",
        "threaten",
        "undertake",
        "vote",
        "vow",
    }
)
_SEEING = frozenset(
    {
        "count",
        "discover",
        "find",
        "glimpse",
        "hear",
        "notice",
        "overhear",
        "recall",
        "remember",
        "see",
        "smell",
        "witness",
    }
)


def goes_on(draft: Draft, passage: Passage, sentence: TokenSpan, before: Attribution) -> bool:
    """Whether a sentence without a voice of its own goes on with what `before`, of the sentence before it, reports.

    A report goes on to the paragraph's end, until the outlet turns to something else: with a word that says so, with
    what it says of the words told ("the claim was posted at nine") or of who told them ("he has led the council since
    2019"), or as "we". Behind "P, according to X" only what X itself is told of goes on ("It asks for more"), for the
    phrase vouches for its own clause. After words in quotation marks alone the outlet speaks again; only what nobody
    but the speaker can know goes on ("He plans to reopen the bridge").
    """
    verb = sentence.root
    who = own_subject(verb)
    if _is_quoted(draft, passage, sentence) or _turns_away(sentence, who) or _is_own(draft, passage, who):
        return False
    if _vouches_once(before):
        return who is not None and _is_body(before, who)
    if who is not None and not _is_body(before, who) and _is_teller(draft, passage, who, before):
        tale = before.manner is not Manner.DIRECT and verb.lemma_ not in cue_words() and verb.tag_ == "VBD"
        return _is_inward(verb) or (tale and _tells_of_teller(draft, before))
    return before.manner is not Manner.DIRECT and not _shows(before) and _is_tied(sentence, who)


def _is_tied(sentence: TokenSpan, who: Token | None) -> bool:
    """Whether a sentence goes on with a tale or an argument, or cannot be read without the one before: by its first
    words, a pronoun, a part of what was told of, or what happened to a thing known from there ("The roof fell in").
    """
    bound = who.right_edge.i if who is not None else 0  # behind it "their" is the subject's: "three lost their lives"
    words = [t for t in sentence if t.is_alpha and not (t.dep_ == "poss" and t.i > bound)]
    ways = [ties().get(token.lower_) for token in words]
    if ways[:1] == ["next"] or any(t.lower_ == "later" for t in sentence[:_FIRST_WORDS]):
        return True
    if who is None:
        return False
    beside = {ties().get(token.lower_) for token in (who, *who.children)}
    return "back" in ways or "part" in beside or _is_past_of_known(who)


def _is_past_of_known(who: Token) -> bool:
    """Whether a thing known from before, and no name, did or underwent something in the past: no "has", no "not"."""
    known = who.pos_ != "PROPN" and any(c.lower_ in _THIS for c in who.children)
    verbs = (who.head, *children(who.head, "aux", "auxpass"))
    past = any(verb.tag_ == "VBD" for verb in verbs) and not children(who.head, "neg")
    return known and past


def _turns_away(sentence: TokenSpan, who: Token | None) -> bool:
    """Whether the outlet speaks: by the first word of a sentence, by its verb, or by what its subject is."""
    first = next((token for token in sentence if token.is_alpha), None)
    if first is not None and breaks().get(first.lower_) == "first":
        return True
    if breaks().get(sentence.root.lemma_.lower()) == "verb":
        return True
    if any(token.lower_ in _FIRST for token in sentence) or is_aside(sentence.text):
        return True
    definite = who is not None and any(c.dep_ == "poss" or c.lower_ in _THIS for c in who.children)
    return who is not None and definite and breaks().get(who.lemma_.lower()) == "subject"


def _is_own(draft: Draft, passage: Passage, who: Token | None) -> bool:
    """Whether a subject is the body whose own page it is, which goes on in its own voice."""
    head = passage.span(who) if who is not None else None
    return any(is_issuer(draft, m.actor, m.actor.name) for m in draft.mentions if m.head == head)


def _is_teller(draft: Draft, passage: Passage, who: Token, before: Attribution) -> bool:
    """Whether a subject is who told what stands before."""
    actor = next((m.actor for m in draft.mentions if m.head == passage.span(who)), None)
    return actor is not None and before.source is not None and actor.id == before.source.actor.id


def _is_body(before: Attribution, who: Token) -> bool:
    """Whether it is a body that is told of as "it", which says so of itself or of what it told."""
    return who.lower_ == "it" and before.manner is not Manner.DIRECT


def _vouches_once(before: Attribution) -> bool:
    """Whether a phrase behind a clause tells whose it is: "P, according to X"."""
    cue = before.cue
    return cue is not None and cue.lemma in PHRASES and before.content.spans[0].start < cue.spans[0].start


def _is_inward(verb: Token) -> bool:
    word = cue_words().get(verb.lemma_)
    minds = word is not None and word.kind in _MINDS and verb.lemma_ not in _OPEN_PLANS
    return verb.lemma_ in _SEEING or minds


def _tells_of_teller(draft: Draft, before: Attribution) -> bool:
    """Whether the speaker is in what they tell, which then goes on with them: "she said she woke. She ran out"."""
    actor = before.source.actor.id if before.source is not None else ""
    if _TO_COME & set(before.content.text.lower().split()):  # "said he would fly": what he then does is no tale
        return False
    return any(m.actor.id == actor and any(s.contains(m.head) for s in before.content.spans) for m in draft.mentions)


def _shows(before: Attribution) -> bool:
    """Whether no one speaks but figures or papers, which say no more than is told of them."""
    name = before.source.actor.name.lower() if before.source is not None else ""
    return any(word in evidence() or word.removesuffix("s") in evidence() for word in name.split())


def _is_quoted(draft: Draft, passage: Passage, sentence: TokenSpan) -> bool:
    around = passage.span(sentence)
    return any(q.outer.overlaps(around) for q in quotations(draft.parsed.report.text, passage.block.span))


def asked_of(voices: tuple[Attribution, ...], content: Spans) -> tuple[Attribution, ...]:
    """Who asks for what stands at the end of a content, where the content begins with whom they ask."""
    asking = (a for a in voices if a.source is not None and kind_of(a) in _ASKING)
    ends = (
        a
        for a in asking
        if a.content.spans[-1].end == content[-1].end and hull(content).contains(hull(a.content.spans))
    )
    return tuple(ends)[:1]


def joined_to(text: str, voices: tuple[Attribution, ...], content: Spans) -> tuple[Attribution, ...]:
    """Who says the clause that "and" joins to a cue behind what is said: "P, X said, and Q" is X's twice. What "but"
    joins there is the outlet's; before the cue it is theirs too: "P, but Q, X said".
    """
    for attribution in voices:
        if attribution.cue is None or attribution.source is None:
            continue
        said = hull((*attribution.cue.spans, *attribution.source.spans))
        told_before = attribution.content.spans[-1].end <= said.start
        if told_before and text[said.end : content[0].start].strip(" ,") == "and":
            return (attribution,)
        joint = text[content[-1].end : attribution.content.spans[0].start].strip(" ,;")
        if told_before and content[-1].end <= attribution.content.spans[0].start and joint in _JOINTS:
            return (attribution,)
    return ()
