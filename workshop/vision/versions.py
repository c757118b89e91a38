"""Versions: the text of every section as it was when it was frozen."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, insert, select

from workshop.core.schema import Fact
from workshop.core.state import State
from workshop.features.community.decide import community_of
from workshop.features.sections.decide import in_order
from workshop.features.sections.schema import Section
from workshop.features.versions.schema import VersionFrozen
from workshop.vision.tables import VersionText
from workshop.vision.tree import Tree, read


class FrozenSection(msgspec.Struct, frozen=True):
    """A chapter with its text."""

    section: Section
    text: Tree


class Frozen(msgspec.Struct, frozen=True):
    """The whole text at a moment."""

    title: str
    sections: Sequence[FrozenSection]


def present(conn: Connection, community_id: str, state: State) -> Frozen:
    """Return the text of every section as it is at this moment, with its heading."""
    return Frozen(
        title=community_of(state).title,
        sections=[FrozenSection(one, read(conn, community_id, one.id)) for one in in_order(state)],
    )


def read_frozen(conn: Connection, community_id: str, version: str) -> Frozen | None:
    """Return the text of a version, or None when there is none."""
    body = conn.scalar(
        select(VersionText.body).where(
            VersionText.community_id == community_id, VersionText.version == version
        )
    )
    return None if body is None else msgspec.json.decode(body, type=Frozen)


def store_text(conn: Connection, community_id: str, state: State, version: str) -> None:
    """Keep the text as it is at this moment as that of a version."""
    body = msgspec.json.encode(present(conn, community_id, state)).decode()
    conn.execute(insert(VersionText), {"community_id": community_id, "version": version, "body": body})


def freeze(conn: Connection, community_id: str, state: State, fact: Fact) -> None:
    """Keep the text of a version that is frozen now, unless that was done before the text changed."""
    assert isinstance(fact, VersionFrozen)
    version = fact.version.id
    kept = select(VersionText.version).where(
        VersionText.community_id == community_id, VersionText.version == version
    )
    if conn.scalar(kept) is None:
        store_text(conn, community_id, state, version)
