"""Reading along: a frozen draft behind an address that nobody guesses, and what neighbours say of it."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from workshop.core.access import core_team, every_member
from workshop.core.schema import Command, Fact, Id, Record, put
from workshop.core.sight import EVERYBODY
from workshop.features.versions.schema import Title

Address = Annotated[
    str, Meta(pattern=r"^[A-Za-z0-9_-]{24,64}\Z", description="random, 24-64 characters; who has it may read")
]


class Reading(Record, collection="readings", sight=EVERYBODY):
    """A draft that was published for reading: the text of `version`, on a page with `address`. Its reactions
    are asked for with `reading.reactions`: `waiting` of them nobody judged yet, `shown` are on the page.
    `rev` grows with every one. `closed`: nothing can be read or said there any more."""

    version: str
    address: str
    opened: str
    closed: bool = False
    waiting: int = 0
    shown: int = 0
    rev: int = 0


class ReadingOpen(Command, tag="reading.open", who=core_team, offline="refused", on_behalf=False):
    """Freeze the text as it is and let whoever has the address read it and react."""

    reading: Id
    version: Id
    name: Title
    address: Address


class ReadingClose(Command, tag="reading.close", who=core_team, offline="waits", on_behalf=False):
    """End it: the page says that it is closed, and the reactions stay with the core team."""

    reading: Id


class ReadingReactions(
    Command, tag="reading.reactions", who=every_member, offline="refused", on_behalf=False
):
    """Read what neighbours said. Answered with `reactions`, each with its paragraph: those that are shown,
    until the page is closed; for the core team always all of them, with their `state`: `waiting`, `shown` or
    `hidden`."""

    reading: Id


class ReactionShow(Command, tag="reaction.show", who=core_team, offline="waits", on_behalf=False):
    """Show a reaction on the page and beside the text, or hide it."""

    reading: Id
    reaction: Id
    shown: bool


class ReadingChanged(Fact, tag="reading.changed"):
    """A draft is read along, is no longer, or there is another reaction."""

    reading: Reading
    op = put(Reading, "reading")
