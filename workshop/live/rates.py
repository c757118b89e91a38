"""Not too fast: a bucket of tokens per connection."""

from __future__ import annotations

import time

BURST_SECONDS = 4.0
"""How many seconds of the long-run rate may come at once."""


class Bucket:
    """Fills at a rate, is emptied by commands.

    Args:
        rate: tokens a second.
    """

    __slots__ = ("_at", "_level", "_rate", "_size")

    def __init__(self, rate: float) -> None:
        self._rate = rate
        self._size = self._level = rate * BURST_SECONDS
        self._at = time.monotonic()

    def take(self) -> bool:
        """Take one token; tell whether there was one."""
        now = time.monotonic()
        self._level = min(self._size, self._level + (now - self._at) * self._rate)
        self._at = now
        if self._level < 1:
            return False
        self._level -= 1
        return True
