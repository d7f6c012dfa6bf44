"""Links that point over a stop, back to the sentence before in the same paragraph or on over a colon.

"P. X announced this.", "P. This was reported by X.", "P. So says X.", "P. That is what X told the court.", "P. The
figures come from X."; "X gave these details: P".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.extract.actors.words import bodies, documents, roles
from sayso.extract.attributions.cues import CueKind, CueWord, cue_words
from sayso.extract.attributions.labels import lead_in
from sayso.extract.attributions.links import Link
from sayso.extract.attributions.saying import cue_tokens
from sayso.extract.parse import Parsed, Passage
from sayso.extract.statements.clauses import SUBJECTS, agent, children, is_passive, own_subject, spans_of, subtree
from sayso.model import BlockKind, Span

_KNOWN = frozenset({"known", "public"})
_SHORT = 2  # sentences of a paragraph that "this" of the next one may take in
_POINTERS = frozenset({"this", "that"})
_NEWS = frozenset({"information", "news", "report", "account", "detail", "claim", "figure", "description", "version"})
_GIVING = frozenset({"give", "issue", "offer", "provide", "release", "publish", "share", "have", "add"})
_COMING = frozenset({"come", "stem", "originate"})
_TELLING = frozenset({CueKind.SAY, CueKind.REPORT, CueKind.CLAIM, CueKind.CONCEDE})
_TOLD = CueWord("report", CueKind.REPORT, frozenset())
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})

Pointer = tuple[Token, Token, list[Token]]
"""Who says it, the verb, and the words of the cue."""


def pointing_links(passage: Passage, sentence: TokenSpan) -> Iterator[Link]:
    """The link of `sentence` that has the sentence before for its content, if there is one."""
    before = next((s for s in passage.sentences if s.end == sentence.start), None)
    pointer = _pointer(sentence.root) if before is not None else None
    if pointer is None or before is None or not _can_speak(pointer[0]):
        return
    who, verb, cue = pointer
    word = cue_words().get(verb.lemma_, _TOLD)
    yield Link(
        source=spans_of(passage, who.subtree),
        source_head=passage.span(who),
        cue=spans_of(passage, cue),
        lemma=verb.lemma_,
        kind=word.kind,
        content=spans_of(passage, before),
        score=0.7,
    )


def disclosing_links(parsed: Parsed, links: Sequence[Link]) -> list[Link]:
    """The links of paragraphs that begin with who disclosed what the whole paragraph before tells, where that is short
    and has no voice of its own: "X made this known on Monday".
    """
    found = []
    for before, passage in pairwise(p for p in parsed.passages if p.block.kind is BlockKind.PARAGRAPH):
        around = before.block.span
        voiced = any(link.source and any(around.overlaps(s) for s in (*link.cue, *link.content)) for link in links)
        pointer = _pointer(passage.sentences[0].root) if passage.sentences else None
        if voiced or pointer is None or len(before.sentences) > _SHORT or not _is_across(pointer):
            continue
        who, verb, cue = pointer
        found.append(
            Link(
                source=spans_of(passage, subtree(who, children(who, "relcl"))),
                source_head=passage.span(who),
                cue=spans_of(passage, cue),
                lemma=verb.lemma_,
                kind=CueKind.SAY,
                content=(Span(around.start + lead_in(before.text), around.end),),
                score=0.6,
                settled=True,
            )
        )
    return found


def _is_across(pointer: Pointer) -> bool:
    """Whether a pointer at a whole paragraph is one by "this", of somebody who can speak."""
    who, _, cue = pointer
    return _can_speak(who) and any(token.lower_ in _POINTERS for token in (*cue, *children(pointer[1], "dobj")))


def announcing_links(passage: Passage, sentence: TokenSpan) -> Iterator[Link]:
    """The link of "X gave these details on Monday: P", where P is of the same sentence and in no quotation marks."""
    colon = next((t for t in sentence[1:-3] if t.text == ":"), None)
    if colon is None or colon.nbor().text == '"':
        return
    for verb in sentence.doc[sentence.start : colon.i]:
        who = own_subject(verb) if verb.lemma_ in _GIVING else None
        news = [c for c in children(verb, "dobj") if c.lemma_ in _NEWS or c.lemma_ in documents()]
        told = sentence.doc[colon.i + 1 : sentence.end]
        if who is None or not news or not _can_speak(who) or not any(t.dep_ in SUBJECTS for t in told):
            continue
        yield Link(
            source=spans_of(passage, who.subtree),
            source_head=passage.span(who),
            cue=spans_of(passage, [*cue_tokens(verb), *(t for c in news for t in subtree(c))]),
            lemma="report",
            kind=CueKind.REPORT,
            content=spans_of(passage, told),
            score=0.6,
        )


def _pointer(root: Token) -> Pointer | None:
    """How the sentence of `root` points back."""
    finders = (_announced_this, _made_known, _who_disclosed, _reported_by, _so_says, _is_what, _comes_from)
    return next((pointer for find in finders if (pointer := find(root)) is not None), None)


def _tells(verb: Token) -> bool:
    word = cue_words().get(verb.lemma_)
    return word is not None and word.kind in _TELLING and not children(verb, "neg")


def _announced_this(verb: Token) -> Pointer | None:
    """The pointer of "X announced this on Monday" and "X said so"."""
    who = own_subject(verb)
    if who is None or is_passive(verb) or not _tells(verb) or children(verb, "ccomp", "xcomp"):
        return None
    this = [c for c in children(verb, "dobj") if c.lower_ in _POINTERS and not list(c.children)]
    so = [c for c in children(verb, "advmod") if c.lower_ == "so" and c.i == verb.i + 1]
    return (who, verb, cue_tokens(verb)) if this or so else None


def _made_known(verb: Token) -> Pointer | None:
    """The pointer of "X made this known in Abuja"."""
    who = own_subject(verb)
    known = next((c for c in children(verb, "ccomp", "xcomp", "oprd") if c.lower_ in _KNOWN), None)
    if verb.lemma_ != "make" or who is None or known is None:
        return None
    this = next((c for c in (*children(known, "det", "nsubj"), *children(verb, "dobj")) if c.lower_ in _POINTERS), None)
    return (who, verb, [*cue_tokens(verb), this, known]) if this is not None else None


def _who_disclosed(root: Token) -> Pointer | None:
    """The pointer of "X, who disclosed this on Monday, said …"."""
    who = own_subject(root)
    for verb in who.subtree if who is not None else ():
        if verb.dep_ != "relcl" or who is None:
            continue
        found = _announced_this(verb) or _made_known(verb)
        if found is not None and found[0].lower_ == "who":
            return who, verb, found[2]
    return None


def _reported_by(verb: Token) -> Pointer | None:
    """The pointer of "This was reported by X"."""
    about, by = own_subject(verb), agent(verb)
    if about is None or by is None or about.lower_ not in _POINTERS or not is_passive(verb) or not _tells(verb):
        return None
    return by, verb, [*cue_tokens(verb), *children(verb, "agent")]


def _so_says(verb: Token) -> Pointer | None:
    """The pointer of "So says X"."""
    who = own_subject(verb)
    first = verb.sent[0].lower_ in {"so", "thus"} and verb.i == verb.sent.start + 1
    return (who, verb, [verb]) if first and who is not None and who.i > verb.i and _tells(verb) else None


def _is_what(root: Token) -> Pointer | None:
    """The pointer of "That is what X told the court" and "This was how X described it"."""
    about = own_subject(root)
    if root.lemma_ != "be" or about is None or about.lower_ not in _POINTERS:
        return None
    for verb in children(root, "ccomp", "attr", "advcl"):
        who = own_subject(verb)
        asked = any(t.lower_ in {"what", "how"} and t.i == root.i + 1 for t in verb.subtree)
        if asked and who is not None and _tells(verb):
            return who, verb, cue_tokens(verb)
    return None


def _comes_from(verb: Token) -> Pointer | None:
    """The pointer of "The information comes from X"."""
    news = own_subject(verb)
    if verb.lemma_ not in _COMING or news is None or news.lemma_ not in _NEWS or children(news, "prep", "acl"):
        return None
    for place in children(verb, "prep"):
        if place.lower_ == "from":
            return next(((who, verb, [*cue_tokens(verb), place]) for who in children(place, "pobj")), None)
    return None


def _can_speak(who: Token) -> bool:
    """Whether a noun can be a source: a name, an office, a body, a document, people, or a pronoun for one."""
    word = who.lemma_.lower()
    known = word in roles() or word in bodies() or word in documents()
    return known or who.pos_ in {"PROPN", "PRON"} or who.ent_type_ in _NAMES or who.tag_ == "NNS"
