"""The steps from a report to its statements, in order; `extract` runs them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.extract.actors.step import find_mentions
from sayso.extract.attributions.step import find_attributions
from sayso.extract.draft import Draft, Step
from sayso.extract.encoding.step import encode_words
from sayso.extract.events.step import code_events
from sayso.extract.factuality.step import weigh_factuality
from sayso.extract.parse import parse_all
from sayso.extract.places.step import find_places
from sayso.extract.quantities.step import find_quantities
from sayso.extract.realis import tell_realis
from sayso.extract.setting.step import give_setting
from sayso.extract.stances import take_stances
from sayso.extract.statements.step import make_statements
from sayso.extract.times.step import find_times
from sayso.model import Drop, Report

STEPS: tuple[Step, ...] = (
    encode_words,
    find_times,
    find_places,
    find_mentions,
    find_attributions,
    find_quantities,
    make_statements,
    weigh_factuality,
    take_stances,
    tell_realis,
    code_events,
    give_setting,
)


def extract_all(reports: Iterable[Report]) -> Iterator[tuple[Report, tuple[Drop, ...]]]:
    """Each report with its attributions and statements, and what was left out of it, in order."""
    for parsed in parse_all(reports):
        draft = Draft(parsed=parsed)
        for step in STEPS:
            draft = step(draft)
        yield replace(parsed.report, attributions=draft.attributions, statements=draft.statements), draft.drops


def extract(report: Report) -> Report:
    """`report` with its attributions and statements; the same report gives the same rows on any machine."""
    return next(iter(extract_all([report])))[0]
