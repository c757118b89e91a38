"""Writes a migration: what the tables in the code have and the newest migration lacks.

`python -m tools.migration "wishes"` writes it to workshop/migrations/versions/. Read it before you commit it.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from workshop.migrations import migrate, write_revision
from workshop.store.database import Database
from workshop.tables import METADATA


def main(message: str) -> None:
    """Write the migration.

    Args:
        message: what changes, in a word or two.
    """
    with tempfile.TemporaryDirectory() as folder:
        db = Database(f"sqlite:///{Path(folder) / 'empty.sqlite'}", "OFF")
        migrate(db, METADATA)
        write_revision(db, METADATA, message)
        db.close()


if __name__ == "__main__":
    if len(sys.argv) != 2 or not sys.argv[1].strip():
        raise SystemExit(__doc__)
    main(sys.argv[1])
