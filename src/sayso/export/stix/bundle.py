"""A ledger as one STIX 2.1 bundle, written a report at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import BinaryIO
from uuid import uuid5

from sayso.export.context import Context, involved, of_report, outlet
from sayso.export.document import encode
from sayso.export.names import NAMESPACE
from sayso.export.stix import objects
from sayso.export.stix.objects import Object
from sayso.ledger import View
from sayso.model import Place, Report


def write_stix(view: View, out: BinaryIO) -> None:
    """Write the ledger's current reports, statements, claims, derivations and drifts as a STIX 2.1 bundle.

    The bundle's id follows from its objects, so it stands at the end.
    """
    digest = sha256()
    out.write(b'{"type": "bundle", "objects": [')
    for number, thing in enumerate(_once(_objects(view))):
        data = encode(thing)
        digest.update(data)
        out.write((b",\n" if number else b"\n") + data)
    out.write(f'],\n"id": "bundle--{uuid5(NAMESPACE, digest.hexdigest())}"}}\n'.encode())


def _once(things: Iterable[Object]) -> Iterator[Object]:
    seen: set[str] = set()
    for thing in things:
        if thing["id"] not in seen:
            seen.add(thing["id"])
            yield thing


def _objects(view: View) -> Iterator[Object]:
    yield from objects.producer()
    refs: dict[str, str] = {}
    for report in view.reports():
        refs[report.id] = objects.report_ref(report)
        yield from _of_report(view, report)
    for claim in view.claims():
        members = view.appearances_of(frozenset(claim.statements))
        yield objects.grouping_of(claim, tuple(member.published for member in members))
    for derivation in view.derivations():
        yield objects.derivation_of(derivation, refs[derivation.report], refs[derivation.from_])
    for drift in view.drifts():
        yield objects.drift_of(drift)


def _of_report(view: View, report: Report) -> Iterator[Object]:
    found = [objects.identity_of(outlet(report))]
    for context in of_report(view, report):
        found += _of_statement(context)
    yield from found
    yield objects.report_of(report, dict.fromkeys(thing["id"] for thing in found))


def _of_statement(context: Context) -> list[Object]:
    about: list[Object] = [objects.identity_of(actor) for actor in involved(context)]
    about += _location(context.statement.place)
    note = objects.note_of(context, [thing["id"] for thing in about])
    return [*about, note, *objects.opinions_of(context)]


def _location(place: Place | None) -> list[Object]:
    made = objects.location_of(place) if place else None
    return [made] if made else []
