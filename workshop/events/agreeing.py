"""When a group agrees on things: the commands and facts of consent rounds and agreements."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from workshop.entities import (
    Agreement,
    Answer,
    Body,
    ConsentAnswer,
    ConsentRound,
    Date,
    Id,
    OptionalBody,
    OptionalLine,
)
from workshop.events.base import Command, Fact, drop, patch, put


class ConsentOpen(Command, tag="consent.open", frozen=True):
    """Freeze the text as a version and ask these members whether they can go on with it."""

    round: Id
    version: Id
    label: Annotated[str, Meta(pattern=r"^[0-9]{1,2}\.[0-9]{1,2}\Z")]
    members: Annotated[list[Id], Meta(min_length=1, max_length=500)]


class ConsentGive(Command, tag="consent.answer", frozen=True):
    """Answer: agree, agree with a concern, or an objection. May be changed until closed."""

    round: Id
    answer: Answer
    reason: OptionalBody = ""


class ConsentClose(Command, tag="consent.close", frozen=True):
    """Close the round. `adopt`: only when everyone answered and nobody objects."""

    round: Id
    adopt: bool = False


class AgreementContent(Command, frozen=True, kw_only=True):
    """What adding and editing an agreement have in common."""

    agreement: Id
    text: Body
    owner: Id | None = None
    helpers: Annotated[list[Id], Meta(max_length=50)] = []
    start: Date | None = None
    paid_by: OptionalLine = ""
    card: Id | None = None
    section: Id | None = None


class AgreementAdd(AgreementContent, tag="agreement.add", frozen=True):
    """Write down an agreement; what is not known yet stays open."""


class AgreementEdit(AgreementContent, tag="agreement.edit", frozen=True, kw_only=True):
    """Replace an agreement's content. `rev` is the one that was read."""

    rev: int


class AgreementRemove(Command, tag="agreement.remove", frozen=True):
    """Take an agreement off the list."""

    agreement: Id


class ConsentOpened(Fact, tag="consent.opened", frozen=True):
    """A consent round is open."""

    round: ConsentRound
    op = put("rounds", "round")


class ConsentCounted(Fact, tag="consent.counted", frozen=True):
    """So many have answered; with the last one the round is revealed."""

    round: str
    answered: int
    state: Literal["open", "revealed", "closed"]
    op = patch("rounds", "round", "answered", "state")


class ConsentAnswered(Fact, tag="consent.answered", frozen=True):
    """Somebody answered. Goes to that member and to who typed for them only, until the reveal."""

    answer: ConsentAnswer
    op = put("answers", "answer", erases=True)


class ConsentTakenBack(Fact, tag="consent.taken_back", frozen=True):
    """An answer is replaced by one that somebody else typed. Goes to who saw the old one."""

    answer: str
    member: str
    typed_by: str | None = None
    op = drop("answers", "answer", erases=True)


class ConsentClosed(Fact, tag="consent.closed", frozen=True):
    """A consent round is over."""

    round: str
    adopted: bool
    state: Literal["closed"] = "closed"
    op = patch("rounds", "round", "state", "adopted")


class AgreementChanged(Fact, tag="agreement.changed", frozen=True):
    """There is an agreement, or it has another content."""

    agreement: Agreement
    op = put("agreements", "agreement", erases=True)


class AgreementRemoved(Fact, tag="agreement.removed", frozen=True):
    """An agreement is off the list."""

    agreement: str
    op = drop("agreements", "agreement", erases=True)
