"""Telling people of one name apart, wherever somebody is chosen.

`static/src/features/members/selectors.ts` follows the same rule; both are held against
`tests/features/members/labels.json`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable

from workshop.core.state import State
from workshop.features.members.schema import Member

Detail = str | int
"""A role, a kind of organisation, or a number by the order of joining."""


def details(member: Member, members: Iterable[Member]) -> list[Detail]:
    """Return what tells a member from others of that name; nothing when there are none.

    Args:
        member: who.
        members: everybody, in the order of joining.
    """
    alike = [one for one in members if not one.removed and _same(one.name) == _same(member.name)]
    if len(alike) < 2:
        return []
    in_role = [one for one in alike if one.role == member.role]
    alone = [one for one in in_role if one.organisation == member.organisation]
    found: list[Detail] = [member.role] if len(in_role) < len(alike) else []
    if len(alone) < len(in_role) and member.organisation is not None:
        found.append(member.organisation)
    if len(alone) > 1:
        found.append([one.id for one in alone].index(member.id) + 1)
    return found or [member.role]


def label(state: State, member: Member, word: Callable[[Detail], str]) -> str:
    """Return a member's name, with what tells it from others of that name in brackets.

    Args:
        state: of the community.
        member: who.
        word: what a role or a kind of organisation is called; given the number too.
    """
    found = details(member, state[Member].values())
    return f"{member.name} ({', '.join(word(one) for one in found)})" if found else member.name


def _same(name: str) -> str:
    return unicodedata.normalize("NFKC", name).strip().lower()
