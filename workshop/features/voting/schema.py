"""Voting with dots: everyone has a budget; totals are known only when the round closes."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from workshop.core.access import core_team, every_member
from workshop.core.schema import Command, Fact, Id, Key, Record, drop, members, put
from workshop.core.sight import Sight
from workshop.core.state import GroupedBy

Dots = Annotated[int, Meta(ge=1, le=20)]


def _givers(dot: Dot | DotTaken) -> frozenset[str]:
    return members(dot.member, dot.typed_by)


ONLY_ITS_GIVER: Sight[Dot] = Sight(owners=_givers, public=lambda dot: None, own=lambda dot: dot)
"""Only who gave a dot, and who typed it for them, ever sees it."""


class Dot(Record, collection="dots", sight=ONLY_ITS_GIVER):
    """One dot of one member in one dot round. Only its giver ever sees it, and `typed_by`:
    who of the core team gave it for somebody without a phone."""

    board: str
    round: int
    member: str
    card: str
    typed_by: str | None = None


BY_ROUND: GroupedBy[Dot] = GroupedBy(lambda dot: (dot.board, dot.round))
"""The dots of a round."""


class DotsOpen(Command, tag="dots.open", who=core_team, offline="kept", on_behalf=False):
    """Open a dot round: everyone has `budget` dots; totals stay hidden until closed."""

    board: Key
    budget: Dots


class DotPlace(Command, tag="dot.place", who=every_member, offline="kept", on_behalf=True):
    """Give one dot to a card."""

    dot: Id
    board: Key
    card: Id


class DotTake(Command, tag="dot.take", who=every_member, offline="kept", on_behalf=True):
    """Take an own dot back."""

    dot: Id


class DotsClose(Command, tag="dots.close", who=core_team, offline="kept", on_behalf=False):
    """Close the dot round and show the totals."""

    board: Key


class DotPlaced(Fact, tag="dot.placed"):
    """A dot lies on a card. Goes to its giver and to who typed for them only."""

    dot: Dot
    op = put(Dot, "dot")


class DotTaken(Fact, tag="dot.taken", only_for=_givers):
    """A dot was taken back. Goes to its giver and to who typed for them only."""

    dot: str
    member: str
    typed_by: str | None = None
    op = drop(Dot, "dot")
