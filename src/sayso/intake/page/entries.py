"""Lines of the article that the weights leave out: entries of a running log, and a last short sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from sayso.intake.page.appeals import is_appeal, is_label
from sayso.intake.page.bylines import is_byline
from sayso.intake.page.dated import COPYRIGHT
from sayso.intake.page.dates import weekday_names
from sayso.intake.page.features import ends_sentence
from sayso.intake.page.labels import Marks
from sayso.intake.page.lines import Line
from sayso.intake.page.menus import is_menu, is_of_site
from sayso.intake.page.pictures import is_credit
from sayso.intake.page.words import listed, tokens, word_lists

FEWEST = 3  # clock marks that make a page a running log
_WORDS = 4  # in an entry, and in a last sentence
_LONGEST_MARK = 24  # code points
_CLOCK = re.compile(
    r"^(?P<day>[^\W\d]+\.?,?\s+)?\d{1,2}[:.h]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?$", re.IGNORECASE
)
# What an outlet says to its readers or of itself: a last line with one of these is no part of the report.
_OWN = frozenset({"you", "your", "our", "us", "we", "this", "please", "my", "me"})


def clock_marks(lines: Sequence[Line]) -> list[int]:
    """The lines that are nothing but the time at which an entry was made ("14:20", "Mon 21:40"), where they are so many
    that the page is a running log.
    """
    found = [at for at, line in enumerate(lines) if len(line.text) <= _LONGEST_MARK and _is_clock(line.text)]
    return found if len(found) >= FEWEST else []


def _is_clock(text: str) -> bool:
    match = _CLOCK.match(text)
    if match is None:
        return False
    day = (match["day"] or "").strip(" ,.").lower()
    return not day or any(name.startswith(day) and len(day) > 1 for name in weekday_names())


def with_entries(lines: Sequence[Line], marks: Marks) -> Marks:
    """`marks` with what stands under each clock mark of a running log; of the last entry what follows in one go."""
    clocks = clock_marks(lines)
    out = marks.copy()
    for clock, end in pairwise([*clocks, len(lines)]):
        for at in range(clock + 1, end):
            if _is_entry(lines[at].text):
                out[at] = True
            elif clock == clocks[-1]:
                break
    return out


def _is_entry(text: str) -> bool:
    words = [word for word in tokens(text) if word.isalpha()]
    shown = sum(length for _, length in listed(words)) >= 0.5 * len(words)
    return len(words) >= _WORDS and not (shown or is_appeal(text) or is_of_site(text) or COPYRIGHT.search(text))


def with_last(lines: Sequence[Line], marks: Marks) -> Marks:
    """`marks` with the line under the article's last, where it is a sentence about the article's matter."""
    if not marks.any():
        return marks
    last = int(marks.nonzero()[0][-1])
    out = marks.copy()
    if last + 1 < len(lines) and ends_sentence(lines[last].text) and _is_last(lines, marks, last + 1):
        out[last + 1] = True
    return out


def _is_last(lines: Sequence[Line], marks: Marks, at: int) -> bool:
    text = lines[at].text
    words = tokens(text)
    if len(words) < _WORDS or not ends_sentence(text) or not text[0].isupper() or ":" in text or _OWN & set(words):
        return False
    if (
        is_label(text)
        or is_appeal(text)
        or is_menu(text)
        or is_byline(text)
        or is_credit(text)
        or COPYRIGHT.search(text)
    ):
        return False
    rare = {word for word in words if len(word) > 3 and word not in word_lists().function}
    above = {
        word for line, mark in zip(lines, marks.tolist(), strict=True) if mark for word in tokens(line.text[:3000])
    }
    return not any(True for _ in listed(words)) and any(word in above for word in rare)
