"""What a list or a search may be asked for, as parameters of an address."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import Depends, Path, Query
from pydantic import BaseModel
from pydantic import Field as Is

from sayso.ledger import Filter, LogFilter, query_of
from sayso.ledger import Query as Search

Id = Annotated[str, Path(min_length=1, max_length=100, description="the id, or its first digits")]

Name = Annotated[str | None, Is(max_length=500)]
Day = Annotated[
    str | None,
    Is(max_length=100, description="an EDTF date: 2024, 2024-03, 2024-03-14", json_schema_extra={"format": "edtf"}),
]
FormName = Annotated[str, Path(max_length=100, description="one of the formats that the overview lists")]
ActorName = Annotated[str | None, Query(max_length=500, description="whole words of a name")]

# more would be no number of a database
_MOST_ORIGINS = 1_000_000


class Which(BaseModel):
    """Which claims or statements; see `sayso claims`."""

    about: Annotated[Name, Is(description="who takes part or is named in the content")] = None
    origin: Annotated[Name, Is(description="whom a statement comes from")] = None
    place: Annotated[Name, Is(description="place name, country code or GeoNames id")] = None
    event: Annotated[Name, Is(description="PLOVER root or CAMEO code")] = None
    since: Day = None
    until: Day = None
    contested: Annotated[bool, Is(description="only what is denied or given in rival versions")] = False
    min_origins: Annotated[int, Is(ge=0, le=_MOST_ORIGINS, description="known independent origins at least")] = 0


class WhichJudgements(BaseModel):
    """Which judgements; see `sayso log`."""

    who: Annotated[Name, Is(description="who judged")] = None
    kind: Annotated[Name, Is(description="what was decided on: statement, field, merge, split, …")] = None
    report: Annotated[Name, Is(description="whole id of a report that it rests on")] = None
    since: Day = None
    until: Day = None


class Words(BaseModel):
    """What is searched for; see `sayso search`."""

    q: Annotated[str, Is(max_length=1000, description='words, "phrases", begin*, OR, -without')] = ""
    outlet: Annotated[Name, Is(description="who published the report")] = None
    actor: Annotated[Name, Is(description="who says something in it or takes part")] = None
    since: Day = None
    until: Day = None


def _filter(which: Annotated[Which, Query()]) -> Filter:
    return Filter(**which.model_dump())


def _log_filter(which: Annotated[WhichJudgements, Query()]) -> LogFilter:
    return LogFilter(**which.model_dump())


def _search(words: Annotated[Words, Query()]) -> Search:
    narrowed = words.model_dump(exclude={"q"}, exclude_none=True)
    return replace(query_of(words.q), **narrowed)


Only = Annotated[Filter, Depends(_filter)]
OnlyJudgements = Annotated[LogFilter, Depends(_log_filter)]
Wanted = Annotated[Search, Depends(_search)]
