"""An event table with the columns of GDELT 2.0 and POLECAT that a statement can fill, and those only sayso has.

One row a statement, not an event: several rows may be about one event, with the same `Claim`. A column has the name it
has there only where its cells mean the same; GDELT's counts of mentions, its tone and the Goldstein scale are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import BinaryIO, NamedTuple

from sayso import resources
from sayso.export.context import Context, origin
from sayso.export.names import instant, is_address
from sayso.export.table import (
    Cell,
    Column,
    Kind,
    chain,
    follow,
    overruled,
    probability,
    quantities,
    rows,
    spans,
    stances,
    write_cells,
)
from sayso.ledger import View
from sayso.ledger.moments import EARLIEST, LATEST, bounds
from sayso.model import Participant, Role

# GDELT's QuadClass and POLECAT's Quad Code. The first by CAMEO root (GDELT 2.0 codebook), the second by PLOVER type.
_QUADS = ("VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT")
_LAST_ROOT = (5, 8, 13, 20)  # the last CAMEO root of each class
PLOVER_QUADS: Mapping[str, str] = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), _QUADS[0]),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), _QUADS[1]),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), _QUADS[2]),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), _QUADS[3]),
}


class Codes(NamedTuple):
    """A country's codes: ISO 3166-1 alpha-3, FIPS 10-4; None where there is none."""

    alpha3: str | None
    fips: str | None


@cache
def countries() -> Mapping[str, Codes]:
    """The codes of each country, by its ISO 3166-1 alpha-2 code."""
    rows_read = resources.rows("export/countries.tsv")
    return {iso: Codes(*(None if code == "-" else code for code in codes)) for iso, *codes in rows_read}


def quad_class(cameo: str) -> int | None:
    """GDELT's QuadClass, 1 to 4, of a CAMEO code; None of what is no such code."""
    root = cameo[:2]
    if not (root.isascii() and root.isdigit() and 1 <= int(root) <= _LAST_ROOT[-1]):
        return None
    return next(number for number, last in enumerate(_LAST_ROOT, 1) if int(root) <= last)


def _cameo(value: Callable[[str], Cell]) -> Callable[[Context], Cell]:
    return lambda c: value(c.statement.event.cameo) if c.statement.event else None


def _quad_code(context: Context) -> str | None:
    return PLOVER_QUADS.get(context.statement.event.plover) if context.statement.event else None


def _party(role: Role) -> Callable[[Context], Participant | None]:
    """The first who has this part."""

    def value(context: Context) -> Participant | None:
        event = context.statement.event
        return next((p for p in event.participants if p.role is role and p.actor), None) if event else None

    return value


_actor, _recipient = _party(Role.ACTOR), _party(Role.RECIPIENT)


def _name(party: Callable[[Context], Participant | None]) -> Callable[[Context], Cell]:
    return lambda c: p.actor.name if (p := party(c)) and p.actor else None


def _alpha3(party: Callable[[Context], Participant | None]) -> Callable[[Context], Cell]:
    def value(context: Context) -> Cell:
        found = party(context)
        return _codes(found.actor.country if found and found.actor else None).alpha3

    return value


def _codes(country: str | None) -> Codes:
    return countries().get(country or "", Codes(None, None))


def _place_code(name: str) -> Callable[[Context], Cell]:
    def value(context: Context) -> Cell:
        place = context.statement.place
        code: str | None = getattr(_codes(place.country if place else None), name)
        return code

    return value


def _day(side: int) -> Callable[[Context], Cell]:
    """The first (0) or last (1) day on which it happened; empty where the text leaves that end open."""

    def value(context: Context) -> Cell:
        told = bounds(context.statement.time.edtf) if context.statement.time else None
        return None if told is None or told[side] == (EARLIEST, LATEST)[side] else told[side][:10]

    return value


def _sqldate(context: Context) -> int | None:
    """The day as GDELT writes it; only where the text tells the very day."""
    first, last = _day(0)(context), _day(1)(context)
    return int(str(first).replace("-", "")) if first and first == last else None


def _bound(name: str) -> Callable[[Context], Cell]:
    def value(context: Context) -> Cell:
        found = context.statement.quantities
        cell: Cell = getattr(found[0], name) if found else None
        return cell

    return value


def _publication(context: Context) -> str | None:
    told = instant(context.report.published)
    return told[:10] if told else None


_TABLE: tuple[tuple[str, Kind, Callable[[Context], Cell], str], ...] = (
    ("GlobalEventID", str, follow("statement.id"), "GDELT; id of the statement"),
    ("Day", int, _sqldate, "GDELT; YYYYMMDD of the event, empty unless the text tells the very day"),
    ("Actor1Name", str, _name(_actor), "GDELT; who acts, the first named"),
    ("Actor1CountryCode", str, _alpha3(_actor), "GDELT; ISO 3166-1 alpha-3 (CAMEO has ROM for ROU and a few more)"),
    ("Actor2Name", str, _name(_recipient), "GDELT; on whom, the first named"),
    ("Actor2CountryCode", str, _alpha3(_recipient), "GDELT; ISO 3166-1 alpha-3"),
    ("EventCode", str, _cameo(lambda code: code), "GDELT; CAMEO code of the event, text: zeros lead"),
    ("EventBaseCode", str, _cameo(lambda code: code[:3]), "GDELT; its first three digits"),
    ("EventRootCode", str, _cameo(lambda code: code[:2]), "GDELT; its first two digits"),
    ("QuadClass", int, _cameo(quad_class), "GDELT; 1 verbal, 2 material cooperation, 3 verbal, 4 material conflict"),
    ("ActionGeo_FullName", str, follow("statement.place.name"), "GDELT; where"),
    ("ActionGeo_CountryCode", str, _place_code("fips"), "GDELT; FIPS 10-4, which is not ISO"),
    ("ActionGeo_Lat", float, follow("statement.place.lat"), "GDELT; degrees north"),
    ("ActionGeo_Long", float, follow("statement.place.lon"), "GDELT; degrees east"),
    ("SOURCEURL", str, lambda c: c.report.uri if is_address(c.report.uri) else None, "GDELT; address of the report"),
    ("Event Date", str, _day(0), "POLECAT; first day of the event; empty where open or unknown"),
    ("Event Date End", str, _day(1), "last day of the event; empty where open or unknown"),
    ("Event Type", str, follow("statement.event.plover"), "POLECAT; PLOVER root"),
    ("Quad Code", str, _quad_code, "POLECAT; by PLOVER root"),
    ("Country", str, _place_code("alpha3"), "POLECAT; ISO 3166-1 alpha-3 of the place"),
    ("GeoNames ID", int, follow("statement.place.geonames_id"), "POLECAT; GeoNames id of the place"),
    ("Source", str, follow("report.outlet"), "POLECAT; who published the report"),
    ("Publication Date", str, _publication, "POLECAT; first day that the page's time may mean, in UTC"),
    ("Language", str, follow("report.language"), "POLECAT; ISO 639-1 of the report"),
    ("Origin", str, follow("statement.origin.name"), "whom it comes from; empty: the outlet itself"),
    ("Origin Kind", str, lambda c: actor.kind.value if (actor := origin(c)) else None, "what sort of actor that is"),
    ("Chain", str, chain, "all sources, innermost first"),
    ("Certainty", str, follow("statement.factuality.certainty"), "FactBank; how far the origin commits to it"),
    ("Polarity", str, follow("statement.factuality.polarity"), "FactBank; whether the origin holds it true or false"),
    ("Probability Min", float, probability(0), "ICD 203 range of a probability word, lower end"),
    ("Probability Max", float, probability(1), "the same, upper end"),
    ("Stances", str, stances, "who else commits to it, and how"),
    ("Realis", str, follow("statement.realis"), "actual, planned, predicted, hypothetical or generic"),
    ("EDTF", str, follow("statement.time.edtf"), "when, as exact as the words"),
    ("Quantity Min", float, _bound("min"), "first quantity: at least; empty where open"),
    ("Quantity Max", float, _bound("max"), "first quantity: at most; empty where open"),
    ("Quantity Of", str, _bound("of"), "what it counts"),
    ("Quantities", str, quantities, "all of them, min..max of what"),
    ("Claim", str, follow("claim.id"), "id of the claim: rows that share it are versions of one content"),
    ("Independent Origins Min", int, follow("claim.independent_origins.min"), "origins of the claim, at least"),
    ("Independent Origins Max", int, follow("claim.independent_origins.max"), "origins of the claim, at most"),
    ("Contested", bool, follow("claim.contested"), "whether the claim is denied or given in rival versions"),
    ("Overruled", str, overruled, "fields in which a person's value stands for the machine's, and who decided"),
    ("Report", str, follow("report.id"), "id of the report"),
    ("Spans", str, spans, "where the content stands in the report's text, in code points"),
    ("Content", str, follow("statement.content.text"), "the words claimed"),
)

EVENT_COLUMNS = tuple(Column(name=n, kind=kind, value=value, meaning=meaning) for n, kind, value, meaning in _TABLE)


_ONE_LINE = str.maketrans(dict.fromkeys("\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))


def write_cameo(view: View, out: BinaryIO) -> None:
    """Write the event table, tab-separated in UTF-8 as GDELT's and POLECAT's are, the names of the columns first.

    A tab or a line break inside a cell becomes a blank, so that a line is a row for every program.
    """
    lines = (map(_one_line, row.values()) for row in rows(view, EVENT_COLUMNS))
    write_cells([column.name for column in EVENT_COLUMNS], lines, out, tabs=True)


def _one_line(cell: Cell) -> Cell:
    return cell.translate(_ONE_LINE) if isinstance(cell, str) else cell
