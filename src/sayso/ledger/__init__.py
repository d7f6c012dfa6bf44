"""The store of reports, statements, links and judgements."""

from sayso.ledger.sql_store import PATIENCE, SqlStore, open_ledger
from sayso.ledger.store import Added, Counts, Filter, Hit, Links, Listing, Store, View, Writer

__all__ = [
    "PATIENCE",
    "Added",
    "Counts",
    "Filter",
    "Hit",
    "Links",
    "Listing",
    "SqlStore",
    "Store",
    "View",
    "Writer",
    "open_ledger",
]
