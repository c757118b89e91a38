"""Whoever steers is told live how many are on their way in; nobody else is, and nothing of it is kept."""

from __future__ import annotations

import urllib.request
from pathlib import Path

import requests

from tests.live.liveserver import LiveCommunity
from tests.scenario.pages import Browser, Facilitator, Made
from tests.server import Server
from workshop.addresses import lan_addresses


def phone(community: LiveCommunity) -> Browser:
    """A phone that just scanned the code."""
    browser = Browser(community.live_server.server.url)
    browser.page(f"/join/{community.code}")
    return browser


def chooses(community: LiveCommunity, who: Browser) -> None:
    """Somebody begins to fill in the form."""
    door = f"/join/{community.code}"
    assert who.send(door, f"{door}/choosing").status_code == 204


def test_scanned_choosing_in(community: LiveCommunity) -> None:
    host = community.host
    one = phone(community)
    host.until(lambda host: host.presence.get("joining") == {"opened": 1, "choosing": 0})
    phone(community)
    host.until(lambda host: host.presence.get("joining") == {"opened": 2, "choosing": 0})
    chooses(community, one)
    host.until(lambda host: host.presence.get("joining") == {"opened": 1, "choosing": 1})
    one.join(Made(community.id, community.code), "Yara", "parent")
    host.until(lambda host: host.presence.get("joining") == {"opened": 1, "choosing": 0})


def test_only_who_steers_is_told(community: LiveCommunity) -> None:
    seated = community.join("Bram", seat=True).connect()
    parent = community.join("Petra").connect()
    guest = community.join("Gast", "guest").connect()
    phone(community)
    seated.until(lambda seated: seated.presence.get("joining") == {"opened": 1, "choosing": 0})
    community.host.until(lambda host: host.presence.get("joining"))
    for other in (parent, guest):
        other.until(lambda other: other.presence.get("here", {}).get("guest") == 1)
        assert not other.has_received("joining")


def test_who_gets_a_seat_is_told_from_then_on(community: LiveCommunity) -> None:
    parent = community.join("Petra").connect()
    phone(community)
    community.host.until(lambda host: host.presence.get("joining"))
    assert not parent.has_received("joining")
    community.host.do("seat.give", seat="parent", member=parent.member)
    parent.until(lambda parent: parent.presence.get("joining"))
    community.host.do("seat.give", seat="parent", member=None)
    parent.until(lambda parent: "joining" not in parent.presence)


def test_it_is_not_kept(community: LiveCommunity) -> None:
    before = community.host.read()
    who = phone(community)
    community.host.until(lambda host: host.presence.get("joining"))
    assert community.host.read() == before
    kept = str(who.session.cookies.get("minidorp_arriving")).encode()
    assert len(kept) == 16
    server = community.live_server.server
    for path in server.folder.iterdir():
        assert kept not in path.read_bytes(), path


def test_on_the_network_one_joins_and_another_site_may_not_open_a_socket(tmp_path: Path) -> None:
    found = lan_addresses()
    with Server(tmp_path, MINIDORP_DEMO="off", MINIDORP_LAN="on") as server:
        if not found:
            assert "on no network" in server.log
            return
        network = f"http://{found[0]}:{server.port}"
        assert f"Minidorp runs on {network}" in server.log
        facilitator = Facilitator(server, "noor@voorbeeld.test")
        made = facilitator.community(facilitator.project("Dorpen"), "Lindebuurt", "Samen", "Noor")
        invitation = facilitator.page(f"/c/{made.id}/invite")
        assert f"{network}/join/{made.code}" in invitation and "127.0.0.1" not in invitation

        visitor = Browser(network)
        visitor.join(made, "Yara", "parent")
        visitor.device(made.id).connect().leave()
        with urllib.request.urlopen(f"{network}/", timeout=20) as page:
            assert f"ws://{found[0]}:{server.port}" in page.headers["Content-Security-Policy"]
        elsewhere = requests.post(
            f"{network}/join/{made.code}", data={"name": "X", "role": "guest"}, timeout=20
        )
        assert elsewhere.status_code == 400

        asked = {"EIO": "4", "transport": "polling"}
        answers = [
            visitor.session.get(
                f"{network}/socket.io/", params=asked, headers={"Origin": origin}, timeout=20
            ).status_code
            for origin in (network, "http://evil.example", server.url)
        ]
        assert answers == [200, 400, 400]
