"""Agreements: what, who, when, who pays."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from workshop.core.access import every_member
from workshop.core.schema import Body, Command, Date, Fact, Id, OptionalLine, Record, drop, put
from workshop.core.sight import EVERYBODY


class Agreement(Record, collection="agreements", sight=EVERYBODY):
    """What was agreed: what, who, when, who pays. Empty fields are shown as open."""

    text: str
    owner: str | None = None
    helpers: list[str] = []
    start: str | None = None
    paid_by: str = ""
    card: str | None = None
    section: str | None = None
    rank: str = "a0"
    rev: int = 0


class AgreementContent(Command):
    """What adding and editing an agreement have in common."""

    agreement: Id
    text: Body
    owner: Id | None = None
    helpers: Annotated[list[Id], Meta(max_length=50)] = []
    start: Date | None = None
    paid_by: OptionalLine = ""
    card: Id | None = None
    section: Id | None = None


class AgreementAdd(AgreementContent, tag="agreement.add", who=every_member, offline="kept", on_behalf=False):
    """Write down an agreement; what is not known yet stays open."""


class AgreementEdit(
    AgreementContent, tag="agreement.edit", who=every_member, offline="kept", on_behalf=False
):
    """Replace an agreement's content. `rev` is the one that was read."""

    rev: int


class AgreementRemove(Command, tag="agreement.remove", who=every_member, offline="kept", on_behalf=False):
    """Take an agreement off the list."""

    agreement: Id


class AgreementChanged(Fact, tag="agreement.changed"):
    """There is an agreement, or it has another content."""

    agreement: Agreement
    op = put(Agreement, "agreement", erases=True)


class AgreementRemoved(Fact, tag="agreement.removed"):
    """An agreement is off the list."""

    agreement: str
    op = drop(Agreement, "agreement", erases=True)
