"""A whole ledger as one JSON object, and the JSON Schema of it and of a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from sayso.ledger import View
from sayso.model import Claim, Derivation, Drift, Judgement, KeptReadings, Report, Undo, reports_of


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """What `sayso export --format json` prints."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    derivations: tuple[Derivation, ...]
    drifts: tuple[Drift, ...]
    readings: tuple[KeptReadings, ...] = ()
    judgements: tuple[Judgement, ...] = ()


def write_json(view: View, out: BinaryIO) -> None:
    """Write the ledger's current reports, claims, derivations and drifts as one object, a thing at a time; of a ledger
    in which people judged or that was read again, also what the machine had read, and the judgements, oldest first.
    """
    parts: list[tuple[str, Iterable[object]]] = [
        ("reports", view.reports()),
        ("claims", view.claims()),
        ("derivations", view.derivations()),
        ("drifts", view.drifts()),
    ]
    judged = judgements_of(view)
    if judged or any(True for _ in view.kept_readings()):
        parts += [("readings", view.kept_readings()), ("judgements", judged)]
    write_parts(parts, out)


def write_parts(parts: Iterable[tuple[str, Iterable[object]]], out: BinaryIO) -> None:
    """Write named lists as one JSON object, a thing at a time."""
    for number, (name, things) in enumerate(parts):
        out.write((b"{" if number == 0 else b",\n") + f'"{name}": ['.encode())
        for chunk in separated(things):
            out.write(chunk)
        out.write(b"]")
    out.write(b"}\n")


def judgements_of(view: View) -> tuple[Judgement, ...]:
    """The judgements, oldest first, that rest on current reports only: others apply to nothing that is exported."""
    out: dict[str, Judgement] = {}
    current = {row.id for row in view.listing() if row.superseded_by is None}
    for one in reversed(tuple(view.judgements())):
        decision = one.decision
        known = decision.judgement in out if isinstance(decision, Undo) else reports_of(decision) <= current
        if known:
            out[one.id] = one
    return tuple(out.values())


def separated(things: Iterable[object]) -> Iterator[bytes]:
    """`things` as members of a JSON list, one a line."""
    for number, thing in enumerate(things):
        yield (b",\n" if number else b"\n") + encode(thing)


def encode(thing: object) -> bytes:
    """`thing` of the model as JSON in UTF-8, half a character (a lone surrogate) replaced: JSON cannot hold one."""
    try:
        return msgspec.json.encode(thing)
    except UnicodeEncodeError:
        return msgspec.json.encode(_whole(msgspec.to_builtins(thing)))


def _whole(value: Any) -> Any:
    match value:
        case str():
            return value.encode("utf8", "replace").decode()
        case list() | tuple():
            return [_whole(item) for item in value]
        case dict():
            return {key: _whole(item) for key, item in value.items()}
        case _:
            return value


def decode(data: bytes) -> Ledger:
    """The ledger that `write_json` wrote; raises msgspec.ValidationError where `data` is another object."""
    return msgspec.json.decode(data, type=Ledger)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) that fits a report, as `sayso extract` prints it, and a whole ledger."""
    refs, definitions = msgspec.json.schema_components([Report, Ledger], ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A sayso report or ledger",
        "anyOf": list(refs),
        "$defs": definitions,
    }
