"""All links of a ledger made anew, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from sayso.ledger import Store, Writer
from sayso.link.incremental import Linked
from sayso.link.relate import Related
from sayso.link.score import LINKER
from sayso.relinking.claiming import Links, bonds_in, groups, make_claims
from sayso.relinking.known import batches, known_reports
from sayso.relinking.meeting import Keys, keeping, mark, met
from sayso.relinking.relating import in_turn, relate_pairs
from sayso.relinking.team import Team

_BY_WORDS = f"{LINKER} by words alone"

OnStep = Callable[[str], None]
Meanings = Callable[[Iterable[str]], Iterator[bytes]]


def ensure_linked(ledger: Store, meanings: Meanings | None = None, *, on_step: OnStep = lambda _: None) -> None:
    """Link the reports of a ledger anew where its links are by another linker than this one.

    `meanings` makes the vectors that statements lack, before; without it linking goes by their words alone, which is
    done anew when somebody comes who can make them.
    """
    with ledger.view() as view:
        linker, is_empty = view.linked_by(), not view.counts().reports
    if linker == LINKER or (linker == _BY_WORDS and meanings is None):
        return
    if is_empty:
        on_step = _nothing  # a new ledger is noted to be linked by this linker: no news to anybody
    on_step("the links are by another version, all is linked anew")
    if meanings:
        _mean(ledger, meanings, on_step)
    relink(ledger, on_step=on_step)


def _nothing(_: str) -> None:
    pass


def _mean(ledger: Store, meanings: Meanings, on_step: OnStep) -> None:
    """Keep the vectors that statements lack, in transactions of their own: what was made once is not made again."""
    with ledger.view() as view:
        known = known_reports(view)
    for names, number, _ in batches(known):
        with ledger.write() as writer:
            told = {
                s.id: s.content.text for report in writer.view.reports_of(frozenset(names)) for s in report.statements
            }
            there = writer.view.meanings_of(told.keys())
            missing = {name: content for name, content in told.items() if name not in there}
            writer.mean(dict(zip(missing, meanings(missing.values()), strict=True)))
        if missing:
            on_step(f"vectors made of {number + len(names):,} of {len(known.reports):,} reports")


def relink(ledger: Store, where: str | None = None, *, jobs: int = 1, on_step: OnStep = lambda _: None) -> None:
    """Link all current reports of `ledger` anew, in one transaction.

    With several `jobs`, processes of their own open it at `where`, its path or URL, and read what was there before.
    """
    team = Team(ledger, where, jobs)
    try:
        with ledger.write() as writer:
            writer.unlink()
            writer.linked(_relink(team, writer, on_step))
    finally:
        team.close()


def _relink(team: Team, writer: Writer, on_step: OnStep) -> str:
    """Who the links are by now."""
    known = known_reports(writer.view)
    on_step(f"{len(known.reports):,} reports, {known.firsts[-1]:,} statements")
    links, keys, blank = Links({}), Keys(), False
    for marked in team.do(mark, batches(known)):
        blank = blank or marked.blank
        keys.add(marked)
        links.number.update({statement: len(links.number) + i for i, statement in enumerate(marked.statements)})
        _keep(marked.found, links, writer)
    on_step("keys worked out")
    found = met(known, keys, writer.view)
    on_step(f"{len(found.pairs):,} pairs of reports")
    # keys are written while others look at pairs
    kept = chain(
        keeping(found.reports, known.reports, writer.keep_report_keys),
        keeping(found.statements, tuple(links.number), writer.keep_statement_keys),
    )
    for related in team.do(relate_pairs, in_turn(found.pairs, team.jobs)):
        _keep(related, links, writer)
        next(kept, None)
    for _ in kept:
        pass
    del found, kept
    on_step(f"{len(links.scores):,} links")
    bonds = bonds_in(writer.view, links.number)
    for claims in team.do(make_claims, ((group, bonds) for group in groups(known, links, bonds))):
        writer.link_many(Linked(statement_keys={}, report_keys=frozenset(), claims=claims))
    on_step("claims made")
    return _BY_WORDS if blank else LINKER


def _keep(found: Related, links: Links, writer: Writer) -> None:
    links.add(found)
    made = Linked(
        statement_keys={},
        report_keys=frozenset(),
        same=found.same,
        derivations=found.derivations,
        drifts=found.drifts,
    )
    writer.link_many(made)
