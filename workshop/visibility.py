"""Who sees what: pure functions. What they hold back never leaves the server.

Facts are redacted for every viewer, and so is the first snapshot: the same rule for
both, so that folding what one sees gives what one may see.
"""

from __future__ import annotations

from typing import Any, TypeVar

from msgspec.structs import replace

from workshop.entities import Card, ConsentAnswer, Dot, Entity
from workshop.events import (
    CardAdded,
    CardEdited,
    CardRevealed,
    CardUnnamed,
    ConsentAnswered,
    ConsentTakenBack,
    DotPlaced,
    DotTaken,
    Fact,
)

_GUARDED: tuple[type[Entity], ...] = (Card, Dot, ConsentAnswer)
ALWAYS_PUBLIC = frozenset({
    "community", "members", "seats", "phase_titles", "prompts", "meetings", "boards", "themes", "terms",
    "sections", "sources", "versions", "rounds", "agreements", "wordings",
})
"""Collections of which everybody in the community may see every record as it is."""

E = TypeVar("E", bound=Entity)


def see(record: E, member: str | None) -> E | None:
    """Return the record as the member may see it, or None when it may not be seen at all."""
    if isinstance(record, Card):
        return _see_card(record, member)  # type: ignore[return-value]
    if isinstance(record, Dot):
        return record if member in _members(record.member, record.typed_by) else None
    if isinstance(record, ConsentAnswer):
        return record if record.revealed or member in _members(record.member, record.typed_by) else None
    return record


def _see_card(card: Card, member: str | None) -> Card:
    if card.hidden and (card.author is None or card.author != member):
        return replace(
            card, key=None, text="", picture=None, author=None, nameless=False, lang="nl", translation="",
            origins=[], due=None, rev=0,
        )
    return replace(card, key=None) if card.key is not None else card


def owners_of(record: Entity) -> frozenset[str]:
    """Return the members who see more of this record than everybody else: one, two, or none."""
    if isinstance(record, Card):
        return _members(record.author) if record.hidden else _members()
    if isinstance(record, Dot):
        return _members(record.member, record.typed_by)
    if isinstance(record, ConsentAnswer):
        return _members() if record.revealed else _members(record.member, record.typed_by)
    return _members()


def owners(fact: Fact) -> frozenset[str]:
    """Return the members who see more of this fact than everybody else: one, two, or none."""
    if isinstance(fact, (CardAdded, CardEdited, CardRevealed, CardUnnamed)):
        return owners_of(fact.card)
    if isinstance(fact, DotPlaced):
        return owners_of(fact.dot)
    if isinstance(fact, ConsentAnswered):
        return owners_of(fact.answer)
    if isinstance(fact, (DotTaken, ConsentTakenBack)):
        return _members(fact.member, fact.typed_by)
    return _members()


def _members(*members: str | None) -> frozenset[str]:
    return frozenset(member for member in members if member is not None)


def redact(fact: Fact, member: str | None) -> Fact | None:
    """Return the fact as the member may see it, or None when nothing of it may be seen.

    Args:
        fact: what happened, in full.
        member: the viewer; None stands for everybody who owns nothing in it.
    """
    if isinstance(fact, (DotTaken, ConsentTakenBack)):
        return fact if member in owners(fact) else None
    if fact.op.kind != "put":
        return fact
    record: Any = getattr(fact, fact.op.field)
    if not isinstance(record, _GUARDED):
        return fact
    seen = see(record, member)
    if seen is None:
        return None
    return fact if seen is record else replace(fact, **{fact.op.field: seen})
