"""The store of reports, statements, links and judgements."""

from sayso.ledger.asking import Query, query_of
from sayso.ledger.copying import copy_ledger
from sayso.ledger.records import Added, Counts, Filter, Hit, KnownActor, Listing, LogFilter, Reading
from sayso.ledger.sql_store import PATIENCE, SqlStore, open_ledger
from sayso.ledger.store import Links, Store, View, Writer

__all__ = [
    "PATIENCE",
    "Added",
    "Counts",
    "Filter",
    "Hit",
    "KnownActor",
    "Links",
    "Listing",
    "LogFilter",
    "Query",
    "Reading",
    "SqlStore",
    "Store",
    "View",
    "Writer",
    "copy_ledger",
    "open_ledger",
    "query_of",
]
