"""What a ledger is asked for, and what it answers beside the things of the model."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model import Appearance, Certainty, Span, Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which claims or statements are asked for; what is None or zero does not restrict.

    Actors are given by id or by whole words of a name, in any case: `about` takes part in the event or is named in the
    content, `origin` is whom a statement comes from (the outlet, where its chain is empty). `place` is a name, an ISO
    3166-1 code or a GeoNames id; `event` a PLOVER root or the first digits of a CAMEO code. `since` and `until` are
    EDTF dates, both included, and meet the time of the event or, where it has none, of publication. `outlet` published
    the report, by whole words of its name; `certainty` is how sure the origin is.
    """

    about: str | None = None
    origin: str | None = None
    place: str | None = None
    event: str | None = None
    since: str | None = None
    until: str | None = None
    contested: bool = False
    min_origins: int = 0
    outlet: str | None = None
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LogFilter:
    """Which judgements are asked for; what is None does not restrict.

    `kind` is a decision's tag (statement, field, merge, …), `report` the whole id of a report that it rests on; `since`
    and `until` are EDTF dates, both included.
    """

    who: str | None = None
    kind: str | None = None
    report: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """That `producer` (name@version) read a report, and whether its reading is the one in use."""

    report: str
    producer: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One line of the list of reports; `superseded_by` is the id of the newest version of an outdated one."""

    id: str
    uri: str
    outlet: str | None
    title: str | None
    published: str | None
    updated: str | None
    language: str
    statements: int
    superseded_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownActor:
    """Somebody whom statements come from, go through or are about: a name, and how many current ones."""

    id: str
    name: str
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A report in which the words looked for stand.

    `window` is the part of the report's text to show, `marks` the words found in it; both count code points of the
    report's text. `text` is what stands in `window`. `statements` are those that have what is asked for in their
    content or in the names of who says it or takes part. A higher `score` is a better hit; scores of different
    searches, or of different databases, do not compare.
    """

    report: Listing
    score: float
    window: Span
    text: str
    marks: Spans
    statements: tuple[Appearance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What a ledger holds; `reports` counts every version, `statements` those of current versions."""

    reports: int
    versions: int
    statements: int
    claims: int
    drops: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What adding a report meant: `current` is the id of its newest version (its own id, if it is that), `retired` the
    statements of the versions that it made outdated; `version` tells that another version was known.
    """

    current: str
    retired: frozenset[str] = frozenset()
    version: bool = False
