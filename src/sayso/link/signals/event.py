"""Signals from the event: what kind it is, when and where."""

from __future__ import annotations

from sayso.link.signals.pair import Pair
from sayso.link.terms import is_country
from sayso.model import Place, Realis

FAR = 60  # days between publications after which an undated content is hardly the same happening
NEAR_KM = 30.0
_UNREAL = frozenset({Realis.PLANNED, Realis.PREDICTED, Realis.HYPOTHETICAL})


def other_event(pair: Pair) -> float:
    """1 where both are coded, and as different kinds of event."""
    a, b = pair.a, pair.b
    x, y = a.appearance.statement.event, b.appearance.statement.event
    return float(x is not None and y is not None and x.plover != y.plover)


def other_realis(pair: Pair) -> float:
    """1 where one tells what happened and the other what is planned, foretold or supposed."""
    a, b = pair.a, pair.b
    return float((a.appearance.statement.realis in _UNREAL) != (b.appearance.statement.realis in _UNREAL))


def same_time(pair: Pair) -> float:
    """Whether both are dated, and their dates meet: 1 for days, less for weeks and months."""
    a, b = pair.a, pair.b
    if not a.when or not b.when or a.when.gap(b.when):
        return 0.0
    return 1.0 if max(a.when.width, b.when.width) <= 2 else 0.5


def other_time(pair: Pair) -> float:
    """Whether both are dated, and their dates do not meet; the day next to it counts less, for nights and zones."""
    a, b = pair.a, pair.b
    gap = a.when.gap(b.when) if a.when and b.when else 0
    return 0.0 if gap == 0 else 0.5 if gap == 1 else 1.0


def far_apart(pair: Pair) -> float:
    """How many days lie between the publications: 0 for none, half for a month, 1 from two on; 0 for one date."""
    a, b = pair.a, pair.b
    if same_time(pair) or a.published is None or b.published is None:
        return 0.0
    return min(1.0, abs(a.published - b.published) / FAR)


def undated(pair: Pair) -> float:
    """1 where nothing tells that two reports are of the same weeks: the day of one is not known, nor are both contents
    dated. What is told in the same words may be of another year.
    """
    a, b = pair.a, pair.b
    if a.appearance.report == b.appearance.report or (a.when and b.when):
        return 0.0
    return float(a.published is None or b.published is None)


def same_place(pair: Pair) -> float:
    """Whether both happened at one place, by GeoNames id or by name."""
    a, b = pair.a, pair.b
    return float(a.place is not None and b.place is not None and _same(a.place, b.place))


def other_place(pair: Pair) -> float:
    """1 where both places are known and neither can lie in the other."""
    a, b = pair.a, pair.b
    x, y = a.place, b.place
    if x is None or y is None or _same(x, y) or _may_hold(x, y) or _may_hold(y, x):
        return 0.0
    if x.name.casefold() in b.setting or y.name.casefold() in a.setting:
        return 0.3
    return 1.0


def other_locality(pair: Pair) -> float:
    """1 where both name a place as where it was, and neither names the other's: "near Sisak", "outside Karlovac"."""
    a, b = pair.a, pair.b
    if not a.localities or not b.localities or not a.localities.isdisjoint(b.localities):
        return 0.0
    return float(a.localities.isdisjoint(b.names) and b.localities.isdisjoint(a.names))


def _same(x: Place, y: Place) -> bool:
    if x.geonames_id is not None and x.geonames_id == y.geonames_id:
        return True
    return x.name.casefold() == y.name.casefold()


def _may_hold(outer: Place, inner: Place) -> bool:
    """Whether `outer` may be the country or region around `inner`; of regions only the centre is known."""
    if outer.country != inner.country or outer.country is None:
        return outer.country is None or inner.country is None
    if is_country(outer.name):
        return True
    if outer.lat is None or inner.lat is None or outer.lon is None or inner.lon is None:
        return True
    return abs(outer.lat - inner.lat) * 111 < NEAR_KM and abs(outer.lon - inner.lon) * 75 < NEAR_KM
