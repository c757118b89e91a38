"""Brings together what a document is made of: the state, the texts, who stands behind it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec
from sqlalchemy import select

from exports.formats import FORMATS
from exports.outline.document import build, file_name
from exports.outline.model import Outline, Project
from exports.outline.translations import Translations
from workshop.accounts.tables import Project as ProjectRow
from workshop.core.errors import DomainError
from workshop.core.state import State
from workshop.documents import File
from workshop.features.community.decide import community_of
from workshop.features.sections.schema import Section
from workshop.features.versions.schema import Version
from workshop.store.database import Database
from workshop.store.ledger import Ledger
from workshop.store.tables import CommunityRow
from workshop.threads import run_in_thread
from workshop.vision.translation_handlers import read_pairs
from workshop.vision.tree import Tree, read
from workshop.vision.versions import Frozen, read_frozen


class ExportedDocuments:
    """Makes files of what is in the database.

    Args:
        db: the database.
        ledger: for the states.
    """

    def __init__(self, db: Database, ledger: Ledger) -> None:
        self._db = db
        self._ledger = ledger

    @property
    def formats(self) -> Sequence[str]:
        """The kinds of file that there are."""
        return tuple(FORMATS)

    def make(self, community_id: str, kind: str, *, draft: bool = False, translation: str = "") -> File:
        """Return a community's vision as a file; see `workshop.documents`."""
        wanted = FORMATS.get(kind)
        if wanted is None:
            raise DomainError("not_found")
        outline = self.outline(community_id, draft=draft, translation=translation)
        data = run_in_thread(wanted.render, outline)
        return File(file_name(outline, wanted.id), wanted.media_type, data)

    def outline(self, community_id: str, *, draft: bool = False, translation: str = "") -> Outline:
        """Return the same as a neutral outline.

        Raises:
            DomainError: `community.gone`.
        """
        state = self._ledger.state(community_id)
        version = None if draft else _adopted(state)
        with self._db.read() as connection:
            project = connection.execute(
                select(ProjectRow.name, ProjectRow.owner, ProjectRow.partners, ProjectRow.funder)
                .join(CommunityRow, CommunityRow.project_id == ProjectRow.id)
                .where(CommunityRow.id == community_id)
            ).first()
            if project is None:
                raise DomainError("community.gone")
            frozen = version and read_frozen(connection, community_id, version.id)
            texts = {} if frozen else {key: read(connection, community_id, key) for key in state[Section]}
            if version and frozen:
                state, texts = _as_agreed(state, frozen)
            pairs = {
                key: read_pairs(connection, community_id, key, translation) for key in texts if translation
            }
        today = datetime.now(UTC).date()
        return build(
            state,
            texts,
            Project(*project),
            community_of(state).language,
            version,
            today=today,
            translations=Translations(translation, pairs),
        )


def _adopted(state: State) -> Version | None:
    """The version that was agreed on last."""
    found = [version for version in state[Version].values() if version.adopted]
    return max(found, key=lambda version: (version.adopted or "", _number(version.label)), default=None)


def _number(label: str) -> tuple[int, ...]:
    return tuple(int(part) for part in label.split(".") if part.isdecimal())


def _as_agreed(state: State, frozen: Frozen) -> tuple[State, dict[str, Tree]]:
    """The state with the sections and the title as they were when the text was frozen."""
    agreed = state.copy()
    agreed.collections["sections"] = {one.section.id: one.section for one in frozen.sections}
    community = msgspec.structs.replace(community_of(state), title=frozen.title)
    agreed.collections["community"] = {"community": community}
    return agreed, {one.section.id: one.text for one in frozen.sections}
