"""Sections of the vision, and the cards behind their paragraphs."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from workshop.core.access import core_team, every_member
from workshop.core.schema import Command, Fact, Id, Line, Record, drop, put
from workshop.core.sight import EVERYBODY
from workshop.core.state import GroupedBy
from workshop.features.members.schema import Role


class Section(Record, collection="sections", sight=EVERYBODY):
    """A chapter of the vision; its text is a shared document of its own.

    `kind` summary is the page in short; `block` names a building block of the process. `writers`: members
    with these roles write in it, and the core team always does; null: everybody."""

    heading: str
    level: int
    rank: str
    kind: Literal["text", "summary"] = "text"
    block: str | None = None
    removed: bool = False
    writers: list[Role] | None = None


class Source(Record, collection="sources", sight=EVERYBODY):
    """A card behind a paragraph (or behind the whole section: paragraph "")."""

    section: str
    paragraph: str
    card: str


BY_CARD: GroupedBy[Source] = GroupedBy(lambda source: source.card)
"""The sources that are one card."""


BlockChoice = Annotated[
    str,
    Meta(pattern=r"^[a-z_]{0,40}\Z", description="a building block of the process; empty: none"),
]


class SectionAdd(Command, tag="section.add", who=every_member, offline="waits", on_behalf=False):
    """Add a section to the vision, after another one or at the end. `block`: by the core team only."""

    section: Id
    heading: Line
    level: Annotated[int, Meta(ge=1, le=2)] = 1
    after: Id | None = None
    block: BlockChoice = ""


class SectionEdit(Command, tag="section.edit", who=every_member, offline="waits", on_behalf=False):
    """Change a section's heading or level. `block`: by the core team only."""

    section: Id
    heading: Line | None = None
    level: Annotated[int, Meta(ge=1, le=2)] | None = None
    block: BlockChoice | None = None


class SectionMove(Command, tag="section.move", who=every_member, offline="waits", on_behalf=False):
    """Put a section after another one, or first (null)."""

    section: Id
    after: Id | None = None


class SectionRemove(Command, tag="section.remove", who=core_team, offline="waits", on_behalf=False):
    """Put a section aside. Its text is kept."""

    section: Id


class SectionRestore(Command, tag="section.restore", who=core_team, offline="waits", on_behalf=False):
    """Bring a section that was put aside back."""

    section: Id


class SectionWriters(Command, tag="section.writers", who=core_team, offline="waits", on_behalf=False):
    """Say who writes in a section: members with these roles (none: the core team only) or all (null)."""

    section: Id
    roles: Annotated[list[Role], Meta(max_length=4)] | None = None


class SourceAdd(Command, tag="source.add", who=every_member, offline="waits", on_behalf=False):
    """Put a card behind a paragraph, as its source."""

    source: Id
    section: Id
    paragraph: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{0,40}\Z")]
    card: Id


class SourceRemove(Command, tag="source.remove", who=every_member, offline="waits", on_behalf=False):
    """Take a source away."""

    source: Id


class SectionAdded(Fact, tag="section.added"):
    """The vision has a section more."""

    section: Section
    op = put(Section, "section")


class SectionEdited(Fact, tag="section.edited"):
    """A section has another heading, level, place or writers, was put aside or came back."""

    section: Section
    op = put(Section, "section")


class SourceAdded(Fact, tag="source.added"):
    """A card is behind a paragraph."""

    source: Source
    op = put(Source, "source")


class SourceRemoved(Fact, tag="source.removed"):
    """A card is no longer behind a paragraph."""

    source: str
    op = drop(Source, "source")
