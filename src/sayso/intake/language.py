"""What language a text is written in, told by a model that is inside the package `eld` (Apache-2.0)."""

from __future__ import annotations

from functools import cache

from eld import LanguageDetector

UNKNOWN = "unknown"
_ENOUGH = 20  # letters below which any answer is a guess
_SAMPLE = 600  # the model looks at the first 350 bytes of what it is given
_SURE = 0.05  # how far the best score must be above the next: shares of the language n-grams found


@cache
def _detector() -> LanguageDetector:
    return LanguageDetector()


def language(text: str) -> str:
    """The ISO 639-1 code of the language that most of `text` is in; "unknown" where too little of it tells.

    Asked of three places, since a report may open with a name or a quotation in another language.
    """
    if sum(map(str.isalpha, text[:5000])) < _ENOUGH:
        return UNKNOWN
    starts = sorted({0, len(text) // 2, max(0, len(text) - _SAMPLE)}) if len(text) > 3 * _SAMPLE else [0]
    votes = [vote for start in starts if (vote := _vote(text[start : start + _SAMPLE])) != UNKNOWN]
    return max(votes, key=votes.count, default=UNKNOWN)  # the first of equals: the report's beginning


def _vote(sample: str) -> str:
    result = _detector().detect(sample)
    scores = sorted(result.scores().values(), reverse=True) if result.language else []
    # eld's own is_reliable() is not asked: it refuses plain English that is full of foreign names
    if not scores or scores[0] - (scores[1] if len(scores) > 1 else 0) < _SURE * scores[0]:
        return UNKNOWN
    return str(result.language)
