"""What happens to consent rounds when something else happens."""

from __future__ import annotations

from msgspec.structs import replace

from workshop.core.context import Context
from workshop.core.feature import on
from workshop.core.schema import Fact
from workshop.features.consent.decide import answers_of, counted
from workshop.features.consent.schema import (
    ConsentAnswer,
    ConsentAnswered,
    ConsentOpened,
    ConsentRound,
    ConsentTakenBack,
)
from workshop.features.members.schema import MemberRemoved


@on(MemberRemoved)
def go_on_without(context: Context, fact: MemberRemoved) -> list[Fact]:
    """An open round goes on without who leaves before answering; an answer that was given counts."""
    gone = fact.member.id
    facts: list[Fact] = []
    for answer in context.state[ConsentAnswer].values():
        if answer.typed_by == gone:
            facts += [
                ConsentTakenBack(answer=answer.id, member=answer.member, typed_by=gone),
                ConsentAnswered(answer=replace(answer, typed_by=None)),
            ]
    for current in context.state[ConsentRound].values():
        answers = answers_of(context.state, current.id)
        if current.state != "open" or gone not in current.members:
            continue
        if any(answer.member == gone for answer in answers):
            continue
        smaller = replace(current, members=[member for member in current.members if member != gone])
        facts.append(ConsentOpened(round=smaller))
        if smaller.members:
            facts += counted(smaller, answers)
    return facts
