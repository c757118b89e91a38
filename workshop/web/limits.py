"""How often one address may try: kept in memory, counted in moving windows."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Network, ip_address

from flask import current_app, request
from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from workshop.core.errors import DomainError

# A whole class shares one address on the school's network, so joining is wide and
# only wrong guesses are counted narrowly.
WINDOWS: dict[str, RateLimitItem] = {
    "wrong_code": parse("40/5minute"),
    "wrong_words": parse("20/5minute"),
    "wrong_words_code": parse("60/hour"),
    "wrong_password_email": parse("10/15minute"),
    "wrong_link": parse("20/5minute"),
    "arrival": parse("60/minute"),
    "demo": parse("60/minute"),
    "reading": parse("60/minute"),
    "reaction": parse("20/day"),
    "document": parse("30/minute"),
}


class Limiter:
    """Counts tries per kind and key. One per application."""

    def __init__(self, join: str, signin: str) -> None:
        """Both like "120/minute": joining, and wrong passwords, from one address."""
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._windows = {**WINDOWS, "join": parse(join), "wrong_password": parse(signin)}

    def hit(self, kind: str, *keys: str) -> None:
        """Count one try.

        Raises:
            DomainError: `too_fast` when there were too many within the window.
        """
        if not self._limiter.hit(self._windows[kind], kind, *keys):
            raise DomainError("too_fast")

    def check(self, kind: str, *keys: str) -> None:
        """Refuse when there were too many tries; counts nothing.

        Raises:
            DomainError: `too_fast`.
        """
        if not self._limiter.test(self._windows[kind], kind, *keys):
            raise DomainError("too_fast")

    def forgive(self, kind: str, *keys: str) -> None:
        """Count from the start again."""
        self._limiter.clear(self._windows[kind], kind, *keys)


def limiter() -> Limiter:
    """The application's limiter."""
    found: Limiter = current_app.extensions["minidorp_limits"]
    return found


def address() -> str:
    """Who is asking, as far as the network tells: of IPv6 the part that one household shares."""
    given = request.remote_addr or "?"
    try:
        known = ip_address(given)
    except ValueError:
        return given
    if isinstance(known, IPv4Address) or known.ipv4_mapped:
        return given
    return str(IPv6Network((known, 64), strict=False))
