"""The words of a page, and where a content stands among them.

Contents are compared as sets of word positions, so that neither white space nor quotation marks nor another program's
way of making text of HTML changes a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import html

PIECES = " / "  # parts the pieces of a content that a cue interrupts
Places = frozenset[int]  # positions of words in a page, counted from 0

_WORD = re.compile(r"[^\W_]+")
_UNSEEN = frozenset({"head", "script", "style", "template", "noscript", "title"})
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "cite",
        "code",
        "em",
        "i",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page's text and the words of it, case kept."""

    text: str
    words: tuple[str, ...]


class NotThereError(ValueError):
    """Words that do not stand in a page as they should."""


def page_of(path: Path) -> Page:
    """The page in a file: plain text as it is, HTML as its visible text; raises OSError where there is no file."""
    data = path.read_bytes()
    text = visible(data) if path.suffix == ".html" else data.decode("utf-8-sig")
    return Page(text=text, words=words_of(text))


def words_of(text: str) -> tuple[str, ...]:
    """The runs of letters and digits of `text`."""
    return tuple(_WORD.findall(text))


def visible(data: bytes) -> str:
    """The text of a web page, a line for each block; what stands in its head, scripts and styles is left out."""
    root = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf8"))
    lines = (" ".join(line.split()) for line in "".join(_text(root)).split("\n"))
    return "\n".join(line for line in lines if line)


def _text(element: html.HtmlElement) -> Iterator[str]:
    if isinstance(element.tag, str) and element.tag not in _UNSEEN:
        edge = "" if element.tag in _INLINE else "\n"
        yield edge + _flat(element.text)
        for child in element:
            yield from _text(child)
        yield edge
    yield _flat(element.tail)


def _flat(text: str | None) -> str:
    return (text or "").replace("\n", " ")


def pieces(words: str) -> list[str]:
    """The pieces of a content."""
    return words.split(PIECES)


def places(page: Page, wanted: Sequence[str]) -> list[Places]:
    """Everywhere that the pieces `wanted` stand in order: each place of the first one, the others as near after it as
    can be. Empty where they do not stand in the page.
    """
    needles = [needle for piece in wanted if (needle := words_of(piece))]
    if not needles:
        return []
    return [found for start in starts(page, needles[0]) if (found := _from(page, needles, start)) is not None]


def _from(page: Page, needles: Sequence[tuple[str, ...]], start: int) -> Places | None:
    out = set(range(start, start + len(needles[0])))
    for needle in needles[1:]:
        later = next((at for at in starts(page, needle) if at > max(out)), None)
        if later is None:
            return None
        out |= set(range(later, later + len(needle)))
    return frozenset(out)


def starts(page: Page, needle: Sequence[str]) -> list[int]:
    """Where the words `needle` begin, one by one."""
    size, wanted = len(needle), tuple(needle)
    return [at for at in range(len(page.words) - size + 1) if page.words[at : at + size] == wanted] if wanted else []


def place(page: Page, words: str, after: str = "") -> Places:
    """The one place of a gold content: the only one in the page, or the first after the words `after`.

    Raises NotThereError where there is none, or more than one.
    """
    found = places(page, pieces(words))
    if not found:
        raise NotThereError(f"these words do not stand in the page: {words!r}")
    if after:
        marks = starts(page, words_of(after))
        if len(marks) != 1:
            raise NotThereError(f"`after` must stand in the page once, and stands there {len(marks)} times: {after!r}")
        found = [one for one in found if min(one) >= marks[0] + len(words_of(after))][:1]
        if not found:
            raise NotThereError(f"these words do not stand after {after!r}: {words!r}")
    if len(found) > 1:
        raise NotThereError(f"these words stand in the page {len(found)} times (add `after`): {words!r}")
    return found[0]
