"""What each line of a web page is: its headline, standfirst, paragraphs and captions, or chrome."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from lxml import etree, html
from rapidfuzz import fuzz

from sayso import resources
from sayso.intake.article import Favour, kept, marked
from sayso.intake.metadata import Metadata
from sayso.intake.visible import Line, Visible
from sayso.model import BlockKind

_SAME = 88  # of 100, by rapidfuzz's ratio: a title or description and the line that shows it differ in quotation marks
_MAIN = 0.8  # the share of the kept words that the article's own element holds; the rest is standfirst, or no article
_LAYOUT = 0.3  # the share of the kept words under an element's name from which the name is no sign of chrome
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ASIDE = frozenset({"aside", "nav", "footer", "form", "button", "address", "dialog"})
_PROSE = frozenset({"p", "blockquote", "li", "div", "section", "article", "dd", "td"})
_SENTENCE_END = re.compile(r"[.!?…:;]['\"”’»)\]]*$")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A line with what its kind is told by."""

    line: Line
    text: str
    words: int
    kept: bool
    marks: frozenset[str]  # names of the elements around it that tell of no article
    caption: bool


@cache
def _names() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(files(resources).joinpath("page_chrome.toml").read_text("utf8"))
    chrome = [name for kind in ("teaser", "author", "appeal", "embed") for name in table[kind]]
    return {"chrome": _parts_of_names(chrome), "caption": _parts_of_names(table["caption"])}


def _parts_of_names(parts: list[str]) -> re.Pattern[str]:
    longest_first = sorted(parts, key=len, reverse=True)
    return re.compile(rf"(?:^|(?<=[\s_-]))(?:{'|'.join(map(re.escape, longest_first))})(?=$|[\s_-])", re.IGNORECASE)


def line_kinds(page: Visible, root: html.HtmlElement, about: Metadata) -> list[BlockKind]:
    """The kind of each line of `page`; no PARAGRAPH among them means that trafilatura found no article."""
    nodes = kept(marked(root), Favour.PRECISION)
    main = _main_element(page, nodes)
    rows = [_row(page, line, nodes, main) for line in page.lines]
    headline, layout = _headline(rows, about), _layout_names(rows)
    chrome = [bool(row.marks - layout) for row in rows]
    body = [
        n
        for n, row in enumerate(rows)
        if row.kept and row.words and not chrome[n] and not row.caption and n != headline
    ]
    kinds = [BlockKind.CHROME] * len(rows)
    for n in body:
        kinds[n] = BlockKind.PARAGRAPH
    if not body:
        return kinds
    for n, row in enumerate(rows):
        if row.caption and body[0] <= n <= body[-1] and row.words > 3:
            kinds[n] = BlockKind.CAPTION
    if headline is not None:
        kinds[headline] = BlockKind.HEADLINE
        for n in _standfirst(rows, headline, body, about):
            kinds[n] = BlockKind.STANDFIRST
    return kinds


def _layout_names(rows: list[_Row]) -> frozenset[str]:
    """The names under which so much of the article stands that on this page they mark its layout."""
    total = sum(row.words for row in rows if row.kept)
    held: Counter[str] = Counter()
    for row in rows:
        if row.kept:
            held.update({mark: row.words for mark in row.marks})
    return frozenset(mark for mark, words in held.items() if words > _LAYOUT * total)


def _main_element(page: Visible, nodes: frozenset[int]) -> etree._Element | None:
    """The deepest element that holds most of the kept words."""
    held: Counter[etree._Element] = Counter()
    total = 0
    for line in page.lines:
        count = sum(size for node, size in line.nodes if node in nodes)
        total += count
        if count:
            held.update({element: count for element in [line.element, *line.element.iterancestors()]})
    inside = [element for element, count in held.items() if count >= _MAIN * total]
    return max(inside, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)


def _row(page: Visible, line: Line, nodes: frozenset[int], main: etree._Element | None) -> _Row:
    text = page.text[slice(*line.span)]
    inside = sum(size for node, size in line.nodes if node in nodes)
    around = list(_around(line, main))
    names = [f"{e.get('class', '')} {e.get('id', '')}" for e in around]
    return _Row(
        line=line,
        text=text,
        words=len(_WORD.findall(text)),
        kept=2 * inside >= len(text),
        marks=frozenset(found.lower() for name in names for found in _names()["chrome"].findall(name)),
        caption=any(e.tag in ("figure", "figcaption", "caption") for e in around)
        or any(_names()["caption"].search(name) for name in names[:2]),
    )


def _around(line: Line, main: etree._Element | None) -> Iterator[etree._Element]:
    """The line's element and those around it, up to the article's own, which is not among them."""
    holds = set() if main is None else {main, *main.iterancestors()}
    for element in [line.element, *line.element.iterancestors()]:
        if element in holds:
            return
        yield element


def _headline(rows: list[_Row], about: Metadata) -> int | None:
    """The line that shows the title that the page declares; the first of the most like ones, headings before others."""
    best, place = 0.0, None
    for n, row in enumerate(rows):
        level = (*row.line.element.iterancestors("h1"), row.line.element)
        heading = next((e.tag for e in level if e.tag in ("h1", "h2")), "")
        likeness = max((_like(row.text, title) for title in about.titles), default=0.0)
        score = likeness + {"h1": 30, "h2": 5}.get(heading, 0)
        if score > best and (likeness >= _SAME or (heading == "h1" and likeness >= 50)):
            best, place = score, n
    if place is None:
        firsts = [n for n, row in enumerate(rows) if row.line.element.tag == "h1" and row.words > 2]
        return firsts[0] if len(firsts) == 1 else None
    return place


def _like(a: str, b: str) -> float:
    return fuzz.ratio(_plain(a), _plain(b))


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _standfirst(rows: list[_Row], headline: int, body: list[int], about: Metadata) -> Iterator[int]:
    """The lines that sum the report up: the one under the headline, one like the declared description, a list of points."""
    first = next((n for n in body if n > headline), body[0])
    for n in range(headline + 1, first):
        row = rows[n]
        if row.marks or row.caption or row.words < 6 or 2 * row.line.linked > len(row.text):
            continue
        described = any(_like(row.text, text) >= _SAME for text in about.descriptions)
        under = n == headline + 1 and row.line.element.tag in ("p", "h2", "h3", "h4", "div")
        point = row.line.element.tag == "li" and row.words >= 10
        if described or under or point:
            yield n
