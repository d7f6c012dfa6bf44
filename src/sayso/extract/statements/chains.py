"""By way of whom: which attributions a clause stands under, innermost first."""

from __future__ import annotations

import re

from spacy.tokens import Token

from sayso.extract.attributions.according import FRAMED, PHRASES
from sayso.extract.attributions.counting import COUNTING
from sayso.extract.attributions.cues import COMMITTING, CueKind, cue_nouns, cue_words, is_paper
from sayso.extract.attributions.passing import PASSED_ON
from sayso.extract.attributions.tallying import TALLIED
from sayso.extract.draft import Draft, MentionForm
from sayso.extract.events.words import event_nouns
from sayso.extract.guard import each
from sayso.extract.numbers import number_pattern
from sayso.extract.parse import Parsed, Passage
from sayso.extract.statements.clauses import SUBJECTS, children, heads_clause, own_subject
from sayso.model import ActorKind, Attribution, Drop, Manner, Span, Spans, hull, overlap

# "I" is the outlet outside quotation marks and the speaker within, "you" is whoever listens: nobody new in any case.
_NOBODY_NEW = frozenset({"i", "we", "me", "us", "my", "our", "you", "one", "nobody", "no one"})
_PASSED_ON_SLACK = 12  # code points: "that", marks
_COVERED = 0.75  # of the clause's characters: a mark or an adverb outside the content must not unlink it
_ATTITUDES = frozenset({CueKind.URGE, CueKind.PLAN})
# Kinds that claim an event by its noun too: "denied involvement in the attack", "confirmed the arrest of two men".
_OF_EVENTS = frozenset(
    {"allege", "deny", "confirm", "announce", "report", "claim", "rule out", "promise", "pledge", "speak"}
)
# What came of what is said by whoever puts it down to it: "blamed the leak on a worn valve".
_BLAMING = frozenset({"ascribe", "attribute", "blame", "credit"})
_CAUSES = frozenset({"for", "on", "to", "with"})
# What something is called is said of it: "called the vote a farce".
_NAMING = frozenset({"brand", "call", "characterise", "characterize", "describe", "dub", "label", "portray", "term"})
_NAMED_WORDS = 3
_ASKED = frozenset({"on", "to", "upon", "with"})  # "called on", "appealed to", "pleaded with"
# Their infinitive, with whoever is to do it, is what the source says, asks or expects; a source's own plan ("wants to
# leave") is told by the outlet.
_ORDERING = frozenset({"command", "instruct", "order"})  # deeds of a court or a commander: they happen
_WITH_INFINITIVE = frozenset({CueKind.URGE, CueKind.ASK, CueKind.BELIEVE, CueKind.SAY})

_OF_NUMBERS = COUNTING | {"cite", "quote", PASSED_ON, ""}
_TELLING = frozenset({CueKind.SAY, CueKind.REPORT, CueKind.CLAIM, CueKind.CONCEDE})
_NOT = re.compile(r"\b(?:not|never|cannot)\b|n['’]t\b")
_OPEN = ("whether", "if ", "how", "what", "who", "when", "where", "why")

# What things do as well, of which then nobody says so: "the attack shows that P"
_OF_THINGS = frozenset({"demonstrate", "highlight", "illustrate", "indicate", "prove", "show", "signal", "suggest"})
_OF_THINGS |= {"underline", "underscore"}
_BEHIND_NOUN = re.compile(r"\s(?:of|for|in|on|at|by|from|with|to)\s")
_THESE = frozenset({"this", "that", "these", "those"})
_PEOPLE = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "ants", "men", "women", "people", "sources")
_HEARING = frozenset({"court", "hearing", "inquest", "inquiry", "judge", "jurors", "jury", "trial", "tribunal"})
_UNNAMED = re.compile(r"(?:(?:that )?(?:he|she|they|\w+ names?) )?not (?:to )?be (?:named|identified|quoted)|anonymity")
# A clause of these does not govern the main clause before it: "P, three days after residents complained".
_WHEN = frozenset({"after", "before", "since", "until", "when", "while"})

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_OF_DEEDS = ("ment", "tion", "sion", "ance", "ence", "ing", "age", "al")
# "claimed responsibility" and "claimed victory" are deeds, told by the outlet.
_CLOSING = " \"'”’»\n"  # what may stand between a content's last word and the comma before its cue
_TAKEN = frozenset({"responsibility", "victory", "credit", "life", "power"})


def kind_of(attribution: Attribution) -> CueKind:
    """How the source stands to the content, told by the cue."""
    lemma = attribution.cue.lemma if attribution.cue else ""
    word = cue_words().get(lemma) or cue_nouns().get(lemma)
    if word is None:
        return CueKind.SEEM if attribution.source is None and lemma != FRAMED else CueKind.SAY
    return word.kind


def voices(draft: Draft) -> tuple[tuple[Attribution, ...], tuple[Drop, ...]]:
    """The attributions that make their content a statement of somebody's, and what failed.

    Left out: what is wished, asked for, judged or only named; first persons; and what a source says of its own belief
    within its own words ("she said she thinks that P" is hers once). The outlet's own voice parts what it says from how
    it says so, and stands in no chain (`publisher.is_publisher`).
    """
    claims, drops = each(
        draft.attributions,
        lambda a: (a, commits(draft.parsed, a) and not _is_nobody_new(draft, a)),
        lambda a: f"{draft.parsed.report.uri}: {a.content.spans}",
    )
    claimed = [attribution for attribution, claims_it in claims if claims_it]
    by_actor: dict[str, list[Attribution]] = {}
    for attribution in claimed:
        by_actor.setdefault(_actor_id(attribution), []).append(attribution)
    new = (a for a in claimed if not any(_repeats(a, other) for other in by_actor[_actor_id(a)]))
    return tuple(new), drops


def _actor_id(attribution: Attribution) -> str:
    return attribution.source.actor.id if attribution.source is not None else ""


def _is_nobody_new(draft: Draft, attribution: Attribution) -> bool:
    if attribution.source is None:
        return False
    text = attribution.source.text.casefold()
    return text in _NOBODY_NEW or text.startswith("no ")


def is_thing(draft: Draft, attribution: Attribution) -> bool:
    """Whether the source is no actor and no paper but something from which the outlet concludes ("the vote suggests
    that P"), or that "this" points at and nothing before it tells ("this report says that P").
    """
    source, lemma = attribution.source, attribution.cue.lemma if attribution.cue else ""
    if source is None or source.actor.kind is not ActorKind.UNKNOWN or attribution.manner is Manner.HEADING:
        return False
    told = _BEHIND_NOUN.split(source.actor.name.lower())[0].split()
    if told[0] in _THESE and len(told) > 1:
        return True
    shown = lemma in _OF_THINGS and not is_paper(told[-1]) and not told[-1].endswith(_PEOPLE)
    return shown and all(m.form is MentionForm.ROLE for m in draft.mentions if m.actor.id == source.actor.id)


def _repeats(inner: Attribution, outer: Attribution) -> bool:
    """Whether `inner` stands within the word of `outer`, of the same actor."""
    if inner is outer or inner.source is None or outer.source is None or kind_of(inner) is CueKind.DENY:
        return False
    return inner.cue is not None and overlap(inner.cue.spans, outer.content.spans) > 0


def commits(parsed: Parsed, attribution: Attribution) -> bool:
    """Whether the content is a claim of the source's: a finite clause, or what a denial or an accusation is of."""
    if attribution.manner is Manner.HEADING:
        return True
    kind = kind_of(attribution)
    passage = parsed.passage_at(attribution.content.spans[0])
    if kind is CueKind.JUDGE:
        return _is_felt(passage, attribution)
    if kind not in COMMITTING | _ATTITUDES or _is_only_imagined(parsed, attribution) or _is_no_claim(attribution):
        return False
    tops = _tops(passage, attribution.content.spans) if passage is not None else []
    if any(_is_told_so(top, kind) for top in tops) or _is_clause(parsed, passage, attribution):
        return True
    lemma = attribution.cue.lemma if attribution.cue else ""
    if kind is CueKind.DENY or lemma == "accuse":
        gerund = any(_is_gerund(token) for top in tops for token in (top, *children(top, "pcomp", "prep")))
        return gerund or _is_event(tops, lemma) or _is_denied_claim(passage, attribution)
    return _is_event(tops, lemma) or (attribution.source is not None and _is_said(attribution, kind, tops))


def _is_felt(passage: Passage | None, attribution: Attribution) -> bool:
    """Whether a feeling is about a fact that is told: "lamented that P", "“P,” he lamented"."""
    tops = _tops(passage, attribution.content.spans) if passage is not None else []
    quoted = attribution.manner is Manner.DIRECT and any(map(is_finite, tops))
    return quoted or _is_that_clause(passage, attribution)


def _is_said(attribution: Attribution, kind: CueKind, tops: list[Token]) -> bool:
    """Whether what a source says without a clause is a claim: who is to do what, what something is, how many, why."""
    lemma = attribution.cue.lemma if attribution.cue else ""
    asked = lemma not in _ORDERING and _is_infinitive_said(tops, kind)
    caused = lemma in _BLAMING and _names_cause(tops)
    return asked or caused or _is_naming(attribution, lemma) or _is_number(attribution, lemma)


def _names_cause(tops: list[Token]) -> bool:
    """Whether a content says what came of what: "[the leak] to [a worn valve]", "[the flood] on [the dam]"."""
    return any(cause.lower_ in _CAUSES for top in tops for cause in (top, *children(top, "prep")))


def _is_clause(parsed: Parsed, passage: Passage | None, attribution: Attribution) -> bool:
    """Whether a content is a clause by its place or its first word, whatever the parser made of it."""
    ways = (
        _is_told_before(parsed, attribution),
        _is_that_clause(passage, attribution),
        _is_vouched(passage, attribution),
    )
    return any(ways)


def _is_vouched(passage: Passage | None, attribution: Attribution) -> bool:
    """Whether "according to X" vouches for words with a tense, whatever the parser took for their subject."""
    if passage is None or attribution.cue is None or attribution.cue.lemma not in PHRASES:
        return False
    words = (t for span in attribution.content.spans for t in passage.tokens(span) or ())
    return any(t.tag_ in {"VBD", "VBZ", "VBP", "VBN", "MD"} for t in words)


def _is_that_clause(passage: Passage | None, attribution: Attribution) -> bool:
    """Whether a content begins with the conjunction "that": a clause, whatever the tagger made of its verb."""
    start = attribution.content.spans[0].start
    first = passage.tokens(Span(start, start + 4)) if passage is not None else None
    return first is not None and first[0].lower_ == "that" and first[0].dep_ == "mark"


def is_venue(attribution: Attribution) -> bool:
    """Whether the source is only where it was said: "a court heard that P", "P, inquest told"."""
    if attribution.source is None or attribution.cue is None:
        return False
    hears = attribution.cue.lemma == "hear" or (attribution.manner is Manner.HEADING and attribution.cue.text == "told")
    return hears and attribution.source.text.lower().split()[-1] in _HEARING


def _is_anonymity(attribution: Attribution) -> bool:
    """Whether all that is asked for is to stay unnamed, which tells of the reporting."""
    return kind_of(attribution) in _ATTITUDES | {CueKind.ASK} and _UNNAMED.match(attribution.content.text) is not None


def _is_mistagged(top: Token) -> bool:
    """Whether what a cue takes as its clause has a subject and only a noun's tag: "say trucks cross at night"."""
    return top.dep_ == "ccomp" and top.tag_ in {"NN", "NNS"} and bool(children(top, *SUBJECTS))


def _is_told_so(top: Token, kind: CueKind) -> bool:
    """Whether a clause with a tense is what is said; "both sides want the matter closed" has none."""
    without = top.tag_ == "VBN" and not children(top, "aux", "auxpass")
    return (is_finite(top) or _is_mistagged(top)) and not (without and kind in _ATTITUDES)


def _is_no_claim(attribution: Attribution) -> bool:
    """Whether somebody says nothing, or only asks to stay unnamed."""
    return _is_unsaid(attribution) or _is_anonymity(attribution)


def _is_gerund(token: Token) -> bool:
    """Whether a word is a verb's "-ing", of the perfect too: "denied taking it", "denied having taken it"."""
    return token.tag_ == "VBG" or any(helper.lower_ == "having" for helper in children(token, "aux"))


def _is_infinitive_said(tops: list[Token], kind: CueKind) -> bool:
    """Whether a content is who is to do what ("appealed to drivers to stay away", "expects the plant to close"), or
    something that the source claims to have done.
    """
    infinitives = [top for top in tops if any(to.lower_ == "to" for to in children(top, "aux"))]
    if kind is CueKind.CLAIM:
        return any(helper.lower_ == "have" for top in infinitives for helper in children(top, "aux"))
    if kind not in _WITH_INFINITIVE:
        return False
    others = [top for top in tops if top.pos_ in _NOMINAL and top.lower_ not in _NOBODY_NEW]
    someone = any(other.i < verb.i for other in others for verb in infinitives)
    someone = someone or any(addressee(verb) is not None for verb in infinitives)
    return someone or any(own_subject(verb) is not None for verb in infinitives)


def addressee(infinitive: Token) -> Token | None:
    """Who is asked to do what an infinitive tells, where the parser hangs it on the asking: "asked families to bring
    food", "appealed to residents to stay in".
    """
    asking = infinitive.head
    asked = children(asking, "dobj") if infinitive.dep_ == "xcomp" else []
    places = children(asking, "prep") if infinitive.dep_ in {"xcomp", "advcl"} else []
    asked += [noun for place in places if place.lower_ in _ASKED for noun in children(place, "pobj")]
    others = (noun for noun in asked if noun.pos_ in _NOMINAL and noun.lower_ not in _NOBODY_NEW)
    return next((noun for noun in others if asking.i < noun.i < infinitive.i), None)


def _is_naming(attribution: Attribution, lemma: str) -> bool:
    """Whether the source says what something is: "called the vote a farce"; not what it is named."""
    return lemma in _NAMING and len(attribution.content.text.split()) > _NAMED_WORDS


def _is_number(attribution: Attribution, lemma: str) -> bool:
    """Whether the source puts something at a number: no clause, but a claim (`attributions.counting`, `.tallying`)."""
    numbered = re.search(rf"\b(?:{number_pattern()})", attribution.content.text.lower()) is not None
    return lemma == TALLIED or (lemma in _OF_NUMBERS and numbered)


def _is_only_imagined(parsed: Parsed, attribution: Attribution) -> bool:
    """Whether nobody has said it: "to deny that P" as a purpose, "if they say that P", and passives of events."""
    if attribution.cue is None or attribution.cue.lemma in PHRASES:  # "if X is to be believed", "to judge by X"
        return False
    told_of = attribution.cue.text.endswith(" by") and attribution.cue.lemma not in _BLAMING | {"accuse"}
    told_of = told_of and not _points_back(parsed, attribution)
    if attribution.cue.text.lower().startswith("to ") or told_of:
        return True
    passage = parsed.passage_at(attribution.cue.spans[0])
    tokens = passage.tokens(attribution.cue.spans[-1]) if passage is not None else None
    marks = {c.lower_ for t in tokens or () for c in children(t, "mark")}
    outside = attribution.content.spans[0].start < attribution.cue.spans[0].start
    return bool(marks & {"if", "unless"}) or (outside and bool(marks & _WHEN) and "as" not in marks)


def _points_back(parsed: Parsed, attribution: Attribution) -> bool:
    """Whether a sentence ends between what is said and the cue: "P. This was reported by X"."""
    end = attribution.content.spans[-1].end
    between = parsed.report.text[end : attribution.cue.spans[0].start] if attribution.cue else ""
    return any(stop in between for stop in ".!?")


def _is_told_before(parsed: Parsed, attribution: Attribution) -> bool:
    """Whether the content stands before a comma and "X said": a clause, whatever the parser made of it."""
    if attribution.cue is None or attribution.source is None or kind_of(attribution) not in COMMITTING:
        return False
    end = attribution.content.spans[-1].end
    said = hull((*attribution.cue.spans, *attribution.source.spans)).start
    between = parsed.report.text[end:said].strip(_CLOSING)
    return len(attribution.content.spans) == 1 and between == "," and attribution.cue.lemma in cue_words()


def _is_unsaid(attribution: Attribution) -> bool:
    """Whether the source is told not to have said it; "did not say whether P" leaves P open, which is said of it."""
    if attribution.cue is None or kind_of(attribution) not in _TELLING:
        return False
    negated = _NOT.search(attribution.cue.text.lower()) is not None
    return negated and not attribution.content.text.lower().startswith(_OPEN)


def _is_denied_claim(passage: Passage | None, attribution: Attribution) -> bool:
    """Whether a word for a claim stands between the denial and its content: "rejected reports of P"."""
    if passage is None or attribution.cue is None:
        return False
    end, start = attribution.cue.spans[-1].end, attribution.content.spans[0].start
    between = passage.tokens(Span(end, start)) if end < start else None
    return between is not None and any(t.pos_ == "NOUN" and t.lemma_ in cue_nouns() for t in between)


def _tops(passage: Passage, spans: Spans) -> list[Token]:
    """The words of a content that hang on nothing else in it."""
    found = []
    for span in spans:
        tokens = passage.tokens(span)
        if tokens is not None:
            found += [t for t in tokens if t.head.i == t.i or not tokens.start <= t.head.i < tokens.end]
    return [t for t in found if not t.is_punct]


def is_finite(verb: Token) -> bool:
    """Whether a verb has a subject and a tense: it claims; "to leave" and "leaving" do not."""
    if not heads_clause(verb):
        return False
    has_subject = own_subject(verb) is not None or bool(children(verb, *SUBJECTS, "expl"))
    to = any(child.lower_ == "to" for child in children(verb, "aux"))
    bare = verb.tag_ == "VBG" and not children(verb, "aux")
    return has_subject and not to and not bare


def _is_event(tops: list[Token], lemma: str) -> bool:
    """Whether a content is a noun that tells an event: not itself a word for a claim, and with a complement."""
    if lemma == "report":  # "reported a leak" tells an event, "reported a valve" hands something in
        tops = [t for t in tops if t.lemma_ in event_nouns() or t.lemma_.endswith(_OF_DEEDS)]
    nouns = [t for t in tops if t.pos_ == "NOUN" and t.lemma_ not in cue_nouns() and t.lemma_ not in _TAKEN]
    return lemma in _OF_EVENTS and any(children(t, "prep", "nummod") for t in nouns)


def chain_of(attributions: tuple[Attribution, ...], content: Spans) -> tuple[Attribution, ...]:
    """The attributions of which `content` is (part of) the content, innermost first; a denier is left out where the
    accuser is named, and an actor who says it twice over stands once.
    """
    size = sum(span.end - span.start for span in content)
    over = [a for a in attributions if overlap(a.content.spans, content) >= _COVERED * size]
    over.sort(key=lambda a: (_length(a) + _slack(a), kind_of(a) is CueKind.DENY, not _is_cited(a), a.content.spans))
    chain: list[Attribution] = []
    for attribution in over:
        if not chain or not _adds_nobody(chain[-1], attribution):
            chain.append(attribution)
    return tuple(chain)


def _slack(attribution: Attribution) -> int:
    """What the content of a medium that passes another's words on may be shorter than theirs: it is further out."""
    return _PASSED_ON_SLACK if attribution.cue is None or attribution.cue.lemma == PASSED_ON else 0


def _is_cited(attribution: Attribution) -> bool:
    """Whether it is the cited one's: of two with the same content, whoever cites is further out."""
    return attribution.cue is not None and attribution.cue.lemma in {"cite", "quote"}


def _length(attribution: Attribution) -> int:
    return sum(span.end - span.start for span in attribution.content.spans)


def _adds_nobody(inner: Attribution, outer: Attribution) -> bool:
    """Whether `outer` is the actor of `inner` once more, or who denies what `inner` claims."""
    if inner.source is None or outer.source is None:
        return False
    if inner.source.actor.id == outer.source.actor.id:
        return True
    shared = overlap(inner.content.spans, outer.content.spans)
    return kind_of(outer) is CueKind.DENY and shared >= 0.8 * _length(outer)
