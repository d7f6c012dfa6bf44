"""What a program says of a storyline: the form that sayso's answers are written in, and others' are read in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

Bounds = tuple[float | None, float | None]


class ToldStatement(msgspec.Struct, frozen=True, kw_only=True):
    """A content in a report. `words` are its pieces; `nth` of the places where they stand, from 0, None: any of them.

    A field that is None was not told, which is never right.
    """

    id: str
    report: str
    words: tuple[str, ...]
    nth: int | None = None
    chain: tuple[str, ...] | None = None
    certainty: str | None = None
    polarity: str | None = None
    realis: str | None = None
    time: str = ""
    quantities: tuple[Bounds, ...] = ()


class ToldClaim(msgspec.Struct, frozen=True, kw_only=True):
    """Statements (ids) that are one claim, with the range of its independent origins."""

    statements: tuple[str, ...]
    origins_min: int | None = None
    origins_max: int | None = None
    contested: bool | None = None


class ToldDerivation(msgspec.Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """That a report (its file) draws on another."""

    report: str
    from_: str
    kind: str | None = None


class ToldDrift(msgspec.Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """What changed from one statement (id) to another."""

    to: str
    from_: str
    kind: str


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """All that a program says of one storyline."""

    statements: tuple[ToldStatement, ...] = ()
    claims: tuple[ToldClaim, ...] = ()
    derivations: tuple[ToldDerivation, ...] = ()
    drifts: tuple[ToldDrift, ...] = ()


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """Answers by the storyline's folder name."""

    storylines: dict[str, Answer]


def read_answers(path: Path) -> Mapping[str, Answer]:
    """The answers in a file; raises OSError, or msgspec.DecodeError where it is not of the form."""
    return msgspec.json.decode(path.read_bytes(), type=Answers).storylines


def write_answers(path: Path, answers: Mapping[str, Answer]) -> None:
    """Write answers as `read_answers` takes them."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(Answers(storylines=dict(answers))), indent=1) + b"\n")
