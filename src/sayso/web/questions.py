"""What a list or a search may be asked for, as parameters of an address."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Annotated

from fastapi import Depends, Path, Query
from pydantic import BaseModel, BeforeValidator
from pydantic import Field as Is
from pydantic_core import PydanticCustomError

from sayso.export import FORMATS
from sayso.ledger import Filter, LogFilter, query_of
from sayso.ledger import Query as Search
from sayso.ledger.judgements import KINDS
from sayso.model import Certainty

Id = Annotated[str, Path(min_length=1, max_length=100, description="the id, or its first digits")]
Producer = Annotated[str, Is(min_length=1, max_length=200, description="a version of the extractor: name@version")]

Name = Annotated[str | None, Is(max_length=500)]

# A year, a month or a day of the calendar and nothing else, so that the description of the API tells a client which
# dates are taken: without look-ahead, which the library that checks it does not know.
_YEAR = "[1-9][0-9]{3}"
_LEAP_YEAR = "(?:[1-9][0-9](?:0[48]|[2468][048]|[13579][26])|(?:[2468][048]|[13579][26])00)"
_DAYS = (
    "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])",
    "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)",
    "02-(?:0[1-9]|1[0-9]|2[0-8])",
)
DATE = f"^(?:{_YEAR}(?:-(?:0[1-9]|1[0-2]|{'|'.join(_DAYS)}))?|{_LEAP_YEAR}-02-29)$"

_IS_DATE = re.compile(DATE)
A_DATE = "a year, a month or a day: 2024, 2024-03, 2024-03-14"


def _date(told: object) -> object:
    # asked before the pattern is, which would be told as the reason
    if isinstance(told, str) and not _IS_DATE.match(told):
        raise PydanticCustomError("date", A_DATE)
    return told


Day = Annotated[str | None, Is(pattern=DATE, description=A_DATE), BeforeValidator(_date)]
FormName = Annotated[str, Path(description="the form", json_schema_extra={"enum": list(FORMATS)})]
ActorName = Annotated[str | None, Query(max_length=500, description="whole words of a name")]

# more would be no number of a database
MOST_ORIGINS = 1_000_000


class Which(BaseModel):
    """Which claims or statements; see `sayso claims`."""

    about: Annotated[Name, Is(description="who takes part or is named in the content")] = None
    origin: Annotated[Name, Is(description="whom a statement comes from")] = None
    place: Annotated[Name, Is(description="place name, country code or GeoNames id")] = None
    event: Annotated[Name, Is(description="PLOVER root or CAMEO code")] = None
    outlet: Annotated[Name, Is(description="who published the report")] = None
    certainty: Annotated[Certainty | None, Is(description="how surely its source gives it")] = None
    since: Day = None
    until: Day = None
    contested: Annotated[bool, Is(description="only what is denied or given in rival versions")] = False
    min_origins: Annotated[int, Is(ge=0, le=MOST_ORIGINS, description="known independent origins at least")] = 0


class WhichJudgements(BaseModel):
    """Which judgements; see `sayso log`."""

    who: Annotated[Name, Is(description="who judged")] = None
    kind: Annotated[str | None, Is(description="what was decided on", json_schema_extra={"enum": list(KINDS)})] = None
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
