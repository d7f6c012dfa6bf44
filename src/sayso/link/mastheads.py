"""The names that an outlet goes by: as its page gives it, as its masthead has it, as it signs its datelines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice

from sayso import resources
from sayso.link.actors import acronym, name_words
from sayso.link.speaking import TELLING, body_names, framing
from sayso.link.terms import is_country, listed, name_key
from sayso.model import BlockKind, Report
from sayso.model.appearance import frame

LONGEST = 6  # words of a name
# what parts a name from what stands beside it in a line of a page: "RADIO X 94.7 FM • TOWN", "X | Home | News"
_PARTED = re.compile(r"\s+[-–—]+\s+|\s{2,}|[|·•:»›>/,;\n\t]|[^\w\s&'’`.()\-]+|\s+\d")
_ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?|\.(?:com|org|net|info|news|co|[a-z]{2})(?:\.[a-z]{2})?/?$")
_BRACKETED = re.compile(r"\(([A-Z][A-Za-z&.]{1,9})\)")
# "KYIV (Reuters) -", "LONDON, March 3 (AFP) –": place, perhaps a date, the agency in brackets, a dash
DATELINE = re.compile(r"\s*[A-Z][^()\n]{1,60}\(([^()\n]{2,40})\)\s*[-–—]")
_MARK = re.compile(r"[A-Z]{2,6}")
# "1. The Ministry of Example has noted": what a body's text begins with
_SUBJECT = re.compile(r"\W*(?:\d+\.\s*)?[Tt]he ((?:[A-Z][\w-]*\s)(?:(?:[A-Z][\w-]*|of|for|and|the)\s)+)(?=[a-z])")
FIRST = 2  # paragraphs that may begin so
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(resources.lists("link/telling.toml")[name].split())


def own_names(report: Report) -> tuple[str, ...]:
    """The names under which others may cite the report's outlet, the surest first.

    Where a page does not tell its outlet elsewhere, the masthead does: the first cell of its first line. Where it does,
    the masthead may have it in full or in short.
    """
    told = tuple(name for name in _told(report.outlet or "") if not _of_any_body(name))
    other = (name for name in _masthead(report) if not told or any(_one_in_short(name, known) for known in told))
    shown = (name for name in (*other, *_bodies(report, told)) if not _of_any_body(name))
    return tuple(dict.fromkeys((*told, *shown, *_own_marks(report, told))))


def _own_marks(report: Report, told: Sequence[str]) -> Iterator[str]:
    """The mark with which the outlet signs its own datelines ("(LPA) -"), if it is short for a name that is `told`."""
    signed = (DATELINE.match(report.text, *block.span) for block in report.blocks)
    return (match.group(1) for match in signed if match and signs_as(match.group(1), told))


def _of_any_body(name: str) -> bool:
    """Whether what a page begins with is that of its state ("Republic of Norland"), or what any body's page has ("The
    Ministry", "Press statement").
    """
    found = {word for word in name_words(name) if not is_country(name_key(word))}
    return bool(name) and found <= listed("states") | listed("bodies") | _listed("generic")


def _bodies(report: Report, told: Sequence[str]) -> Iterator[str]:
    """The names of bodies in the masthead of what is a body's page by its menus ("Ministry of Finance", "Customs
    Department"); where none is `told` there, the body that its text begins with ("The Ministry of Finance announces").
    """
    above, below = frame(report)
    if framing(above, below) < TELLING:
        return
    found = body_names(above)
    yield from found
    if not told and not found:
        paragraphs = (report.text[slice(*b.span)] for b in report.blocks if b.kind is BlockKind.PARAGRAPH)
        subjects = (_SUBJECT.match(text) for text in islice(paragraphs, FIRST))
        yield from (s.group(1).strip() for s in subjects if s and not {*name_words(s.group(1))} & listed("offices"))


def _one_in_short(name: str, other: str) -> bool:
    return signs_as(name, (other,)) or signs_as(other, (name,))


@lru_cache(maxsize=10_000)
def _told(outlet: str) -> tuple[str, ...]:
    """The names in what a page says is its outlet: "www.example-post.com" is "example post"."""
    bare = _ADDRESS.sub("", outlet)
    cells = [bare.replace("-", " ")] if bare != outlet else [*_cells(outlet)]
    return tuple(
        dict.fromkeys((*cells, *_BRACKETED.findall(outlet), *(part for cell in cells for part in _signed(cell))))
    )


def _signed(cell: str) -> Iterator[str]:
    """The mark and the name of a cell that has both: "LNA Lagoon News Agency"."""
    mark, _, name = cell.partition(" ")
    if len(name.split()) > 1 and signs_as(mark, (name,)):
        yield from (mark, name)


def _cells(line: str) -> Iterator[str]:
    """The cells of a line that may be a name: the first, and what is one by itself."""
    for number, cell in enumerate(_PARTED.split(line)):
        words = (cell or "").strip(" .").split()
        while words and words[-1].strip(".,").casefold() in _listed("forms"):
            words.pop()
        if 0 < len(words) <= LONGEST + 4 and (number == 0 or _named(words)):
            yield " ".join(words)


def _named(words: list[str]) -> bool:
    """Whether words of a later cell are a name: several, each with a capital, not "cooperativa de comunicação"."""
    return len(words) > 1 and all(w[0].isupper() or w.casefold() in listed("small") for w in words)


def _masthead(report: Report) -> Iterator[str]:
    """The first cell of a page's first line, if it may be a name; with the second, if one is short for the other."""
    if not report.blocks or report.blocks[0].kind not in (BlockKind.CHROME, BlockKind.HEADLINE):
        return
    first, *below = "\n".join(report.text[slice(*block.span)] for block in report.blocks[:2]).split("\n")
    if report.blocks[0].kind is BlockKind.HEADLINE and not first[:12].isupper():
        return  # an article alone, without its page
    cells = [cell.strip() for cell in (*_PARTED.split(first), *below[:1]) if cell and cell.strip()]
    if cells and _like_a_name(cells[0]):
        yield from list(_cells(cells[0]))[:1]
        if len(cells) > 1 and acronym(cells[1]) == cells[0].casefold():
            yield cells[1]


def _like_a_name(cell: str) -> bool:
    words = cell.split()
    capitals = all(w[0].isupper() or w[0].isdigit() or w.casefold() in listed("small") for w in words)
    return len(words) <= LONGEST and capitals and not {*name_words(cell)} <= _listed("navigation")


def signs_as(mark: str, names: Iterable[str]) -> bool:
    """Whether a `mark` such as "LPA" may be short for one of `names`: its letters stand there in this order, the first
    at the start of the name.
    """
    return bool(_MARK.fullmatch(mark)) and any(_short_for(mark.casefold(), folded(n).casefold()) for n in names)


def _short_for(mark: str, name: str) -> bool:
    rest = iter(re.sub(r"^the\s+", "", name))
    return name.removeprefix("the ").startswith(mark[0]) and all(letter in rest for letter in mark)


def folded(text: str) -> str:
    """`text` without the marks on its letters, code point for code point: "Rádio" as "Radio", of the same length."""
    return _NOT_ASCII.sub(lambda match: _base(match.group()), text)


@lru_cache(maxsize=5_000)
def _base(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]
