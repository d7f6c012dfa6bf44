"""A ledger that `sayso export --format json` wrote: its reports come with the statements that were found in them, and
with what people judged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial

import msgspec

from sayso.intake.attempt import attempt
from sayso.intake.source import Exported, Item, Source, too_large, unreadable
from sayso.model import Judgement, KeptReadings, Report, article_spans, judgement, words

OPENING = b'{"reports": ['  # the first line as the export writes it; a report a line follows

_SECTION = re.compile(rb'"([a-z]+)": \[')


class _Export(msgspec.Struct):
    """What of an export is read: claims, derivations and drifts follow from the rest, and are made anew."""

    reports: list[msgspec.Raw]
    readings: list[msgspec.Raw] = []
    judgements: list[msgspec.Raw] = []


def read(source: Source, limit: int) -> Iterator[Item]:
    """The reports of an export, each with its statements, then what was read and judged; a bad one costs that one.

    One laid out as `sayso export` does may have any size; another one only `limit` bytes.
    """
    first = source.stream.readline(limit + 1)
    if first.strip() == OPENING:
        yield from _lines(source, limit)
        return
    data = first + source.stream.read(max(0, limit + 1 - len(first)))
    if len(data) > limit:
        yield too_large(source.uri, "an export that is not laid out one report a line", limit)
        return
    try:
        found = msgspec.json.decode(data, type=_Export)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        yield unreadable(source.uri, f"not an export of a ledger: {error}")
        return
    for name, make in _MAKERS.items():
        for number, row in enumerate(getattr(found, name), 1):
            yield attempt(partial(make, bytes(row)), f"{source.uri} ({name.removesuffix('s')} {number})")


def _lines(source: Source, limit: int) -> Iterator[Item]:
    section, number = "reports", 1
    while line := source.stream.readline(limit + 1):
        number += 1
        where = f"{source.uri}:{number}"
        row = line.strip().removesuffix(b",")
        if section not in _MAKERS:
            opened = _SECTION.match(row)
            section = opened[1].decode() if opened and not row.endswith((b"]", b"]}")) else section
            continue
        if len(line) > limit and not line.endswith(b"\n"):
            yield too_large(where, f"a {section.removesuffix('s')} with more", limit)
            return
        yield attempt(partial(_MAKERS[section], row.removesuffix(_END[section])), where)
        section = "" if row.endswith(_END[section]) else section
    if section in _MAKERS:
        yield unreadable(source.uri, "the export breaks off")


# What ends a list behind its last row; the judgements stand last of all.
_END: Mapping[str, bytes] = {"reports": b"]", "readings": b"]", "judgements": b"]}"}


def _report(row: bytes) -> Report:
    report = msgspec.json.decode(row, type=Report)
    if report.body != article_spans(report.blocks):
        raise ValueError("the body is not the spans of the article's blocks")
    refuse_unsound(report)
    return report


def refuse_unsound(report: Report) -> None:
    """Raise ValueError where what was found in a report does not stand in it."""
    known = {link.id for link in report.attributions}
    for content in (*(s.content for s in report.statements), *(a.content for a in report.attributions)):
        if words(report.text, content.spans) != content.text:
            raise ValueError(f"the words and the place of a content differ: {content.text!r}")
    if any(not known.issuperset(statement.chain) for statement in report.statements):
        raise ValueError("a chain names an attribution that is not there")


def _readings(row: bytes) -> KeptReadings:
    return msgspec.json.decode(row, type=KeptReadings)


def _judgement(row: bytes) -> Judgement:
    found = msgspec.json.decode(row, type=Judgement)
    if judgement(found.decision, who=found.who, when=found.when, why=found.why).id != found.id:
        raise ValueError("the judgement is another one than its id says")
    return found


_MAKERS: Mapping[str, Callable[[bytes], Exported | KeptReadings | Judgement]] = {
    "reports": lambda row: Exported(report=_report(row)),
    "readings": _readings,
    "judgements": _judgement,
}
