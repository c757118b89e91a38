"""Consent rounds: everyone answers first; objections come to light together; then decide."""

from __future__ import annotations

from msgspec.structs import replace

from workshop import text
from workshop.entities import ConsentAnswer, ConsentRound, Version
from workshop.errors import DomainError
from workshop.events import (
    ConsentAnswered,
    ConsentClose,
    ConsentClosed,
    ConsentCounted,
    ConsentGive,
    ConsentOpen,
    ConsentOpened,
    ConsentTakenBack,
    Fact,
    VersionAdopted,
    VersionFrozen,
)
from workshop.permissions import Actor
from workshop.room import Room, found
from workshop.state import State


def open_(room: Room, actor: Actor, command: ConsentOpen) -> list[Fact]:
    """Freeze the text as a version and ask the named members."""
    state = room.state
    if any(other.state != "closed" for other in state.rounds.values()):
        raise DomainError("consent.one_at_a_time")
    if command.round in state.rounds or command.version in state.versions:
        raise DomainError("exists")
    if any(version.label == command.label for version in state.versions.values()):
        raise DomainError("consent.label_used")
    here = {member.id for member in state.members.values() if not member.removed}
    members = [m for m in dict.fromkeys(command.members) if m in here]
    if not members:
        raise DomainError("member.gone")
    return [
        VersionFrozen(version=Version(id=command.version, label=command.label, date=room.today)),
        ConsentOpened(round=ConsentRound(
            id=command.round, version=command.version, number=len(state.rounds) + 1, members=members
        )),
    ]


def answers_of(state: State, round_id: str) -> list[ConsentAnswer]:
    """Return the answers given in a round so far."""
    return [answer for answer in state.answers.values() if answer.round == round_id]


def give(room: Room, actor: Actor, command: ConsentGive) -> list[Fact]:
    """Answer, or change the own answer. With the last answer all of them are revealed."""
    state = room.state
    current = found(state.rounds, command.round)
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
        id=earlier.id if earlier else f"{current.id}.{actor.id}", round=current.id, member=actor.id,
        answer=command.answer, reason=reason,
    )
    if current.state == "revealed":
        return [ConsentAnswered(answer=replace(answer, revealed=True))]
    others = [a for a in answers if a.member != actor.id]
    answer = replace(answer, typed_by=actor.typed_by)
    if earlier is None or earlier.typed_by == answer.typed_by:
        return [ConsentAnswered(answer=answer), *_counted(current, [*others, answer])]
    # Whoever typed the earlier one may not see this one: it is a record of its own.
    answer = replace(answer, id=_next_id(current, earlier))
    return [
        ConsentTakenBack(answer=earlier.id, member=earlier.member, typed_by=earlier.typed_by),
        ConsentAnswered(answer=answer), *_counted(current, [*others, answer]),
    ]


def _next_id(current: ConsentRound, earlier: ConsentAnswer) -> str:
    first = f"{current.id}.{earlier.member}"
    number = earlier.id.removeprefix(first).removeprefix(".")
    return f"{first}.{int(number or 1) + 1}"


def _counted(current: ConsentRound, answers: list[ConsentAnswer]) -> list[Fact]:
    done = {answer.member for answer in answers} >= set(current.members)
    facts: list[Fact] = [ConsentCounted(
        round=current.id, answered=len(answers), state="revealed" if done else "open"
    )]
    if done:
        facts += [ConsentAnswered(answer=replace(answer, revealed=True, typed_by=None)) for answer in answers]
    return facts


def without(room: Room, member: str) -> list[Fact]:
    """Return the facts by which an open round goes on without a member who leaves."""
    facts: list[Fact] = []
    for current in room.state.rounds.values():
        answers = answers_of(room.state, current.id)
        if current.state != "open" or member not in current.members:
            continue
        if any(answer.member == member for answer in answers):
            continue
        smaller = replace(current, members=[m for m in current.members if m != member])
        facts.append(ConsentOpened(round=smaller))
        if smaller.members:
            facts += _counted(smaller, answers)
    return facts


def close(room: Room, actor: Actor, command: ConsentClose) -> list[Fact]:
    """Close the round; adopt only when everyone answered and nobody objects."""
    current = found(room.state.rounds, command.round)
    if current.state == "closed":
        raise DomainError("consent.closed")
    if not command.adopt:
        return [ConsentClosed(round=current.id, adopted=False)]
    if current.state != "revealed":
        raise DomainError("consent.not_everyone")
    if any(answer.answer == "objection" for answer in answers_of(room.state, current.id)):
        raise DomainError("consent.open_objection")
    return [
        ConsentClosed(round=current.id, adopted=True),
        VersionAdopted(version=current.version, adopted=room.today),
    ]
