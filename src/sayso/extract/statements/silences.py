"""Sentences that tell of the reporting: no comment, what was corrected, what is a release."""

from __future__ import annotations

import re

from sayso.extract.parse import Passage

_SILENCE = re.compile(
    r"\b(?:declin|refus)\w*\s(?:\w+\s){0,2}(?:comment|answer\squestions|elaborate)\b"
    r"|\b(?:not|n['’]t|yet\sto|nor|neither)\s(?:\w+\s){0,3}comment(?:ed|ing)?\b"
    r"|\b(?:not|n['’]t)\s(?:\w+\s){0,3}(?:be\sreached|available)\b[^.;]{0,30}\bcomment"
    r"|\bunavailable\sfor\scomment|\bhas\s(?:been\s)?(?:contacted|approached)\b[^.;]{0,40}\bfor\s(?:a\s)?comment",
    re.IGNORECASE,
)
_CORRECTION = re.compile(r"\s*\((?:Corrects|Adds|Updates|Recasts|Refiles|Clarifies|Rewrites|Removes|Fixes|Deletes)\b")

# A line of its own above the text, as bodies head what they give out: "Media release No. 4", "Statement on the flood".
_RELEASE = re.compile(
    r"^\W*(?:(?:press|media|news|official|public) (?:release|statement|notice|communiqu\w+)\b|communiqu\w+\b"
    r"|(?:\w+ )?statement (?:on|of|by|from|regarding|concerning|about)\b)[^|]{0,90}$",
    re.IGNORECASE | re.MULTILINE,
)


def is_release(text: str) -> bool:
    """Whether a line of `text` says that what follows is a body's own release."""
    return _RELEASE.search(text) is not None


def is_correction_line(passage: Passage) -> bool:
    """Whether a paragraph lists in brackets what an agency changed: "(Corrects name in paragraph 2; adds quote)"."""
    return _CORRECTION.match(passage.text) is not None


def is_silence(text: str) -> bool:
    """Whether words only tell that somebody would not comment. That a body did not answer, or that the outlet could not
    check, is its own statement.
    """
    return _SILENCE.search(text) is not None
