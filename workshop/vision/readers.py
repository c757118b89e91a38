"""Who reads which section's text, and what they are sent: bytes that were typed, and cursors."""

from __future__ import annotations

from collections.abc import Sequence

from workshop.handling import Client, Sender
from workshop.store.database import UnitOfWork
from workshop.vision.awareness import farewell, merge_cursors
from workshop.vision.room import together

CROWD = 40
"""From how many readers of one text on what they type is gathered first."""
CROWD_WINDOW_S = 0.02
"""Seconds in which it is gathered; less than anybody notices."""

Text = tuple[str, str]
"""Community and section."""


class Readers:
    """The readers of all texts.

    Args:
        sender: sends to clients.
    """

    def __init__(self, sender: Sender) -> None:
        self._sender = sender
        self._readers: dict[Text, dict[str, Client]] = {}
        self._cursors: dict[Text, dict[str, bytes]] = {}
        self._shown: dict[tuple[Text, str], dict[int, int]] = {}

    def add(self, client: Client, section: str) -> None:
        """From now on this client is sent what is typed in a section."""
        self._readers.setdefault((client.community, section), {})[client.sid] = client
        client.when_gone[f"vision/{section}"] = lambda: self.remove(client, section)

    def remove(self, client: Client, section: str) -> None:
        """No more of that section; the others do not see this client's cursor any more."""
        client.when_gone.pop(f"vision/{section}", None)
        text = (client.community, section)
        readers = self._readers.get(text, {})
        readers.pop(client.sid, None)
        self._cursors.get(text, {}).pop(client.sid, None)
        shown = self._shown.pop((text, client.sid), None)
        if shown and readers:
            self._send("cursor", text, (farewell(shown),), None)
            # A connection that ends is no command, after which everything leaves.
            self._sender.later(0, self._sender.flush)
        if not readers:
            self._readers.pop(text, None)
            self._cursors.pop(text, None)

    def reads(self, client: Client, section: str) -> bool:
        """Tell whether this client has the section open."""
        return client.sid in self._readers.get((client.community, section), ())

    def crowded(self, text: Text) -> bool:
        """Tell whether so many read a text that what they type is gathered first."""
        return len(self._readers.get(text, ())) >= CROWD

    def gather(self, unit: UnitOfWork, text: Text, update: bytes, sender: Client | None) -> None:
        """Send a change of a text to who reads it once it is committed, with what else comes by then.

        Args:
            unit: the transaction.
            text: which text.
            update: the change.
            sender: who made it and has it already; None when everybody lacks it.
        """
        unit.gather(("vision", *text), (sender, update), lambda all_: self._pass_on(text, all_))

    def _pass_on(self, text: Text, updates: list[tuple[Client | None, bytes]]) -> None:
        """Send updates that came together in one message. Alone, it does not go back to its sender;
        one of many does, since applying it again changes nothing and one frame serves everybody."""
        sender = updates[0][0] if len(updates) == 1 else None
        self.typed(text, together([data for _, data in updates]), sender)

    def typed(self, text: Text, updates: Sequence[bytes], but: Client | None) -> None:
        """Send changes of a text to who reads it; they leave with the next flush."""
        self._send("vision", text, updates, but)
        self._send_cursors(text)

    def cursor(self, client: Client, section: str, update: bytes, clocks: dict[int, int]) -> bool:
        """Send where somebody's cursor is to the others who read the section.

        Args:
            clocks: of the clients that the update speaks of.

        Returns: whether it waits, as in a crowd, for what is sent next (or `CROWD_WINDOW_S`); otherwise
        it leaves with the next flush.
        """
        text = (client.community, section)
        self._shown[(text, client.sid)] = clocks
        if not self.crowded(text):
            self._send("cursor", text, (update,), client)
            return False
        waiting = self._cursors.setdefault(text, {})
        if not waiting:
            self._sender.later(CROWD_WINDOW_S, lambda: self._cursors_waited(text))
        waiting[client.sid] = update
        return True

    def _cursors_waited(self, text: Text) -> None:
        self._send_cursors(text)
        self._sender.flush()

    def _send_cursors(self, text: Text) -> None:
        waiting = self._cursors.pop(text, None)
        if waiting:
            self._send("cursor", text, [merge_cursors(list(waiting.values()))], None)

    def _send(self, event: str, text: Text, updates: Sequence[bytes], but: Client | None) -> None:
        clients = [client for client in self._readers.get(text, {}).values() if client is not but]
        if not clients:
            return
        places = ",".join(f'{{"_placeholder":true,"num":{n}}}' for n in range(len(updates)))
        payload = f'{{"section":"{text[1]}","updates":[{places}]}}'.encode()
        self._sender.send(clients, event, payload, updates)
