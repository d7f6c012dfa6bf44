"""The ledger over HTTP: a REST API."""
