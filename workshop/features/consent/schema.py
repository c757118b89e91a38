"""Consent: the rounds in which a group agrees on a version of the vision."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from workshop.core.access import core_team, every_member
from workshop.core.schema import Command, Date, Fact, Id, OptionalBody, Record, drop, members, patch, put
from workshop.core.sight import EVERYBODY, Sight
from workshop.features.members.schema import Role
from workshop.features.versions.schema import Label

Answer = Literal["agree", "concern", "objection"]
Words = Annotated[str, Meta(max_length=2000, description="as they stand in the text")]


class RoleCount(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """So many people of a role."""

    role: Role
    count: int


class RoleLeast(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """So many people of a role have to answer."""

    role: Role
    count: Annotated[int, Meta(ge=1, le=500)]


class ConsentRound(Record, collection="rounds", sight=EVERYBODY):
    """A round of consent on a version. `state`: open (answers are private),
    revealed (everyone who could come answered), closed. `answered`: how many did.

    `section`, `words`: the one paragraph that it is about; empty for the whole text. `least`: how many of a
    role must have answered. `absent`: who of the members could not come; `until`: the last day on which
    they may still answer. `typed`: whose answer somebody of the core team typed. `after`: the round of which
    this one asks again. `together`: sentences that parents and professionals both find strong.
    `absent_roles`: who was absent and did not answer when the round was closed, by role."""

    version: str
    number: int
    members: list[str]
    answered: int = 0
    state: Literal["open", "revealed", "closed"] = "open"
    adopted: bool = False
    section: str = ""
    words: str = ""
    least: list[RoleCount] = []
    absent: list[str] = []
    until: str | None = None
    typed: list[str] = []
    after: str | None = None
    together: list[str] = []
    absent_roles: list[RoleCount] = []


OWN_UNTIL_REVEALED: Sight[ConsentAnswer] = Sight(
    owners=lambda answer: members() if answer.revealed and not answer.strong else members(answer.member),
    public=lambda answer: replace(answer, strong=[]) if answer.revealed else None,
    own=lambda answer: answer,
)
"""Until the reveal only whose answer it is sees it: not even who typed it for them. Which sentences somebody
finds strong is never shown by person."""


class ConsentAnswer(Record, collection="answers", sight=OWN_UNTIL_REVEALED):
    """One member's answer. Until the reveal only that member sees it. `sentence`: what the concern or
    objection is about; empty: the whole text. `strong`: sentences that this member finds strong."""

    round: str
    member: str
    answer: Answer
    reason: str = ""
    revealed: bool = False
    sentence: str = ""
    strong: list[str] = []


class Rewording(Record, collection="rewordings", sight=EVERYBODY):
    """A better sentence that somebody wrote beside the one that there was an objection to."""

    round: str
    sentence: str
    text: str


class ConsentOpen(Command, tag="consent.open", who=core_team, offline="waits", on_behalf=False):
    """Freeze the text as a version and ask these members whether they can go on with it, or with one
    paragraph of it: `words` of `section`. `absent`: who of them cannot come, and may answer `until` a day.
    `least`: how many of a role have to answer."""

    round: Id
    version: Id
    label: Label
    members: Annotated[list[Id], Meta(min_length=1, max_length=500)]
    section: Id | None = None
    words: Words = ""
    least: Annotated[list[RoleLeast], Meta(max_length=4)] = []
    absent: Annotated[list[Id], Meta(max_length=500)] = []
    until: Date | None = None


class ConsentAbsent(Command, tag="consent.absent", who=core_team, offline="waits", on_behalf=False):
    """Say who of the members of a round cannot come, all of them, and until which day they may answer.
    Whoever answered was not absent."""

    round: Id
    members: Annotated[list[Id], Meta(max_length=500)]
    until: Date | None = None


class ConsentGive(Command, tag="consent.answer", who=every_member, offline="kept", on_behalf=True):
    """Answer: agree, agree with a concern, or an objection. May be changed until closed."""

    round: Id
    answer: Answer
    reason: OptionalBody = ""
    sentence: Words = ""
    strong: Annotated[list[Words], Meta(max_length=300)] = []


class ConsentReword(Command, tag="consent.reword", who=every_member, offline="waits", on_behalf=False):
    """Write a better sentence beside one of the text, or change or (empty) take away one that is there."""

    rewording: Id
    round: Id
    sentence: Annotated[str, Meta(min_length=1, max_length=2000)]
    text: OptionalBody = ""


class ConsentAgain(Command, tag="consent.again", who=core_team, offline="refused", on_behalf=False):
    """Put these rewordings into the text, close the round and ask the same members about the new text."""

    round: Id
    next: Id
    version: Id
    label: Label
    rewordings: Annotated[list[Id], Meta(max_length=100)] = []


class ConsentClose(Command, tag="consent.close", who=core_team, offline="waits", on_behalf=False):
    """Close the round. `adopt`: only when everyone answered and nobody objects."""

    round: Id
    adopt: bool = False


class ConsentOpened(Fact, tag="consent.opened"):
    """A consent round is open."""

    round: ConsentRound
    op = put(ConsentRound, "round")


class ConsentCounted(Fact, tag="consent.counted"):
    """So many have answered, for so many somebody typed, and so many could not come; with the last one of
    those who could, the round is revealed."""

    round: str
    answered: int
    state: Literal["open", "revealed", "closed"]
    absent: list[str] = []
    until: str | None = None
    typed: list[str] = []
    together: list[str] = []
    op = patch(ConsentRound, "round", "answered", "state", "absent", "until", "typed", "together")


class ConsentAnswered(Fact, tag="consent.answered"):
    """Somebody answered. Goes to that member only, until the reveal."""

    answer: ConsentAnswer
    op = put(ConsentAnswer, "answer", erases=True)


class ConsentTakenBack(Fact, tag="consent.taken_back", only_for=lambda fact: members(fact.member)):
    """An answer is gone: in journals of releases in which another record took its place."""

    answer: str
    member: str
    op = drop(ConsentAnswer, "answer", erases=True)


class ConsentReworded(Fact, tag="consent.reworded"):
    """There is a better sentence, or it has other words."""

    rewording: Rewording
    op = put(Rewording, "rewording", erases=True)


class ConsentRewordingRemoved(Fact, tag="consent.rewording_removed"):
    """A better sentence was taken away."""

    rewording: str
    op = drop(Rewording, "rewording", erases=True)


class ConsentClosed(Fact, tag="consent.closed"):
    """A consent round is over."""

    round: str
    adopted: bool
    state: Literal["closed"] = "closed"
    absent_roles: list[RoleCount] = []
    op = patch(ConsentRound, "round", "state", "adopted", "absent_roles")
