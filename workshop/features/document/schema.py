"""The document check, and what looks private but may stand where it stands."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from workshop.core.access import every_member
from workshop.core.schema import Command, Fact, Id, Record, drop, put
from workshop.core.sight import EVERYBODY
from workshop.core.state import GroupedBy

Fingerprint = Annotated[
    str, Meta(pattern=r"^[0-9a-f]{16}\Z", description="a number made of words; the words are not in it")
]


class Accepted(Record, collection="accepted", sight=EVERYBODY):
    """Something that looks private, of which people said that it may stand where it stands.

    `stands_in`: the section, the card or the agreement. `fingerprint`: of its kind and its words: they are
    known again, and kept nowhere but in the text itself."""

    stands_in: str
    fingerprint: str


BY_HOLDER: GroupedBy[Accepted] = GroupedBy(lambda accepted: accepted.stands_in)
"""What may stand in a section, on a card or in an agreement."""


class DocumentCheck(Command, tag="document.check", who=every_member, offline="refused", on_behalf=False):
    """Ask what the document has and what it misses. Answered with `lines`."""


class PrivateAccept(Command, tag="private.accept", who=every_member, offline="kept", on_behalf=False):
    """Say that these words may stand in this section or agreement or on this card."""

    accepted: Id
    stands_in: Id
    fingerprint: Fingerprint


class PrivateReopen(Command, tag="private.reopen", who=every_member, offline="kept", on_behalf=False):
    """Have words looked at again of which people said that they may stand there."""

    accepted: Id


class PrivateAccepted(Fact, tag="private.accepted"):
    """Words that look private may stand in a place."""

    accepted: Accepted
    op = put(Accepted, "accepted")


class PrivateReopened(Fact, tag="private.reopened"):
    """Words that look private are looked at again."""

    accepted: str
    op = drop(Accepted, "accepted", erases=True)
