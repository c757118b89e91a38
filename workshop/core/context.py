"""What a feature gets to decide with: the state, the time, who is connected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from workshop.core.errors import DomainError
from workshop.core.schema import Record
from workshop.core.state import State

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Context:
    """One community at the moment of deciding. Features read it and return facts."""

    state: State
    now: datetime
    who_is_connected: Callable[[], frozenset[str]] = frozenset

    @property
    def now_ms(self) -> int:
        """This moment in milliseconds since 1970, as records keep it."""
        return int(self.now.timestamp() * 1000)

    @property
    def connected(self) -> frozenset[str]:
        """The members who are connected. Found out when asked: few decisions need it."""
        return self.who_is_connected()

    def find(self, record: type[R], key: str, code: str = "not_found") -> R:
        """Return a record, or refuse.

        Raises:
            DomainError: with `code`, when it is not in this community.
        """
        found = self.state[record].get(key)
        if found is None:
            raise DomainError(code)
        return found

    def refuse_existing(self, record: type[R], key: str) -> None:
        """Refuse to make a record under a key that is taken.

        Raises:
            DomainError: `exists`.
        """
        if key in self.state[record]:
            raise DomainError("exists")
