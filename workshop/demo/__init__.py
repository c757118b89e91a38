"""The demo: an invented neighbourhood in its last meeting, for newcomers to walk through."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import Protocol

from msgspec.structs import replace
from sqlalchemy import Connection, Table, delete, insert, select, update

from workshop.accounts.communities import Communities
from workshop.accounts.tables import Project
from workshop.core.context import Context
from workshop.core.schema import Fact
from workshop.core.state import State
from workshop.demo import neighbourhood as source
from workshop.demo.play import Play
from workshop.features.agenda.schema import PhaseRenamed, PhaseTitle, Prompt, PromptChanged
from workshop.features.community.decide import community_of
from workshop.features.sections.schema import Section, SectionAdded, SectionEdited
from workshop.store.database import Database
from workshop.store.ledger import Ledger
from workshop.store.tables import Base, CommunityRow
from workshop.vision.room import VisionRooms

PROJECT = "demo"
"""Id of the project that holds the demo and nothing else."""


class Program(Protocol):
    """What the demo needs of the running program."""

    @property
    def db(self) -> Database: ...
    @property
    def ledger(self) -> Ledger: ...
    @property
    def communities(self) -> Communities: ...
    @property
    def vision(self) -> VisionRooms: ...


def build_demo(container: Program, code: str | None = None) -> str:
    """Make the demo anew. What was in it before, also when half made, is thrown away.

    Args:
        container: the running program.
        code: its join code; the code it had, or one by chance, when not given.
    Returns: the community's id.
    """
    with container.db.begin() as connection:
        gone = _clear(connection)
    for row in gone:
        container.ledger.end(row)
    known = next(iter(gone.values()), None)
    raw = source.raw()
    community = container.communities.create(
        PROJECT, source.real(raw["project"]["wijk"]), "nl", raw["project"]["start_topic"], code=code or known
    )

    def write(section: str, data: bytes) -> None:
        with container.db.begin() as connection:
            container.vision.apply(connection, community, section, data)

    Play(container.ledger, community, write).all()
    with container.db.begin() as connection:
        # Only now may visitors come: a demo that was interrupted is never shown.
        connection.execute(update(CommunityRow).where(CommunityRow.id == community).values(demo=True))
    return community


def reset_demo(container: Program) -> str:
    """Bring the demo back to how it began, with the same join code. Visitors' things are gone.

    Returns: the new community's id.
    """
    return build_demo(container)


def start_empty_from_demo(container: Program, project: str, name: str) -> str:
    """Start a community with the demo's settings: names of phases, prompts, sections.

    It has no cards, no texts and no members.

    Args:
        container: the running program.
        project: id of the project it belongs to.
        name: of the neighbourhood.
    Returns: the community's id.
    Raises:
        DomainError: `text.empty`, `text.html`, `text.too_long` for the name.
    """
    demo = container.communities.demo()
    example = container.ledger.state(demo.id) if demo else container.ledger.state(build_demo(container))
    topic: str = source.raw()["project"]["start_topic"]
    community = container.communities.create(
        project, name, community_of(example).language, topic, process=community_of(example).process
    )
    container.ledger.record(community, lambda room: _settings(example, room))
    return community


def _settings(example: State, room: Context) -> list[Fact]:
    facts: list[Fact] = [PhaseRenamed(phase=title) for title in example[PhaseTitle].values()]
    facts += [PromptChanged(prompt=prompt) for prompt in example[Prompt].values()]
    wanted = [section for section in example[Section].values() if not section.removed]
    fresh = {section.heading: section for section in room.state[Section].values()}
    for section in wanted:
        own = fresh.pop(section.heading, None)
        facts.append(_section(section, own))
    facts += [SectionEdited(section=replace(section, removed=True)) for section in fresh.values()]
    return facts


def _section(section: Section, own: Section | None) -> Fact:
    if own is None:
        return SectionAdded(section=replace(section, id=secrets.token_urlsafe(9)))
    return SectionEdited(section=replace(section, id=own.id))


def _clear(connection: Connection) -> dict[str, str]:
    """Throw the demo away, keep its project.

    Returns: the ids of what is gone, with their join codes.
    """
    projects: Table = Base.metadata.tables[Project.__tablename__]
    if connection.scalar(select(projects.c.id).where(projects.c.id == PROJECT)) is None:
        connection.execute(
            insert(projects).values(
                id=PROJECT,
                name="Samen groot",
                owner=source.real(source.raw()["project"]["municipality"]),
                partners="",
                funder="",
                created=datetime.now(UTC).replace(tzinfo=None),
            )
        )
    rows = connection.execute(
        select(CommunityRow.id, CommunityRow.join_code).where(CommunityRow.project_id == PROJECT)
    ).all()
    gone = {row.id: row.join_code for row in rows}
    for table in reversed(Base.metadata.sorted_tables):
        if "community_id" in table.c:
            connection.execute(delete(table).where(table.c.community_id.in_(gone)))
    connection.execute(delete(CommunityRow).where(CommunityRow.id.in_(gone)))
    return gone
