"""Sentences that parents and professionals both find strong."""

from __future__ import annotations

from collections.abc import Sequence

from workshop.core.state import State
from workshop.features.consent.schema import ConsentAnswer
from workshop.features.members.schema import Member

SMALLEST_GROUP = 5
"""Of a smaller group it would show what a person answered."""
SHARE = 2 / 3
"""From which share of a group on a sentence is strong for it."""


def strong_for_both(state: State, answers: Sequence[ConsentAnswer]) -> list[str]:
    """Return the sentences that most parents and most professionals find strong and nobody worries about."""
    groups = [
        [answer for answer in answers if _role(state, answer.member) == role]
        for role in ("parent", "professional")
    ]
    if any(len(group) < SMALLEST_GROUP for group in groups):
        return []
    worried = {answer.sentence for answer in answers}
    found = dict.fromkeys(sentence for answer in groups[0] for sentence in answer.strong)
    return sorted(
        sentence
        for sentence in found
        if sentence not in worried
        and all(sum(sentence in answer.strong for answer in group) >= SHARE * len(group) for group in groups)
    )


def _role(state: State, member: str) -> str:
    found = state[Member].get(member)
    return found.role if found else ""
