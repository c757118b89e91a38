"""What a record says of who sees it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

R = TypeVar("R")


@dataclass(frozen=True)
class Sight(Generic[R]):
    """Who sees a kind of record.

    Attributes:
        owners: from a record to the members who see more of it than everybody else.
        public: the record as everybody else sees it, or None when they see nothing of it.
        own: the record as its owners see it.
    """

    owners: Callable[[R], frozenset[str]]
    public: Callable[[R], R | None]
    own: Callable[[R], R]


EVERYBODY: Sight[Any] = Sight(
    owners=lambda record: frozenset(), public=lambda record: record, own=lambda record: record
)
"""Everybody in the community sees the record as it is."""
