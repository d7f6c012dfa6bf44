"""The description of the API (OpenAPI 3.1): what answers look like follows from the types of the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from sayso.ledger import Counts, Hit, KnownActor, Listing, Reading
from sayso.model import Appearance, Claim, Drop, Judgement, Report
from sayso.query.brief import Brief
from sayso.query.claims import ClaimLine
from sayso.query.diff import ReportDiff
from sayso.query.judgements import Entry
from sayso.query.trace import Trace
from sayso.web.paging import Page
from sayso.web.problems import MEDIA, Problem

_AT = "#/components/schemas/{name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What a server has: the version of sayso, how much the ledger holds, the forms it can be exported in, and whether
    this server writes at all.
    """

    version: str
    counts: Counts
    formats: tuple[str, ...]
    writable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """One report of an upload: its id, whether it is new, a version of a known one, or known itself, and how many
    statements it has.
    """

    report: str
    outcome: str
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What became of an upload: its reports, none where nothing could be read, and what was left out, and why."""

    reports: tuple[Received, ...]
    left_out: tuple[Drop, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAgain:
    """What reading a report again led to: `outcome` is changed, same or failed; `left_out` says what was not read."""

    report: str
    producer: str
    outcome: str
    left_out: tuple[Drop, ...]


ANSWERS: Mapping[str, Any] = {
    "Overview": Overview,
    "Reports": Page[Listing],
    "Report": Report,
    "Statements": Page[Appearance],
    "Appearance": Appearance,
    "Claims": Page[ClaimLine],
    "Claim": Claim,
    "Trace": Trace,
    "Actors": Page[KnownActor],
    "KnownActor": KnownActor,
    "Hits": Page[Hit],
    "Brief": Brief,
    "Readings": Page[Reading],
    "Producers": Page[str],
    "Diff": Page[ReportDiff],
    "ReadAgain": ReadAgain,
    "Log": Page[Entry],
    "Judgement": Judgement,
    "Receipt": Receipt,
    "Problem": Problem,
}

_TAGGED = {"ETag": {"description": "the state that this answer belongs to", "schema": {"type": "string"}}}


def gives(name: str, *mistakes: int, status: int = 200) -> dict[int | str, dict[str, Any]]:
    """The answers of an operation: `name` is that of what it gives, `mistakes` the ways in which it can fail."""
    good = {"description": name, "content": {"application/json": {"schema": _ref(name)}}}
    return {status: good, **fails(*mistakes)}


def reads(name: str, *mistakes: int) -> dict[int | str, dict[str, Any]]:
    """`gives`, of an operation whose answer has a tag."""
    found = gives(name, *mistakes)
    found[200]["headers"] = _TAGGED
    return {**found, 304: {"description": "not changed since the answer with that tag", "headers": _TAGGED}}


def fails(*mistakes: int) -> dict[int | str, dict[str, Any]]:
    """The answers that say what went wrong; some can happen to every operation."""
    content = {MEDIA: {"schema": _ref("Problem")}}
    return {status: {"description": "Problem", "content": content} for status in sorted({*mistakes, 422, 503})}


def describe(app: FastAPI) -> dict[str, Any]:
    """The description of `app`, made once."""
    if not app.openapi_schema:
        found = get_openapi(
            title=app.title,
            version=app.version,
            openapi_version=app.openapi_version,
            summary=app.summary,
            routes=app.routes,
        )
        schemas = found.setdefault("components", {}).setdefault("schemas", {})
        answers, parts = msgspec.json.schema_components(ANSWERS.values(), ref_template=_AT)
        schemas.update(parts)
        for name, answer in zip(ANSWERS, answers, strict=True):
            if answer != _ref(name):
                schemas[name] = answer
        app.openapi_schema = found
    return app.openapi_schema


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": _AT.format(name=name)}
