"""Ids, words and grades as people are shown them, in the terminal, on pages and in exports alike."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.model import Credibility, Reliability

ID_SHOWN = 8  # digits: enough to be unique among a hundred thousand claims, and every command and address takes them


# The Admiralty code (NATO AJP-2.1).
RELIABILITY: Mapping[Reliability, str] = {
    Reliability.A: "completely reliable",
    Reliability.B: "usually reliable",
    Reliability.C: "fairly reliable",
    Reliability.D: "not usually reliable",
    Reliability.E: "unreliable",
    Reliability.F: "reliability cannot be judged",
}
CREDIBILITY: Mapping[Credibility, str] = {
    Credibility.CONFIRMED: "confirmed by other sources",
    Credibility.PROBABLE: "probably true",
    Credibility.POSSIBLE: "possibly true",
    Credibility.DOUBTFUL: "doubtful",
    Credibility.IMPROBABLE: "improbable",
    Credibility.UNJUDGED: "truth cannot be judged",
}


def short(identifier: str) -> str:
    """The first digits of an id."""
    return identifier[:ID_SHOWN]


def one_line(text: str) -> str:
    """`text` with a blank for each line break or run of blanks."""
    return " ".join(text.split())
