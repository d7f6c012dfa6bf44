"""What a database must do to be searched; one module for each kind of database does it.

Both get the same folded words (`folding`), so that they find the same; each ranks by its own means.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, Select

from sayso.ledger.asking import Term, Wanted
from sayso.ledger.marks import searched
from sayso.model import Appearance, Report

Condition = ColumnElement[bool]

BETWEEN = " ¦ "  # between two names: no folded word is a bar, so no phrase runs from one name into the next
TITLE_WEIGHT = 3.0  # a word in the title counts as much as three in the text


class FullText(Protocol):
    """The index of words of one kind of database."""

    def add(self, connection: Connection, report: Report) -> None:
        """Make a new report, whose rows are stored, findable."""
        ...

    def add_contents(self, connection: Connection, report: Report) -> None:
        """Make the statements of a known report findable, whose rows are stored anew."""
        ...

    def forget_contents(self, connection: Connection, report: Report) -> None:
        """Forget the statements of `report`, as it was stored; their rows are still there."""
        ...

    def clear(self, connection: Connection) -> None:
        """Forget all words."""
        ...

    def ranked(self, wanted: Wanted) -> Select[Any]:
        """The reports (`id`) that have a term of each group, best first, each with its `score`."""
        ...

    def lacking(self, unwanted: tuple[Term, ...]) -> Condition:
        """The condition on the table of reports that none of these stands in one."""
        ...

    def saying(self, phrase: Term) -> Condition:
        """The condition on the table of statements that the words stand in a content."""
        ...

    def stating(self, connection: Connection, wanted: Wanted, reports: Sequence[str]) -> Condition:
        """The condition on the statements of `reports` that the content of one, with the names of all who have to do
        with it, has a term of each group; of statements of others it may hold or not.
        """
        ...

    def faults(self, connection: Connection) -> list[str]:
        """What is wrong with the database and its index of words."""
        ...


def names_of(appearance: Appearance) -> str:
    """Everybody who has to do with a statement, as words to be searched."""
    statement = appearance.statement
    named = [statement.origin.name] if statement.origin else []
    named += [link.source.actor.name for link in appearance.chain if link.source]
    named += [stance.actor.name for stance in statement.stances]
    named += [part.actor.name for part in (statement.event.participants if statement.event else ()) if part.actor]
    return BETWEEN.join(dict.fromkeys(filter(None, map(searched, named))))
