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
# What only the outlet can tell of a source or of what it found out: it ends that source's word.
_ASIDE = re.compile(
    r"\b(?:g[ai]ve[sn]?|giving|offer(?:s|ed)?|provid(?:es|ed)|produced?|cited?|nam(?:es|ed)|set|had)\s(?:no|neither|not\sa)\s"
    r"(?:\w+\s){0,2}(?:basis|breakdown|cause|date|deadline|details?|evidence|explanation|figures?|grounds?|location|motive|names?|numbers?"
    r"|particulars|place|proof|reasons?|schedule|sources?|timeframe|timeline|timetable|toll)\b"
    r"|\banonym(?:ity|ous(?:ly)?)\b|\b(?:not|n['’]t)\s(?:to\s)?(?:be\s|give\s)?(?:\w+\s)?(?:named?|identified|quoted)\b"
    r"|\b(?:is|was|are|remains?|remained)\s(?:(?:still|yet|as\syet|immediately)\s)*(?:not|n['’]t)\s(?:(?:yet|immediately|fully)\s)*"
    r"(?:known|clear|certain)\b|\b(?:is|was|are|remains?|remained)\s(?:still\s|as\syet\s)?(?:unclear|unknown)\b"
    r"|\b(?:not|n['’]t|never|nor|neither)\s(?:\w+\s){0,2}(?:(?:be\s)?(?:reached|contacted)|answer(?:ed)?|respond(?:ed)?|repl(?:y|ied)"
    r"|pick(?:ed)?\sup|return(?:ed)?\s(?:\w+\s){0,2}(?:calls?|messages?|emails?))\b"
    r"|\bunanswered\b|\b(?:not|n['’]t)\s(?:\w+\s){0,2}(?:independently|immediately)\b|\bindependently\s(?:verif|confirm|check)",
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


def is_aside(text: str) -> bool:
    """Whether a sentence tells how much was told or could be learnt, as only the outlet does: "It gave no date"."""
    return _ASIDE.search(text) is not None
