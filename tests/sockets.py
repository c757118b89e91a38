"""A Socket.IO client for tests that keeps the order of what comes in."""

from __future__ import annotations

from typing import Any

import engineio
import socketio
import websocket


def received_text(raw: websocket.WebSocket) -> str:
    """Return the next message of a plain WebSocket, which must be text."""
    message = raw.recv()
    assert isinstance(message, str)
    return message


class _InOrder(engineio.Client):  # type: ignore[misc]
    """Handles one message after the other. The library starts a thread for each, and threads
    overtake each other: facts change places, and bytes lose the message they belong to."""

    def _trigger_event(self, event: str, *args: Any, **kwargs: Any) -> Any:
        if event == "message":
            kwargs["run_async"] = False
        return super()._trigger_event(event, *args, **kwargs)


class OrderedClient(socketio.Client):  # type: ignore[misc]
    """`socketio.Client`, in order. Handlers must be quick, and wait for nothing."""

    def _engineio_client_class(self) -> type[engineio.Client]:
        return _InOrder
