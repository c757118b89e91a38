"""The word exchange: a professional explains, a parent says it in own words, a parent confirms."""

from __future__ import annotations

from msgspec.structs import replace

from workshop.core import text
from workshop.core.access import Actor
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Fact
from workshop.features.terms.schema import (
    Term,
    TermAsk,
    TermChanged,
    TermExplain,
    TermRemove,
    TermRemoved,
    TermSay,
    TermSettle,
)


def ask(context: Context, actor: Actor, command: TermAsk) -> list[Fact]:
    """Put a word on the list that somebody wants explained."""
    context.refuse_existing(Term, command.term)
    word = text.plain(command.word)
    if any(term.word.casefold() == word.casefold() for term in context.state[Term].values()):
        raise DomainError("exists")
    return [TermChanged(term=Term(id=command.term, word=word, asked_by=actor.id))]


def explain(context: Context, actor: Actor, command: TermExplain) -> list[Fact]:
    """A professional says what the word means."""
    term = context.find(Term, command.term)
    changed = replace(term, explanation=text.plain(command.text, lines=True), explained_by=actor.id)
    return [TermChanged(term=replace(changed, state="explained") if term.state == "asked" else changed)]


def say(context: Context, actor: Actor, command: TermSay) -> list[Fact]:
    """A parent says it in own words and proposes the plain words. An explanation comes first."""
    term = context.find(Term, command.term)
    if term.state == "asked":
        raise DomainError("term.not_ready")
    return [
        TermChanged(
            term=replace(
                term,
                own_words=text.plain(command.own_words, lines=True),
                plain=text.plain(command.plain),
                said_by=actor.id,
                settled_by=None,
                state="said",
            )
        )
    ]


def settle(context: Context, actor: Actor, command: TermSettle) -> list[Fact]:
    """A parent confirms the plain words."""
    term = context.find(Term, command.term)
    if term.state != "said":
        raise DomainError("term.not_ready")
    return [TermChanged(term=replace(term, settled_by=actor.id, state="settled"))]


def remove(context: Context, actor: Actor, command: TermRemove) -> list[Fact]:
    """Take a word off the list."""
    return [TermRemoved(term=context.find(Term, command.term).id)]
