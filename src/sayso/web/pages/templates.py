"""Templates, filled in: everything is escaped that no template says is markup."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from sayso.export.part import PARTS
from sayso.model import Field
from sayso.query import decided, shown
from sayso.web.pages import telling

STATIC = Path(__file__).parent / "static"

# What the bar at the top leads to.
PLACES = (
    *(("/claims", "Claims"), ("/timeline", "Timeline"), ("/map", "Map"), ("/graph", "Graph")),
    *(("/reports", "Reports"), ("/actors", "Actors"), ("/queue", "Queue"), ("/add", "Add")),
)

# What the same filters can be looked at as.
VIEWS = (("/claims", "List"), ("/timeline", "Timeline"), ("/map", "Map"), ("/graph", "Graph"))


@cache
def environment() -> Environment:
    """The templates of this package, with the words of `telling` as filters."""
    made = Environment(
        loader=PackageLoader("sayso.web.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= _PLAIN
    made.filters |= {name: _in_locale(function) for name, function in _LOCAL.items()}
    made.globals |= {"asset": asset, "PLACES": PLACES, "VIEWS": VIEWS, "UNKNOWN": telling.UNKNOWN}
    made.globals |= {"DRIFT": telling.DRIFT, "DERIVATION": telling.DERIVATION, "REALIS": telling.REALIS}
    made.globals |= {"RELIABILITY": shown.RELIABILITY, "CREDIBILITY": shown.CREDIBILITY}
    made.globals |= {"CERTAINTY": telling.CERTAINTY, "commitment": telling.commitment}
    made.globals |= {"FIELDS": tuple(Field), "FORMS": tuple(PARTS)}
    return made


_PLAIN: Mapping[str, Callable[..., Any]] = {
    "one_line": shown.one_line,
    "what": decided.what_of,
    "words_of": decided.words_of,
    "short": shown.short,
    "when": telling.when,
    "event_time": telling.event_time,
    "direction": telling.direction,
    "place": telling.place,
}
# These are given the reader's locale last.
_LOCAL: Mapping[str, Callable[..., str]] = {
    "number": telling.number,
    "counted": telling.counted,
    "origins": telling.origins,
    "factuality": telling.factuality,
    "quantity": telling.quantity,
    "amount": telling.amount,
}


def _in_locale(function: Callable[..., str]) -> Callable[..., str]:
    @pass_context
    def told(context: Context, value: Any, *more: Any) -> str:
        return function(value, *more, context["page"].locale)

    return told


def render(template: str, things: Mapping[str, Any]) -> str:
    """A template with these things in it; one of them is the `page`."""
    return environment().get_template(template).render(things)


@cache
def asset(name: str) -> str:
    """The address of a static file; it changes with the file, so that a browser may keep it for ever."""
    digest = sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={digest}"
