"""Names that other programs know our things by: the same thing has the same name on every machine, in every format."""

from __future__ import annotations

from uuid import UUID, uuid5

from sayso.ledger.moments import bounds
from sayso.model import content_id

NAMESPACE = UUID("91d36c55-e7a3-4178-88ce-15c217b3d10d")  # of sayso, drawn once at random
VOCABULARY = "https://sayso.example/ns#"  # a name, not an address: RFC 2606 keeps .example from being anybody's


def uuid(*parts: str) -> UUID:
    """The UUID (RFC 9562, version 5) of what `parts` tell apart: a kind and an id."""
    return uuid5(NAMESPACE, content_id(*parts))


def urn(*parts: str) -> str:
    """The same as an IRI."""
    return uuid(*parts).urn


def instant(published: str | None) -> str | None:
    """The first moment that an ISO 8601 time of any precision may mean, as RFC 3339 in UTC with milliseconds; a time
    without a zone counts as UTC. None where the page gives no time.
    """
    told = bounds(published)
    return f"{told[0]}.000Z" if told else None


def is_address(uri: str) -> bool:
    """Whether a report's `uri` leads to a page on the web, and is no file of whoever read it."""
    return uri.startswith(("http://", "https://"))
