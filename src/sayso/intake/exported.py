"""A ledger that `sayso export --format json` wrote: its reports come with the statements that were found in them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import msgspec

from sayso.intake.attempt import attempt
from sayso.intake.source import Exported, Source, too_large, unreadable
from sayso.model import Drop, Report, article_spans, words

OPENING = b'{"reports": ['  # the first line as the export writes it; a report a line follows


class _Export(msgspec.Struct):
    """What of an export is read: claims, derivations and drifts follow from the reports, and are linked anew."""

    reports: list[msgspec.Raw]


def read(source: Source, limit: int) -> Iterator[Exported | Drop]:
    """The reports of an export, each with its statements; a bad one costs that one.

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
        rows = msgspec.json.decode(data, type=_Export).reports
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        yield unreadable(source.uri, f"not an export of a ledger: {error}")
        return
    for number, row in enumerate(rows, 1):
        yield _one(bytes(row), f"{source.uri} (report {number})")


def _lines(source: Source, limit: int) -> Iterator[Exported | Drop]:
    number = 1
    while line := source.stream.readline(limit + 1):
        number += 1
        where = f"{source.uri}:{number}"
        if len(line) > limit and not line.endswith(b"\n"):
            yield too_large(where, "a report with more", limit)
            return
        row = line.strip().removesuffix(b",")
        yield _one(row.removesuffix(b"]"), where)
        if row.endswith(b"]"):
            return
    yield unreadable(source.uri, "the export breaks off")


def _one(row: bytes, where: str) -> Exported | Drop:
    read_back = attempt(partial(_report, row), where)
    return read_back if isinstance(read_back, Drop) else Exported(report=read_back)


def _report(row: bytes) -> Report:
    report = msgspec.json.decode(row, type=Report)
    if report.body != article_spans(report.blocks):
        raise ValueError("the body is not the spans of the article's blocks")
    known = {link.id for link in report.attributions}
    for content in (*(s.content for s in report.statements), *(a.content for a in report.attributions)):
        if words(report.text, content.spans) != content.text:
            raise ValueError(f"the words and the place of a content differ: {content.text!r}")
    if any(not known.issuperset(statement.chain) for statement in report.statements):
        raise ValueError("a chain names an attribution that is not there")
    return report
