"""How the live connection's own commands are handled: who asks, what may be replied, how others are told.

The gateway is given a handler for each of these commands. A handler knows no socket: it answers with a
reply, and tells other clients through the sender.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Command
from workshop.features.members.schema import Member
from workshop.refusals import message_of
from workshop.store.ledger import Work

Answer = dict[str, Any]


@dataclass(eq=False)
class Client:
    """One connection: of one member, or of a screen that only watches.

    Attributes:
        member: whose it is; empty for a screen, which owns nothing and so sees what everybody sees.
        key: by which it was let in: the member's id, or that of a screen's link.
        socket: the transport's; only the transport uses it.
        entered: whether it has been sent the state.
        writing: boards on which the member said to be writing, with the time of that (monotonic, seconds).
        when_gone: what is to be cleaned up when it leaves, by who wants that.
    """

    sid: str
    socket: Any
    community: str
    member: str
    role: str
    language: str
    key: str
    entered: bool = False
    writing: dict[str, float] = field(default_factory=dict)
    when_gone: dict[str, Callable[[], None]] = field(default_factory=dict)

    @property
    def watching(self) -> bool:
        """Whether it is a screen: nobody's, so it counts as nobody and may change nothing."""
        return not self.member


@dataclass(frozen=True)
class Pending:
    """A reply that is there when work is done.

    Attributes:
        work: for the ledger.
        answer: makes the answer from the finished work.
        submit: gives the work to the ledger; at once when not given.
    """

    work: Work
    answer: Callable[[Work], Answer] = lambda work: {"ok": True, "seq": work.seq}
    submit: Callable[[Work], None] | None = None


@dataclass(frozen=True)
class Slow:
    """A reply that takes a while, and holds up nobody meanwhile."""

    run: Callable[[], Answer]


@dataclass(frozen=True)
class Unhurried:
    """A reply that leaves with what is sent next."""

    answer: Answer


Reply = Answer | Pending | Slow | Unhurried
Handler = Callable[[Client, Any], Reply]
Handlers = Mapping[type[Command], Handler]


class Sender(Protocol):
    """Sends events to clients."""

    def send(
        self, clients: Iterable[Client], event: str, payload: bytes, attachments: Sequence[bytes] = ()
    ) -> None:
        """Send an event; it leaves with the next `flush`.

        Args:
            clients: to whom.
            event: its name.
            payload: its JSON, with a placeholder object per attachment.
            attachments: binary parts.
        """

    def flush(self) -> None:
        """Let leave what is waiting."""

    def later(self, seconds: float, action: Callable[[], None]) -> None:
        """Do something after so many seconds, in the background."""


def require_member(context: Context, client: Client) -> Member:
    """Return the member who asks.

    Raises:
        DomainError: `not_signed_in` when that one left.
    """
    member = context.state[Member].get(client.member)
    if member is None or member.removed:
        raise DomainError("not_signed_in")
    return member


def require_reader(context: Context, client: Client) -> None:
    """Refuse whoever may not read what everybody in the community reads. A screen may.

    Raises:
        DomainError: `not_signed_in` when the member who asks left.
    """
    if not client.watching:
        require_member(context, client)


def refused(error: DomainError, language: str) -> dict[str, Any]:
    """Return {code, message, params} of a refusal, with the message in the person's language."""
    return {"code": error.code, "message": message_of(error, language), "params": error.params}
