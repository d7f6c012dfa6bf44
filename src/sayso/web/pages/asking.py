"""What a person asks for in an address: the filters of claims, statements, timeline, map and graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from fastapi import HTTPException

from sayso.export.cameo import PLOVER_QUADS
from sayso.ledger import Filter
from sayso.ledger.moments import bounds
from sayso.model import Certainty
from sayso.web.questions import A_DATE, MOST_ORIGINS

LONGEST = 500  # characters of a name

EVENTS = tuple(PLOVER_QUADS)


class NotAValueError(ValueError):
    """What was typed is nothing that the field can be; the text says what it can."""


def _name(told: str) -> str:
    if len(told) > LONGEST:
        raise NotAValueError(f"at most {LONGEST} characters")
    return told


def _date(told: str) -> str:
    if bounds(told) is None:
        raise NotAValueError(A_DATE)
    return told


def _count(told: str) -> int:
    if not (told.isascii() and told.isdecimal()) or len(told) > 9 or int(told) > MOST_ORIGINS:
        raise NotAValueError("a whole number")
    return int(told)


def _yes(told: str) -> bool:
    return told.lower() in ("true", "on", "yes", "1")


def _certainty(told: str) -> Certainty:
    try:
        return Certainty(told.lower())
    except ValueError:
        raise NotAValueError(f"one of {', '.join(Certainty)}") from None


# In the order in which the form and the chips show them.
_READ: Mapping[str, Callable[[str], Any]] = {
    "about": _name,
    "origin": _name,
    "outlet": _name,
    "place": _name,
    "event": _name,
    "since": _date,
    "until": _date,
    "certainty": _certainty,
    "min_origins": _count,
    "contested": _yes,
}
LABELS: Mapping[str, str] = {
    "about": "about",
    "origin": "said by",
    "outlet": "in",
    "place": "at",
    "event": "event",
    "since": "since",
    "until": "until",
    "certainty": "given as",
    "min_origins": "origins at least",
    "contested": "contested only",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked: `told` as it was typed, empty fields left out; `only` what of it makes sense; `faults` what to put
    right, by field.
    """

    told: Mapping[str, str]
    only: Filter
    faults: Mapping[str, str]

    def address(self, path: str, **changes: str | None) -> str:
        """The address of a page about the same, with some fields changed, or left out where they are None."""
        return address(path, {**self.told, **changes})

    def without(self, path: str, name: str) -> str:
        """The address of a page about the same, one field left out."""
        return self.address(path, **{name: None})

    @property
    def chips(self) -> tuple[tuple[str, str, str], ...]:
        """The fields that restrict: name, label and value."""
        return tuple((name, LABELS[name], "" if name == "contested" else told) for name, told in self.told.items())


def question(params: Mapping[str, str]) -> Question:
    """The question that the parameters of an address ask."""
    told = {name: value for name in _READ if (value := params.get(name, "").strip())}
    values, faults = {}, {}
    for name, value in told.items():
        try:
            values[name] = _READ[name](value)
        except NotAValueError as error:
            faults[name] = str(error)
    return Question(told=told, only=Filter(**values), faults=faults)


def sound(params: Mapping[str, str]) -> Question:
    """`question`, of what is answered with a file or a text; HTTPException 422 where a field makes no sense."""
    asked = question(params)
    if asked.faults:
        told = "; ".join(f"{name}: {fault}" for name, fault in asked.faults.items())
        raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, told)
    return asked


def address(path: str, params: Mapping[str, str | None]) -> str:
    """A path with those of `params` that have a value."""
    given = {name: value for name, value in params.items() if value}
    return f"{path}?{urlencode(given)}" if given else path
