"""Words that are fine here: people decide what the language helper leaves alone."""

from __future__ import annotations

from workshop import text
from workshop.entities import Wording
from workshop.errors import DomainError
from workshop.events import Fact, WordingAccept, WordingAccepted, WordingReopen, WordingReopened
from workshop.permissions import Actor
from workshop.room import Room, found


def accept(room: Room, actor: Actor, command: WordingAccept) -> list[Fact]:
    """Leave these words alone from now on, in the whole community."""
    if command.wording in room.state.wordings:
        raise DomainError("exists")
    words = alike(text.plain(command.words, lines=True))
    if any(wording.words == words for wording in room.state.wordings.values()):
        return []
    return [WordingAccepted(wording=Wording(id=command.wording, words=words))]


def reopen(room: Room, actor: Actor, command: WordingReopen) -> list[Fact]:
    """Mark these words again."""
    return [WordingReopened(wording=found(room.state.wordings, command.wording).id)]


def alike(words: str) -> str:
    """Return words as they are compared: small letters, single spaces."""
    return " ".join(words.lower().split())
