"""What one version of a report's text says otherwise than another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sayso.model import Report

_WORDS = re.compile(r"\S+\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Words that both versions have (`old` is `new`), or what the one had in place of what the other has."""

    old: str
    new: str

    @property
    def is_same(self) -> bool:
        """Whether nothing was changed."""
        return self.old == self.new


def compare(old: Report, new: Report) -> tuple[Change, ...]:
    """The articles of two versions, in the order of the newer one, as words that stayed and words that changed.

    Paragraphs are matched before words (difflib's Ratcliff-Obershelp matching), so that a long article costs no more
    than its changed paragraphs.
    """
    before, after = _paragraphs(old), _paragraphs(new)
    out: list[Change] = []
    for tag, a, b, c, d in _steps(before, after):
        if tag == "equal":
            out.append(Change(old="".join(before[a:b]), new="".join(after[c:d])))
        else:
            out += _words("".join(before[a:b]), "".join(after[c:d]))
    return tuple(out)


def _paragraphs(report: Report) -> list[str]:
    return [report.text[start:end].strip() + "\n\n" for start, end in report.body]


def _words(old: str, new: str) -> Iterator[Change]:
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    for _, a, b, c, d in _steps(before, after):
        yield Change(old="".join(before[a:b]), new="".join(after[c:d]))


def _steps(a: Sequence[str], b: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(a=a, b=b, autojunk=False).get_opcodes()
