"""Words that are fine here: people decide what the language helper leaves alone."""

from __future__ import annotations

from workshop.core import text
from workshop.core.access import Actor
from workshop.core.context import Context
from workshop.core.schema import Fact
from workshop.features.wordings.schema import (
    Wording,
    WordingAccept,
    WordingAccepted,
    WordingReopen,
    WordingReopened,
)


def accept(context: Context, actor: Actor, command: WordingAccept) -> list[Fact]:
    """Leave these words alone from now on, in the whole community."""
    context.refuse_existing(Wording, command.wording)
    words = alike(text.plain(command.words, lines=True))
    if any(wording.words == words for wording in context.state[Wording].values()):
        return []
    return [WordingAccepted(wording=Wording(id=command.wording, words=words))]


def reopen(context: Context, actor: Actor, command: WordingReopen) -> list[Fact]:
    """Mark these words again."""
    return [WordingReopened(wording=context.find(Wording, command.wording).id)]


def alike(words: str) -> str:
    """Return words as they are compared: small letters, single spaces."""
    return " ".join(words.lower().split())
