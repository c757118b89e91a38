"""What a service gets to decide with: the state, the time, who is connected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

import phases
from phases import Process
from workshop.errors import DomainError
from workshop.state import State

T = TypeVar("T")


@dataclass(frozen=True)
class Room:
    """One community at the moment of deciding. Services read it and return facts."""

    state: State
    now: datetime
    who: Callable[[], frozenset[str]] = frozenset

    @property
    def process(self) -> Process:
        """The process that this community follows.

        Raises:
            UnknownProcess: this program does not have it.
        """
        return phases.process(self.state.community.process)

    @property
    def connected(self) -> frozenset[str]:
        """The members who are connected. Found out when asked: few decisions need it."""
        return self.who()

    @property
    def today(self) -> str:
        """The day that a decision carries: of the open meeting, otherwise the calendar's."""
        for meeting in self.state.meetings.values():
            if meeting.state == "open":
                return meeting.date
        return self.now.date().isoformat()


def found(records: dict[str, T], key: str, code: str = "not_found") -> T:
    """Return a record, or refuse.

    Raises:
        DomainError: with `code`, when it is not in this community.
    """
    record = records.get(key)
    if record is None:
        raise DomainError(code)
    return record
