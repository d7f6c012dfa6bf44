"""The store of reports, statements, links and judgements."""
