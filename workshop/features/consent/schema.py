"""Consent: the rounds in which a group agrees on a version of the vision."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from workshop.core.access import core_team, every_member
from workshop.core.schema import Command, Fact, Id, OptionalBody, Record, drop, members, patch, put
from workshop.core.sight import EVERYBODY, Sight
from workshop.features.versions.schema import Label

Answer = Literal["agree", "concern", "objection"]


class ConsentRound(Record, collection="rounds", sight=EVERYBODY):
    """A round of consent on a version. `state`: open (answers are private),
    revealed (everyone answered), closed. `answered`: how many did."""

    version: str
    number: int
    members: list[str]
    answered: int = 0
    state: Literal["open", "revealed", "closed"] = "open"
    adopted: bool = False


def _givers(answer: ConsentAnswer | ConsentTakenBack) -> frozenset[str]:
    return members(answer.member, answer.typed_by)


PRIVATE_UNTIL_REVEALED: Sight[ConsentAnswer] = Sight(
    owners=lambda answer: members() if answer.revealed else _givers(answer),
    public=lambda answer: answer if answer.revealed else None,
    own=lambda answer: answer,
)
"""Until the reveal only who gave an answer, and who typed it for them, sees it."""


class ConsentAnswer(Record, collection="answers", sight=PRIVATE_UNTIL_REVEALED):
    """One member's answer. Until the reveal only that member sees it, and `typed_by`:
    who of the core team typed it for somebody without a phone."""

    round: str
    member: str
    answer: Answer
    reason: str = ""
    revealed: bool = False
    typed_by: str | None = None


class ConsentOpen(Command, tag="consent.open", who=core_team, offline="waits", on_behalf=False):
    """Freeze the text as a version and ask these members whether they can go on with it."""

    round: Id
    version: Id
    label: Label
    members: Annotated[list[Id], Meta(min_length=1, max_length=500)]


class ConsentGive(Command, tag="consent.answer", who=every_member, offline="kept", on_behalf=True):
    """Answer: agree, agree with a concern, or an objection. May be changed until closed."""

    round: Id
    answer: Answer
    reason: OptionalBody = ""


class ConsentClose(Command, tag="consent.close", who=core_team, offline="waits", on_behalf=False):
    """Close the round. `adopt`: only when everyone answered and nobody objects."""

    round: Id
    adopt: bool = False


class ConsentOpened(Fact, tag="consent.opened"):
    """A consent round is open."""

    round: ConsentRound
    op = put(ConsentRound, "round")


class ConsentCounted(Fact, tag="consent.counted"):
    """So many have answered; with the last one the round is revealed."""

    round: str
    answered: int
    state: Literal["open", "revealed", "closed"]
    op = patch(ConsentRound, "round", "answered", "state")


class ConsentAnswered(Fact, tag="consent.answered"):
    """Somebody answered. Goes to that member and to who typed for them only, until the reveal."""

    answer: ConsentAnswer
    op = put(ConsentAnswer, "answer", erases=True)


class ConsentTakenBack(Fact, tag="consent.taken_back", only_for=_givers):
    """An answer is replaced by one that somebody else typed. Goes to who saw the old one."""

    answer: str
    member: str
    typed_by: str | None = None
    op = drop(ConsentAnswer, "answer", erases=True)


class ConsentClosed(Fact, tag="consent.closed"):
    """A consent round is over."""

    round: str
    adopted: bool
    state: Literal["closed"] = "closed"
    op = patch(ConsentRound, "round", "state", "adopted")
