"""What each line of a web page is: its headline, standfirst, paragraphs and captions, or chrome."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import dropwhile

from lxml import etree, html
from rapidfuzz import fuzz

from sayso import resources
from sayso.intake.html.article import article_nodes
from sayso.intake.html.metadata import Metadata
from sayso.intake.html.visible import Line, Visible
from sayso.intake.page.appeals import is_correction
from sayso.intake.page.dated import is_names, is_stamp_line, opens_with_stamp
from sayso.intake.page.dates import stamps
from sayso.intake.page.features import ends_sentence
from sayso.intake.page.menus import is_of_site
from sayso.intake.sentence import has_sentence
from sayso.model import BlockKind

_SAME = 88  # of 100: a title and the line that shows it differ in quotation marks and the name of the outlet
_AKIN = 50  # of 100: from here a heading of the first level is the title, shortened or longer for the search engines
_MAIN = 0.8  # the share of the kept words that the article's own element holds; the rest is standfirst, or no article
_LAYOUT = 0.3  # the share of the kept words under an element's name from which the name is no sign of chrome
_LONGEST_TITLE = 400  # characters
_BELOW = 3  # lines below the article within which a caption or correction is its own
_PLACE = 3  # words before the date of a note: where it was made
_SUMMARIES = frozenset({"p", "h2", "h3", "h4"})
_PICTURES = frozenset({"figure", "figcaption", "caption"})
_OUTSIDE = frozenset({BlockKind.BYLINE, BlockKind.CREDIT})
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A line with what its kind is told by."""

    line: Line
    text: str
    words: int
    kept: bool  # by trafilatura, or declared
    marks: frozenset[str]  # names of the elements around it that tell of no article
    caption: bool
    shown: BlockKind  # what it would be on a page copied from a browser

    @property
    def linked(self) -> bool:
        """Whether most of it is a link."""
        return 2 * self.line.linked > len(self.text)


def line_kinds(page: Visible, root: html.HtmlElement, about: Metadata, shown: Sequence[BlockKind]) -> list[BlockKind]:
    """The kind of each line of `page`; no PARAGRAPH among them means that no article was found.

    `shown` are the kinds that the lines would have on a page copied from a browser: they tell bylines and credits.
    """
    rows = _with_bylines(_rows(page, article_nodes(root), shown), about.authors)
    if about.article:
        rows = _with_declared(rows, f" {_plain(about.article)} ")
    headline, layout = _headline(rows, about), _layout_names(rows)
    body = [n for n, row in enumerate(rows) if n != headline and _in_body(row, layout)]
    body = list(dropwhile(lambda n: opens_with_stamp(rows[n].text), _below(rows, headline, body)))
    return _kinds(rows, about, headline, body if any(has_sentence(rows[n].text) for n in body) else [])


def _below(rows: list[_Row], headline: int | None, body: list[int]) -> list[int]:
    """The lines of the body below the headline, where nearly all of it is: those above are the site's."""
    after = [n for n in body if headline is not None and n > headline]
    most = sum(rows[n].words for n in after) >= _MAIN * sum(rows[n].words for n in body)
    return after if after and most else body


def _in_body(row: _Row, layout: frozenset[str]) -> bool:
    return row.kept and row.words > 0 and not row.caption and row.shown not in _OUTSIDE and row.marks <= layout


def _kinds(rows: list[_Row], about: Metadata, headline: int | None, body: list[int]) -> list[BlockKind]:
    kinds = [row.shown if row.shown in _OUTSIDE else BlockKind.CHROME for row in rows]
    if not body:
        return kinds
    first = body[0] if headline is None else min(headline, body[0])
    for n in range(first, body[-1] + 1):
        if rows[n].caption and rows[n].words > 3 and rows[n].shown not in _OUTSIDE:
            kinds[n] = BlockKind.CAPTION
    for n in range(body[-1] + 1, min(len(rows), body[-1] + 1 + _BELOW)):
        if rows[n].caption and rows[n].words > 3 and ends_sentence(rows[n].text) and not rows[n].linked:
            kinds[n] = BlockKind.CAPTION
    for n in [*body, *_corrections(rows, body[-1])]:
        kinds[n] = BlockKind.PARAGRAPH
    for n in _standfirst(rows, about, headline, body):
        kinds[n] = BlockKind.STANDFIRST
    if headline is not None:
        kinds[headline] = BlockKind.HEADLINE
    return kinds


def _corrections(rows: list[_Row], last: int) -> list[int]:
    """The lines right below the article's `last` in which the outlet corrects it."""
    return [n for n in range(last + 1, min(len(rows), last + 1 + _BELOW)) if is_correction(rows[n].text)]


def _rows(page: Visible, nodes: frozenset[int], shown: Sequence[BlockKind]) -> list[_Row]:
    main = _main_element(page, nodes)
    holds = frozenset() if main is None else frozenset([main, *main.iterancestors()])
    return [_row(page, line, nodes, holds, kind) for line, kind in zip(page.lines, shown, strict=True)]


def _row(page: Visible, line: Line, nodes: frozenset[int], holds: frozenset[etree._Element], shown: BlockKind) -> _Row:
    text = page.text[slice(*line.span)]
    around = [element for element in _upwards(line) if element not in holds]
    names = [f"{element.get('class', '')} {element.get('id', '')}" for element in around]
    named = any(_names()["caption"].search(name) for name in names[:2])
    return _Row(
        line=line,
        text=text,
        words=len(_WORD.findall(text)),
        kept=2 * _kept(line, nodes) >= len(text),
        marks=frozenset(mark.lower() for name in names for mark in _names()["chrome"].findall(name)),
        caption=named or any(element.tag in _PICTURES for element in around),
        shown=shown,
    )


def _with_bylines(rows: list[_Row], authors: Sequence[str]) -> list[_Row]:
    """`rows` with those as bylines that say little more than the name of a declared author; an author of one word is
    mostly the outlet, whose name stands in many lines.
    """
    names = [re.escape(name) for author in authors if " " in (name := _plain(author))]
    if not names:
        return rows
    byline = re.compile(rf"(?:\w+ ){{0,2}}(?:{'|'.join(names)})(?: \w+){{0,4}}")
    return [replace(row, shown=BlockKind.BYLINE) if byline.fullmatch(_plain(row.text)) else row for row in rows]


def _upwards(line: Line) -> Iterator[etree._Element]:
    yield line.element
    yield from line.element.iterancestors()


def _kept(line: Line, nodes: frozenset[int]) -> int:
    """How many of the line's characters are in `nodes`."""
    return sum(size for node, size in line.nodes if node in nodes)


def _main_element(page: Visible, nodes: frozenset[int]) -> etree._Element | None:
    """The deepest element that holds most of the kept words."""
    held: Counter[etree._Element] = Counter()
    for line in page.lines:
        if count := _kept(line, nodes):
            held.update(dict.fromkeys(_upwards(line), count))
    most = _MAIN * max(held.values(), default=0)
    # in the order of the page, so that of equals the outermost comes first and the deepest last
    return next((element for element, count in reversed(_outermost_first(held)) if count >= most), None)


def _outermost_first(held: Counter[etree._Element]) -> list[tuple[etree._Element, int]]:
    return sorted(held.items(), key=lambda item: sum(1 for _ in item[0].iterancestors()))


@cache
def _names() -> dict[str, re.Pattern[str]]:
    table = resources.lists("html/chrome.toml")
    chrome = [name for kind in ("teaser", "author", "appeal", "embed") for name in table[kind]]
    return {"chrome": _parts_of_names(chrome), "caption": _parts_of_names(table["caption"])}


def _parts_of_names(parts: list[str]) -> re.Pattern[str]:
    longest_first = sorted(parts, key=len, reverse=True)
    return re.compile(rf"(?:^|(?<=[\s_-]))(?:{'|'.join(map(re.escape, longest_first))})(?=$|[\s_-])", re.IGNORECASE)


def _layout_names(rows: list[_Row]) -> frozenset[str]:
    """The names under which so much of the article stands that on this page they mark its layout."""
    total = sum(row.words for row in rows if row.kept)
    held: Counter[str] = Counter()
    for row in rows:
        if row.kept:
            held.update(dict.fromkeys(row.marks, row.words))
    return frozenset(mark for mark, words in held.items() if words > _LAYOUT * total)


def _with_declared(rows: list[_Row], declared: str) -> list[_Row]:
    """`rows` with those kept, too, whose words stand in the `declared` words of the article and are no links."""
    return [
        replace(row, kept=True) if row.words >= 4 and not row.linked and f" {_plain(row.text)} " in declared else row
        for row in rows
    ]


def _headline(rows: list[_Row], about: Metadata) -> int | None:
    """The line that shows the title that the page declares, headings before others; else the only h1, else the h2
    right above the article. The declared title may be the site's name, which stands in its head and no heading.
    """
    only = [n for n, row in enumerate(rows) if row.words > 2 and _level(row) == "h1"]
    scored = [(_title_score(row, about), -n) for n, row in enumerate(rows) if len(row.text) <= _LONGEST_TITLE]
    score, place = max(scored, default=(0.0, 0))
    heading = only[0] if len(only) == 1 else _opening(rows)
    named = heading is not None and _level(rows[-place]) == "" and heading > -place
    return -place if score and not named else heading


def _opening(rows: list[_Row]) -> int | None:
    """The heading of the second level right above the first line of running text, where it is the page's first one; or
    the heading that a reader who sees no markup would take for the headline, too.
    """
    seconds = [n for n, row in enumerate(rows) if row.words > 2 and _level(row) == "h2"]
    first = next((n for n, row in enumerate(rows) if row.kept and _level(row) == "" and has_sentence(row.text)), None)
    if seconds and first == seconds[0] + 1:
        return seconds[0]
    return next((n for n, row in enumerate(rows) if row.shown is BlockKind.HEADLINE and _level(row)), None)


def _title_score(row: _Row, about: Metadata) -> float:
    likeness = max((_like(row.text, title) for title in about.titles), default=0.0)
    level = _level(row)
    if likeness < (_AKIN if level == "h1" else _SAME):
        return 0.0
    return likeness + {"h1": 30, "h2": 5}.get(level, 0)


def _level(row: _Row) -> str:
    """The tag of the heading that the line is in; "" outside of headings."""
    return next((str(e.tag) for e in _upwards(row.line) if e.tag in ("h1", "h2", "h3", "h4", "h5", "h6")), "")


def _like(a: str, b: str) -> float:
    return fuzz.ratio(_plain(a), _plain(b))


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _standfirst(rows: list[_Row], about: Metadata, headline: int | None, body: list[int]) -> Iterator[int]:
    """The lines before the running text that sum the report up: the one under the headline, one like the declared
    description, a list of points.
    """
    start = 0 if headline is None else headline + 1
    for n in range(start, body[-1] + 1):
        row = rows[n]
        described = any(_like(row.text, text) >= _SAME for text in about.descriptions)
        if n in body and not _stands_alone(rows, n, described=described):
            return
        if row.marks or row.caption or row.words < 6 or row.linked or row.shown in _OUTSIDE or _is_note(row.text):
            continue
        under = n == start and row.line.element.tag in _SUMMARIES
        point = row.line.element.tag == "li" and row.words >= 10
        if described or (headline is not None and (under or point)):
            yield n


def _is_note(text: str) -> bool:
    """Whether a line tells when and by whom the report was made, or how many follow who made it."""
    found = stamps(text, day_first=True)
    before = text[: found[0].span.start] if found else ""
    opens = bool(found) and len(_WORD.findall(before)) <= _PLACE and is_names(before)
    return (opens and is_stamp_line(text, [stamp.span for stamp in found])) or is_of_site(text)


def _stands_alone(rows: list[_Row], n: int, *, described: bool) -> bool:
    """Whether a line of the body is a heading, a point or apart from the next lines: not yet the running text."""
    element = rows[n].line.element
    apart = n + 1 < len(rows) and element.getparent() is not rows[n + 1].line.element.getparent()
    return _level(rows[n]) != "" or element.tag == "li" or (described and apart)
