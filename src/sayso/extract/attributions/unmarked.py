"""What a colon opens without quotation marks: "The minister said: P. Q. R.", and the next paragraph, "We …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.extract.attributions.cues import SPEAKING, is_paper
from sayso.extract.attributions.links import Link
from sayso.extract.attributions.quotes import Quotation
from sayso.extract.parse import Passage
from sayso.extract.statements.clauses import own_subject
from sayso.extract.statements.silences import is_aside, is_silence
from sayso.model import BlockKind, Manner, Span, hull

_FIRST = frozenset({"i", "we", "us", "me", "my", "our", "mine", "ours"})
_NOBODY = frozenset({"nobody", "you"})
_THIS = frozenset({"it", "this", "these", "that", "those"})
_OTHERS = frozenset({"he", "she"})  # as a subject without a first person beside it: the outlet tells of the speaker
_TITLES = frozenset({"mr", "mr.", "ms", "ms.", "mrs", "mrs.", "dr", "dr."})
_NEAR = 7  # words behind a cue in which its colon stands: "wrote on its page on Monday:"
_FEWEST = 3  # words of what is said
_BLANK = " \t\u00a0"


def opened(passage: Passage, links: Sequence[Link], quoted: Sequence[Quotation]) -> list[Link]:
    """`links`, where what a colon opens without marks goes on to the paragraph's end, or until another voice begins."""
    told = [_filled(passage, link) for link in links]
    return [_prolonged(passage, link, told, quoted) if _opens(passage, link, quoted) else link for link in told]


def lasts(passage: Passage, link: Link, quoted: Sequence[Quotation]) -> bool:
    """Whether words that a colon opens without marks fill the rest of a paragraph: the next one may go on with them."""
    end = passage.text[link.content[-1].end - passage.block.span.start :] if link.content else "-"
    return _opens(passage, link, quoted) and not any(c.isalnum() for c in end)


def goes_on(passage: Passage, links: Sequence[Link], quoted: Sequence[Quotation]) -> bool:
    """Whether a paragraph goes on with such words of the one before: in the first person, with nobody else speaking."""
    if quoted or any(is_other_voice(passage, link) for link in links) or passage.block.kind is not BlockKind.PARAGRAPH:
        return False
    first = any(t.lower_ in _FIRST for t in passage.sentences[0])
    return first and not any(_turns(sentence) for sentence in passage.sentences)


def is_other(passage: Passage, link: Link) -> bool:
    """Whether a link has a source who is somebody else than the one who says "I" or "we"."""
    who = passage.tokens(link.source[0]) if link.source else None
    return who is not None and who.text.lower() not in _FIRST | _NOBODY


def _opens(passage: Passage, link: Link, quoted: Sequence[Quotation]) -> bool:
    """Whether a link's content begins right behind a colon, with a capital and no mark, and ends its sentence."""
    if passage.block.kind is not BlockKind.PARAGRAPH or link.manner is Manner.HEADING or link.kind not in SPEAKING:
        return False
    if not link.source or not link.content or any(q.outer.overlaps(hull(link.content)) for q in quoted):
        return False
    first = passage.tokens(link.content[0])
    start = link.content[0].start - passage.block.span.start
    before = passage.text[:start].rstrip(_BLANK)
    said = max(span.start for span in (*link.cue, *link.source)) < link.content[0].start
    return first is not None and said and before.endswith(":") and first[0].text[0].isupper()


def _filled(passage: Passage, link: Link) -> Link:
    """`link`, where the syntax told no content of it and a colon stands soon behind its cue, with what follows."""
    cue = passage.tokens(link.cue[-1]) if link.cue and not link.content and link.source else None
    if cue is None or link.kind not in SPEAKING:
        return link
    sentence = cue[-1].sent
    between = [t for t in sentence if cue[-1].i < t.i <= cue[-1].i + _NEAR]
    colon = next((t for t in between if t.text == ":"), None)
    told = [t for t in sentence if colon is not None and t.i > colon.i]
    if sum(t.is_alpha for t in told) < _FEWEST or not told[0].text[0].isupper():
        return link
    return replace(link, content=(hull((passage.span(told[0]), passage.span(told[-1]))),), settled=True)


def _prolonged(passage: Passage, link: Link, links: Sequence[Link], quoted: Sequence[Quotation]) -> Link:
    """`link` with the sentences behind its content that go on with it."""
    end = start = link.content[-1].end
    others = [other for other in links if other is not link and is_other_voice(passage, other)]
    for sentence in passage.sentences:
        around = passage.span(sentence)
        if around.end <= start:
            continue
        told = [*(q.outer for q in quoted), *(span for other in others for span in (*other.cue, *other.content))]
        if (around.start >= start and _turns(sentence)) or any(around.overlaps(span) for span in told):
            break
        end = around.end
    return replace(link, content=(Span(link.content[0].start, end),), settled=True) if end > start else link


def is_other_voice(passage: Passage, link: Link) -> bool:
    """Whether somebody else speaks by a link: no paper, nor what was just told of ("this shows"), which people speak
    of.
    """
    who = passage.tokens(link.source[0]) if link.source else None
    if who is None or link.kind not in SPEAKING:
        return False
    return is_other(passage, link) and who[0].lower_ not in _THIS and not is_paper(who.root.lower_)


def _turns(sentence: TokenSpan) -> bool:
    """Whether the outlet speaks again: of how much was told, or of the speaker as "he", "she" or "Mr"."""
    if is_aside(sentence.text) or is_silence(sentence.text):
        return True
    who = own_subject(sentence.root)
    return who is not None and not any(t.lower_ in _FIRST for t in sentence) and _is_third(who)


def _is_third(who: Token) -> bool:
    return who.lower_ in _OTHERS or any(t.lower_ in _TITLES for t in who.subtree)
