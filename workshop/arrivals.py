"""How many people are on their way in: they opened the link, or are choosing a name.

Kept in memory only, for a short while, by a random number that their browser keeps as long. Nothing in
it tells who or from where.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from typing import NamedTuple

LASTS_S = 600.0
"""Seconds after which somebody who gave no sign of life is not on the way any more."""
MOST = 100
"""People on their way to one community; more are not counted."""


class OnTheWay(NamedTuple):
    """How many people are on their way to a community, each counted once.

    Attributes:
        opened: opened the link or scanned the code, and did nothing yet.
        choosing: are choosing who they are.
    """

    opened: int = 0
    choosing: int = 0


class _Seen(NamedTuple):
    choosing: bool
    at: float


class Arrivals:
    """Who is on the way, to every community. One per process."""

    def __init__(self) -> None:
        self._seen: dict[str, dict[str, _Seen]] = {}
        self._listeners: list[Callable[[str], None]] = []

    def listen(self, changed: Callable[[str], None]) -> None:
        """From now on call this with a community's id when its numbers change."""
        self._listeners.append(changed)

    def known(self, community: str, key: str | None) -> bool:
        """Return whether somebody with this key is on the way."""
        return key is not None and key in self._now(community)

    def note(self, community: str, key: str | None, *, choosing: bool = False) -> str | None:
        """Count a sign of life. Who began to choose goes on choosing.

        Args:
            community: where to.
            key: what `note` returned before; None for somebody new, and so is one that is not known.
            choosing: whether this person is choosing a name.
        Returns: the key to keep, or None when there are too many to count.
        """
        people = self._now(community)
        before = people.get(key) if key is not None else None
        if key is None or before is None:
            if len(people) >= MOST:
                return None
            key = secrets.token_urlsafe(12)
        people[key] = _Seen(choosing or (before is not None and before.choosing), time.monotonic())
        self._seen[community] = people
        if before is None or before.choosing != people[key].choosing:
            self._tell(community)
        return key

    def over(self, community: str, key: str | None) -> None:
        """Somebody is in, or went away: counts no longer."""
        people = self._seen.get(community, {})
        if key is not None and people.pop(key, None) is not None:
            self._tell(community)

    def count(self, community: str) -> OnTheWay:
        """Return how many are on the way now."""
        people = self._now(community)
        choosing = sum(seen.choosing for seen in people.values())
        return OnTheWay(len(people) - choosing, choosing)

    def _now(self, community: str) -> dict[str, _Seen]:
        """Who gave a sign of life not long ago; the others are forgotten."""
        since = time.monotonic() - LASTS_S
        people = {key: seen for key, seen in self._seen.get(community, {}).items() if seen.at > since}
        if people:
            self._seen[community] = people
        else:
            self._seen.pop(community, None)
        return people

    def _tell(self, community: str) -> None:
        for changed in self._listeners:
            changed(community)
