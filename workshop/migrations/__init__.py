"""The database's shape through time: `migrate` brings any older database up to date."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from workshop.db import Database


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    return config


def migrate(db: Database) -> None:
    """Bring the database to the newest shape. Harmless when it is there already."""
    with db.begin() as connection:
        command.upgrade(_config(connection), "head")


def write_revision(db: Database, message: str) -> None:
    """Write a migration from what the tables in the code have and the database lacks."""
    with db.begin() as connection:
        command.revision(_config(connection), message, autogenerate=True)
