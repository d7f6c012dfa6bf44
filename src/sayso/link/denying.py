"""Which statements of a claim say that it is not so, or that another thing is, and which only ask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

from sayso import resources
from sayso.link.terms import Term, listed, terms
from sayso.model import Appearance, Certainty, Polarity

_WHETHER = re.compile(r"\W*(?:whether|if)\b", re.IGNORECASE)
_NEGATION = re.compile(
    r"(?:^|\s|\W)(?:(?<!, )not|no|never|none|nobody|nothing|neither|nor|without|cannot|\w+n['’]t)\b", re.IGNORECASE
)
_FAILED = re.compile(r"\bfail(?:s|ed|ing)?\s+to\b", re.IGNORECASE)
_CONTRAST = re.compile(
    r"(?:,|\band|\bbut|\s[–—-])\s+not\s+(?!\w+ly\b|yet\b|only\b|just\b|even\b|least\b|all\b|if\b|because\b|to\b|until\b)([^,.;:–—]+)"
    r"|\b(?:rather\s+than|instead\s+of|as\s+opposed\s+to)\s+([^,.;:–—]+)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",\s+not\b|\b(?:refus|declin|fail)(?:es?|ed|s)\s", re.IGNORECASE)


def denies(member: Appearance) -> bool:
    """Whether a statement says that the claim is not so, and shows it by a word: in its content ("no troops came"), as
    its cue ("denied") or beside it ("called it untrue").

    "Engineers, not troops" tells by the way what is not meant, "refused to speak" tells of a deed.
    """
    content = member.statement.content.text
    if asks(member) or _is_unanswered(content):
        return False
    if member.statement.factuality.polarity is not Polarity.NEGATIVE:
        return _called_untrue(content)
    shown = rejects(member) or not member.statement.factuality.cues
    return _negates(content) or (shown and not _ASIDE.search(content) and not _idle().search(content))


def asks(member: Appearance) -> bool:
    """Whether a statement leaves open whether it is so."""
    return member.statement.factuality.certainty is Certainty.UNKNOWN or bool(
        _WHETHER.match(member.statement.content.text)
    )


def negated(member: Appearance) -> bool:
    """Whether a content is itself in words of negation or of failure, whoever says it."""
    content = member.statement.content.text
    return bool(_FAILED.search(content)) or (_negates(content) and not _ASIDE.search(content))


def contrasts(member: Appearance, other: Appearance) -> bool:
    """Whether a content sets itself against what the other says: "flour and not guns", where the other has guns."""
    contrasted = _contrasted(member.statement.content.text)
    if not contrasted or negated(other):
        return False
    said = terms(other.statement.content.text).keys()
    # "seven workers, not nine": whether numbers exclude each other is not told by words
    return any(_says(told, said) for told in contrasted)


@lru_cache(maxsize=10_000)
def _contrasted(content: str) -> tuple[Sequence[Term], ...]:
    """What a content sets itself against, each time as its words."""
    return tuple(tuple(terms(one or another).values()) for one, another in _CONTRAST.findall(content))


def _says(told: Sequence[Term], said: AbstractSet[str]) -> bool:
    """Whether what is `told` is said as well, or its first word, where more follows ("not arson brought it down")."""
    if all(term.number for term in told):
        return False
    return all(term.key in said for term in told) or (len(told) > 1 and told[0].key in said)


@lru_cache(maxsize=10_000)
def _negates(content: str) -> bool:
    """Whether a content has a word of negation that negates it: "no doubt" and "no fewer than" do not."""
    return bool(_NEGATION.search(_idle().sub(" ", content)))


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


@cache
def _words(name: str) -> str:
    return "|".join(resources.lists("link/rebutting.toml")[name])


@cache
def _idle() -> re.Pattern[str]:
    """Words of negation that negate nothing."""
    return re.compile(rf"\b(?:{_words('idle')})\b", re.IGNORECASE)


@cache
def _unanswered() -> re.Pattern[str]:
    """That nobody has answered, which denies nothing."""
    return re.compile(rf"\b(?:{_words('unanswered')})\b", re.IGNORECASE)


@lru_cache(maxsize=10_000)
def _is_unanswered(content: str) -> bool:
    return bool(_unanswered().search(content))


@lru_cache(maxsize=10_000)
def _called_untrue(content: str) -> bool:
    """Whether a content says of something told that it is false."""
    called = _untrue().search(content)
    return called is not None and not _negates(content[: called.start("false")])


@cache
def _untrue() -> re.Pattern[str]:
    """As in "the report is false", "the letter was probably a forgery"."""
    told = rf"\b(?:{_words('charges')}|{_words('messages')})\b"
    return re.compile(
        rf"{told}[^.;]{{0,80}}?\b(?:is|are|was|were|be|been)\s+(?:\w+\s+){{0,3}}?(?P<false>{_words('false')})\b",
        re.IGNORECASE,
    )
