"""Credentials: how a member proves to be that member."""

from __future__ import annotations

from sqlalchemy import Connection, delete

from workshop.accounts.tables import Credential
from workshop.core.schema import Fact
from workshop.core.state import State
from workshop.features.members.schema import MemberRemoved


def lock_out(conn: Connection, community_id: str, state: State, fact: Fact) -> None:
    """Throw away how somebody who left could enter, by whatever way that person left."""
    assert isinstance(fact, MemberRemoved)
    own = (Credential.community_id == community_id, Credential.member_id == fact.member.id)
    conn.execute(delete(Credential).where(*own))
