"""Links of phrases at a sentence's edge that tell whose word it is, beside "according to": "by the mayor's count", "to
judge by the photographs", "if the neighbours are to be believed", "as the shepherd remembers it", "…, so the engineer",
"…, ran the headline in the Mail", "…, we learnt from the hospital".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso import resources
from sayso.extract.actors.words import bodies, documents, outlet_words, roles
from sayso.extract.attributions.according import FRAMED, governed
from sayso.extract.attributions.cues import CueKind, cue_words, evidence
from sayso.extract.attributions.labels import lead_in
from sayso.extract.attributions.links import Link
from sayso.extract.parse import Passage
from sayso.extract.statements.clauses import children, is_passive, spans_of
from sayso.model import BlockKind

_BEFORE_WORDS = frozenset({"by", "in", "on", "from", "per"})
_OF = frozenset({"of", "from", "by", "in"})
_OURS = frozenset({"i", "we", "me", "us", "my", "our", "one", "it", "you", "nobody"})  # nobody new
_NAMES = frozenset({"PERSON", "ORG", "NORP"})
_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MAX_FRAME = 16  # words
_OPENINGS = (
    ("to", "judge", "by"),
    ("to", "judge", "from"),
    ("to", "go", "by"),
    ("judging", "by"),
    ("judging", "from"),
    ("going", "by"),
    ("on", "the", "evidence", "of"),
    ("on", "the", "strength", "of"),
    ("if", "you", "ask"),
    ("if", "one", "asks"),
    ("if", "you", "believe"),
    ("if", "one", "believes"),
    ("so",),
    ("thus",),
)
_CLAUSES = (("as", "far", "as"), ("so", "far", "as"), ("the", "way"), ("from", "what"), ("to", "hear"), ("as",))
_WITHOUT_IT = frozenset({"as far as", "so far as", "from what"})
_MAKING = frozenset({"let", "make", "give"})
_KNOWN = (
    ("it", "be", "known"),
    ("it", "known"),
    ("be", "known"),
    ("known",),
    ("public",),
    ("slip",),
    ("us", "know"),
    ("us", "to", "understand"),
    ("to", "understand"),
)
_GOING = (("has", "it"), ("had", "it"), ("goes",), ("went",), ("runs",), ("is",), ("was",), ("remains",))
_POINTING = (
    *((this, be, what) for this in ("that", "this") for be in ("is", "was") for what in ("what", "how")),
    ("or", "so"),
)
_LEARNING = frozenset({"learn", "hear", "gather", "understand", "tell"})

Frame = list[Token]
"""The source's words; none where nobody is named."""


def framing_links(passage: Passage, sentence: TokenSpan) -> Iterator[Link]:
    """The links of `sentence` whose cue is such a phrase, set off by commas; those of "we" and "our" are left out."""
    if passage.block.kind not in {BlockKind.PARAGRAPH, BlockKind.STANDFIRST}:
        return
    told = [
        (phrase, _source(phrase, sentence), governed(sentence, phrase)) for phrase in _between_commas(passage, sentence)
    ]
    for phrase, source, content in (*told, *_before_that(passage, sentence)):
        if source is None or any(t.lower_ in _OURS for t in source[:1]) or not any(t.is_alpha for t in content):
            continue
        head = _head(source)
        yield Link(
            source=spans_of(passage, source),
            source_head=passage.span(head) if head is not None else None,
            cue=spans_of(passage, [t for t in phrase if t not in source]),
            lemma=FRAMED,
            kind=CueKind.SAY,
            content=spans_of(passage, content),
            score=0.8,
            settled=True,
        )


def _source(phrase: Sequence[Token], sentence: TokenSpan) -> Frame | None:
    return next((found for find in _FINDERS if (found := find(phrase, sentence)) is not None), None)


def _before_that(passage: Passage, sentence: TokenSpan) -> Iterator[tuple[list[Token], Frame | None, list[Token]]]:
    """What stands before "that" at a sentence's beginning: "Rumour has it that P", "The palace made known that P"."""
    words = [t for t in sentence if t.idx >= lead_in(passage.text) and not t.is_space]
    at = next((n for n, t in enumerate(words[:_MAX_FRAME]) if t.lower_ == "that" and t.dep_ == "mark"), None)
    if at is not None and at > 1:
        phrase = words[:at]
        yield phrase, _made_known(phrase, None) or _goes(phrase), words[at + 1 :]


def _goes(phrase: Sequence[Token]) -> Frame | None:
    """The source of "Rumour has it", "The story in the harbour goes", "The army's official line is"."""
    said = tuple(t.lower_ for t in phrase)
    ending = next((e for e in _GOING if said[-len(e) :] == e), None)
    rest = phrase[: len(phrase) - len(ending)] if ending is not None else []
    text = next((t for t in rest if t.lemma_.lower() in _listed("texts") and t.dep_ != "pobj"), None)
    if text is None or any(t.pos_ == "VERB" for t in rest):
        return None
    return _whose(text, rest) or []


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(resources.lists("attributions/frames.toml")[name])


def _between_commas(passage: Passage, sentence: TokenSpan) -> Iterator[list[Token]]:
    """The stretches of a sentence between commas, but for one that is all of it."""
    words = [t for t in sentence if t.idx >= lead_in(passage.text) and not t.is_space]
    marks = [n for n, t in enumerate(words) if t.text in {",", "–", "—"}]
    if not marks:
        return
    for a, b in pairwise([-1, *marks, len(words)]):
        part = words[a + 1 : b]
        while part and (part[-1].is_punct or part[-1].text == '"'):
            part.pop()
        if part and part[0].lower_ in {"and", "but"}:
            part = part[1:]
        if 1 < len(part) <= _MAX_FRAME and not any(t.text == '"' for t in part):
            yield part


def _owned(phrase: Sequence[Token], _: TokenSpan) -> Frame | None:
    """The source of "by the mayor's count", "by the count of the fire service"."""
    if phrase[0].lower_ not in _BEFORE_WORDS:
        return None
    inside = {t.i for t in phrase}
    words = (t for t in phrase if t.lower_ in _listed("words") and t.pos_ == "NOUN")
    for word in (t for t in words if t == phrase[-1] or t.nbor().pos_ == "ADP"):
        places = [p for p in children(word, "prep") if p.lower_ in _OF - {"in"} and p.i in inside]
        owners = [*children(word, "poss"), *(o for p in places for o in children(p, "pobj"))]
        owner = next((o for o in owners if o.i in inside and (o.pos_ == "PRON" or _speaks(o))), None)
        if owner is not None:
            return [t for t in owner.subtree if t.dep_ != "case" and t.i in inside]
    return None


def _opened(phrase: Sequence[Token], sentence: TokenSpan) -> Frame | None:
    """The source of "to judge by the photographs", "if you ask the farmers" and, at the end, "so the engineer"."""
    said = [t.lower_ for t in phrase]
    opening = next((o for o in _OPENINGS if tuple(said[: len(o)]) == o), None)
    rest = list(phrase[len(opening) :]) if opening is not None else []
    if not rest or any(t.tag_ in _TENSED for t in rest):
        return None
    ends = phrase[-1].i >= sentence[-1].i - 1 and phrase[0].i > sentence.start
    head = _head(rest)
    shown = opening is not None and len(opening) > 1 and head is not None and head.lemma_.lower() in evidence()
    if head is None or not (_speaks(head) or shown) or (len(said) > len(rest) + 1) < (not ends):
        return None
    return rest


def _trusted(phrase: Sequence[Token], _: TokenSpan) -> Frame | None:
    """The source of "if the neighbours are to be believed", "if the mayor is right"."""
    if phrase[0].lower_ != "if" or phrase[-1].lower_ not in _listed("believed"):
        return None
    verb = next((n for n, t in enumerate(phrase) if t.lower_ in {"is", "are", "was", "were"}), 0)
    source = list(phrase[1:verb])
    head = _head(source)
    return source if head is not None and (_speaks(head) or head.tag_ == "NNS") else None


def _clause(phrase: Sequence[Token], _: TokenSpan) -> Frame | None:
    """The source of "as the shepherd remembers it", "the way she told it", "as far as the clerk knows"."""
    said = [t.lower_ for t in phrase]
    opening = next((o for o in _CLAUSES if tuple(said[: len(o)]) == o), None)
    if opening is None:
        return None
    rest = phrase[len(opening) :]
    bare = " ".join(opening) in _WITHOUT_IT
    verbs = _listed("knowing") if bare else _listed("telling")
    at = next((n for n, t in enumerate(rest) if n and t.pos_ in {"VERB", "AUX"}), None)
    if at is None or not any(t.lemma_.lower() in verbs for t in rest[at:]):
        return None
    if not bare and not any(t.lower_ in {"it", "things", "matters"} for t in rest[at:]):
        return None
    source = list(rest[:at])
    head = _head(source)
    return source if head is not None else None


def _running(phrase: Sequence[Token], sentence: TokenSpan) -> Frame | None:
    """The source of "…, ran the headline in the Mail", "…, came the answer from the hospital", "…, read a notice"."""
    verb, rest = phrase[0], list(phrase[1:])
    if verb.i == sentence.start or verb.lemma_ not in _listed("running") or verb.tag_ not in _TENSED:
        return None
    text = _head(rest)
    if text is None or text.lemma_.lower() not in _listed("texts") or any(t.tag_ in _TENSED for t in rest):
        return None
    if (whose := _whose(text, rest)) is not None:
        return whose
    return rest if text.lemma_.lower() in documents() | {"banner", "headline", "placard", "poster", "sign"} else []


def _whose(text: Token, words: Sequence[Token]) -> Frame | None:
    """Whose words a text is: "the headline in the Mail", "the army's line"."""
    inside = {t.i for t in words}
    places = [p for p in words if p.lower_ in _OF and p.i > text.i]
    owners = [*children(text, "poss"), *(o for p in places for o in children(p, "pobj"))]
    owner = next((o for o in owners if o.i in inside and (o.dep_ == "poss" or _speaks(o))), None)
    return None if owner is None else [t for t in owner.subtree if t.dep_ != "case" and t.i in inside]


def _learnt(phrase: Sequence[Token], sentence: TokenSpan) -> Frame | None:
    """The source of "…, we learnt from the hospital", "…, the Courier has learnt from two of them", at the end."""
    at = next((n for n, t in enumerate(phrase) if t.lemma_ in _LEARNING and t.tag_ != "VB"), 0)
    if phrase[0].i == sentence.start or not at:
        return None
    told = phrase[at].lemma_ == "tell"
    if told and not is_passive(phrase[at]):
        return None
    from_ = next((n for n, t in enumerate(phrase) if n > at and t.lower_ in {"from", "by"}), None)
    before = phrase[:at]
    if not before or any(t.pos_ == "VERB" for t in before) or not _is_outlet(before, named=not told):
        return None
    return [] if from_ is None else list(phrase[from_ + 1 :])


def _is_outlet(words: Sequence[Token], *, named: bool) -> bool:
    """Whether who learns is the outlet: "we", "this newspaper", or, where it may be `named`, a name."""
    first = next(t for t in words)
    paper = first.lower_ == "this" and any(t.lower_ in outlet_words() for t in words)
    return first.lower_ in {"we", "i"} or paper or (named and all(t.pos_ in {"PROPN", "DET", "AUX"} for t in words))


def _made_known(phrase: Sequence[Token], sentence: TokenSpan | None) -> Frame | None:
    """The source of "…, the foreman let it be known", "…, police circles made known", at the end."""
    said = [t.lower_ for t in phrase]
    at = next((n for n, t in enumerate(phrase) if n and t.lemma_ in _MAKING and t.tag_ in _TENSED), None)
    first = sentence is not None and phrase[0].i == sentence.start
    if at is None or first or not any(tuple(said[at + 1 :])[: len(k)] == k for k in _KNOWN):
        return None
    source = [t for t in phrase[:at] if t.dep_ not in {"aux", "advmod"}]
    return source if (head := _head(source)) is not None and head.dep_ != "pobj" else None


def _is_what(phrase: Sequence[Token], sentence: TokenSpan) -> Frame | None:
    """The source of "… – that is what the hospital says", "…, or so the mayor claims", at the end."""
    said = tuple(t.lower_ for t in phrase)
    opening = next((o for o in _POINTING if said[: len(o)] == o), None)
    if opening is None or phrase[0].i == sentence.start:
        return None
    rest = phrase[len(opening) :]
    at = next((n for n, t in enumerate(rest) if n and t.lemma_.lower() in cue_words()), None)
    source = list(rest[:at]) if at is not None else []
    head = _head(source)
    return source if head is not None and not any(t.pos_ == "VERB" for t in source) else None


_FINDERS: tuple[Callable[[Sequence[Token], TokenSpan], Frame | None], ...] = (
    _owned,
    _trusted,
    _clause,
    _opened,
    _running,
    _learnt,
    _made_known,
    _is_what,
)


def _head(words: Sequence[Token]) -> Token | None:
    """The word of a phrase on which the others hang."""
    inside = {t.i for t in words}
    tops = [t for t in words if t.head.i not in inside or t.head == t]
    nouns = [t for t in tops if t.pos_ in {"NOUN", "PROPN", "PRON"}]
    return next(iter(nouns or [t for t in words if t.pos_ in {"NOUN", "PROPN", "PRON"}]), None)


def _speaks(noun: Token) -> bool:
    """Whether a noun can be a source: somebody by name, an office, a body, a document, an outlet, people."""
    word, lemma = noun.lower_, noun.lemma_.lower()
    known = roles().keys() | bodies().keys() | documents() | outlet_words()
    people = noun.tag_ == "NNS" and lemma in roles()
    return word in known or lemma in known or people or noun.ent_type_ in _NAMES
