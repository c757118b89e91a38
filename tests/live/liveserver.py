"""Communities on a running server, and the people in them."""

from __future__ import annotations

import requests

from tests.live.client import PATIENCE, Device
from tests.scenario.pages import Facilitator
from tests.server import Server


class LiveServer:
    """A server with one facilitator who makes communities on it."""

    SETTINGS = {
        "MINIDORP_DEMO": "off",
        "MINIDORP_RATE_JOIN": "100000/minute",
        "MINIDORP_COMMANDS_PER_SECOND": "300",
    }

    def __init__(self, server: Server) -> None:
        self.server = server
        self.facilitator = Facilitator(server, "noor@voorbeeld.test")
        self._project = self.facilitator.project("Samen groot")
        self._made = 0

    def community(self, *steps: str) -> LiveCommunity:
        """Make a community; start these steps ("dis-2" when none is named)."""
        self._made += 1
        made = self.facilitator.community(self._project, f"Buurt {self._made}", "Meer ontmoeten", "Noor")
        page = self.facilitator.device(made.id)
        host = Device(self.server.url, made.id, page.member, cookie=page.cookie)
        community = LiveCommunity(self, made.id, made.code, host)
        host.connect()
        for step in steps or ("dis-2",):
            host.do("step.start", step=step)
        return community


class LiveCommunity:
    """A community with its devices; `host` is the facilitator's."""

    def __init__(self, live_server: LiveServer, community: str, code: str, host: Device) -> None:
        self.live_server, self.id, self.code, self.host = live_server, community, code, host
        self.devices = [host]

    def join(self, name: str, role: str = "parent", *, seat: bool = False, language: str = "nl") -> Device:
        """Somebody joins; the device is not connected yet. `seat`: the host gives the role's seat."""
        body = {"code": self.code, "name": name, "role": role, "language": language}
        answer = requests.post(f"{self.live_server.server.url}/api/join", json=body, timeout=PATIENCE).json()
        assert answer["ok"], answer
        device = Device(
            self.live_server.server.url, self.id, answer["member"], answer["token"], language=language
        )
        self.devices.append(device)
        if seat:
            self.host.do("seat.give", seat=role, member=device.member)
        return device

    def section(self) -> str:
        """The id of a section of the vision."""
        return str(next(iter(self.host.state["sections"])))

    def leave(self) -> None:
        """Close every connection."""
        for device in self.devices:
            device.leave()
