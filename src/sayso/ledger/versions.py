"""Which reports are versions of the same article, and which version is the newest.

Being versions of one article does not depend on which was read first: `is_version` is symmetric, and the newest version
follows from what the reports say of themselves.
"""

from __future__ import annotations

from datetime import date

from sayso.ledger.folding import fold
from sayso.ledger.moments import EARLIEST, bounds
from sayso.model import Report, content_id

KEY_WEIGHT = 4  # the weight that shared keys must reach for two reports to be compared at all
_SKETCH = 16  # hashes kept of a body: at 70 % of shingles shared, fewer than 4 of 16 in common is out of the question
_SHINGLE = 5  # words: long enough that two articles on one event share few by chance
_NEAR_DAYS = 3  # an outlet's second article under the same title comes later (daily columns excepted: see _TITLED)

# How much of two bodies must be shared, as a fraction of all their shingles (Jaccard) or of the shorter one's.
_SAME_PLACE = 0.5  # of the shorter: a file was edited, not replaced by another article
_TITLED = 0.4  # of the shorter: a column that bears the same title every day shares only its standing phrases
_UNTITLED = 0.7  # of all: a follow-up repeats background paragraphs, an edited article nearly everything


def version_keys(report: Report) -> dict[str, int]:
    """Keys with weights: only reports whose shared keys weigh `KEY_WEIGHT` can be versions of one article."""
    keys = {}
    if _is_place(report.uri):
        keys[content_id("uri", report.uri)] = KEY_WEIGHT
    outlet, title = fold(report.outlet or ""), fold(report.title or "")
    if outlet and title:
        keys[content_id("title", outlet, title)] = KEY_WEIGHT
    if outlet:
        hashes = sorted(content_id("shingle", outlet, shingle) for shingle in _shingles(report))
        keys.update(dict.fromkeys(hashes[:_SKETCH], 1))
    return keys


def is_version(a: Report, b: Report) -> bool:
    """Whether two different reports are versions of one article.

    They are where a URL is the same; where a file was edited in place; and where one outlet published nearly the same
    text, or a similar one under the same title, within three days. Two outlets never publish versions of one article:
    that is a derivation.
    """
    same_place = _is_place(a.uri) and a.uri == b.uri
    if same_place and "://" in a.uri and not a.uri.startswith("file:"):
        return True
    ours, theirs = _shingles(a), _shingles(b)
    if not ours or not theirs:
        return same_place
    shared = len(ours & theirs)
    of_shorter = shared / min(len(ours), len(theirs))
    if same_place:
        return of_shorter >= _SAME_PLACE
    outlet = fold(a.outlet or "")
    if not outlet or outlet != fold(b.outlet or "") or not _near(a, b):
        return False
    if a.title and fold(a.title) == fold(b.title or "") and of_shorter >= _TITLED:
        return True
    return shared / len(ours | theirs) >= _UNTITLED


def is_newer(report: Report, known: Report) -> bool:
    """Whether `report`, just read, is a newer version than `known`.

    The later one by the time of update or publication is. Where that does not tell: at one place the one read later,
    elsewhere the one whose address comes later in order ("draft-2" after "draft-1").
    """
    ours, theirs = moment(report), moment(known)
    if ours != theirs or report.uri == known.uri:
        return ours >= theirs
    return (report.uri, report.id) > (known.uri, known.id)


def moment(report: Report) -> str:
    """When this version was published, as 19 characters that sort; the beginning of time where it does not say."""
    told = bounds(report.updated) or bounds(report.published)
    return told[0] if told else EARLIEST


def _is_place(uri: str) -> bool:
    """Whether the address names one place; what came by standard input has none."""
    return uri not in ("", "-")


def _near(a: Report, b: Report) -> bool:
    days = [bounds(report.published) for report in (a, b)]
    if days[0] is None or days[1] is None:
        return True
    first, second = (date.fromisoformat(day[0][:10]) for day in days if day)
    return abs((first - second).days) <= _NEAR_DAYS


def _shingles(report: Report) -> frozenset[str]:
    """Every run of five words of the article, or the whole of it where it is shorter."""
    spans = report.body or ((0, len(report.text)),)
    words = fold(" ".join(report.text[start:end] for start, end in spans)).split()
    if not words:
        return frozenset()
    last = max(1, len(words) - _SHINGLE + 1)
    return frozenset(" ".join(words[i : i + _SHINGLE]) for i in range(last))
