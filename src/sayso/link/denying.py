"""Which statements of a claim say that it is not so, and which only ask."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sayso.link.terms import listed
from sayso.model import Appearance, Certainty, Polarity

_WHETHER = re.compile(r"\W*(?:whether|if)\b", re.IGNORECASE)
_NEGATION = re.compile(
    r"(?:^|\s|\W)(?:(?<!, )not|no|never|none|nobody|nothing|neither|nor|without|cannot|\w+n['’]t)\b", re.IGNORECASE
)
_FAILED = re.compile(r"\bfail(?:s|ed|ing)?\s+to\b", re.IGNORECASE)
_ASIDE = re.compile(r",\s+not\b|\b(?:refus|declin|fail)(?:es?|ed|s)\s", re.IGNORECASE)


def denies(member: Appearance) -> bool:
    """Whether a statement says that the claim is not so, and shows it by a word: in its content ("no troops came"), as
    its cue ("denied") or beside it ("called it untrue").

    "Engineers, not troops" tells by the way what is not meant, "refused to speak" tells of a deed.
    """
    if asks(member) or member.statement.factuality.polarity is not Polarity.NEGATIVE:
        return False
    content = member.statement.content.text
    shown = rejects(member) or not member.statement.factuality.cues
    return bool(_NEGATION.search(content)) or (shown and not _ASIDE.search(content))


def asks(member: Appearance) -> bool:
    """Whether a statement leaves open whether it is so."""
    return member.statement.factuality.certainty is Certainty.UNKNOWN or bool(
        _WHETHER.match(member.statement.content.text)
    )


def negated(member: Appearance) -> bool:
    """Whether a content is itself in words of negation or of failure, whoever says it."""
    content = member.statement.content.text
    return bool(_FAILED.search(content)) or (bool(_NEGATION.search(content)) and not _ASIDE.search(content))


def rejects(member: Appearance) -> bool:
    """Whether a statement is given as somebody's no to what others say, by its cue or by what makes it negative."""
    cue = member.chain[0].cue if member.chain else None
    return (cue is not None and cue.lemma in listed("denying")) or any(map(_denial().match, _cues(member)))


def _cues(member: Appearance) -> Iterator[str]:
    """The words of the paragraph that decided how sure the statement is, and whether it is so."""
    content = member.statement.content
    at = member.context.find(content.text)
    start = content.spans[0].start - at
    for cue in member.statement.factuality.cues if at >= 0 else ():
        if cue.start >= start:
            yield member.context[cue.start - start : cue.end - start]


@cache
def _denial() -> re.Pattern[str]:
    stems = "|".join(re.escape(stem) for stem in sorted(listed("denials")))
    return re.compile(rf"\W*(?:\w+ )?(?:{stems})", re.IGNORECASE)
