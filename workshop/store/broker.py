"""The broker port: what was committed goes from the ledger to whoever sends it on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from workshop.store.journal import Numbered


class Subscriber:
    """Is told what happened; a class that extends this takes what concerns it."""

    def facts(self, community: str, batch: Sequence[Numbered]) -> None:
        """Take facts of a community that are in the database, in order."""

    def batch_over(self) -> None:
        """Send what is waiting: a batch is committed and answered."""

    def ended(self, community: str) -> None:
        """Let go of everybody in a community that was thrown away."""

    def shut_out(self, community: str, key: str) -> None:
        """End the connections that a key let in (a member's id, or a screen's link); who still has
        the right one comes back."""

    def connected(self, community: str) -> frozenset[str]:
        """Return the members who are connected to a community."""
        return frozenset()


class Broker(Protocol):
    """Brings what happened to every subscriber. In memory today; another engine can cross processes."""

    def subscribe(self, subscriber: Subscriber) -> None:
        """From now on this subscriber is told."""

    def publish(self, community: str, facts: Sequence[Numbered]) -> None:
        """Tell of facts of a community that are in the database, in order."""

    def batch_over(self) -> None:
        """Tell that a batch is committed and answered."""

    def ended(self, community: str) -> None:
        """Tell that a community was thrown away."""

    def shut_out(self, community: str, key: str) -> None:
        """Tell that a key (a member's, or a screen's link) has changed."""

    def connected(self, community: str) -> frozenset[str]:
        """Return the members who are connected to a community."""


class MemoryBroker:
    """The broker of one process."""

    def __init__(self) -> None:
        self._subscribers: list[Subscriber] = []

    def subscribe(self, subscriber: Subscriber) -> None:
        """From now on this subscriber is told."""
        self._subscribers.append(subscriber)

    def publish(self, community: str, facts: Sequence[Numbered]) -> None:
        """Tell of facts of a community that are in the database, in order."""
        for subscriber in self._subscribers:
            subscriber.facts(community, facts)

    def batch_over(self) -> None:
        """Tell that a batch is committed and answered."""
        for subscriber in self._subscribers:
            subscriber.batch_over()

    def ended(self, community: str) -> None:
        """Tell that a community was thrown away."""
        for subscriber in self._subscribers:
            subscriber.ended(community)

    def shut_out(self, community: str, key: str) -> None:
        """Tell that a key (a member's, or a screen's link) has changed."""
        for subscriber in self._subscribers:
            subscriber.shut_out(community, key)

    def connected(self, community: str) -> frozenset[str]:
        """Return the members who are connected to a community."""
        found: frozenset[str] = frozenset()
        for subscriber in self._subscribers:
            found |= subscriber.connected(community)
        return found
