"""Versions: the text of every section as it was when it was frozen."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, insert

from workshop.core.schema import Fact
from workshop.core.state import State
from workshop.features.community.decide import community_of
from workshop.features.consent.schema import VersionFrozen
from workshop.features.sections.decide import in_order
from workshop.vision.tables import VersionText
from workshop.vision.tree import read, to_json


def freeze(conn: Connection, community_id: str, state: State, fact: Fact) -> None:
    """Keep the text of every section as it is at this moment, with its heading."""
    assert isinstance(fact, VersionFrozen)
    body = [
        {"section": section, "text": msgspec.Raw(to_json(read(conn, community_id, section.id)))}
        for section in in_order(state)
    ]
    conn.execute(
        insert(VersionText),
        {
            "community_id": community_id,
            "version": fact.version.id,
            "body": msgspec.json.encode({"title": community_of(state).title, "sections": body}).decode(),
        },
    )
