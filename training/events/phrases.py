"""Made-up sentences for the head: the phrases beside this file with names filled in, always the same ones."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.model import Span

HERE = Path(__file__).parent
FILLINGS = 3  # of each phrase; in the last of them it is not told who it is done to
SEED = 7
_PLACES = re.compile(r"\b([AB])\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sentence, where those who take part stand in it, and the root of what is done."""

    text: str
    actor: Span | None
    recipient: Span | None
    root: str


def told_phrases() -> Iterator[Told]:
    """Each phrase several times over, with other names."""
    names = tomllib.loads((HERE / "names.toml").read_text(encoding="utf8"))
    chance = random.Random(SEED)
    lines = (HERE / "phrases.tsv").read_text(encoding="utf8").splitlines()
    for line in [line for line in lines if line[:1] not in {"", "#"}][1:]:
        root, phrase = line.split("\t")
        for filling in range(FILLINGS):
            actor, recipient = chance.sample(names["actors"], 2)
            told = _filled(chance.choice(names["beginnings"]), phrase, {"A": actor, "B": recipient})
            spans = told.recipient if filling < FILLINGS - 1 else None
            text = told.text + chance.choice(names["ends"])
            yield Told(text=text, actor=told.actor, recipient=spans, root=root)


def _filled(beginning: str, phrase: str, names: dict[str, str]) -> Told:
    text = beginning
    spans: dict[str, Span] = {}
    for piece in _PLACES.split(phrase):
        words = names.get(piece, piece)
        words = words if text else words[:1].upper() + words[1:]
        if piece in names:
            spans.setdefault(piece, Span(len(text), len(text) + len(words)))
        text += words
    return Told(text=text, actor=spans.get("A"), recipient=spans.get("B"), root="")
