"""A ledger in other programs' forms: one module for each, and a dict of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from sayso.export.cameo import write_cameo
from sayso.export.claimreview import write_claimreview
from sayso.export.document import write_json
from sayso.export.ftm import write_ftm
from sayso.export.parquet import write_parquet
from sayso.export.prov import write_prov, write_turtle
from sayso.export.stix import write_stix
from sayso.export.table import write_csv
from sayso.ledger import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How a ledger is written in one form; `text` tells that a terminal can show it."""

    write: Callable[[View, BinaryIO], None]
    text: bool = True


FORMATS: Mapping[str, Format] = {
    "json": Format(write=write_json),
    "csv": Format(write=write_csv),
    "parquet": Format(write=write_parquet, text=False),
    "stix": Format(write=write_stix),
    "ftm": Format(write=write_ftm),
    "prov": Format(write=write_prov),
    "turtle": Format(write=write_turtle),
    "claimreview": Format(write=write_claimreview),
    "cameo": Format(write=write_cameo),
}
