"""What each line of a page is: headline, standfirst, paragraph, caption, credit, byline or chrome."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from sayso.intake.page.appeals import is_about_author, is_appeal, is_correction, is_doubled, is_label, is_shouted
from sayso.intake.page.bylines import byline_names, is_byline, is_name
from sayso.intake.page.dated import is_pure_stamp, opens_with_stamp
from sayso.intake.page.dates import has_date
from sayso.intake.page.features import ends_sentence
from sayso.intake.page.headline import find_headline, is_chrome_line, is_stamped, plain
from sayso.intake.page.labels import Marks
from sayso.intake.page.lines import Line
from sayso.intake.page.pictures import credit_start, is_caption, is_credit, is_sure_caption, tells_of_picture
from sayso.intake.page.words import tokens
from sayso.model import Block, BlockKind, Span

LONGEST_STANDFIRST = 450  # code points
AFTER_AUTHOR = 0.3  # the share of the article's code points that may follow from a note on its author on

_CORRECTED_BELOW = 3  # lines below the article within which a note may correct it

# How many lines above the article's first and below its last line a caption, credit or byline may stand.
_REACH = {BlockKind.CAPTION: (12, 3), BlockKind.CREDIT: (14, 3), BlockKind.BYLINE: (25, 6)}


def line_kinds(lines: Sequence[Line], marks: Marks) -> tuple[BlockKind, ...]:
    """The kind of each line, where `marks` says which lines are text of the article.

    A line with a caption and its credit counts as the caption.
    """
    headline = find_headline(lines, marks)
    kinds = [BlockKind.CHROME] * len(lines)
    last = max(marks.nonzero()[0].tolist(), default=0)
    for at in _surroundings(marks):
        corrects = at <= last + _CORRECTED_BELOW and is_correction(lines[at].text)
        kinds[at] = _kind(lines[at].text, article=corrects or bool(marks[at]))
    _keep_near(lines, kinds, marks)
    _end_before_author(lines, kinds)
    _end_with_sentence(lines, kinds)
    if headline is not None:
        _head(lines, kinds, headline)
    _start_with_text(lines, kinds)
    opening = _first(kinds, BlockKind.PARAGRAPH)
    if opening is not None and _is_standfirst(lines, kinds, opening):
        kinds[opening] = BlockKind.STANDFIRST
    return tuple(kinds)


def _surroundings(marks: Marks) -> range:
    """The lines from the first to the last of the article, and those near enough to be its byline or caption."""
    article = marks.nonzero()[0].tolist()
    most = max(above for above, _ in _REACH.values())
    return range(max(0, article[0] - most), min(len(marks), article[-1] + most)) if article else range(0)


def _first(kinds: Sequence[BlockKind], wanted: BlockKind, start: int = 0) -> int | None:
    return next((at for at in range(start, len(kinds)) if kinds[at] is wanted), None)


def _kind(text: str, *, article: bool) -> BlockKind:
    """What one line is by itself, where the labels say that it is of the article or not."""
    if is_byline(text):
        return BlockKind.BYLINE
    if opens_with_stamp(text):
        return BlockKind.CHROME
    if is_credit(text):
        return BlockKind.CREDIT
    if is_sure_caption(text) or (not article and is_caption(text)):
        return BlockKind.CAPTION
    return BlockKind.PARAGRAPH if article and not _is_sites(text) else BlockKind.CHROME


def _is_sites(text: str) -> bool:
    """Whether a line that stands in the article is the site's all the same."""
    return is_label(text) or is_appeal(text) or is_shouted(text) or is_doubled(text)


def _keep_near(lines: Sequence[Line], kinds: list[BlockKind], marks: Marks) -> None:
    """Make captions, credits and bylines far from the article chrome: they belong to other reports."""
    article = [at for at, kind in enumerate(kinds) if kind is BlockKind.PARAGRAPH]
    middle = _middle(lines, article)
    for at, kind in enumerate(kinds):
        # "Reporting by …; editing by …" signs an article off and is part of it
        if kind is BlockKind.BYLINE and marks[at] and article and at > middle:
            kinds[at] = BlockKind.PARAGRAPH
        elif kind in _REACH:
            above, below = _REACH[kind]
            near = article and article[0] - above <= at <= article[-1] + below
            kinds[at] = kind if near else BlockKind.CHROME


def _middle(lines: Sequence[Line], article: Sequence[int]) -> int:
    """The line in which half of the article's code points are reached; −1 where there is no article."""
    half = sum(len(lines[at].text) for at in article) / 2
    reached = accumulate(len(lines[at].text) for at in article)
    return next((at for at, total in zip(article, reached, strict=True) if total >= half), -1)


def _end_before_author(lines: Sequence[Line], kinds: list[BlockKind]) -> None:
    """End the article before its author's name or what is said of the author, where little follows: of other reports.

    Further up such a sentence is about somebody in the article.
    """
    article = [at for at, kind in enumerate(kinds) if kind is BlockKind.PARAGRAPH]
    signed = (line.text for line, kind in zip(lines, kinds, strict=True) if kind is BlockKind.BYLINE)
    authors = {plain(name) for text in signed for name in byline_names(text)}
    total = sum(len(lines[at].text) for at in article)
    after = 0
    end = None
    for at in reversed(range(article[0], article[-1] + 1) if article else ()):
        after += len(lines[at].text) if kinds[at] is BlockKind.PARAGRAPH else 0
        if after > AFTER_AUTHOR * total:
            break
        end = at if is_about_author(lines[at].text) or plain(lines[at].text) in authors else end
    for at in range(len(kinds) if end is None else end, len(kinds)):
        kinds[at] = BlockKind.CHROME if kinds[at] is BlockKind.PARAGRAPH else kinds[at]


def _start_with_text(lines: Sequence[Line], kinds: list[BlockKind]) -> None:
    """Take lines off the article's start that are nothing but its date and where it was written."""
    while (at := _first(kinds, BlockKind.PARAGRAPH)) is not None and is_pure_stamp(lines[at].text):
        kinds[at] = BlockKind.CHROME


def _end_with_sentence(lines: Sequence[Line], kinds: list[BlockKind]) -> None:
    """Take lines off the article's end that are no sentence and stand apart from it: other reports' headlines."""
    for at in range(len(kinds) - 1, 0, -1):
        if kinds[at] is not BlockKind.PARAGRAPH:
            continue
        if ends_sentence(lines[at].text) or kinds[at - 1] is BlockKind.PARAGRAPH:
            return
        kinds[at] = BlockKind.CHROME


def _head(lines: Sequence[Line], kinds: list[BlockKind], headline: int) -> None:
    """Mark headline and standfirst; what stands above and what repeats the headline is chrome."""
    same = plain(lines[headline].text)
    for at in range(headline):
        kinds[at] = BlockKind.CHROME if kinds[at] is BlockKind.PARAGRAPH else kinds[at]
    for at, line in enumerate(lines):
        if len(line.text) < 300 and plain(line.text) == same:
            kinds[at] = BlockKind.CHROME
    kinds[headline] = BlockKind.HEADLINE
    if _reads_as_standfirst(lines, kinds, headline + 1):
        kinds[headline + 1] = BlockKind.STANDFIRST


def _reads_as_standfirst(lines: Sequence[Line], kinds: Sequence[BlockKind], at: int) -> bool:
    """Whether the line below the headline is a sentence about the matter, with byline or date below it."""
    if at >= len(lines) or kinds[at] is not BlockKind.CHROME or not 30 <= len(lines[at].text) <= LONGEST_STANDFIRST:
        return False
    text = lines[at].text
    if len(tokens(text)) < 6 or is_stamped(text) or is_chrome_line(text) or is_appeal(text) or tells_of_picture(text):
        return False
    return any(is_stamped(line.text) or _is_full_name(line.text) for line in lines[at + 1 : at + 4])


def _is_full_name(text: str) -> bool:
    return is_name(text) and 2 <= len(text.split()) <= 3 and not is_chrome_line(text)


def _is_standfirst(lines: Sequence[Line], kinds: Sequence[BlockKind], at: int) -> bool:
    """Whether the first article line is set apart from the next one by a byline or a date."""
    following = _first(kinds, BlockKind.PARAGRAPH, at + 1)
    if following is None or following - at > 40 or len(lines[at].text) > LONGEST_STANDFIRST:
        return False
    return any(kinds[i] is BlockKind.BYLINE or has_date(lines[i].text[:200]) for i in range(at + 1, following))


def blocks(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> tuple[Block, ...]:
    """One block a line; the credit at the end of a caption is a block of its own."""
    return tuple(block for line, kind in zip(lines, kinds, strict=True) for block in _line_blocks(line, kind))


def _line_blocks(line: Line, kind: BlockKind) -> tuple[Block, ...]:
    split = credit_start(line.text) if kind is BlockKind.CAPTION else None
    if split is None:
        return (Block(span=line.span, kind=kind),)
    start = line.span.start
    caption = Span(start, start + len(line.text[:split].rstrip()))
    return (
        Block(span=caption, kind=BlockKind.CAPTION),
        Block(span=Span(start + split, line.span.end), kind=BlockKind.CREDIT),
    )
