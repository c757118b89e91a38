"""The address to scan or type: one that phones can open, and whether there is one."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

import segno
from flask import request, url_for

from workshop.accounts.communities import Place
from workshop.addresses import is_loopback, lan_addresses
from workshop.web import identity
from workshop.web.application import config


@dataclass(frozen=True, slots=True)
class Invitation:
    """Where people go to join.

    Attributes:
        address: of the page where they say who they are.
        reachable: whether other devices than this computer can open it.
        others: the same page under this computer's other addresses, where the first was a choice.
    """

    address: str
    reachable: bool
    others: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The address as people read and type it, without the code."""
        return self.address.split("://", 1)[1].split("/join/")[0]

    @property
    def qr(self) -> str:
        """The address as a picture to scan, as a data address."""
        code = segno.make(self.address, error="m", micro=False)
        return code.svg_data_uri(scale=8, border=2, dark="#1d1a16")


def bases() -> list[str]:
    """Return under which addresses phones reach this server, the likeliest first; none when they cannot."""
    settings, asked = config(), urlsplit(request.host_url)
    if settings.public_url:
        given = settings.public_url.rstrip("/")
        return [] if is_loopback(urlsplit(given).hostname or "") else [given]
    if not is_loopback(asked.hostname or ""):
        return [request.host_url.rstrip("/")]
    if not settings.on_every_network:
        return []
    port = settings.port or asked.port
    return [f"{asked.scheme}://{address}:{port}" for address in lan_addresses()]


def public_address(path: str) -> str:
    """Return a path of this site as others type it; as this computer has it where nobody else can come."""
    found = bases()
    return (found[0] if found else config().public_url.rstrip("/") or request.host_url.rstrip("/")) + path


def invitation(place: Place) -> Invitation:
    """Return where people go to join a community, for the page that is asked for now."""
    # On a seat of the demo's tour every address has the seat in it; others come in at the door.
    path = url_for("join.door", code=place.join_code).replace(f"/demo/{identity.seat()}", "", 1)
    found = bases()
    if not found:
        return Invitation(public_address(path), reachable=False)
    return Invitation(found[0] + path, True, tuple(base + path for base in found[1:]))
