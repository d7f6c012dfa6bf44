"""Whether the gold of the storylines holds together: every fault with its file, its place in it, and the reason."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import msgspec

from benchmarks.storylines.gold import (
    GOLD,
    HERE,
    PAGES,
    Gold,
    GoldClaim,
    GoldDerivation,
    GoldDrift,
    GoldQuantity,
    GoldReport,
    GoldStatement,
    Half,
    Manner,
    StanceKind,
    folders,
    read_gold,
)
from benchmarks.storylines.names import same_origin
from benchmarks.storylines.pages import NotThereError, Page, Places, page_of, pieces, place, words_of
from sayso.link.dates import days, published_before
from sayso.model import Certainty, DriftKind, Polarity

REPORTS = range(7, 9)
LEAST_STATEMENTS, LEAST_CLAIMS, LEAST_DERIVATIONS, LEAST_DRIFTS, LEAST_TRAPS = 25, 8, 3, 2, 2
LONGEST = 60  # words of a content; the rules say 40, and people sometimes speak longer

_PUBLISHED = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?")
_SURE = {Certainty.UNKNOWN: 0, Certainty.POSSIBLE: 1, Certainty.PROBABLE: 2, Certainty.CERTAIN: 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong, where."""

    file: str
    place: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.place}: {self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A gold file with its pages, ready to be asked. `placed` are the contents that stand where they should."""

    gold: Gold
    pages: Mapping[str, Page]
    placed: Mapping[str, Places] = field(default_factory=dict)

    @property
    def statements(self) -> Mapping[str, GoldStatement]:
        """The statements by id."""
        return {statement.id: statement for statement in self.gold.statement}

    def members(self, claim: str) -> list[GoldStatement]:
        """The statements of a claim."""
        return [statement for statement in self.gold.statement if claim in statement.claims]


Told = Iterator[tuple[str, str]]  # a place in the gold file, and what is wrong there


def faults(root: Path = HERE) -> Iterator[Fault]:
    """All that is wrong with the storylines under `root`."""
    names: Counter[str] = Counter()
    for half in Half:
        for folder in folders(half, root):
            names[folder.name] += 1
            yield from faults_in(folder)
    for name, count in names.items():
        if count > 1:
            yield Fault(file=name, place="folder", reason="both halves have a storyline of this name")


def faults_in(folder: Path) -> Iterator[Fault]:
    """All that is wrong with the storyline in a folder of a half."""
    file = (folder / GOLD).relative_to(folder.parents[1]).as_posix()
    return (Fault(file=file, place=where, reason=reason) for where, reason in faults_of(folder))


def faults_of(folder: Path) -> Told:
    """All that is wrong with one storyline: place and reason."""
    try:
        gold = read_gold(folder)
    except OSError as error:
        yield "file", f"cannot be read: {error.strerror}"
        return
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        yield "form", str(error)
        return
    pages, lost = _pages(folder, gold)
    yield from lost
    placed, misplaced = _placed(gold, pages)
    yield from misplaced
    checked = Checked(gold=gold, pages=pages, placed=placed)
    for check in CHECKS:
        yield from check(checked)


def _pages(folder: Path, gold: Gold) -> tuple[dict[str, Page], list[tuple[str, str]]]:
    there = {path.name for path in folder.iterdir() if path.suffix in PAGES}
    named = [report.file for report in gold.report]
    lost = [(f"report {name}", "there is no such file beside gold.toml") for name in named if name not in there]
    lost += [
        (f"report {name}", "the file stands in the folder and no [[report]] names it") for name in there - {*named}
    ]
    return {name: page_of(folder / name) for name in named if name in there}, sorted(lost)


def _placed(gold: Gold, pages: Mapping[str, Page]) -> tuple[dict[str, Places], list[tuple[str, str]]]:
    placed: dict[str, Places] = {}
    wrong = []
    for statement in gold.statement:
        page = pages.get(statement.report)
        if page is None:
            wrong.append((_at(statement), f"no [[report]] with a file {statement.report!r}"))
            continue
        try:
            placed[statement.id] = place(page, statement.words, statement.after)
        except NotThereError as error:
            wrong.append((_at(statement), f"{statement.report}: {error}"))
    return placed, wrong


def _at(statement: GoldStatement) -> str:
    return f"statement {statement.id}"


def _counts(checked: Checked) -> Told:
    gold = checked.gold
    across = [c for c in gold.claim if len({s.report for s in checked.members(c.id)}) > 1]
    if len(gold.report) not in REPORTS:
        yield "reports", f"{len(gold.report)} of them; {REPORTS.start} to {REPORTS.stop - 1} are asked for"
    for name, count, least in (
        ("statements", len(gold.statement), LEAST_STATEMENTS),
        ("claims", len(gold.claim), LEAST_CLAIMS),
        ("derivations", len(gold.derivation), LEAST_DERIVATIONS),
        ("drifts", len(gold.drift), LEAST_DRIFTS),
        ("traps", len(gold.storyline.traps), LEAST_TRAPS),
    ):
        if count < least:
            yield name, f"{count} of them; at least {least} are asked for"
    if 2 * len(across) < len(gold.claim):
        yield "claims", f"{len(across)} of {len(gold.claim)} are in several reports; half or more are asked for"
    if not any(claim.contested for claim in gold.claim):
        yield "claims", "none is contested; one or more is asked for"


def _unique(checked: Checked) -> Told:
    gold = checked.gold
    for what, ids in (
        ("report", [r.file for r in gold.report]),
        ("statement", [s.id for s in gold.statement]),
        ("claim", [c.id for c in gold.claim]),
        ("derivation", [f"{d.report} from {d.from_}" for d in gold.derivation]),
        ("drift", [f"{d.statement} from {d.from_} {d.kind}" for d in gold.drift]),
    ):
        for name, count in Counter(ids).items():
            if count > 1:
                yield f"{what} {name}", f"given {count} times"
    for words, ids in _by_place(checked).items():
        if len(ids) > 1:
            yield f"statement {' and '.join(ids)}", f"the same words of {words[0]}"


def _by_place(checked: Checked) -> dict[tuple[str, Places], list[str]]:
    found: dict[tuple[str, Places], list[str]] = {}
    for statement in checked.gold.statement:
        if statement.id in checked.placed:
            found.setdefault((statement.report, checked.placed[statement.id]), []).append(statement.id)
    return found


def _reports(checked: Checked) -> Told:
    told = {statement.report for statement in checked.gold.statement}
    for report in checked.gold.report:
        if report.file not in told:
            yield f"report {report.file}", "no statement is of this report"
        if not _is_moment(report):
            yield f"report {report.file}", f"published is no ISO 8601 day or minute: {report.published!r}"
        page = checked.pages.get(report.file)
        if page and report.title and not set(words_of(report.title)) <= set(page.words):
            yield f"report {report.file}", f"the page does not show this title: {report.title!r}"


def _is_moment(report: GoldReport) -> bool:
    if not report.published:
        return True
    try:
        datetime.fromisoformat(report.published)
    except ValueError:
        return False
    return bool(_PUBLISHED.fullmatch(report.published))


def _statements(checked: Checked) -> Told:
    claims = {claim.id for claim in checked.gold.claim}
    for statement in checked.gold.statement:
        for reason in _statement(statement):
            yield _at(statement), reason
        for claim in statement.claims:
            if claim not in claims:
                yield _at(statement), f"no [[claim]] {claim!r}"


def _statement(statement: GoldStatement) -> Iterator[str]:
    if (statement.manner is Manner.UNATTRIBUTED) != (not statement.chain):
        yield f"manner {statement.manner} and chain {list(statement.chain)}: unattributed goes with an empty chain only"
    if not all(name.strip() for name in statement.chain):
        yield "a name in the chain is empty"
    if len(words_of(statement.words)) > LONGEST:
        yield f"{len(words_of(statement.words))} words; a content has {LONGEST} at most"
    if statement.time and days(statement.time) is None:
        yield f"time is no EDTF level 1 date or interval: {statement.time!r}"
    for quantity in statement.quantities:
        yield from _quantity(quantity, statement)
    for stance in statement.stances:
        if not stance.by.strip():
            yield "a stance of nobody"


def _quantity(quantity: GoldQuantity, statement: GoldStatement) -> Iterator[str]:
    low, high = quantity.bounds
    if low is None and high is None:
        yield f"quantity {quantity.words!r} has neither min nor max"
    if low is not None and high is not None and low > high:
        yield f"quantity {quantity.words!r}: min {low:g} is more than max {high:g}"
    if not any(_within(quantity.words, piece) for piece in pieces(statement.words)):
        yield f"quantity {quantity.words!r} does not stand in the statement's words"


def _within(words: str, content: str) -> bool:
    return f" {' '.join(words_of(words))} " in f" {' '.join(words_of(content))} "


def _claims(checked: Checked) -> Told:
    for claim in checked.gold.claim:
        members = checked.members(claim.id)
        for reason in _claim(claim, members):
            yield f"claim {claim.id}", reason


def _claim(claim: GoldClaim, members: list[GoldStatement]) -> Iterator[str]:
    if not members:
        yield "no statement is a member of it"
    if not 0 <= claim.origins_min <= claim.origins_max or claim.origins_max < 1:
        yield f"origins {claim.origins_min} to {claim.origins_max}: no range that can be"
    elif not claim.origins_min <= len(claim.origins) <= claim.origins_max:
        yield f"{len(claim.origins)} origins are named, outside of {claim.origins_min} to {claim.origins_max}"
    polarities = {m.polarity for m in members}
    denied = polarities >= {Polarity.POSITIVE, Polarity.NEGATIVE} or any(map(_denied, members))
    shown = denied or Polarity.NEGATIVE in polarities or bool(claim.versions) or _incompatible(members)
    if claim.contested and not shown:
        yield (
            "contested, and no member is negative, none has a denial as a stance, no numbers or times of them are "
            "incompatible, and no `versions` are given in words"
        )
    if not claim.contested and denied:
        yield "not contested, and there are both sides of it, or a denial among its members' stances"


def _denied(statement: GoldStatement) -> bool:
    return any(stance.kind is StanceKind.DENIES for stance in statement.stances)


def _incompatible(members: Iterable[GoldStatement]) -> bool:
    told = list(members)
    quantities = [{q.bounds for q in m.quantities} for m in told if m.quantities]
    spans = [span for m in told if (span := days(m.time))]
    apart = any(a.gap(b) for a in spans for b in spans)
    return apart or any(not (a & b) for a in quantities for b in quantities)


def _derivations(checked: Checked) -> Told:
    published = {report.file: report.published for report in checked.gold.report}
    for derivation in checked.gold.derivation:
        for reason in _derivation(derivation, published):
            yield f"derivation {derivation.report} from {derivation.from_}", reason


def _derivation(derivation: GoldDerivation, published: Mapping[str, str]) -> Iterator[str]:
    for file in (derivation.report, derivation.from_):
        if file not in published:
            yield f"no [[report]] with a file {file!r}"
    if derivation.report == derivation.from_:
        yield "a report does not derive from itself"
    if not derivation.kinds:
        yield "no kind is given"
    if not derivation.evidence.strip():
        yield "no evidence is given"
    if published_before(published.get(derivation.report), published.get(derivation.from_)):
        yield "it was published before what it derives from"


def _drifts(checked: Checked) -> Told:
    statements = checked.statements
    for drift in checked.gold.drift:
        where = f"drift {drift.statement} from {drift.from_}"
        ends = [statements.get(name) for name in (drift.from_, drift.statement)]
        if ends[0] and ends[1]:
            for reason in _drift(drift, ends[0], ends[1], checked):
                yield where, reason
        else:
            lost = [name for name in (drift.statement, drift.from_) if name not in statements]
            yield where, f"no [[statement]] {', '.join(lost)}"


def _named_twice(checked: Checked) -> Told:
    """An accusation whose source is gone is `allegation_as_fact`, anything else `attribution_dropped`: never both."""
    kinds: dict[tuple[str, str], set[DriftKind]] = {}
    for drift in checked.gold.drift:
        kinds.setdefault((drift.statement, drift.from_), set()).add(drift.kind)
    for (later, earlier), found in kinds.items():
        if {DriftKind.ALLEGATION_AS_FACT, DriftKind.ATTRIBUTION_DROPPED} <= found:
            yield (
                f"drift {later} from {earlier}",
                "both allegation_as_fact and attribution_dropped; it is the one or the other",
            )


def _drift(drift: GoldDrift, earlier: GoldStatement, later: GoldStatement, checked: Checked) -> Iterator[str]:
    if not set(earlier.claims) & set(later.claims):
        yield "the two statements share no claim"
    if earlier.report != later.report and earlier.report not in _sources(later.report, checked.gold):
        yield f"{later.report} does not derive from {earlier.report}"
    if not CHANGED[drift.kind](earlier, later, checked):
        yield f"the two statements, as they are annotated, do not show {drift.kind}: {MEANING[drift.kind]}"


def _sources(report: str, gold: Gold) -> set[str]:
    """The reports that `report` has something from, at first hand or not."""
    out: set[str] = set()
    new = {report}
    while new:
        new = {d.from_ for d in gold.derivation if d.report in new} - out
        out |= new
    return out


def _bounds(statement: GoldStatement) -> list[tuple[float, float]]:
    return sorted(
        (q.min if q.min is not None else -1, q.max if q.max is not None else -1) for q in statement.quantities
    )


def _carries_denial(statement: GoldStatement, checked: Checked) -> bool:
    """Whether a statement, or its report in another statement of the same claim, has the denial."""
    shared = set(statement.claims)
    beside = [s for s in checked.gold.statement if s.report == statement.report and shared & set(s.claims)]
    return any(_denied(s) or s.polarity is Polarity.NEGATIVE for s in beside)


Changed = Callable[[GoldStatement, GoldStatement, Checked], bool]

CHANGED: Mapping[DriftKind, Changed] = {
    DriftKind.HEDGE_LOST: lambda x, y, _: _SURE[x.certainty] < _SURE[y.certainty],
    DriftKind.QUANTITY_CHANGED: lambda x, y, _: _bounds(x) != _bounds(y),
    DriftKind.ATTRIBUTION_DROPPED: lambda x, y, _: bool(x.chain) and not same_origin(y.chain, x.chain),
    DriftKind.ALLEGATION_AS_FACT: lambda x, y, _: bool(x.chain) and not y.chain,
    DriftKind.DENIAL_DROPPED: lambda x, y, c: _carries_denial(x, c) and not _carries_denial(y, c),
    DriftKind.TIME_SHIFTED: lambda x, y, _: x.time != y.time,
}
MEANING: Mapping[DriftKind, str] = {
    DriftKind.HEDGE_LOST: "certainty rises",
    DriftKind.QUANTITY_CHANGED: "the bounds of a quantity differ",
    DriftKind.ATTRIBUTION_DROPPED: "the innermost source of the first is not that of the second",
    DriftKind.ALLEGATION_AS_FACT: "the first has a source, the second none",
    DriftKind.DENIAL_DROPPED: "the first report has the denial of the claim, the second has not",
    DriftKind.TIME_SHIFTED: "the times differ",
}

CHECKS: tuple[Callable[[Checked], Told], ...] = (
    _counts,
    _unique,
    _reports,
    _statements,
    _claims,
    _derivations,
    _drifts,
    _named_twice,
)
