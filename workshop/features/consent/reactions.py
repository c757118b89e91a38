"""What happens to consent rounds when something else happens."""

from __future__ import annotations

from msgspec.structs import replace

from workshop.core.context import Context
from workshop.core.feature import on
from workshop.core.schema import Fact
from workshop.features.consent.decide import answers_of, counted
from workshop.features.consent.schema import ConsentOpened, ConsentRound
from workshop.features.members.schema import MemberRemoved


@on(MemberRemoved)
def go_on_without(context: Context, fact: MemberRemoved) -> list[Fact]:
    """A round goes on without who leaves before answering; an answer that was given counts.

    Who was absent, and for whom somebody typed, is kept of nobody who left: a closed round has the numbers.
    """
    gone = fact.member.id
    facts: list[Fact] = []
    for current in context.state[ConsentRound].values():
        answers = answers_of(context.state, current.id)
        goes_on = current.state != "closed" and not any(answer.member == gone for answer in answers)
        after = replace(
            current,
            members=_without(current.members, gone) if goes_on else current.members,
            absent=_without(current.absent, gone),
            typed=_without(current.typed, gone),
        )
        if after == current:
            continue
        facts.append(ConsentOpened(round=after))
        if goes_on and after.members:
            facts += counted(context.state, after, after, answers)
    return facts


def _without(members: list[str], gone: str) -> list[str]:
    return [member for member in members if member != gone]
