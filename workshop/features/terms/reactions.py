"""What happens to words when something else happens."""

from __future__ import annotations

from msgspec.structs import replace

from workshop.core.context import Context
from workshop.core.feature import on
from workshop.core.schema import Fact
from workshop.features.members.schema import MemberRemoved
from workshop.features.terms.schema import Term, TermChanged


@on(MemberRemoved)
def forget_who_said_it(context: Context, fact: MemberRemoved) -> list[Fact]:
    """What was said about a word stays, without a name."""
    facts: list[Fact] = []
    for term in context.state[Term].values():
        nameless = replace(
            term,
            asked_by=_without(term.asked_by, fact),
            explained_by=_without(term.explained_by, fact),
            said_by=_without(term.said_by, fact),
            settled_by=_without(term.settled_by, fact),
        )
        if nameless != term:
            facts.append(TermChanged(term=nameless))
    return facts


def _without(member: str | None, fact: MemberRemoved) -> str | None:
    return None if member == fact.member.id else member
