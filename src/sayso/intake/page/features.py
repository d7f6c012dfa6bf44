"""What is measured on each line of a page and its neighbours: numbers about form, place and common words.

The features follow the work on boilerplate removal by shallow text features (Kohlschütter, Fankhauser and Nejdl,
"Boilerplate Detection using Shallow Text Features", WSDM 2010), without the markup, which copied text has not: length,
capitals, function words, sentence ends, place on the page, the same of the lines around, and the words of
`resources/page/words.toml`. No other word is looked at, so that the weights learn no text by heart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.intake.page.lines import Line
from sayso.intake.page.words import listed, tokens, word_lists

Matrix = NDArray[np.float64]
Vector = NDArray[np.float64]

READ = 3000  # code points of a line that are looked at: longer lines are told by less
LAGS = (-3, -2, -1, 1, 2, 3)
WINDOWS = (2, 5, 15)
ECHO = 40

# Who speaks to the reader, and asks something, is mostly the site and not the article.
_ADDRESSING = frozenset(
    [
        "you",
        "your",
        "our",
        "us",
        "sie",
        "ihr",
        "ihre",
        "unsere",
        "vous",
        "votre",
        "nos",
        "usted",
        "tu",
        "su",
        "вы",
        "ваш",
        "ви",
    ]
)
ORDERS = frozenset(
    [
        "click",
        "sign",
        "subscribe",
        "read",
        "watch",
        "listen",
        "get",
        "follow",
        "join",
        "support",
        "download",
        "send",
        "visit",
        "check",
        "see",
        "share",
        "learn",
        "register",
        "enter",
        "please",
        "help",
        "try",
        "donate",
        "become",
        "lesen",
        "jetzt",
        "hier",
        "lire",
        "lee",
        "leggi",
        "читайте",
        "подписывайтесь",
    ]
)

_SENTENCE_END = re.compile(r"[.!?…。！？؟][\"'”’»)\]]*$")
_INNER_END = re.compile(r"[^\W\d_]{2}[.!?][\"”’»)]* +[\"“‘«(]?[^\W\d_]")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_AGO = re.compile(
    r"\b(?:\d+|an?|vor|il y a|hace)\b.{0,12}\b(?:ago|stunden|minuten|tagen|heures?|jours|horas?|назад|тому)\b"
)
_ADDRESS = re.compile(r"https?://|www\.|\b[\w.+-]{1,64}@\w|(?<!\w)@\w|\b\w{2,30}\.(?:com|org|net|co|de|fr|uk)\b")
_DIVIDER = re.compile(r"[|·•»›>/]")
_QUOTES = re.compile(r"[\"“”„«»]")
_LIST_START = re.compile(r"(?:[-–—•*·▪►#@]|\d{1,3}[.)]? )")
_DATELINE = re.compile(r"[A-ZÄÖÜÉÈÀА-ЯІЇЄҐ][^a-z.!?]{2,40}[^.!?]{0,45}(?:\([^()]{2,30}\)\s*)?\s[-–—]{1,2}\s")
_ABOUT_AUTHOR = re.compile(
    r"^(?:[A-Z][\w.'’-]+ ){1,4}(?:is|was|has been|covers|writes|reports|joined|contributed)\b"
    r".{0,60}\b(?:writer|reporter|correspondent|editor|journalist|author|columnist|covers|covering|fellow|producer|staff|"
    r"for the)\b"
)
_END_BRACKET = re.compile(r"\([^()]{3,80}\)$")


def ends_sentence(text: str) -> bool:
    """Whether a line ends as sentences do, closing marks aside."""
    return _SENTENCE_END.search(text[-8:]) is not None


def _has_date(text: str) -> bool:
    """A cheap sign of a date or time: enough to tell a line with one from others."""
    return (_YEAR.search(text) or _CLOCK.search(text)) is not None and any(c.isalpha() for c in text)


def _form(text: str, words: list[str]) -> list[float]:
    """What one line looks like."""
    count = max(1, len(words))
    cased = [w for w in text.split() if w[:1].isalpha()]
    function = sum(w in word_lists().function for w in words)
    return [
        len(text),
        len(words),
        sum(map(len, words)) / count,
        sum(w[0].isupper() for w in cased) / max(1, len(cased)),
        sum(len(w) > 1 and w.isupper() for w in cased) / max(1, len(cased)),
        text[0].islower(),
        text[0].isdigit(),
        sum(c.isdigit() for c in text) / len(text),
        function,
        function / count,
        ends_sentence(text),
        text[-1] == ":",
        text[-1] in "\"”»'’",
        text[-1] == "?",
        text[-1] in ",;-–—",
        len(_INNER_END.findall(text)),
        text.count(",") / count,
        len(_QUOTES.findall(text)) / count,
        text[0] in "\"“„«‘'",
        _LIST_START.match(text) is not None,
        _END_BRACKET.search(text[-90:]) is not None,
        len(_DIVIDER.findall(text)) / count,
        _CLOCK.search(text) is not None,
        _YEAR.search(text) is not None,
        _AGO.search(text.lower()) is not None if len(text) < 80 else False,
        _ADDRESS.search(text) is not None,
        "©" in text or "(c)" in text.lower(),
        ":" in text[:40],
        _DATELINE.match(text[:120]) is not None,
        _ABOUT_AUTHOR.match(text[:200]) is not None,
        len(cased) >= 5 and sum(w.isupper() for w in cased) >= 0.9 * len(cased),
        2 <= len(cased) <= 3 and len(words) <= 3 and all(w[0].isupper() for w in cased) and not function,
        sum(w in _ADDRESSING for w in words) / count,
        words[0] in ORDERS if words else False,
        len(text) < 120 and _has_date(text),
    ]


def _phrases(words: list[str]) -> list[float]:
    """For each word list: how many of its phrases the line has, and the share of the line they make."""
    hits: Counter[str] = Counter()
    covered: Counter[str] = Counter()
    for name, length in listed(words):
        hits[name] += 1
        covered[name] += length
    count = max(1, len(words))
    return [value for name in word_lists().names for value in (hits[name], covered[name] / count)]


def _echoes(lines: Sequence[Line], words: Sequence[list[str]]) -> list[float]:
    """How much of a headline-like line above (within `ECHO` lines) each longer line says again, from 0 to 1.

    An article takes up the words of its headline; notices and menus take up no line above them.
    """
    rare = [frozenset(w for w in found if len(w) > 3) for found in words]
    titles = [
        4 <= len(found) <= 25 and len(own) >= 3 and not ends_sentence(line.text)
        for line, found, own in zip(lines, words, rare, strict=True)
    ]
    out = []
    for at, own in enumerate(rare):
        above = range(max(0, at - ECHO), at) if len(words[at]) >= 12 else ()
        out.append(max((len(own & rare[i]) / len(rare[i]) for i in above if titles[i]), default=0.0))
    return out


def _on_page(lines: Sequence[Line], words: Sequence[list[str]]) -> list[list[float]]:
    """Where each line stands, how often it is repeated, and how much of it the rest of the page says too."""
    repeated = Counter(line.text for line in lines)
    # Long lines are mostly the article: a caption or a headline shares their rare words, a menu does not.
    vocabulary = Counter(w for found in words if len(found) >= 15 for w in set(found) if len(w) > 3)
    total = max(1, sum(min(len(line.text), READ) for line in lines))
    titles = _echoes(lines, words)
    before, rows = 0, []
    for at, (line, found) in enumerate(zip(lines, words, strict=True)):
        own = len(found) >= 15
        rare = {w for w in found if len(w) > 3}
        shared = sum(vocabulary[w] > own for w in rare) / max(1, len(rare))
        after = lines[at + 1].gap if at + 1 < len(lines) else 3
        rows.append(
            [
                min(line.gap, 4),
                min(after, 4),
                min(at, 300),
                at / len(lines),
                before / total,
                min(len(lines) - at, 300),
                repeated[line.text],
                shared,
                titles[at],
            ]
        )
        before += min(len(line.text), READ)
    return rows


def line_features(lines: Sequence[Line]) -> Matrix:
    """One row a line: its own form, its words, its place."""
    texts = [line.text[:READ] for line in lines]
    words = [tokens(text) for text in texts]
    page = _on_page(lines, words)
    rows = [_form(t, w) + _phrases(w) + p for t, w, p in zip(texts, words, page, strict=True)]
    return np.array(rows, dtype=np.float64)


def shifted(column: Matrix, lag: int) -> Matrix:
    """Row i of the result is row i + lag; −1 beyond the page's ends."""
    out = np.full_like(column, -1.0)
    if abs(lag) < len(column):
        if lag > 0:
            out[:-lag] = column[lag:]
        else:
            out[-lag:] = column[:lag]
    return out


def window_sums(column: Vector, reach: int) -> tuple[Vector, Vector]:
    """The sums of the `reach` rows above and of the `reach` rows below each row."""
    total = np.concatenate(([0.0], np.cumsum(column)))
    at = np.arange(len(column))
    above = total[at] - total[np.maximum(0, at - reach)]
    below = total[np.minimum(len(column), at + 1 + reach)] - total[at + 1]
    return above, below


def distances(marks: NDArray[np.bool_]) -> tuple[Vector, Vector]:
    """How many rows up and how many rows down the next marked row is; 99 where there is none so near."""
    at = np.arange(len(marks))
    last = np.maximum.accumulate(np.where(marks, at, -1000))
    above = np.concatenate(([-1000], last[:-1])) if len(marks) else last
    ahead = np.minimum.accumulate(np.where(marks, at, 10**9)[::-1])[::-1]
    below = np.concatenate((ahead[1:], [10**9])) if len(marks) else ahead
    return np.minimum(99, at - above).astype(np.float64), np.minimum(99, below - at).astype(np.float64)


def best_run(gain: Vector) -> tuple[int, int]:
    """The run of rows with the largest sum of `gain` (Kadane), as a half-open range."""
    best, start, total, run = 0.0, 0, 0.0, (0, 0)
    for at, value in enumerate(gain.tolist()):
        if total <= 0:
            start, total = at, 0.0
        total += value
        if total > best:
            best, run = total, (start, at + 1)
    return run


def around(mass: Vector, loss: float) -> Matrix:
    """The lie of the land about each row: `mass` says how much article each row seems to hold.

    The best run takes rows without mass at a price of `loss` each.
    """
    columns: list[Vector] = []
    for reach in WINDOWS:
        columns.extend(window_sums(mass, reach))
    columns.extend(distances(mass > 0))
    total = max(1e-9, float(mass.sum()))
    columns.append((np.cumsum(mass) - mass) / total)
    columns.append(np.full(len(mass), total))
    start, end = best_run(np.where(mass > 0, mass, -loss))
    at = np.arange(len(mass))
    columns.append(np.clip(at - start, -50, 50).astype(np.float64))
    columns.append(np.clip(end - 1 - at, -50, 50).astype(np.float64))
    return np.stack(columns, axis=1)


WORDS_FROM = 35  # the columns from here on hold the word lists, then the place on the page

# Columns of a line that its neighbours are told of: length, words, capitals, function words, sentence end, colon,
# clock time, year, bracket at the end, gap.
NEIGHBOURLY = (0, 1, 3, 4, 9, 10, 11, 20, 22, 23)


def sentence_mass(features: Matrix) -> Vector:
    """Hundreds of code points of each line that reads like running text, else 0."""
    length, function, ends = features[:, 0], features[:, 9], features[:, 10]
    running = (length >= 60) & ((ends > 0) | (function >= 0.25))
    return np.where(running, np.minimum(length, 1000) / 100, 0.0)


def page_features(lines: Sequence[Line]) -> Matrix:
    """One row a line: the line, the lines around it, and the running text around it."""
    own = line_features(lines)
    near = [shifted(own[:, NEIGHBOURLY], lag) for lag in LAGS]
    words = [shifted(own[:, WORDS_FROM:], lag) for lag in (-1, 1)]
    dated = np.stack(distances(own[:, WORDS_FROM - 1] > 0), axis=1)
    return np.hstack([own, *near, *words, dated, around(sentence_mass(own), 0.5)])
