"""Linking all reports of a ledger anew, in several processes and bounded memory: what another linker found gives way.

First the keys of all reports are worked out and joined (`meeting`); then each pair of reports that a key brings
together is looked at (`relating`); then statements that hang together become claims (`claiming`). All of it is one
transaction (`whole`), and the outcome is the one that reading the reports one after the other has.
"""

from __future__ import annotations

from sayso.relinking.whole import OnStep, ensure_linked, relink

__all__ = ["OnStep", "ensure_linked", "relink"]
