"""The database's shape through time: `migrate` brings any older database up to date."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, MetaData

from workshop.store.database import Database

VERSIONS = Path(__file__).parent / "versions"


def _config(connection: Connection, metadata: MetaData) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    config.attributes["metadata"] = metadata
    return config


def migrate(db: Database, metadata: MetaData) -> None:
    """Bring the database to the newest shape. Harmless when it is there already.

    Args:
        db: the database.
        metadata: the tables of the program.
    """
    with db.begin() as connection:
        command.upgrade(_config(connection, metadata), "head")


def write_revision(db: Database, metadata: MetaData, message: str) -> None:
    """Write a migration from what the tables in the code have and the database lacks."""
    with db.begin() as connection:
        number = len(list(VERSIONS.glob("[0-9]*.py"))) + 1
        command.revision(_config(connection, metadata), message, autogenerate=True, rev_id=f"{number:04}")
