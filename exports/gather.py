"""Brings together what a document is made of: the state, the texts, who stands behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec
from sqlalchemy import select

from exports.formats.format import Format
from exports.outline.document import build, file_name
from exports.outline.model import Outline, Project
from workshop.accounts.tables import Project as ProjectRow
from workshop.core.errors import DomainError
from workshop.core.state import State
from workshop.features.community.decide import community_of
from workshop.features.consent.schema import Version
from workshop.features.sections.schema import Section
from workshop.store.database import Database
from workshop.store.ledger import Ledger
from workshop.store.tables import CommunityRow
from workshop.threads import run_in_thread
from workshop.vision.tables import VersionText
from workshop.vision.tree import Tree, read


class _FrozenSection(msgspec.Struct, frozen=True):
    section: Section
    text: Tree


class _Frozen(msgspec.Struct, frozen=True):
    title: str
    sections: list[_FrozenSection]


@dataclass(frozen=True, slots=True)
class File:
    """A finished file."""

    name: str
    data: bytes


def document(db: Database, ledger: Ledger, community_id: str, kind: Format, *, draft: bool = False) -> File:
    """A community's vision as a file: the text that was agreed on last, or the draft.

    Args:
        db: the database.
        ledger: for the state.
        community_id: whose vision.
        kind: the format of the file.
        draft: the text as it is now, also when an earlier one was agreed on.
    Raises:
        DomainError: `community.gone`.
    """
    outline = outline_of(db, ledger, community_id, draft=draft)
    return File(file_name(outline, kind.id), run_in_thread(kind.render, outline))


def outline_of(db: Database, ledger: Ledger, community_id: str, *, draft: bool = False) -> Outline:
    """The same as a neutral outline.

    Raises:
        DomainError: `community.gone`.
    """
    state = ledger.state(community_id)
    version = None if draft else _adopted(state)
    with db.read() as connection:
        project = connection.execute(
            select(ProjectRow.name, ProjectRow.owner, ProjectRow.partners, ProjectRow.funder)
            .join(CommunityRow, CommunityRow.project_id == ProjectRow.id)
            .where(CommunityRow.id == community_id)
        ).first()
        if project is None:
            raise DomainError("community.gone")
        frozen = version and connection.scalar(
            select(VersionText.body).where(
                VersionText.community_id == community_id, VersionText.version == version.id
            )
        )
        texts = {} if frozen else {key: read(connection, community_id, key) for key in state[Section]}
    if version and frozen:
        state, texts = _as_agreed(state, msgspec.json.decode(frozen, type=_Frozen))
    today = datetime.now(UTC).date()
    return build(state, texts, Project(*project), community_of(state).language, version, today=today)


def _adopted(state: State) -> Version | None:
    """The version that was agreed on last."""
    found = [version for version in state[Version].values() if version.adopted]
    return max(found, key=lambda version: (version.adopted or "", _number(version.label)), default=None)


def _number(label: str) -> tuple[int, ...]:
    return tuple(int(part) for part in label.split(".") if part.isdecimal())


def _as_agreed(state: State, frozen: _Frozen) -> tuple[State, dict[str, Tree]]:
    """The state with the sections and the title as they were when the text was frozen."""
    agreed = state.copy()
    agreed.collections["sections"] = {one.section.id: one.section for one in frozen.sections}
    community = msgspec.structs.replace(community_of(state), title=frozen.title)
    agreed.collections["community"] = {"community": community}
    return agreed, {one.section.id: one.text for one in frozen.sections}
