"""Answers to evaluation rows, by the product's own components with the product's own settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from benchmarks.annotated import within
from benchmarks.rows import Row, article_report
from sayso.extract.draft import Draft
from sayso.extract.encoding.encoder import encode
from sayso.extract.events.step import event_between
from sayso.extract.factuality.step import predicate_factuality
from sayso.extract.parse import Parsed, parse
from sayso.extract.pipeline import extract
from sayso.extract.places.step import find_places
from sayso.extract.times.step import find_times
from sayso.intake.html.read import read_html
from sayso.intake.page.read import read_page
from sayso.model import Attribution, Block, BlockKind, Report, Span

# What an evaluation's article body is: without headline and captions, which the product counts to the body too.
BODY_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.STANDFIRST})


def _link(attribution: Attribution) -> Row:
    return {
        "source": attribution.source and [list(span) for span in attribution.source.spans],
        "cue": [list(span) for span in attribution.cue.spans] if attribution.cue else [],
        "content": [list(span) for span in attribution.content.spans],
    }


def attribution(row: Row) -> Row:
    """Source, cue and content of every attribution in `text` that has a cue, as all that are annotated have."""
    return {"attributions": [_link(a) for a in extract(article_report(row)).attributions if a.cue]}


def time(row: Row) -> Row:
    """TIMEX3 values of the time expressions in `text`, relative to `published`."""
    found = find_times(Draft(parsed=parse(article_report(row)))).times
    return {"times": [{"start": t.span.start, "end": t.span.end, "timex": t.timex} for t in found]}


def place(row: Row) -> Row:
    """Place names in `text` with coordinates where they could be resolved."""
    found = find_places(Draft(parsed=parse(article_report(row)))).places
    return {
        "places": [{"start": p.span.start, "end": p.span.end, "lat": p.place.lat, "lon": p.place.lon} for p in found]
    }


def one_block(text: str) -> Report:
    """A report of one paragraph, `text`: offsets are those of `text`."""
    whole = Span(0, len(text))
    block = Block(span=whole, kind=BlockKind.PARAGRAPH)
    return Report(id="row", uri="row", text=text, blocks=(block,), body=(whole,))


def parsed_text(text: str) -> Parsed:
    """The product's parse of `text` as one block."""
    return parse(one_block(text))


def event(row: Row) -> Row:
    """PLOVER root of what `actor` does to `recipient` in `text`."""
    actor, recipient = (Span(*row[role]) if row.get(role) else None for role in ("actor", "recipient"))
    parsed = parsed_text(row["text"])
    found = event_between(parsed.passages[0], encode(parsed), actor, recipient)
    return {"plover": found.plover if found else None}


def factuality(row: Row) -> Row:
    """Factuality, -3 to 3, of the predicate at `span`."""
    parsed = parsed_text(row["text"])
    return {"score": predicate_factuality(parsed, encode(parsed), Span(*row["span"]))}


def _article(row: Row) -> Report:
    if "html" in row:
        return read_html(row["html"], id=row["id"], uri=row["id"])
    return read_page(row["page_text"], id=row["id"], uri=row["id"])


def article(row: Row) -> Row:
    """Body, title and publication time of a page."""
    report = _article(row)
    body = [report.text[slice(*block.span)] for block in report.blocks if block.kind in BODY_TEXT]
    return {"body": "\n".join(body), "title": report.title, "published": report.published}


TASKS: dict[str, Callable[[Row], Row]] = {
    task.__name__: task for task in (attribution, time, place, event, factuality, article)
}


def predict(task: str, rows: Iterable[Row], *, whole: bool = False) -> Iterator[Row]:
    """The answer to each row of `task`, with the row's id, in order; `whole`: with what its corpus left unannotated."""
    answer = TASKS[task]
    for row in rows:
        told = answer(row)
        yield {"id": row["id"], **(told if whole else within(row, told))}
