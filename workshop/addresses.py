"""Under which address phones on the same network reach this computer."""

from __future__ import annotations

import re
import socket
import struct
from collections.abc import Iterable
from ipaddress import IPv4Address, ip_address
from typing import NamedTuple

EVERY_ADDRESS = ("0.0.0.0", "::", "")  # noqa: S104 - what to listen on, said by who starts it
_ELSEWHERE = "203.0.113.1"
"""An address that belongs to nobody (RFC 5737): only the way to it is asked for, nothing is sent."""
_VIRTUAL = re.compile(
    r"(docker|br-|veth|virbr|vmnet|vboxnet|vnic|lxc|lxd|cni|podman|tun|tap|utun|wg|ppp|tailscale|zt)"
)
"""Interfaces that lead into this computer or to another network: phones in the room are not there."""
_SIOCGIFADDR = (0x8915, 0xC0206921)
"""Asks an interface for its IPv4 address: on Linux, on macOS and the BSDs."""


class Interface(NamedTuple):
    """A network interface with its IPv4 address; the name is empty when it is not known."""

    name: str
    address: str


def is_loopback(host: str) -> bool:
    """Return whether only this computer itself reaches a host (a name or an address, no port)."""
    plain = host.strip("[]").rstrip(".").lower()
    if plain == "localhost" or plain.endswith(".localhost"):
        return True
    try:
        found = ip_address(plain)
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return found.is_loopback or (mapped is not None and mapped.is_loopback)


def ranked(interfaces: Iterable[Interface], route: str | None) -> list[str]:
    """Return the addresses that phones may reach, the likeliest first; never a loopback one.

    Args:
        interfaces: what this computer has.
        route: the address from which it reaches other networks, when there is a way.
    """
    names: dict[str, str] = {}
    for one in [*interfaces, *([Interface("", route)] if route else [])]:
        names.setdefault(one.address, one.name)

    def unlikely(address: str) -> tuple[bool, bool, bool]:
        return bool(_VIRTUAL.match(names[address])), IPv4Address(address).is_link_local, address != route

    return sorted((address for address in names if _usable(address)), key=unlikely)


def lan_addresses() -> list[str]:
    """Return this computer's IPv4 addresses on its networks, the likeliest for phones first."""
    return ranked(_interfaces(), _route())


def _usable(address: str) -> bool:
    try:
        known = IPv4Address(address)
    except ValueError:
        return False
    return not (known.is_loopback or known.is_unspecified or known.is_multicast)


def _route() -> str | None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((_ELSEWHERE, 9))
        except OSError:
            return None
        return str(probe.getsockname()[0])


def _interfaces() -> list[Interface]:
    try:
        import fcntl

        names = [name for _, name in socket.if_nameindex()]
    except (ImportError, AttributeError, OSError):
        return _by_own_name()
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for name in names:
            asked = struct.pack("16s16x", name.encode()[:15])
            for question in _SIOCGIFADDR:
                try:
                    answer = fcntl.ioctl(probe.fileno(), question, asked)
                except OSError:
                    continue
                found.append(Interface(name, socket.inet_ntoa(answer[20:24])))
                break
    return found or _by_own_name()


def _by_own_name() -> list[Interface]:
    """What the network says of this computer's own name, where interfaces cannot be asked."""
    try:
        known = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    except OSError:
        return []
    return [Interface("", str(entry[4][0])) for entry in known]
