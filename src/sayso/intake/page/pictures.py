"""Captions of pictures and the credits that go with them."""

from __future__ import annotations

import re
from functools import cache

from sayso.intake.page.signs import choice
from sayso.intake.page.words import tokens

TAIL = 120  # code points at the end of a line in which a credit is looked for


@cache
def _credit_line() -> re.Pattern[str]:
    word, agency = choice("picture", "credit"), choice("picture", "agency")
    return re.compile(
        rf"{word}\s*(?:[:/|©]|by\b|via\b|courtesy\b|from\b)|©\s*\S|\([^()]*(?:/|\b{agency}\b)[^()]*\)$|getty images$",
        re.IGNORECASE,
    )


@cache
def _credit_tail() -> re.Pattern[str]:
    word = choice("picture", "credit")
    return re.compile(
        rf"\s*(?:\([^()]{{2,90}}\)|(?:\b{word}\s*(?::|by\b|via\b)|©)\s*[^.!?]{{2,80}}"
        r"|(?<=[.!?\"”])\s?[/|]\s?[^.!?]{2,60})\s*$",
        re.IGNORECASE,
    )


@cache
def _sure_credit() -> re.Pattern[str]:
    word, agency = choice("picture", "credit"), choice("picture", "agency")
    return re.compile(
        rf"(?:[.!?][\"”]?\s+(?:\([^()]{{3,60}}\)|/\s?[^.!?]{{2,60}})|\([^()]*(?:/|\b(?:{agency}|{word})\b)[^()]*\)|\b{word}:\s*[^.]{{2,60}})$",
        re.IGNORECASE,
    )


@cache
def _credit_sign() -> re.Pattern[str]:
    return re.compile(rf"[/©]|\b(?:{choice('picture', 'credit')}|{choice('picture', 'agency')})\b", re.IGNORECASE)


@cache
def _scene() -> re.Pattern[str]:
    return re.compile(rf"(?:[\w.,'’-]+ ){{1,12}}?{choice('picture', 'scene')}\b", re.IGNORECASE)


def credit_start(text: str) -> int | None:
    """Where the credit at the end of a caption begins ("… on Monday. / Example Agency"); None where there is none."""
    tail = _credit_tail().search(text[-TAIL:])
    if tail is None or not _credit_sign().search(tail.group()):
        return None
    start = max(0, len(text) - TAIL) + tail.end() - len(tail.group().lstrip())
    return start if start > 0 else None


def is_credit(text: str) -> bool:
    """Whether a whole line is a credit ("PHOTO: EXAMPLE IMAGES"): whose picture it is, not what it shows."""
    return len(text) < TAIL and _credit_line().match(text) is not None


def is_caption(text: str) -> bool:
    """Whether a line describes a picture: a sentence that ends with a credit."""
    return len(text) < 700 and len(tokens(text)) >= 5 and credit_start(text) is not None


def is_sure_caption(text: str) -> bool:
    """Whether a line is a caption for certain: its sentence is followed by whose picture it is."""
    return is_caption(text) and _sure_credit().search(text[-TAIL:]) is not None


def tells_of_picture(text: str) -> bool:
    """Whether a line has a credit's words in it, or says in the present what is to be seen."""
    return _credit_sign().search(text) is not None or _scene().match(text) is not None
