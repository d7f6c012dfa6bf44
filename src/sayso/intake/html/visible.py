"""The visible text of a page in reading order, and the element of each of its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from lxml import etree, html

from sayso import resources
from sayso.model import Span

_EDGES = (" ", "\t")  # preformatted text keeps its tabs
_AS_TYPED = frozenset({"pre", "listing", "xmp", "plaintext"})
_DEEPEST = 512  # elements within elements: browsers lay out no more, and libxml2 gives up at 2,048
_LAYOUT = re.compile(
    r"(?:</?(?!(?:html|head|title|meta|script|style|template|body|p|h[1-6]|a|br)\b)[a-z][^<>]*>\s*)+", re.IGNORECASE
)
_BLANKS = re.compile(r"[ \t\r\n\f]+")  # ASCII white space only: browsers keep a no-break space
# Not displayed, or cut to nothing as pages do with words that only a screen reader is to say ("opens new tab").
_INVISIBLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|clip\s*:\s*rect\(\s*0|clip-path\s*:\s*inset\(\s*(?:50|100)%",
    re.IGNORECASE,
)
_FOR_SCREEN_READERS = frozenset(
    {"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "u-visually-hidden"}
)
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Elements:
    """The elements of HTML that lay out text in a way of their own; resources/html/elements.toml says how."""

    hidden: frozenset[str]
    block: frozenset[str]
    spaced: frozenset[str]


@cache
def elements() -> Elements:
    """The table of elements, read once a process."""
    table = resources.lists("html/elements.toml")
    return Elements(**{kind: frozenset(table[kind]) for kind in ("hidden", "block", "spaced")})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the page: where it is in the text, its element, and the page's text nodes in it by number."""

    span: Span
    element: etree._Element
    nodes: tuple[tuple[int, int], ...]  # text node, how many of its characters are in the line
    linked: int  # characters that are in links


@dataclass(frozen=True, slots=True)
class Visible:
    """A page as a reader sees it."""

    text: str
    lines: tuple[Line, ...]


def parse_html(text: str) -> html.HtmlElement | None:
    """The tree of `text`; None where there is no element in it. Malformed markup is read as far as it can be; markup
    nested deeper than any browser follows is read without the elements that only lay out.
    """
    # an XML declaration in a str is an error to lxml
    source = re.sub(r"^\s*<\?xml[^>]*>?", "", _NO_TEXT.sub("", text))
    root = _tree(source)
    return root if root is None or depth(root) <= _DEEPEST else _tree(_LAYOUT.sub("<br>", source))


def _tree(source: str) -> html.HtmlElement | None:
    parser = html.HTMLParser(recover=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(source, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def depth(root: html.HtmlElement) -> int:
    """How many elements stand within each other at the deepest place."""
    deepest = here = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        here += 1 if event == "start" else -1
        deepest = max(deepest, here)
    return deepest


def text_nodes(root: html.HtmlElement) -> Iterator[tuple[etree._Element, bool]]:
    """The text nodes that hold words, in order of place: the element, and whether it is its tail."""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start" and has_words(element.text):
            yield element, False
        if event == "end" and has_words(element.tail):
            yield element, True


def has_words(text: str | None) -> bool:
    """Whether there is anything but white space in `text`."""
    return bool(text) and not str(text).isspace()


def hidden(element: etree._Element) -> bool:
    """Whether a browser would show nothing of `element`."""
    if element.tag in elements().hidden or element.get("hidden") is not None:
        return True
    if _INVISIBLE.search(element.get("style", "")):
        return True
    return not _FOR_SCREEN_READERS.isdisjoint(element.get("class", "").split())


def visible(root: html.HtmlElement) -> Visible:
    """Lay out `root`: hidden elements give nothing, blocks and `<br>` begin new lines, white space is collapsed.

    Walks without recursion, since pages nest a hundred thousand deep by mistake.
    """
    layout = _Layout(root)
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            layout.enter(element)
        else:
            layout.leave(element)
    layout.close(root, "")
    return Visible("".join(layout.text), tuple(layout.lines))


class _Piece(NamedTuple):
    """Words on the line being written: the number of their text node, and whether they are a link."""

    node: int
    text: str
    linked: bool


class _Layout:
    """What has been laid out so far, and where in the page the walk is."""

    def __init__(self, root: html.HtmlElement) -> None:
        self.text: list[str] = []
        self.lines: list[Line] = []
        self._length = 0
        self._gap = ""  # what must stand before the next line
        self._open: list[_Piece] = []
        self._blocks: list[etree._Element] = [root]
        self._node = -1
        self._hidden = self._links = self._typed = 0  # how many such elements the walk is inside of

    def enter(self, element: etree._Element) -> None:
        """Begin `element`, with the text before its first child."""
        tag = element.tag
        if self._hidden or hidden(element):
            self._hidden += 1
        elif tag in elements().block:
            self.close(self._blocks[-1], _gap(tag))
            self._blocks.append(element)
        elif tag == "br":
            self.close(self._blocks[-1], "\n")
        self._links += tag == "a"
        self._typed += tag in _AS_TYPED
        self._write(element.text)

    def leave(self, element: etree._Element) -> None:
        """End `element`, with the text after it."""
        self._links -= element.tag == "a"
        self._typed -= element.tag in _AS_TYPED
        if self._hidden:
            self._hidden -= 1
        elif element.tag in elements().block:
            self.close(self._blocks.pop(), _gap(element.tag))
        self._write(element.tail)

    def _write(self, text: str | None) -> None:
        """Add a text node to the open line; inside preformatted text every line break begins a new line."""
        self._node += has_words(text)
        if not text or self._hidden:
            return
        parts = _LINE_BREAK.split(text) if self._typed else [_BLANKS.sub(" ", text)]
        for number, part in enumerate(parts):
            if number:
                self.close(self._blocks[-1], "\n")
            self._open.append(_Piece(self._node, part, self._links > 0))

    def close(self, element: etree._Element, gap: str) -> None:
        """End the open line, which belongs to `element`; `gap` is what must stand before the next one."""
        pieces, self._open = _collapsed(self._open), []
        words = "".join(piece.text for piece in pieces)
        if not has_words(words):
            self._gap = max(self._gap, gap, key=len) if self.lines else ""
            return
        start = self._length + len(self._gap)
        self._length = start + len(words)
        self.text += (self._gap, words)
        nodes = tuple((piece.node, len(piece.text)) for piece in pieces)
        linked = sum(len(piece.text) for piece in pieces if piece.linked)
        self.lines.append(Line(span=Span(start, self._length), element=element, nodes=nodes, linked=linked))
        self._gap = gap


def _gap(tag: str) -> str:
    return "\n\n" if tag in elements().spaced else "\n"


def _collapsed(pieces: list[_Piece]) -> list[_Piece]:
    """White space as a browser collapses it: none at a line's ends, one blank between words."""
    out: list[_Piece] = []
    blank = True
    for piece in pieces:
        tight = piece.text.lstrip(" \t") if blank else piece.text
        if tight:
            blank = tight.endswith(_EDGES)
            out.append(piece._replace(text=tight))
    while out and out[-1].text.endswith(_EDGES):
        last = out.pop()
        if last.text.rstrip(" \t"):
            out.append(last._replace(text=last.text.rstrip(" \t")))
    return out
