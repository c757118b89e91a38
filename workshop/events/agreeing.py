"""What may come in when a group agrees on things: consent rounds and agreements."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from workshop.entities import Answer, Body, Date, Id, OptionalBody, OptionalLine
from workshop.events.base import Command


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
