"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from sayso.model import Certainty
from sayso.settings import LEDGER_VARIABLE


class Shape(StrEnum):
    """How a list is printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


LedgerOption = Annotated[
    str, typer.Option("--ledger", envvar=LEDGER_VARIABLE, help="path or URL of the ledger", metavar="URL")
]
ShapeOption = Annotated[Shape, typer.Option("--format", help="table for people, json or csv for programs")]
JobsOption = Annotated[int, typer.Option("--jobs", min=1, metavar="N", help="processes that extract side by side")]
StrictOption = Annotated[bool, typer.Option("--strict", help="exit with 1 if anything could not be read")]
LimitOption = Annotated[int | None, typer.Option("--limit", min=1, metavar="N", help="print at most so many")]

About = Annotated[str | None, typer.Option(metavar="ACTOR", help="who takes part or is named in the content")]
OriginName = Annotated[str | None, typer.Option("--origin", metavar="ACTOR", help="whom a statement comes from")]
PlaceName = Annotated[str | None, typer.Option("--place", metavar="P", help="place name, country code or GeoNames id")]
EventCode = Annotated[str | None, typer.Option("--event", metavar="CODE", help="PLOVER root or CAMEO code")]
OutletName = Annotated[str | None, typer.Option("--outlet", metavar="O", help="who published the report")]
GivenAs = Annotated[Certainty | None, typer.Option("--certainty", help="how surely its source gives it")]
Since = Annotated[str | None, typer.Option(metavar="D", help="not before this date (EDTF: 2024, 2024-03, 2024-03-04)")]
Until = Annotated[str | None, typer.Option(metavar="D", help="not after this date")]
Contested = Annotated[bool, typer.Option("--contested", help="only what is denied or given in rival versions")]
MinOrigins = Annotated[
    int, typer.Option("--min-origins", metavar="N", min=0, help="known independent origins at least")
]
