"""The word exchange: a professional explains, a parent says it in own words, a parent confirms."""

from __future__ import annotations

from msgspec.structs import replace

from workshop import text
from workshop.entities import Term
from workshop.errors import DomainError
from workshop.events import (
    Fact,
    TermAsk,
    TermChanged,
    TermExplain,
    TermRemove,
    TermRemoved,
    TermSay,
    TermSettle,
)
from workshop.permissions import Actor
from workshop.room import Room, found


def ask(room: Room, actor: Actor, command: TermAsk) -> list[Fact]:
    """Put a word on the list that somebody wants explained."""
    if command.term in room.state.terms:
        raise DomainError("exists")
    word = text.plain(command.word)
    if any(term.word.casefold() == word.casefold() for term in room.state.terms.values()):
        raise DomainError("exists")
    return [TermChanged(term=Term(id=command.term, word=word, asked_by=actor.id))]


def explain(room: Room, actor: Actor, command: TermExplain) -> list[Fact]:
    """A professional says what the word means."""
    term = found(room.state.terms, command.term)
    changed = replace(term, explanation=text.plain(command.text, lines=True), explained_by=actor.id)
    return [TermChanged(term=replace(changed, state="explained") if term.state == "asked" else changed)]


def say(room: Room, actor: Actor, command: TermSay) -> list[Fact]:
    """A parent says it in own words and proposes the plain words. An explanation comes first."""
    term = found(room.state.terms, command.term)
    if term.state == "asked":
        raise DomainError("term.not_ready")
    return [TermChanged(term=replace(
        term, own_words=text.plain(command.own_words, lines=True), plain=text.plain(command.plain),
        said_by=actor.id, settled_by=None, state="said",
    ))]


def settle(room: Room, actor: Actor, command: TermSettle) -> list[Fact]:
    """A parent confirms the plain words."""
    term = found(room.state.terms, command.term)
    if term.state != "said":
        raise DomainError("term.not_ready")
    return [TermChanged(term=replace(term, settled_by=actor.id, state="settled"))]


def remove(room: Room, actor: Actor, command: TermRemove) -> list[Fact]:
    """Take a word off the list."""
    return [TermRemoved(term=found(room.state.terms, command.term).id)]
