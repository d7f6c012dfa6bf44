"""`python -m benchmarks storylines`: check the gold, measure, compare."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from benchmarks.storylines.answers import Answer, read_answers, write_answers
from benchmarks.storylines.baselines import BASELINES, Baseline, Read, best, compare, figures
from benchmarks.storylines.by_sayso import reading
from benchmarks.storylines.check import Fault, faults, faults_in
from benchmarks.storylines.counts import Count, Figure, Judged, total
from benchmarks.storylines.gold import Half, Storyline, storylines
from benchmarks.storylines.pages import Page, page_of
from benchmarks.storylines.score import judge
from benchmarks.storylines.tables import side_by_side, table

SHUT = (
    "the frozen half is only scored: who makes rules does not look at its misses. `--half development` lists those of "
    "the other half; `--open-frozen` lists all the same, to be told wherever the figures are given"
)

Check = Annotated[bool, typer.Option("--check", help="only tell what is wrong with the gold; 1 where a thing is")]
OneHalf = Annotated[Half | None, typer.Option("--half", help="one half only")]
Misses = Annotated[bool, typer.Option("--misses", help="list what was wrong, of the development half")]
Opened = Annotated[bool, typer.Option("--open-frozen", help="let --misses list the frozen half too")]
Names = Annotated[list[str] | None, typer.Argument(help="these storylines only, by their folders")]
Save = Annotated[Path | None, typer.Option("--save", help="write sayso's answers to this file")]
Given = Annotated[Path | None, typer.Option("--answers", help="score the answers in this file, not sayso's")]

Chosen = Mapping[Half, Sequence[Storyline]]


def run(  # noqa: PLR0913 - one parameter an option
    names: Names = None,
    *,
    check: Check = False,
    half: OneHalf = None,
    misses: Misses = False,
    open_frozen: Opened = False,
    save: Save = None,
    answers: Given = None,
) -> None:
    """The open test set of storylines: who had it from whom, and what changed on the way; sayso beside baselines."""
    if check:
        _refuse(faults())
        print(f"{sum(len(storylines(each)) for each in Half)} storylines hold together")
        return
    if misses and half is not Half.DEVELOPMENT and not open_frozen:
        raise typer.BadParameter(SHUT)
    halves = [half] if half else list(Half)
    chosen = {each: [one for one in storylines(each) if not names or one.key in names] for each in halves}
    told = {each: found for each, found in chosen.items() if found}
    if not told:
        raise typer.BadParameter(f"no storyline of these names: {', '.join(names or ())}")
    _refuse(fault for half in told.values() for one in half for fault in faults_in(one.folder))
    lines = _of_answers(told, read_answers(answers), misses) if answers else _of_sayso(told, misses, save)
    for line in lines:
        print(line, flush=True)


def _refuse(found: Iterable[Fault]) -> None:
    """Exit with 1 where there is a fault: figures on gold that does not hold together would mean nothing."""
    told = list(found)
    for fault in told:
        print(fault)
    if told:
        sys.exit(f"{len(told)} faults")


def _of_answers(chosen: Chosen, answers: Mapping[str, Answer], misses: bool) -> Iterator[str]:
    for half, told in chosen.items():
        judged = {one.key: judge(one.gold, answers.get(one.key, Answer()), _pages(one)) for one in told}
        yield from _lines(half, judged, misses)


def _of_sayso(chosen: Chosen, misses: bool, save: Path | None) -> Iterator[str]:
    # the baselines' thresholds are made on the development half, whichever half is shown
    tuned_on = [] if Half.DEVELOPMENT in chosen else [_read(one) for one in storylines(Half.DEVELOPMENT)]
    reads = {half: [_read(one) for one in told] for half, told in chosen.items()}
    if save:
        write_answers(save, {r.storyline.key: r.reading.answer for told in reads.values() for r in told})
    for half, told in reads.items():
        judged = {r.storyline.key: judge(r.storyline.gold, r.reading.answer, r.pages) for r in told}
        yield from _lines(half, judged, misses)
        rivals = [_rival(baseline, told, tuned_on or reads[Half.DEVELOPMENT]) for baseline in BASELINES]
        yield from side_by_side(half, [("sayso", total(judged.values()).counts), *rivals])
        yield ""


def _lines(half: Half, told: Mapping[str, Judged], misses: bool) -> Iterator[str]:
    yield from table(half, told)
    yield ""
    for name, one in told.items() if misses else ():
        yield from (f"{name}: {miss}" for miss in one.misses)


def _pages(storyline: Storyline) -> dict[str, Page]:
    return {report.file: page_of(storyline.folder / report.file) for report in storyline.gold.report}


def _read(storyline: Storyline) -> Read:
    return Read(storyline=storyline, reading=reading(storyline), pages=_pages(storyline))


def _rival(baseline: Baseline, reads: Sequence[Read], tuned_on: Sequence[Read]) -> tuple[str, Mapping[Figure, Count]]:
    compared = [compare(baseline, read) for read in reads]
    if baseline.fixed:
        return baseline.name, figures(compared, 1.0, 1.0)
    tuned = compared if reads is tuned_on else [compare(baseline, read) for read in tuned_on]
    claims, derivations = best(tuned, Figure.SAME_CLAIM), best(tuned, Figure.DERIVATIONS)
    name = f"{baseline.name} (claims from {claims:.2f}, derivations from {derivations:.2f})"
    return name, figures(compared, claims, derivations)
