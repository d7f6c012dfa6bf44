"""All nodes of a ledger, a report at a time."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.export.context import involved, of_report, outlet
from sayso.export.prov import nodes
from sayso.export.prov.annotations import annotations_of
from sayso.export.prov.nodes import Node
from sayso.ledger import View
from sayso.model import Report


def pages(view: View) -> Iterator[list[Node]]:
    """The nodes of the ledger's current reports, one list a report, then those of each claim and of each link. A node
    may come again with more said of it, and agents come with every report that has to do with them.
    """
    for report in view.reports():
        yield list(_of_report(view, report))
    for claim in view.claims():
        yield [nodes.claim_node(claim)]
    for derivation in view.derivations():
        yield list(nodes.derivation_nodes(derivation))
    for drift in view.drifts():
        yield list(nodes.drift_nodes(drift))


def _of_report(view: View, report: Report) -> Iterator[Node]:
    yield nodes.report_node(report)
    agents = {outlet(report).id: outlet(report)}
    chained: dict[str, Node] = {}
    readings: dict[str, Node] = {}
    found: list[Node] = []
    for context in of_report(view, report):
        agents |= {actor.id: actor for actor in involved(context)}
        chained |= {link.id: nodes.attribution_node(link) for link in context.chain}
        readings |= {node["id"]: node for node in nodes.reading_nodes(context)}
        found += [*nodes.statement_nodes(context), *nodes.judgement_nodes(context), *annotations_of(context)]
    yield from map(nodes.agent_node, agents.values())
    yield from (*readings.values(), *chained.values(), *found)
