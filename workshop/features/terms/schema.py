"""The word exchange: a professional explains a word, a parent says it in own words, a parent confirms."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from workshop.core.access import Actor, core_team, every_member, rule
from workshop.core.schema import Body, Command, Fact, Id, Line, Record, drop, put
from workshop.core.sight import EVERYBODY
from workshop.core.state import State


class Term(Record, collection="terms", sight=EVERYBODY):
    """A jargon word on its way through the word exchange.

    `state`: asked, explained (by a professional), said (in own words), settled."""

    word: str
    asked_by: str | None = None
    explanation: str = ""
    explained_by: str | None = None
    own_words: str = ""
    said_by: str | None = None
    plain: str = ""
    settled_by: str | None = None
    state: Literal["asked", "explained", "said", "settled"] = "asked"


@rule("professional")
def professional(actor: Actor, command: Command, state: State) -> str | None:
    """Professionals and researchers."""
    return None if actor.role in ("professional", "researcher") else "term.not_professional"


@rule("parent")
def parent(actor: Actor, command: Command, state: State) -> str | None:
    """Parents."""
    return None if actor.role == "parent" else "term.not_parent"


class TermAsk(Command, tag="term.ask", who=every_member, offline="kept", on_behalf=True):
    """Ask what a word means."""

    term: Id
    word: Annotated[str, Meta(min_length=1, max_length=60)]


class TermExplain(Command, tag="term.explain", who=professional, offline="kept", on_behalf=True):
    """A professional says what the word means."""

    term: Id
    text: Body


class TermSay(Command, tag="term.say", who=parent, offline="kept", on_behalf=True):
    """A parent says it in own words, and proposes the plain words for the text."""

    term: Id
    own_words: Body
    plain: Line


class TermSettle(Command, tag="term.settle", who=parent, offline="kept", on_behalf=True):
    """A parent confirms the plain words; only then is the term settled."""

    term: Id


class TermRemove(Command, tag="term.remove", who=core_team, offline="kept", on_behalf=False):
    """Take a word off the list."""

    term: Id


class TermForms(Command, tag="term.forms", who=every_member, offline="refused", on_behalf=False):
    """Ask in which forms the words stand in a text. Answered with `forms`: per word, in lower case."""


class TermChanged(Fact, tag="term.changed"):
    """A word was asked about, explained, said in own words, or settled."""

    term: Term
    op = put(Term, "term", erases=True)


class TermRemoved(Fact, tag="term.removed"):
    """A word is off the list."""

    term: str
    op = drop(Term, "term", erases=True)
