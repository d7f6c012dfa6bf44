"""What linking needs to be told of the reports that are already known; the ledger answers it."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Protocol

from sayso.model import Appearance, Bonds, Derivation, OnDerivation, Report, SameClaim


class Neighbours(Protocol):
    """The known reports, asked by key and by id. Superseded versions of reports are never among the answers."""

    def statements_with(self, keys: AbstractSet[int]) -> frozenset[str]:
        """The ids of known statements that carry at least one of `keys`."""
        ...

    def keys_within(self, ranges: AbstractSet[tuple[int, int]]) -> Mapping[str, frozenset[int]]:
        """The keys of known reports, by the reports' ids, that lie in one of `ranges`, ends included."""
        ...

    def reports_of(self, ids: AbstractSet[str]) -> tuple[Report, ...]:
        """The known reports with these ids, by id."""
        ...

    def meanings_of(self, statements: AbstractSet[str]) -> Mapping[str, bytes]:
        """The vectors of the contents of `statements`, a signed byte a number, of those that have one."""
        ...

    def appearances_of(self, statements: AbstractSet[str]) -> tuple[Appearance, ...]:
        """The known statements with these ids, by id."""
        ...

    def links_of(self, statements: AbstractSet[str], least: float = 0.0) -> tuple[SameClaim, ...]:
        """Stored links from a score of `least` on that have at least one end among `statements`. An outdated end that
        is not itself asked for hides its link; one that is asked for does not, so that the claims it leaves can be
        found.
        """
        ...

    def links_among(self, statements: AbstractSet[str]) -> tuple[SameClaim, ...]:
        """Stored links both ends of which are among `statements`."""
        ...

    def derivations_of(self, reports: AbstractSet[str]) -> tuple[Derivation, ...]:
        """Stored derivations that have at least one end among `reports`."""
        ...

    def bonds_of(self, statements: AbstractSet[str]) -> Bonds:
        """What people decided about the claims of `statements`: their bundles whole, and which of these are apart."""
        ...

    def rulings_of(self, reports: AbstractSet[str]) -> tuple[OnDerivation, ...]:
        """What people decided about derivations that have at least one end among `reports`, one for each pair."""
        ...
