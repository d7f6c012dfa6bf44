"""`python -m benchmarks …`: predict, score, rivals, gate, cases, events, actors, meaning, settings, speed and more."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from benchmarks.cases.gold import HALVES, read_cases
from benchmarks.cases.measure import figures as case_figures
from benchmarks.cases.measure import measure as measure_cases
from benchmarks.cases.measure import table
from benchmarks.floors import beside, floors, refuse, too_low
from benchmarks.gate import measure
from benchmarks.heads import factuality_figures
from benchmarks.likeness import likeness
from benchmarks.meaning.measure import Task, verdicts
from benchmarks.meaning.measure import figures as meaning_figures
from benchmarks.meaning.measure import table as meaning_table
from benchmarks.origins import origins
from benchmarks.predict import TASKS, predict
from benchmarks.retellings import retellings
from benchmarks.rows import read_rows, write_rows
from benchmarks.settings import Aspect
from benchmarks.settings import answers as setting_answers
from benchmarks.settings import figures as setting_figures
from benchmarks.settings import table as setting_table
from benchmarks.speakers import Verdict, answers
from benchmarks.speakers import read_cases as read_speakers
from benchmarks.speakers import table as speaker_table
from benchmarks.speed.attribution import attribution
from benchmarks.speed.link import link_all
from benchmarks.speed.stages import stages, whole
from benchmarks.storylines.command import run as run_storylines
from benchmarks.stress.run import Kind, Load
from benchmarks.stress.run import stress as put_under_stress
from benchmarks.written import actors, events

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)

app.command(name="storylines")(run_storylines)
app.command(name="events")(events)
app.command(name="actors")(actors)
app.command(name="likeness")(likeness)
app.command(name="origins")(origins)
app.command(name="retellings")(retellings)

EVAL = Path("../shared/eval")
SETS = {
    "article": ("article_page.jsonl", "article_html.jsonl"),
    "attribution": ("attribution.jsonl",),
    "time": ("time.jsonl",),
    "place": ("place.jsonl",),
    "event": ("event.jsonl",),
    "factuality": ("factuality.jsonl",),
}


class Speed(StrEnum):
    """What is timed."""

    STAGES = "stages"
    ATTRIBUTION = "attribution"
    LINK = "link"


In = Annotated[Path, typer.Option("--in", help="rows to answer, JSON Lines")]
Out = Annotated[Path, typer.Option("--out", help="where the answers go")]
Eval = Annotated[Path, typer.Option("--eval", help="folder with score.py and dev/")]


@app.command(name="predict")
def predict_rows(task: str, rows: In, out: Out) -> None:
    """Answer the rows of TASK with the product's own components."""
    if task not in TASKS:
        raise typer.BadParameter(f"no task {task!r}; there are {', '.join(TASKS)}")
    write_rows(out, predict(task, read_rows(rows)))


def scored(task: str, gold: Path, answers: Path, scorer: Path) -> dict[str, float]:
    """The figures that the scorer prints for `answers`."""
    command = [sys.executable, str(scorer), task, str(gold), str(answers)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own arguments
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


@app.command()
def score(tasks: Annotated[list[str] | None, typer.Argument()] = None, evaluation: Eval = EVAL) -> None:
    """Predict and score the development sets of TASKS (all of them without any), a line of figures each; of times,
    another line with what was predicted where nobody annotated.
    """
    for task in tasks or list(SETS):
        for name in SETS[task]:
            gold, scorer = evaluation / "dev" / name, evaluation / "score.py"
            with tempfile.TemporaryDirectory() as folder:
                answers = Path(folder) / name
                write_rows(answers, predict(task, read_rows(gold)))
                print(name, json.dumps(scored(task, gold, answers, scorer)), flush=True)
                if task == "time":
                    write_rows(answers, predict(task, read_rows(gold), whole=True))
                    told = json.dumps(scored(task, gold, answers, scorer))
                    print(f"{name}, with what lies below the annotated lines", told, flush=True)


@app.command()
def heads(evaluation: Eval = EVAL) -> None:
    """How far predicates are told as facts: all together, the encoder's head, and the rules, on the factuality rows."""
    for name, (r, error) in factuality_figures(read_rows(evaluation / "dev" / "factuality.jsonl")).items():
        print(f"{name:8} r {r:.3f}  mean absolute error {error:.3f}")


@app.command()
def rivals(evaluation: Eval = EVAL) -> None:
    """Answer the attribution rows in several ways, by the same scorer: textacy, naive floors, sayso."""
    from benchmarks.rivals import RIVALS, answers  # noqa: PLC0415 - textacy, an extra, takes seconds to import

    gold = evaluation / "dev" / "attribution.jsonl"
    print("| | source exact | cue exact | content exact | links | failed |\n|---|---|---|---|---|---|")
    for name, rival in RIVALS.items():
        answered = answers(rival, read_rows(gold))
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "answers.jsonl"
            write_rows(file, answered.rows)
            found = scored("attribution", gold, file, evaluation / "score.py")
        figures = " | ".join(
            f"{found[f'{role}_f1']:.1f}" for role in ("source_exact", "cue_exact", "content_exact", "link")
        )
        print(f"| {name} | {figures} | {answered.failed} of {answered.texts} texts |", flush=True)


@app.command()
def speakers(
    misses: Annotated[bool, typer.Option("--misses", help="list the wrong ones of the open half")] = False,
) -> None:
    """Measure whom mentions stand for, kind by kind, on cases of our own; half of them are never tuned on."""
    told = answers(read_speakers())
    print("\n".join(speaker_table(told)))
    for each in told if misses else ():
        if each.case.half == HALVES[0] and each.verdict is not Verdict.RIGHT:
            print(f"{each.verdict}: {each}")


@app.command()
def gate(misses: Annotated[bool, typer.Option("--misses", help="list what was wrong")] = False) -> None:
    """Measure on the samples; exit with 1 where a figure is below its floor."""
    measured, least = measure(), floors("floors")
    figures = {name: figure.percent for name, figure in measured.items()}
    for line, figure in zip(beside(figures, least), measured.values(), strict=True):
        print(line)
        for miss in figure.misses if misses else ():
            print(f"    {miss}")
    refuse(too_low(figures, least))


@app.command()
def cases(
    misses: Annotated[bool, typer.Option("--misses", help="list what was wrong in the open half")] = False,
    kind: Annotated[str | None, typer.Option(help="cases of one kind only")] = None,
) -> None:
    """Measure links and origins on the written cases of attribution; exit with 1 where a figure is below its floor."""
    chosen = [case for case in read_cases() if kind in {None, case.kind}]
    if not chosen:
        raise typer.BadParameter(f"no cases of kind {kind!r}")
    judgements = measure_cases(chosen)
    print(*table(judgements), sep="\n")
    for case, tally in judgements:
        for miss in tally.misses if misses and case.half == HALVES[0] else ():
            print(f"{case.kind} {case.id}: {miss}")
    if not kind:
        refuse(too_low(case_figures(judgements), floors("cases")))


@app.command()
def meaning(
    kind: Annotated[list[Task] | None, typer.Option(help="of what; all of them without any")] = None,
    misses: Annotated[bool, typer.Option("--misses", help="list what was wrong in the open half")] = False,
) -> None:
    """Measure factuality, realis and stances on the written cases; exit with 1 where a figure is below its floor."""
    low, least = [], floors("meaning")
    for task in kind or list(Task):
        told = verdicts(task)
        found = meaning_figures(task, told)
        low += too_low(found, least)
        print(f"{task}", *meaning_table(told), *beside(found, least), sep="\n")
        for one in told if misses else ():
            if one.half == HALVES[0] and not one.right:
                print(f"{one.kind}: {one.wanted!r}, not {one.found!r}: {one.words}")
    refuse(low)


@app.command()
def settings(
    kind: Annotated[list[Aspect] | None, typer.Option(help="time, place or quantity; all of them without any")] = None,
    misses: Annotated[bool, typer.Option("--misses", help="list what was wrong in the open half")] = False,
) -> None:
    """Measure times, places and quantities on the written cases; exit with 1 where a figure is below its floor."""
    low, least = [], floors("settings")
    for one in kind or list(Aspect):
        told = setting_answers(one)
        found = setting_figures(one, told)
        low += too_low(found, least)
        print(f"{one}", *setting_table(told), *beside(found, least), sep="\n")
        for each in told if misses else ():
            for miss in each.misses if each.case.half == HALVES[0] else ():
                print(f"{each.case.sort}, {each.case.why}: {miss}")
    refuse(low)


@app.command()
def speed(
    what: Annotated[Speed, typer.Argument(help="all stages, attribution beside textacy, or linking")] = Speed.STAGES,
    reports: Annotated[int, typer.Option(help="pages for each stage; the whole takes 1, 2 and 4 times so many")] = 100,
    statements: Annotated[int, typer.Option(help="of the made-up ledger that is linked")] = 10_000,
) -> None:
    """Measure speed and peak memory: stage by stage and for the whole, or of attribution beside textacy."""
    if what is Speed.LINK:
        link_all(statements)
        return
    if what is Speed.ATTRIBUTION:
        for line in attribution(reports):
            print(line, flush=True)
        return
    print(
        "| stage | reports a CPU-second | words a CPU-second | ms a report | peak MiB so far |\n|---|---|---|---|---|"
    )
    for stage in stages(reports):
        print(stage, flush=True)
    print("\n| reports | jobs | reports a second | peak MiB of the largest process |\n|---|---|---|---|")
    for count, jobs in ((reports, 1), (2 * reports, 1), (4 * reports, 1), (4 * reports, 2)):
        print(whole(count, jobs), flush=True)


@app.command()
def stress(
    reports: Annotated[int, typer.Option(help="reports for the writers; each is given to two of them")] = 2000,
    writers: Annotated[int, typer.Option(help="processes that write at once")] = 8,
    kills: Annotated[int, typer.Option(help="kills during each of read, judge and migrate")] = 50,
    seed: Annotated[int, typer.Option(help="of the moments of the kills")] = 1,
    store: Annotated[list[Kind] | None, typer.Option(help="one kind of store only")] = None,
) -> None:
    """Write with several processes at once, kill at random moments; exit with an error where a ledger was hurt."""
    load = Load(reports=reports, writers=writers, kills=kills, seed=seed)
    for line in put_under_stress(load, store or Kind):
        print(line, flush=True)


if __name__ == "__main__":
    app()
