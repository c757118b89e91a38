"""Consent rounds: everyone answers first; objections come to light together; then decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from workshop.core import text
from workshop.core.access import Actor
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Fact
from workshop.core.state import State
from workshop.features.consent.schema import (
    ConsentAbsent,
    ConsentAgain,
    ConsentAnswer,
    ConsentAnswered,
    ConsentClose,
    ConsentClosed,
    ConsentCounted,
    ConsentGive,
    ConsentOpen,
    ConsentOpened,
    ConsentReword,
    ConsentReworded,
    ConsentRewordingRemoved,
    ConsentRound,
    Rewording,
    RoleCount,
    RoleLeast,
)
from workshop.features.consent.together import strong_for_both
from workshop.features.meetings.decide import today
from workshop.features.members.schema import Member, Role
from workshop.features.sections.schema import Section
from workshop.features.versions.decide import frozen
from workshop.features.versions.schema import Version, VersionAdopted


def open_(context: Context, actor: Actor, command: ConsentOpen) -> list[Fact]:
    """Freeze the text as a version and ask the named members."""
    state = context.state
    if any(other.state != "closed" for other in state[ConsentRound].values()):
        raise DomainError("consent.one_at_a_time")
    _refuse_taken(state, command.round, command.version, command.label)
    if command.section is not None:
        context.find(Section, command.section, "section.not_found")
    members = _here(state, command.members)
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
                section=command.section or "",
                words=text.as_written(command.words),
                least=_once(command.least),
                absent=[member for member in members if member in command.absent],
                until=text.optional_day(command.until),
            )
        ),
    ]


def _refuse_taken(state: State, round_id: str, version: str, label: str) -> None:
    if round_id in state[ConsentRound] or version in state[Version]:
        raise DomainError("exists")
    if any(other.label == label for other in state[Version].values()):
        raise DomainError("consent.label_used")


def _here(state: State, members: Iterable[str]) -> list[str]:
    here = {member.id for member in state[Member].values() if not member.removed}
    return [member for member in dict.fromkeys(members) if member in here]


def _once(wanted: Iterable[RoleLeast]) -> list[RoleCount]:
    counts = {one.role: one.count for one in wanted}
    return [RoleCount(role=role, count=count) for role, count in counts.items()]


def answers_of(state: State, round_id: str) -> list[ConsentAnswer]:
    """Return the answers given in a round so far."""
    return [answer for answer in state[ConsentAnswer].values() if answer.round == round_id]


def _find_open(context: Context, round_id: str) -> ConsentRound:
    current = context.find(ConsentRound, round_id)
    if current.state == "closed":
        raise DomainError("consent.closed")
    return current


def absent(context: Context, actor: Actor, command: ConsentAbsent) -> list[Fact]:
    """Say who cannot come. When everybody else has answered, the answers are revealed."""
    current = _find_open(context, command.round)
    wanted = replace(
        current,
        absent=[member for member in current.members if member in command.members],
        until=text.optional_day(command.until),
    )
    return counted(context.state, current, wanted, answers_of(context.state, current.id))


def give(context: Context, actor: Actor, command: ConsentGive) -> list[Fact]:
    """Answer, or change the own answer. With the last answer all of them are revealed."""
    current = _find_open(context, command.round)
    if actor.id not in current.members:
        raise DomainError("consent.not_asked")
    if actor.id in current.absent and current.until and not _still_time(context, current):
        raise DomainError("consent.too_late")
    reason = text.optional(command.reason, lines=True)
    if command.answer != "agree" and not reason:
        raise DomainError("consent.reason_needed")
    answers = answers_of(context.state, current.id)
    earlier = next((a for a in answers if a.member == actor.id), None)
    answer = ConsentAnswer(
        id=earlier.id if earlier else f"{current.id}.{actor.id}",
        round=current.id,
        member=actor.id,
        answer=command.answer,
        reason=reason,
        revealed=current.state == "revealed",
        sentence="" if command.answer == "agree" else text.as_written(command.sentence),
        strong=[one for one in dict.fromkeys(map(text.as_written, command.strong)) if one],
    )
    typed = [member for member in current.typed if member != actor.id]
    wanted = replace(current, typed=[*typed, actor.id] if actor.typed_by else typed)
    others = [a for a in answers if a.member != actor.id]
    return [
        ConsentAnswered(answer=answer),
        *counted(context.state, current, wanted, [*others, answer]),
    ]


def counted(
    state: State, current: ConsentRound, wanted: ConsentRound, answers: list[ConsentAnswer]
) -> list[Fact]:
    """Return what it means for a round that these answers were given: another count, or the reveal.

    Args:
        state: the community.
        current: the round as it is.
        wanted: the same, with who is absent and for whom somebody typed as that is now.
        answers: all answers given in it.
    """
    given = {answer.member for answer in answers}
    absent = [member for member in wanted.absent if member not in given]
    come = set(wanted.members) - set(absent)
    revealed = current.state == "revealed" or bool(given and come <= given)
    after = replace(
        wanted,
        answered=len(answers),
        state="revealed" if revealed else "open",
        absent=absent,
        together=strong_for_both(state, answers) if revealed else [],
    )
    facts: list[Fact] = []
    if after != current:
        facts.append(
            ConsentCounted(
                round=after.id,
                answered=after.answered,
                state=after.state,
                absent=after.absent,
                until=after.until,
                typed=after.typed,
                together=after.together,
            )
        )
    facts += [
        ConsentAnswered(answer=replace(a, revealed=True)) for a in answers if revealed and not a.revealed
    ]
    return facts


def reword(context: Context, actor: Actor, command: ConsentReword) -> list[Fact]:
    """Write a better sentence beside one of the text, change it or take it away."""
    current = _find_open(context, command.round)
    if current.state != "revealed":
        raise DomainError("consent.not_revealed")
    known = context.state[Rewording].get(command.rewording)
    if known is not None and known.round != current.id:
        raise DomainError("exists")
    words = text.optional(command.text)
    if not words:
        return [] if known is None else [ConsentRewordingRemoved(rewording=known.id)]
    sentence = text.as_written(command.sentence)
    rewording = Rewording(id=command.rewording, round=current.id, sentence=sentence, text=words)
    return [] if rewording == known else [ConsentReworded(rewording=rewording)]


def again(context: Context, command: ConsentAgain) -> tuple[dict[str, str], list[Fact]]:
    """Close a round and ask the same members about the text with these rewordings.

    Who calls this puts the new sentences into the text.

    Args:
        context: the community.
        command: what is asked.

    Returns:
        The sentences with what takes their place, and the facts.

    Raises:
        DomainError: `consent.closed`, `consent.not_revealed`, `exists`, `consent.label_used`, `member.gone`.
    """
    state = context.state
    current = _find_open(context, command.round)
    if current.state != "revealed":
        raise DomainError("consent.not_revealed")
    _refuse_taken(state, command.next, command.version, command.label)
    members = _here(state, current.members)
    if not members:
        raise DomainError("member.gone")
    chosen = [context.find(Rewording, one) for one in command.rewordings]
    sentences = {one.sentence: one.text for one in chosen if one.round == current.id}
    words = current.words
    for old, new in sentences.items():
        words = words.replace(old, new)
    return sentences, [
        _closed(state, current, adopted=False),
        frozen(context, command.version, "round", label=command.label),
        ConsentOpened(
            round=ConsentRound(
                id=command.next,
                version=command.version,
                number=len(state[ConsentRound]) + 1,
                members=members,
                section=current.section,
                words=words,
                least=current.least,
                absent=[member for member in current.absent if member in members],
                until=current.until,
                after=current.id,
            )
        ),
    ]


def close(context: Context, actor: Actor, command: ConsentClose) -> list[Fact]:
    """Close the round; adopt only when everyone who could come answered and nobody objects."""
    current = _find_open(context, command.round)
    if not command.adopt:
        return [_closed(context.state, current, adopted=False)]
    answers = answers_of(context.state, current.id)
    missing = {*current.members} - {*current.absent} - {answer.member for answer in answers}
    if current.state != "revealed" or missing:
        raise DomainError("consent.not_everyone")
    if any(answer.answer == "objection" for answer in answers):
        raise DomainError("consent.open_objection")
    if current.absent and _still_time(context, current):
        raise DomainError("consent.still_time")
    answered = _roles(context.state, (answer.member for answer in answers))
    if any(answered[one.role] < one.count for one in current.least):
        raise DomainError("consent.too_few")
    facts: list[Fact] = [_closed(context.state, current, adopted=True)]
    if not current.words:
        facts.append(VersionAdopted(version=current.version, adopted=today(context)))
    return facts


def _still_time(context: Context, current: ConsentRound) -> bool:
    """Whether it is not after the last day for who could not come."""
    return current.until is not None and context.now.date().isoformat() <= current.until


def _closed(state: State, current: ConsentRound, *, adopted: bool) -> ConsentClosed:
    absent = _roles(state, current.absent)
    counts = [RoleCount(role=role, count=count) for role, count in absent.items()]
    return ConsentClosed(round=current.id, adopted=adopted, absent_roles=counts)


def _roles(state: State, members: Iterable[str]) -> Counter[Role]:
    return Counter(state[Member][member].role for member in members if member in state[Member])
