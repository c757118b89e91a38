"""The commands about translations: reading a section beside its translation, and writing one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, delete, insert, select

from workshop.core import text
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Fact
from workshop.features import CATALOGUE
from workshop.features.community.decide import community_of
from workshop.features.sections.decide import require, require_writer
from workshop.features.translations.schema import (
    Translation,
    TranslationChanged,
    TranslationRead,
    TranslationWrite,
)
from workshop.handling import Answer, Client, Handlers, Pending, Slow, require_reader
from workshop.languages import LANGUAGES
from workshop.store.database import Database, UnitOfWork
from workshop.store.ledger import Ledger, Work
from workshop.vision.tables import SectionTranslation
from workshop.vision.translated import Pair, beside, tidy, too_much, written
from workshop.vision.tree import read

_table: Table = SectionTranslation.metadata.tables["section_translations"]
_CODES = frozenset(language.code for language in LANGUAGES)


def read_pairs(conn: Connection, community: str, section: str, lang: str) -> list[Pair]:
    """Return what was translated of a section into a language, the oldest first."""
    body = conn.scalar(select(_table.c.body).where(*_key(community, section, lang)))
    return [] if body is None else msgspec.json.decode(body, type=list[Pair])


def _key(community: str, section: str, lang: str) -> tuple[ColumnElement[bool], ...]:
    return _table.c.community_id == community, _table.c.section == section, _table.c.lang == lang


def keep_pairs(conn: Connection, community: str, section: str, lang: str, pairs: Sequence[Pair]) -> None:
    """Keep these as all that is translated of a section into a language."""
    conn.execute(delete(_table).where(*_key(community, section, lang)))
    if pairs:
        body = msgspec.json.encode(pairs).decode()
        row = {"community_id": community, "section": section, "lang": lang, "body": body}
        conn.execute(insert(_table), row)


class TranslationHandlers:
    """Handles reading and writing translations.

    Args:
        db: for reading.
        ledger: carries work out.
    """

    def __init__(self, db: Database, ledger: Ledger) -> None:
        self._db = db
        self._ledger = ledger

    def handlers(self) -> Handlers:
        """Return the commands with what handles them."""
        return {TranslationRead: self._read, TranslationWrite: self._write}

    def _read(self, client: Client, command: TranslationRead) -> Slow:
        def run() -> Answer:
            state = self._ledger.state(client.community)
            require_reader(Context(state, datetime.now(UTC)), client)
            section = require(state, command.section)
            with self._db.read() as conn:
                tree = read(conn, client.community, section.id)
                pairs = read_pairs(conn, client.community, section.id, command.lang)
            return {"ok": True, "rows": msgspec.to_builtins(beside(section.heading, tree, pairs))}

        return Slow(run)

    def _write(self, client: Client, command: TranslationWrite) -> Pending:
        def run(unit: UnitOfWork, context: Context) -> list[Fact]:
            actor = CATALOGUE.authorise(context, client.member, command)
            place = require(context.state, command.section)
            require_writer(place, actor)
            section = place.id
            if command.lang not in _CODES:
                raise DomainError("bad_request")
            if command.lang == community_of(context.state).language:
                raise DomainError("translation.own_language")
            before = read_pairs(unit.conn, client.community, section, command.lang)
            words = tidy(text.optional(command.words, lines=True))
            after = written(before, command.original, words, command.was)
            if after == before:
                return []
            if len(after) > len(before) and too_much(after):
                raise DomainError("translation.full")
            keep_pairs(unit.conn, client.community, section, command.lang, after)
            known = context.state[Translation].get(f"{section}.{command.lang}")
            return [
                TranslationChanged(
                    translation=Translation(
                        id=f"{section}.{command.lang}",
                        section=section,
                        lang=command.lang,
                        paragraphs=sum(not pair.past for pair in after),
                        rev=known.rev + 1 if known else 1,
                    )
                )
            ]

        return Pending(Work(client.community, run, command.command))
