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
    """How a ledger is written in one form; `text` tells that a terminal can show it. `media` is its media type, and
    `suffix` how the name of its file ends.
    """

    write: Callable[[View, BinaryIO], None]
    text: bool = True
    media: str
    suffix: str


FORMATS: Mapping[str, Format] = {
    "json": Format(write=write_json, media="application/json", suffix=".json"),
    "csv": Format(write=write_csv, media="text/csv", suffix=".csv"),
    "parquet": Format(write=write_parquet, text=False, media="application/vnd.apache.parquet", suffix=".parquet"),
    "stix": Format(write=write_stix, media="application/stix+json", suffix=".stix.json"),
    "ftm": Format(write=write_ftm, media="application/x-ndjson", suffix=".ftm.jsonl"),
    "prov": Format(write=write_prov, media="application/ld+json", suffix=".prov.jsonld"),
    "turtle": Format(write=write_turtle, media="text/turtle", suffix=".ttl"),
    "claimreview": Format(write=write_claimreview, media="application/ld+json", suffix=".claims.jsonld"),
    "cameo": Format(write=write_cameo, media="text/tab-separated-values", suffix=".tsv"),
}
