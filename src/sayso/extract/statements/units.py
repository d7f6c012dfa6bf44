"""The clauses of a sentence that each make one claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.extract.attributions.according import PHRASES
from sayso.extract.attributions.cues import COMMITTING, SPEAKING, CueKind, cue_words
from sayso.extract.attributions.labels import lead_in
from sayso.extract.parse import Passage
from sayso.extract.siding import is_judged, only_sides
from sayso.extract.statements.chains import addressee, is_finite, kind_of
from sayso.extract.statements.circumstances import told_apart
from sayso.extract.statements.clauses import DOCUMENTS, SUBJECTS, children, heads_clause, own_subject
from sayso.extract.statements.entries import claims_without_verb
from sayso.extract.statements.parts import behind_colon, halves, is_topic, tops_of
from sayso.extract.statements.remarks import only_exists, says_nothing_new
from sayso.extract.statements.silences import is_correction_line, is_release
from sayso.extract.statements.unknowns import judged_clauses, unknown_clauses
from sayso.extract.statements.wording import ASKING, named, shortened, whole, without_edges, without_question
from sayso.extract.statements.words import outcomes
from sayso.model import Attribution, BlockKind, Manner, Span

_LONG = 24  # words from which a clause that hangs loosely on another is a claim of its own
_VERBS = frozenset({"VERB", "AUX"})
_OUTCOME = 3  # words from which what came of something is a claim
_MIN_WHOLE = 6
_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_CONTRAST = frozenset({"while", "whereas", "although", "though"})
_TELLING = frozenset({"nsubj", "aux", "punct", "advmod", "ccomp", "intj", "dep"})
_BOUND = frozenset({"so", "that", "if", "unless", "until", "before", "after", "when", "once", "whenever", "than"})
_ADDING = frozenset({"which", "where"})
_ASIDE = 4  # words from which a clause added to a claim is one too
_TELLERS = frozenset({"i", "we", "they"})
_HANDING_ON = frozenset({"cite", "quote"})
_DEEDS = frozenset({"agree", "begin", "conclude", "continue", "go"})  # without words of somebody's: no telling
_HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST})


@dataclass(frozen=True, slots=True)
class _Unit:
    """A claim on its way: its head, and the words it may have (None: all that hang on the head)."""

    head: Token
    inside: frozenset[int] | None = None
    nominal: bool = False


def units(
    passage: Passage, sentence: TokenSpan, voices: tuple[Attribution, ...], lead: Sequence[Token] = ()
) -> Iterator[list[Token]]:
    """The words of each claim in `sentence`; a clause that only tells who says another is none.

    `lead` holds words that the parser cut off the sentence's beginning: they belong to its first claim.
    """
    cues = _tokens_of(passage, sentence, [s for a in voices if a.cue for s in a.cue.spans])
    aside = _aside(passage, sentence, voices)
    if is_correction_line(passage) or (not voices and sentence.start == 0 and is_release(sentence.text.rstrip("."))):
        return
    found = _units(passage, sentence, voices)
    found = [part for unit in found for part in _parted(unit, found, cues)]
    for unit in found:
        own = [t for t in _own(unit, found, cues) if t.i not in aside and sentence.start <= t.i < sentence.end]
        tokens = named(unit.head, own)
        tells = unit.head.i in cues or _issues(unit.head, cues) or only_exists(unit.head, cues)
        if not tells and _claims(passage, sentence, unit, tokens):
            first = [t for t in lead if t.idx >= lead_in(passage.text)]
            told = without_question(tokens) if passage.block.kind in _HEADINGS else tokens
            yield whole(unit.head, shortened(unit.head, without_edges([*first, *told])))
            lead = ()


def _issues(head: Token, cues: set[int]) -> bool:
    """Whether a claim is only that somebody issues what the cue then quotes: "issued a statement saying …"."""
    papers = [t for t in children(head, "dobj") if t.lemma_ in DOCUMENTS]
    return any(inner.i in cues for paper in papers for inner in paper.subtree)


def _aside(passage: Passage, sentence: TokenSpan, voices: tuple[Attribution, ...]) -> set[int]:
    """Words that belong to no claim: a dateline or label, "according to X", the "– X" of a heading."""
    phrases = [a for a in voices if a.cue and (a.cue.lemma in PHRASES or a.manner is Manner.HEADING)]
    spans = [s for a in phrases if a.cue for s in (*a.cue.spans, *(a.source.spans if a.source else ()))]
    start = lead_in(passage.text)
    return _tokens_of(passage, sentence, spans) | {t.i for t in sentence if t.idx < start}


def _tokens_of(passage: Passage, sentence: TokenSpan, spans: list[Span]) -> set[int]:
    found: set[int] = set()
    for span in spans:
        tokens = passage.tokens(span)
        if tokens is not None:
            found |= {t.i for t in tokens if sentence.start <= t.i < sentence.end}
    return found


def _units(passage: Passage, sentence: TokenSpan, voices: tuple[Attribution, ...]) -> list[_Unit]:
    """The claims of a sentence: its root's, the top ones of each content, and what is coordinated with them."""
    if passage.block.kind in _HEADINGS and (apart := _halves(passage, sentence, voices)):
        return apart
    behind = behind_colon(sentence, lead_in(passage.text)) if passage.block.kind not in _HEADINGS else []
    if behind and (led := _led(passage, sentence, voices, behind)):
        return led
    if _is_all_said(passage, sentence, voices) and (
        _is_misread(passage, sentence) or claims_without_verb(passage, sentence)
    ):
        return [_Unit(sentence.root, frozenset(t.i for t in sentence), nominal=True)]
    open_ = [verb for verb in unknown_clauses(sentence) if _is_within_all(passage, sentence, voices, verb)]
    if open_:
        return [_Unit(verb, frozenset(t.i for t in verb.subtree)) for verb in open_]
    tops = {t.i: _Unit(t) for t in judged_clauses(sentence.root)} if not voices else {}
    tops = tops or {sentence.root.i: _Unit(sentence.root)}
    for attribution in sorted(voices, key=lambda a: -sum(s.end - s.start for s in a.content.spans)):
        inside = frozenset(_tokens_of(passage, sentence, list(attribution.content.spans)))
        if attribution.manner is Manner.HEADING and passage.block.kind in _HEADINGS and inside:
            return [_Unit(passage.doc[min(inside)], inside, nominal=True)]
        inside |= _addressed(passage, attribution, inside)
        charge = _of_charge(passage, attribution, inside)
        inside -= charge
        highest = [passage.doc[i] for i in sorted(inside) if not _hangs_inside(passage.doc[i], inside)]
        verbs = [t for t in highest if heads_clause(t) and not _is_infinitive(t)]
        if charge and highest:
            tops[highest[0].i] = _Unit(highest[0], inside, nominal=True)
        elif verbs:
            tops |= {t.i: _Unit(t, inside) for t in verbs}
        elif highest and attribution.manner is not Manner.DIRECT:
            first = _Unit(highest[0], inside, nominal=attribution.manner is not Manner.HEADING)
            taken = tops.get(highest[0].i)
            tops[highest[0].i] = taken if taken is not None and heads_clause(taken.head) else first
        tops |= {t.i: _Unit(t) for t in _after_cue(passage, sentence, attribution) if t.i not in tops}
    return _coordinated(tops)


def _halves(passage: Passage, sentence: TokenSpan, voices: tuple[Attribution, ...]) -> list[_Unit]:
    """The claims of a headline that has several; none where it has one."""
    aside = _aside(passage, sentence, voices)
    cues = _tokens_of(passage, sentence, [s for a in voices if a.cue for s in a.cue.spans])
    sources = _tokens_of(passage, sentence, [s for a in voices if a.source for s in a.source.spans])
    found = halves(sentence)
    if len(found) < 2 or (cues | sources) - aside:
        return []
    parts = [[t for t in part if t.i not in aside] for part in found]
    return [_Unit(part[0], frozenset(t.i for t in part), nominal=True) for part in parts if part]


def _led(passage: Passage, sentence: TokenSpan, voices: tuple[Attribution, ...], behind: list[Token]) -> list[_Unit]:
    """The claims behind a colon; none where a voice parts the sentence elsewhere."""
    cues = _tokens_of(passage, sentence, [s for a in voices if a.cue for s in a.cue.spans])
    if any(t.i in cues for t in behind):
        return []
    inside = frozenset(t.i for t in behind)
    verbs = [t for t in tops_of(behind) if heads_clause(t)]
    if not verbs:
        return [_Unit(behind[0], inside, nominal=True)]
    return _coordinated({t.i: _Unit(t, inside) for t in verbs})


def _is_all_said(passage: Passage, sentence: TokenSpan, voices: tuple[Attribution, ...]) -> bool:
    """Whether nobody speaks within a sentence: it is the outlet's, or a quotation's from end to end."""
    words = {t.i for t in sentence if t.is_alpha}
    return all(words <= _tokens_of(passage, sentence, list(a.content.spans)) for a in voices)


def _is_within_all(passage: Passage, sentence: TokenSpan, voices: tuple[Attribution, ...], verb: Token) -> bool:
    """Whether the clause of `verb`, and who does not know it, stand in what each voice says."""
    inside = [_tokens_of(passage, sentence, list(a.content.spans)) for a in voices]
    return all(verb.i in words and verb.head.i in words for words in inside)


def _after_cue(passage: Passage, sentence: TokenSpan, attribution: Attribution) -> Iterator[Token]:
    """The verbs of clauses joined to a cue verb with a subject of their own: "P, X said, and Q" claims Q too."""
    for i in sorted(_tokens_of(passage, sentence, list(attribution.cue.spans) if attribution.cue else [])):
        yield from (t for t in children(passage.doc[i], "conj") if heads_clause(t) and own_subject(t) is not None)


def _addressed(passage: Passage, attribution: Attribution, inside: frozenset[int]) -> frozenset[int]:
    """Who is asked, before what they are asked to do."""
    verbs = [passage.doc[i] for i in sorted(inside) if not _hangs_inside(passage.doc[i], inside)]
    if attribution.source is None or kind_of(attribution) not in {CueKind.URGE, CueKind.ASK}:
        return frozenset()
    asked = (addressee(verb) for verb in verbs if _is_infinitive(verb))
    return frozenset(t.i for noun in asked if noun is not None for t in noun.subtree)


def _of_charge(passage: Passage, attribution: Attribution, inside: frozenset[int]) -> frozenset[int]:
    """The "of" between the accused and the deed: "accused [the firm] of [hiding the report]" claims both together."""
    if attribution.cue is None or attribution.cue.lemma != "accuse":
        return frozenset()
    words = (passage.doc[i] for i in sorted(inside))
    of = next((t.i for t in words if t.lower_ == "of" and children(t, "pcomp")), None)
    return frozenset() if of is None else frozenset({of})


def _is_misread(passage: Passage, sentence: TokenSpan) -> bool:
    """Whether the parser took a sentence's verb for something else: "The force complies with it and takes care", or
    "The account that made the post is not …", where a noun heads a whole sentence with a tense and a stop.
    """
    if heads_clause(sentence.root):
        return False
    if any(t.tag_ in _TENSED and own_subject(t) is None for t in children(sentence.root, "conj")):
        return True
    words = [t for t in sentence if t.idx >= lead_in(passage.text) or sentence.start > 0]
    if sentence[-1].text == "." and len(words) > _MIN_WHOLE and _is_tensed_alike(sentence.root):
        return True
    tensed = any(t.tag_ in _TENSED or t.tag_ == "MD" for t in words if t.dep_ != "relcl")
    return tensed and sentence[-1].text == "." and sum(t.is_alpha for t in words) >= _MIN_WHOLE


def _is_tensed_alike(noun: Token) -> bool:
    """Whether a noun that heads a sentence has right behind it what may be a past tense: "Fifty people queued"."""
    after = [t for t in children(noun, "acl") if t.tag_ == "VBN" and t.i > noun.i]
    others = any(t.tag_ in _TENSED or t.tag_ == "MD" for t in noun.sent)
    return not others and any(t.i == noun.i + 1 for t in after)


def _is_infinitive(verb: Token) -> bool:
    return any(child.lower_ == "to" for child in children(verb, "aux"))


def _hangs_inside(token: Token, inside: frozenset[int]) -> bool:
    return token.head.i != token.i and token.head.i in inside


def _coordinated(tops: dict[int, _Unit]) -> list[_Unit]:
    """`tops` and the verbs coordinated with them that claim something apart."""
    pending, found = list(tops.values()), dict(tops)
    while pending:
        unit = pending.pop()
        for other in unit.head.children:
            contrast = other.dep_ == "advcl" and any(_contrasts(c) for c in children(other, "mark"))
            if other.i in found or other.pos_ not in _VERBS or not (contrast or other.dep_ == "conj"):
                continue
            if _is_apart(other):
                within = unit.inside if unit.inside is not None and other.i in unit.inside else None
                found[other.i] = _Unit(other, within)
                pending.append(found[other.i])
    return [found[i] for i in sorted(found)]


def _contrasts(mark: Token) -> bool:
    """Whether a clause is set against another; "while" without a comma before it only tells when."""
    if mark.lower_ == "while" and mark.i > mark.sent.start:
        return mark.nbor(-1).text == ","
    return mark.lower_ in _CONTRAST


def _is_apart(verb: Token) -> bool:
    """Whether a coordinated verb claims something apart: it has a subject, or a tense and an object or phrase."""
    if verb.i > 0 and verb.nbor(-1).text == "-":  # "re-ranked": half of a word
        return False
    if own_subject(verb) is not None:
        return True
    if _shares_pronoun(verb):
        return False
    tensed = verb.tag_ in {"VBD", "VBZ", "VBP"} or bool(children(verb, "aux", "auxpass"))
    return tensed and bool(children(verb, "dobj", "prep", "ccomp", "xcomp", "agent", "attr"))


def _shares_pronoun(verb: Token) -> bool:
    """Whether one "I", "we" or "they" does two things one behind the other, which is one tale: "I got up and ran"."""
    first = verb.head
    who = own_subject(first)
    return verb.dep_ == "conj" and who is not None and who.lower_ in _TELLERS and verb.tag_ == first.tag_


def _parted(unit: _Unit, found: list[_Unit], cues: set[int]) -> list[_Unit]:
    """A long claim in two where a clause hangs on it loosely and claims something itself: ", where they train …"; what
    follows that clause goes with it.
    """
    tokens = _own(unit, found, cues)
    long = sum(not t.is_punct for t in tokens) > _LONG
    if unit.nominal or len(tokens) < 2 * _ASIDE:
        return [unit]
    if (outcome := _outcome(unit, tokens)) is not None:
        all_ = frozenset(t.i for t in tokens)
        its = frozenset(t.i for t in outcome.subtree) & all_
        return [replace(unit, inside=all_ - its), _Unit(outcome, its, nominal=True)]
    heads = {u.head.i for u in found} | cues
    inside = {t.i for t in tokens}
    if (mark := told_apart(tokens, heads)) is not None:
        clause = frozenset(t.i for t in mark.head.subtree if t.i > mark.i) & inside
        return [replace(unit, inside=frozenset(inside) - clause - {mark.i}), _Unit(mark.head, clause, nominal=True)]
    for token in tokens:
        loose = token.dep_ in {"advcl", "relcl", "pcomp"} and token.i not in heads and token.head.i in inside
        if loose and token.i > unit.head.i and (_is_loose(token) if long else _adds(token, tokens)):
            start = min(t.i for t in (token.head if token.dep_ == "pcomp" else token).subtree)
            before, after = (frozenset(i for i in inside if (i < start) is first) for first in (True, False))
            opening = {token.head.i} if token.dep_ == "pcomp" else set()  # the "with" of ", with drones hitting …"
            return [replace(unit, inside=before), *_of_clause(token, after - opening)]
    return [unit]


def _outcome(unit: _Unit, tokens: list[Token]) -> Token | None:
    """What came of what is told, as a participle behind a comma: ", killing two people", ", leaving ten homeless"."""
    inside = {t.i for t in tokens}
    verbs = (t for t in tokens if t.tag_ == "VBG" and t.dep_ == "advcl" and t.i > unit.head.i and t.head.i in inside)
    told = (t for t in verbs if t.lemma_.lower() in outcomes() and t.i > 0 and t.nbor(-1).text == ",")
    return next((t for t in told if children(t, "dobj", "ccomp") and len(list(t.subtree)) >= _OUTCOME), None)


def _of_clause(verb: Token, inside: frozenset[int]) -> list[_Unit]:
    """The claims of a clause parted from another: two where "and" joins a second with a subject of its own."""
    second = next((t for t in children(verb, "conj") if own_subject(t) is not None and heads_clause(t)), None)
    if second is None or second.i not in inside:
        return [_Unit(verb, inside, nominal=True)]
    its = frozenset(t.i for t in second.subtree) & inside
    return [_Unit(verb, inside - its, nominal=True), _Unit(second, its, nominal=True)]


def _adds(verb: Token, tokens: list[Token]) -> bool:
    """Whether a relative clause ends its sentence and adds a claim to it: ", which has 50 beds", ", where few swim".
    One that begins with "who" tells of a person what the claim needs.
    """
    if verb.dep_ != "relcl" or not _is_loose(verb):
        return False
    own = [t for t in verb.subtree if not t.is_punct]
    first = next((t for t in own if t.lower_ in _ADDING), None)
    words = [t for t in tokens if not t.is_punct]
    return first is not None and own[-1] == words[-1] and len(own) >= _ASIDE


def _is_loose(verb: Token) -> bool:
    """Whether a clause is set off by a comma and has a subject of its own."""
    first = next(iter(verb.subtree))
    first = verb.head if verb.dep_ == "pcomp" else first
    before = first.doc[first.i - 1] if first.i > first.sent.start else None
    if before is None or before.text != ",":
        return False
    # ", so that …", ", after …" are conditions and purposes of the claim, not claims
    joined = {c.lower_ for c in children(verb, "mark", "advmod") if c.i < verb.i}
    if verb.dep_ == "advcl" and joined & _BOUND:
        return False
    return is_finite(verb) or (verb.dep_ == "pcomp" and own_subject(verb) is not None)


def _own(unit: _Unit, found: list[_Unit], cues: set[int]) -> list[Token]:
    """The words of a claim, without those of other claims and of the cues that hang on it."""
    head = unit.head
    inside = unit.inside if unit.nominal and unit.inside is not None else frozenset(t.i for t in head.subtree)
    if unit.inside is not None:
        inside &= unit.inside
    left_out: set[int] = set()
    above = {t.i for t in head.ancestors} | {head.i}
    for other in found:
        if other.head.i in inside and other.head.i not in above:
            left_out |= {t.i for t in other.head.subtree}
    for clause in head.subtree:
        # "…, which the ministry denied": what somebody says of the claim is no part of it
        if clause.dep_ in {"relcl", "advcl"} and clause.i not in above and _is_answer(clause):
            left_out |= {t.i for t in clause.subtree}
    for i in cues & inside:
        if head.doc[i].pos_ in _VERBS and i not in above:
            left_out |= {t.i for t in head.doc[i].subtree}
    return [head.doc[i] for i in sorted(inside - left_out)]


def _is_answer(clause: Token) -> bool:
    """Whether a relative clause has a cue verb and nothing but the pronoun for its content."""
    word = cue_words().get(clause.lemma_)
    if word is None or word.kind not in COMMITTING or own_subject(clause) is None:
        return False
    objects = children(clause, "dobj", "ccomp")
    return bool(objects) and all(t.lower_ == "which" for t in objects)


def _claims(passage: Passage, sentence: TokenSpan, unit: _Unit, tokens: list[Token]) -> bool:
    """Whether the words claim something: a verb with a subject, no question, no announcement of what follows ("The
    minister said:"); a headline may do with less.
    """
    if not tokens or sentence.text.rstrip("\"'”’» ").endswith(("?", ":")):
        return False
    if tokens[0].lower_ in ASKING and _is_heading(passage, sentence):
        return False
    if unit.nominal or passage.block.kind in _HEADINGS:
        told = unit.inside is not None or passage.block.kind is not BlockKind.HEADLINE or not is_topic(sentence)
        return told and not is_judged(unit.head)
    head = unit.head
    if not heads_clause(head) or _addresses_reader(unit):
        return False
    if (unit.inside is None and _only_tells(head)) or only_sides(head) or says_nothing_new(head, tokens):
        return False
    has_subject = own_subject(head) is not None or bool(children(head, *SUBJECTS, "expl")) or _follows_noun(head)
    return has_subject or head.dep_ in {"conj", "pcomp", "xcomp", "ccomp"}


def _is_heading(passage: Passage, sentence: TokenSpan) -> bool:
    """Whether a line is a heading, or one between paragraphs: it ends with no mark."""
    return passage.block.kind in _HEADINGS or (sentence.text == passage.text and sentence[-1].is_alpha)


def _follows_noun(verb: Token) -> bool:
    """Whether a verb with a tense heads its sentence and a noun stands before it, which the parser hung elsewhere."""
    before = verb.doc[verb.sent.start : verb.i]
    tensed = verb.tag_ in _TENSED or any(t.tag_ in _TENSED for t in children(verb, "aux", "auxpass"))
    told = verb.dep_ == "ROOT" and tensed and verb.lemma_ not in _HANDING_ON
    return told and any(t.pos_ in {"NOUN", "PROPN", "NUM"} for t in before)


def _only_tells(verb: Token) -> bool:
    """Whether a clause has a verb of saying and its speaker, and no more: the rest of `"Leave!" he shouted`."""
    word = cue_words().get(verb.lemma_)
    if word is None or word.kind not in SPEAKING or "clause" not in word.takes or verb.dep_ != "ROOT":
        return False
    if verb.lemma_ in _DEEDS and children(verb, "prep"):
        return False
    who = own_subject(verb)
    if who is not None and who.lower_ in {"i", "we"} and children(verb, "ccomp"):
        return False  # "We acknowledge that …": a body on its own page speaks itself
    if children(verb, "ccomp"):
        return all(c.dep_ in _TELLING for c in verb.children)
    return all(
        c.dep_ in _TELLING or c.dep_ == "npadvmod" or (c.dep_ == "prep" and c.lower_ not in word.takes)
        for c in verb.children
    )


def _addresses_reader(unit: _Unit) -> bool:
    """Whether it is the outlet that talks to its readers: "you can follow us"."""
    who = own_subject(unit.head)
    return unit.inside is None and who is not None and who.lower_ == "you"
