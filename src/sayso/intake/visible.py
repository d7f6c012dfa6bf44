"""The visible text of a page in reading order, and the element of each of its lines."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from lxml import etree, html

from sayso import resources
from sayso.model import Span

_AS_TYPED = frozenset({"pre", "listing", "xmp", "plaintext"})
_DEEPEST = 512  # elements within elements: browsers lay out no more, and libxml2 gives up at 2,048
_LAYOUT = re.compile(
    r"</?(?!(?:html|head|title|meta|script|style|template|body|p|h[1-6]|a|br)\b)[a-z][^<>]*>", re.IGNORECASE
)
_BLANKS = re.compile(r"[ \t\r\n\f]+")  # ASCII white space only: browsers keep a no-break space
_INVISIBLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Elements:
    """The elements of HTML that lay out text in a way of their own; resources/html_elements.toml says how."""

    hidden: frozenset[str]
    block: frozenset[str]
    spaced: frozenset[str]


@cache
def elements() -> Elements:
    """The table of elements, read once a process."""
    table = tomllib.loads(files(resources).joinpath("html_elements.toml").read_text("utf8"))
    return Elements(**{kind: frozenset(table[kind]) for kind in ("hidden", "block", "spaced")})


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page: where it is in the text, its element, and the page's text nodes in it by number."""

    span: Span
    element: etree._Element
    nodes: tuple[tuple[int, int], ...]  # text node, how many of its characters are in the line


@dataclass(frozen=True, slots=True)
class Visible:
    """A page as a reader sees it."""

    text: str
    lines: tuple[Line, ...]


@dataclass(slots=True)
class _Page:
    """What has been laid out so far: `open` is the line being written."""

    text: list[str] = field(default_factory=list)
    length: int = 0
    lines: list[Line] = field(default_factory=list)
    open: list[tuple[int, str]] = field(default_factory=list)
    gap: str = ""

    def close(self, element: etree._Element, gap: str) -> None:
        """End the open line, which belongs to `element`; `gap` is what must stand before the next one."""
        pieces, self.open = _collapsed(self.open), []
        if pieces:
            words = "".join(piece for _, piece in pieces)
            start = self.length + len(self.gap)
            self.text += (self.gap, words)
            self.length = start + len(words)
            nodes = tuple((node, len(piece)) for node, piece in pieces)
            self.lines.append(Line(Span(start, self.length), element, nodes))
            self.gap = gap
        elif self.lines and len(gap) > len(self.gap):
            self.gap = gap


def _collapsed(pieces: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """White space as a browser collapses it: none at a line's ends, one blank between words."""
    out: list[tuple[int, str]] = []
    blank = True
    for node, piece in pieces:
        tight = piece.lstrip(" ") if blank else piece
        if tight:
            blank = tight.endswith(" ")
            out.append((node, tight))
    while out and out[-1][1].endswith(" "):
        node, piece = out.pop()
        if piece.rstrip(" "):
            out.append((node, piece.rstrip(" ")))
    return out


def parse_html(text: str) -> html.HtmlElement | None:
    """The tree of `text`; None where there is no element in it. Malformed markup is read as far as it can be; markup
    nested deeper than any browser follows is read without the elements that only lay out.
    """
    # an XML declaration in a str is an error to lxml
    source = re.sub(r"^\s*<\?xml[^>]*\?>", "", _NO_TEXT.sub("", text))
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
        if event == "start" and isinstance(element.tag, str) and (element.text or "").strip():
            yield element, False
        if event == "end" and (element.tail or "").strip():
            yield element, True


def hidden(element: etree._Element) -> bool:
    """Whether a browser would show nothing of `element`."""
    if element.tag in elements().hidden or element.get("hidden") is not None:
        return True
    return _INVISIBLE.search(element.get("style", "")) is not None


def visible(root: html.HtmlElement) -> Visible:
    """Lay out `root`: hidden elements give nothing, blocks and `<br>` begin new lines, white space is collapsed.

    Walks without recursion, since pages nest a hundred thousand deep by mistake.
    """
    page, blocks, skip, node = _Page(), [root], 0, -1
    typed = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        block = tag in elements().block
        if event == "start":
            if skip or hidden(element) or not tag:
                skip += 1
            elif block:
                page.close(blocks[-1], _gap(tag))
                blocks.append(element)
            elif tag == "br":
                page.close(blocks[-1], "\n")
            typed += tag in _AS_TYPED
            if tag and (element.text or "").strip():
                node += 1
            if element.text and not skip:
                _write(page, node, element.text, blocks[-1] if typed else None)
            continue
        typed -= tag in _AS_TYPED
        if skip:
            skip -= 1
        elif block:
            page.close(blocks.pop(), _gap(tag))
        if (element.tail or "").strip():
            node += 1
        if element.tail and not skip and element is not root:
            _write(page, node, element.tail, blocks[-1] if typed else None)
    page.close(root, "")
    return Visible("".join(page.text), tuple(page.lines))


def _gap(tag: str) -> str:
    return "\n\n" if tag in elements().spaced else "\n"


def _write(page: _Page, node: int, text: str, typed_in: etree._Element | None) -> None:
    """Add a text node to the open line; inside preformatted text every line break begins a new line."""
    if typed_in is None:
        page.open.append((node, _BLANKS.sub(" ", text)))
        return
    first, *others = text.splitlines() or [""]
    page.open.append((node, first))
    for line in others:
        page.close(typed_in, "\n")
        page.open.append((node, line))
