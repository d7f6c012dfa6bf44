"""Which line of a page is the headline of its article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from sayso.intake.page.bylines import is_byline
from sayso.intake.page.dates import has_date
from sayso.intake.page.entries import clock_marks
from sayso.intake.page.features import ORDERS
from sayso.intake.page.labels import Marks
from sayso.intake.page.lines import Line
from sayso.intake.page.menus import is_menu, is_of_site
from sayso.intake.page.topline import in_capitals, is_masthead
from sayso.intake.page.words import listed, tokens, word_lists

REACH = 60  # lines above the article's first line in which its headline is looked for

ENOUGH = 0.4  # the score below which a line is no headline

_HEAD = 3  # lines in which the menu follows the name of the site

_OF_LOG = 4  # words of a running log's headline, if it has one: above its first clock mark stands mostly its name

LONGEST_SENTENCE = 12  # words; a line with more that ends in a full stop is text, not a headline

_SENTENCE_END = re.compile(r"[^.]\.[\"”»)]?$")
_URL = re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)
# what agencies file a report under: "FRANCE-STRIKES/RAIL (UPDATE 2)"
_SLUG = re.compile(r"[A-Z]{2,}(?:[-/]{1,2}[A-Z]{2,})+(?:\s*\(.*\)|[,\s]+\d.*)?$")
_BY = re.compile(r"^(?:by|von|par|por|story by|words by)\s", re.IGNORECASE)


def plain(text: str) -> str:
    """`text` for comparing lines: lower case, words only."""
    return " ".join(tokens(text))


def is_chrome_line(text: str) -> bool:
    """Whether the word lists cover most of a line: a button, a menu entry, a label."""
    words = tokens(text)
    return bool(words) and sum(length for _, length in listed(words)) >= 0.6 * len(words)


def _rare(words: Sequence[str]) -> set[str]:
    return {word for word in words if len(word) > 3 and word not in word_lists().function}


def _shape(text: str, words: Sequence[str]) -> float:
    """How much a line looks like a headline, by its form alone."""
    if len(words) < 2 or len(text) > 250 or is_chrome_line(text):
        return -9.0
    if any(pattern.match(text) for pattern in (_URL, _BY, _SLUG)):
        return -9.0
    if is_of_site(text) or (len(words) > LONGEST_SENTENCE and _SENTENCE_END.search(text)):
        return -9.0
    score = 1.5 if 5 <= len(words) <= 22 else 0.5 if 4 <= len(words) <= 28 else -1.0
    score -= 1.0 if _SENTENCE_END.search(text) else 0.0
    score -= 1.0 if text[0].islower() else 0.0
    score -= 1.5 if has_date(text) else 0.0
    score -= 1.0 if words[0] in ORDERS else 0.0
    return score - (1.5 if any(name in ("credit", "legal", "share") for name, _ in listed(list(words))) else 0.0)


def is_stamped(text: str) -> bool:
    """Whether a line is one that stands under a headline: a byline, a date, the report's address."""
    return _URL.match(text) is not None or (len(text) < 140 and (is_byline(text) or has_date(text)))


def _setting(stamped: Sequence[bool], at: int) -> float:
    """How well byline and date lie about a line: a headline has them below it, at times with a standfirst between."""
    below = any(stamped[at + 1 : at + 6])
    above = any(stamped[max(0, at - 5) : at])
    return 1.0 if below else -0.6 if above else 0.0


def _above_menu(lines: Sequence[Line], at: int, first: int) -> bool:
    """Whether a menu stands just below a line and above the article: then the line is the site's name or motto."""
    return any(is_menu(line.text) and not is_stamped(line.text) for line in lines[at + 1 : min(at + 1 + _HEAD, first)])


def find_headline(lines: Sequence[Line], marks: Marks) -> int | None:
    """The index of the headline; None where the page has no line that could be one.

    A headline stands above its article and its byline, says in a few words what the article says in many, and is often
    repeated (title of the tab, of the print view). Of equals the one nearest the article is taken.
    """
    if not marks.any():
        return None
    first = int(marks.argmax())
    about = _vocabulary(lines, marks)
    repeated = Counter(plain(line.text) for line in lines if len(line.text) < 300)
    clocks = clock_marks(lines)
    start, end = max(0, first - REACH), min(len(lines), first + 4, *clocks[:1])
    if start >= end:
        return None
    stamped = [is_stamped(line.text) for line in lines[start : end + 6]]
    scores = [0.0] * (end - start)
    for at in range(start, end):
        text = lines[at].text
        words = tokens(text[:300])
        rare = _rare(words)
        score = _shape(text, words) + _setting(stamped, at - start)
        # a sentence that the labels take for text of the article is its first paragraph
        score -= 3.0 if marks[at] and _SENTENCE_END.search(text) else 0.0
        score += 3.0 * sum(about[w] > bool(marks[at]) for w in rare) / max(2, len(rare))
        score -= 2.0 if clocks and len(words) < _OF_LOG else 0.0
        score -= 2.0 if _above_menu(lines, at, first) else 0.0
        score -= 3.0 if is_masthead(lines, at) else 0.0
        score -= 2.0 if in_capitals(text) and not any(about[w] > bool(marks[at]) for w in rare) else 0.0
        score += 0.7 if repeated[plain(text)] > 1 else 0.0
        scores[at - start] = score - 0.05 * abs(first - at) - (0.4 * (at - first) if at > first else 0.0)
    found = _choice(lines, dict(zip(range(start, end), scores, strict=True)), first)
    return _lowest(lines, found, end) if found is not None else None


def _lowest(lines: Sequence[Line], found: int, end: int) -> int:
    """The last line above `end` that says the same as the headline found."""
    same = plain(lines[found].text)
    return next(at for at in range(end - 1, found - 1, -1) if plain(lines[at].text[:300]) == same or at == found)


def _choice(lines: Sequence[Line], scores: dict[int, float], first: int) -> int | None:
    """The line with the best score, of equals the lowest; None where no score is good enough."""
    best = max(scores, key=lambda at: (scores[at], at))
    if scores[best] < ENOUGH:
        return None
    # a standfirst looks the part too, and gives way to the headline above it
    above, below = lines[best - 1].text, lines[best].text
    gives_way = best <= first + 1 and scores.get(best - 1, 0.0) >= max(1.5, scores[best] - 1.6)
    like = len(tokens(above)) >= 4 and len(above) >= 0.4 * len(below) and plain(above) != plain(below)
    return best - 1 if gives_way and like else best


def _vocabulary(lines: Sequence[Line], marks: Marks) -> Counter[str]:
    """In how many lines of the article each of its longer words stands."""
    texts = (line.text[:3000] for line, mark in zip(lines, marks.tolist(), strict=True) if mark)
    return Counter(word for text in texts for word in _rare(tokens(text)))
