"""Who is here and who is writing: numbers per role, never names, and silence ends writing."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from socketio.exceptions import ConnectionError as NotLetIn

from tests.live.client import Device
from tests.live.liveserver import LiveCommunity, LiveServer
from tests.scenario.pages import Browser, Facilitator, Made
from tests.server import Server
from workshop.handling import Client
from workshop.live import publisher as publishing
from workshop.live.publisher import WRITING_LASTS_S, Publisher


def here(**roles: int) -> Callable[[Device], bool]:
    """Whether exactly these are here (and the host, a professional)."""
    return lambda device: device.presence.get("here") == {"professional": 1, **roles}


def test_roles_are_counted(community: LiveCommunity) -> None:
    community.join("Yara").connect()
    community.join("Bram").connect()
    community.join("Fleur", "researcher").connect()
    community.host.until(here(parent=2, researcher=1))


def test_whoever_leaves_or_loses_the_connection_is_no_longer_counted(community: LiveCommunity) -> None:
    yara, bram = community.join("Yara").connect(), community.join("Bram").connect()
    community.host.until(here(parent=2))
    yara.leave()
    community.host.until(here(parent=1))
    bram.cut()
    community.host.until(here())


def test_two_devices_of_one_person_count_once(community: LiveCommunity) -> None:
    yara = community.join("Yara").connect()
    second = Device(yara.url, yara.community, yara.member, yara.token).connect()
    community.devices.append(second)
    community.join("Bram").connect()
    community.host.until(here(parent=2))
    second.leave()
    community.host.add_card("Even wachten")
    community.host.until(here(parent=2))


def test_who_takes_another_role_counts_in_that_role(community: LiveCommunity) -> None:
    yara = community.join("Yara").connect()
    community.host.until(here(parent=1))
    yara.do("member.edit", role="researcher")
    community.host.until(here(researcher=1))


def test_who_did_not_enter_does_not_count(community: LiveCommunity) -> None:
    community.join("Yara").open()
    community.join("Bram").connect()
    community.host.until(here(parent=1))


def test_writing_is_counted_per_board_and_ends_when_said(community: LiveCommunity) -> None:
    community.host.do("step.start", step="dis-1")
    yara, bram = community.join("Yara").connect(), community.join("Bram").connect()
    yara.do("writing", board="dis-2", on=True)
    bram.do("writing", board="dis-2", on=True)
    bram.do("writing", board="dis-1", on=True)
    community.host.until(lambda host: host.presence.get("writing") == {"dis-2": 2, "dis-1": 1})
    bram.do("writing", board="dis-2", on=False)
    community.host.until(lambda host: host.presence["writing"] == {"dis-2": 1, "dis-1": 1})
    yara.cut()
    community.host.until(lambda host: host.presence["writing"] == {"dis-1": 1})


def test_only_roles_boards_and_numbers_are_told(community: LiveCommunity) -> None:
    yara = community.join("Yara Zonneveld").connect()
    yara.do("writing", board="dis-2", on=True)
    community.host.until(lambda host: host.presence.get("writing"))
    assert set(community.host.presence) == {"here", "writing"}
    told = [packet for packet in community.host.received if '"presence"' in packet]
    assert told
    assert not any("Zonneveld" in packet or yara.member in packet for packet in told)


def test_another_community_does_not_count(community: LiveCommunity) -> None:
    other = community.live_server.community()
    other.join("Buur").connect()
    community.join("Yara").connect()
    community.host.until(here(parent=1))
    other.host.until(here(parent=1))
    other.leave()


def test_writing_is_not_kept(community: LiveCommunity) -> None:
    before = community.host.read()
    community.host.do("writing", board="dis-2", on=True)
    assert community.host.read() == before


# ------------------------------------------------------------------ silence


class FakeClock:
    """A clock that only a test advances, and the timers that run on it."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.timers: list[tuple[float, Callable[[], None]]] = []

    def later(self, seconds: float, action: Callable[[], None]) -> None:
        self.timers.append((self.now + seconds, action))

    def advance(self, seconds: float) -> None:
        end = self.now + seconds
        while due := sorted((entry for entry in self.timers if entry[0] <= end), key=lambda entry: entry[0]):
            self.timers.remove(due[0])
            self.now = max(self.now, due[0][0])
            due[0][1]()
        self.now = end


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> FakeClock:
    fake = FakeClock()
    monkeypatch.setattr(time, "monotonic", lambda: fake.now)
    return fake


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Every message about who is here, as it was sent."""
    sent: list[dict[str, Any]] = []

    class Kept:
        @staticmethod
        def of(event: str, message: dict[str, Any]) -> Kept:
            sent.append({name: dict(counts) for name, counts in message.items()})
            return Kept()

    monkeypatch.setattr(publishing, "Frame", Kept)
    monkeypatch.setattr(publishing, "write", lambda _socket, _frames: True)
    return sent


def test_a_phone_that_falls_silent_is_not_writing_for_ever(
    clock: FakeClock, told: list[dict[str, Any]]
) -> None:
    publisher = Publisher(lambda sid: None, clock.later)
    yara = Client("1", None, "here", "yara", "parent", "nl", "yara")
    publisher.enter(yara)
    yara.writing["dis-2"] = clock.now
    publisher.presence_changed("here")
    clock.advance(1)
    assert told[-1]["writing"] == {"dis-2": 1}
    clock.advance(WRITING_LASTS_S + 1)
    assert told[-1]["writing"] == {}


def test_a_room_where_nothing_changes_is_told_little(clock: FakeClock, told: list[dict[str, Any]]) -> None:
    publisher = Publisher(lambda sid: None, clock.later)
    viewers = [Client(str(n), None, "here", f"member-{n}", "parent", "nl", f"member-{n}") for n in range(20)]
    for viewer in viewers:
        publisher.enter(viewer)
    for _ in range(60):
        for viewer in viewers:
            viewer.writing["dis-2"] = clock.now
        publisher.presence_changed("here") if clock.now % 5 == 0 else None
        clock.advance(1)
    assert len(told) < 60
    assert len(clock.timers) < 5


def test_whoever_is_in_a_community_that_is_thrown_away_is_told(live_server: LiveServer) -> None:
    with Server(
        live_server.server.folder / "demo", **{**LiveServer.SETTINGS, "MINIDORP_DEMO": "on"}
    ) as server:
        visitor = Browser(server.url)
        demo = re.search(r"/c/([^/]+)/", visitor.session.get(server.url + "/demo", timeout=20).url)
        assert demo
        page = visitor.device(demo[1])
        device = Device(server.url, demo[1], page.member, cookie=page.cookie, language="nl").connect()
        Facilitator(server, "noor@voorbeeld.test").submit(f"/c/{demo[1]}/", f"/c/{demo[1]}/demo/reset")
        device.until(lambda there: "gone" in there.events)
        assert device.has_received("Deze groep bestaat niet meer.")
        device.leave()


def test_a_lost_phone_is_shut_out_when_there_are_new_words(
    live_server: LiveServer, community: LiveCommunity
) -> None:
    url, own = live_server.server.url, Browser(live_server.server.url)
    own.join(Made(community.id, community.code), "Yara", "parent")
    page = own.device(community.id)
    lost = Device(url, community.id, page.member, cookie=page.cookie).connect()
    community.devices.append(lost)
    community.host.until(here(parent=1))
    own.submit(f"/c/{community.id}/me", f"/c/{community.id}/words")
    community.host.until(here())
    with pytest.raises(NotLetIn):
        lost.connect()
