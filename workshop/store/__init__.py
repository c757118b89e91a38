"""The database: the unit of work, the journal, and the ledger with its group commit."""
