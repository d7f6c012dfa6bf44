"""What each line of a page is: headline, standfirst, paragraph, caption, credit, byline or chrome."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.intake.page_bylines import byline_names, is_byline
from sayso.intake.page_dates import stamps
from sayso.intake.page_headline import find_headline, is_chrome_line, plain
from sayso.intake.page_labels import Marks
from sayso.intake.page_lines import Line
from sayso.intake.page_words import listed, tokens
from sayso.model import Block, BlockKind, Span

_CREDIT_WORD = (
    r"(?:photos?|photograph(?:y|er)?|image|images|picture|illustration|graphic|video|file photo|courtesy|credit|credits|"
    r"foto|fotos|bild|bildquelle|bildnachweis|quelle|crédits?|imagen|fot|фото|світлина|fotoğraf)"
)
# "PHOTO: GETTY IMAGES", "Photograph by Jane Doe / Example", "(Jane Doe/Example Pictures)", "© Example"
_CREDIT_LINE = re.compile(
    rf"(?:{_CREDIT_WORD}\s*(?:credits?\s*)?(?:[:/|©]|by\b|via\b|courtesy\b|from\b)|©\s*\S|\([^()]*(?:/|getty|images?|photo|agency|pictures|via )[^()]*\)$|getty images$|reuters/)",
    re.IGNORECASE,
)
_CREDIT_TAIL = re.compile(
    rf"\s*(?:\([^()]{{2,90}}\)|(?:{_CREDIT_WORD}\s*(?:credits?\s*)?(?::|by\b|via\b)|©)\s*[^.!?]{{2,80}}|(?<=[.!?\"”])\s?[/|]\s?[^.!?]{{2,60}})\s*$",
    re.IGNORECASE,
)
_CREDIT_SIGN = re.compile(
    rf"[/©]|\b{_CREDIT_WORD}\b|\b(?:getty|images|agency|pool|handout|via|afp|reuters|alamy|epa|dpa)\b|\bAP\b",
    re.IGNORECASE,
)


def credit_start(text: str) -> int | None:
    """Where the credit at the end of a caption begins ("… on Monday. / Example Agency"); None where there is none."""
    tail = _CREDIT_TAIL.search(text)
    if tail is None or not _CREDIT_SIGN.search(tail.group()):
        return None
    start = tail.start() + len(tail.group()) - len(tail.group().lstrip())
    return start if start > 0 else None


def is_credit(text: str) -> bool:
    """Whether a whole line is a credit: who made the picture, and nothing about what it shows."""
    return len(text) < 120 and _CREDIT_LINE.match(text) is not None


def is_caption(text: str) -> bool:
    """Whether a line describes a picture: a sentence that ends with a credit."""
    return len(tokens(text[:1000])) >= 5 and len(text) < 700 and credit_start(text) is not None


def _is_standfirst(lines: Sequence[Line], kinds: Sequence[BlockKind], at: int) -> bool:
    """Whether the first article line is set apart from the next by a byline, a date or other chrome."""
    following = next((i for i in range(at + 1, len(kinds)) if kinds[i] is BlockKind.PARAGRAPH), None)
    if following is None or following - at > 40 or len(lines[at].text) > 450:
        return False
    between = range(at + 1, following)
    return any(kinds[i] is BlockKind.BYLINE or stamps(lines[i].text[:200]) for i in between)


def line_kinds(lines: Sequence[Line], marks: Marks) -> tuple[BlockKind, ...]:
    """The kind of each line; a line with a caption and its credit counts as the caption."""
    headline = find_headline(lines, marks)
    same = plain(lines[headline].text) if headline is not None else None
    kinds = [_kind(line, article=bool(mark)) for line, mark in zip(lines, marks, strict=True)]
    article = [i for i, kind in enumerate(kinds) if kind is BlockKind.PARAGRAPH]
    for at, kind in enumerate(kinds):
        if kind is BlockKind.CAPTION and not (article and article[0] - 12 <= at <= article[-1] + 3):
            kinds[at] = BlockKind.CHROME
        if kind is BlockKind.BYLINE and not (article and article[0] - 25 <= at <= article[-1] + 6):
            kinds[at] = BlockKind.CHROME
        if same is not None and len(lines[at].text) < 300 and plain(lines[at].text) == same:
            kinds[at] = BlockKind.CHROME
    if headline is not None:
        kinds[headline] = BlockKind.HEADLINE
        for at in range(headline):
            # what stands above the headline is not the article, whatever it reads like
            if kinds[at] is BlockKind.PARAGRAPH:
                kinds[at] = BlockKind.CHROME
    opening = next((i for i, kind in enumerate(kinds) if kind is BlockKind.PARAGRAPH), None)
    if opening is not None and _is_standfirst(lines, kinds, opening):
        kinds[opening] = BlockKind.STANDFIRST
    return tuple(kinds)


def _kind(line: Line, *, article: bool) -> BlockKind:
    text = line.text
    if is_byline(text):
        return BlockKind.BYLINE
    if is_credit(text):
        return BlockKind.CREDIT
    if article:
        return BlockKind.PARAGRAPH
    return BlockKind.CAPTION if is_caption(text) else BlockKind.CHROME


def blocks(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> tuple[Block, ...]:
    """One block a line; the credit at the end of a caption is a block of its own."""
    out: list[Block] = []
    for line, kind in zip(lines, kinds, strict=True):
        split = credit_start(line.text) if kind is BlockKind.CAPTION else None
        if split is None:
            out.append(Block(span=line.span, kind=kind))
            continue
        head = line.text[:split].rstrip()
        start = line.span.start
        out.append(Block(span=Span(start, start + len(head)), kind=BlockKind.CAPTION))
        out.append(Block(span=Span(start + split, line.span.end), kind=BlockKind.CREDIT))
    return tuple(out)
