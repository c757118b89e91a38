"""Consent rounds: everyone answers first; objections come to light together; then decide."""

from __future__ import annotations

from msgspec.structs import replace

from workshop.core import text
from workshop.core.access import Actor
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Fact
from workshop.core.state import State
from workshop.features.consent.schema import (
    ConsentAnswer,
    ConsentAnswered,
    ConsentClose,
    ConsentClosed,
    ConsentCounted,
    ConsentGive,
    ConsentOpen,
    ConsentOpened,
    ConsentRound,
    ConsentTakenBack,
)
from workshop.features.meetings.decide import today
from workshop.features.members.schema import Member
from workshop.features.versions.decide import frozen
from workshop.features.versions.schema import Version, VersionAdopted


def open_(context: Context, actor: Actor, command: ConsentOpen) -> list[Fact]:
    """Freeze the text as a version and ask the named members."""
    state = context.state
    if any(other.state != "closed" for other in state[ConsentRound].values()):
        raise DomainError("consent.one_at_a_time")
    if command.round in state[ConsentRound] or command.version in state[Version]:
        raise DomainError("exists")
    if any(version.label == command.label for version in state[Version].values()):
        raise DomainError("consent.label_used")
    here = {member.id for member in state[Member].values() if not member.removed}
    members = [m for m in dict.fromkeys(command.members) if m in here]
    if not members:
        raise DomainError("member.gone")
    return [
        frozen(context, command.version, "round", label=command.label),
        ConsentOpened(
            round=ConsentRound(
                id=command.round,
                version=command.version,
                number=len(state[ConsentRound]) + 1,
                members=members,
            )
        ),
    ]


def answers_of(state: State, round_id: str) -> list[ConsentAnswer]:
    """Return the answers given in a round so far."""
    return [answer for answer in state[ConsentAnswer].values() if answer.round == round_id]


def give(context: Context, actor: Actor, command: ConsentGive) -> list[Fact]:
    """Answer, or change the own answer. With the last answer all of them are revealed."""
    state = context.state
    current = context.find(ConsentRound, command.round)
    if current.state == "closed":
        raise DomainError("consent.closed")
    if actor.id not in current.members:
        raise DomainError("consent.not_asked")
    reason = text.optional(command.reason, lines=True)
    if command.answer != "agree" and not reason:
        raise DomainError("consent.reason_needed")
    answers = answers_of(state, current.id)
    earlier = next((a for a in answers if a.member == actor.id), None)
    answer = ConsentAnswer(
        id=earlier.id if earlier else f"{current.id}.{actor.id}",
        round=current.id,
        member=actor.id,
        answer=command.answer,
        reason=reason,
    )
    if current.state == "revealed":
        return [ConsentAnswered(answer=replace(answer, revealed=True))]
    others = [a for a in answers if a.member != actor.id]
    answer = replace(answer, typed_by=actor.typed_by)
    if earlier is None or earlier.typed_by == answer.typed_by:
        return [ConsentAnswered(answer=answer), *counted(current, [*others, answer])]
    # Whoever typed the earlier one may not see this one: it is a record of its own.
    answer = replace(answer, id=_next_id(current, earlier))
    return [
        ConsentTakenBack(answer=earlier.id, member=earlier.member, typed_by=earlier.typed_by),
        ConsentAnswered(answer=answer),
        *counted(current, [*others, answer]),
    ]


def _next_id(current: ConsentRound, earlier: ConsentAnswer) -> str:
    first = f"{current.id}.{earlier.member}"
    number = earlier.id.removeprefix(first).removeprefix(".")
    return f"{first}.{int(number or 1) + 1}"


def counted(current: ConsentRound, answers: list[ConsentAnswer]) -> list[Fact]:
    """Return what it means for a round that these answers were given: a count, or the reveal."""
    done = {answer.member for answer in answers} >= set(current.members)
    facts: list[Fact] = [
        ConsentCounted(round=current.id, answered=len(answers), state="revealed" if done else "open")
    ]
    if done:
        facts += [ConsentAnswered(answer=replace(answer, revealed=True, typed_by=None)) for answer in answers]
    return facts


def close(context: Context, actor: Actor, command: ConsentClose) -> list[Fact]:
    """Close the round; adopt only when everyone answered and nobody objects."""
    current = context.find(ConsentRound, command.round)
    if current.state == "closed":
        raise DomainError("consent.closed")
    if not command.adopt:
        return [ConsentClosed(round=current.id, adopted=False)]
    if current.state != "revealed":
        raise DomainError("consent.not_everyone")
    if any(answer.answer == "objection" for answer in answers_of(context.state, current.id)):
        raise DomainError("consent.open_objection")
    return [
        ConsentClosed(round=current.id, adopted=True),
        VersionAdopted(version=current.version, adopted=today(context)),
    ]
