"""Which address phones on the same network are sent to."""

from __future__ import annotations

import socket
from ipaddress import ip_address

import pytest

from workshop import addresses
from workshop.addresses import Interface, is_loopback, lan_addresses, ranked

LOOPBACK = Interface("lo", "127.0.0.1")
WIFI = Interface("wlan0", "192.168.1.20")


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST", "localhost.", "a.localhost", "127.0.0.1", "127.8.0.1", "::1", "[::1]",
             "::ffff:127.0.0.1"]
)  # fmt: skip
def test_only_this_computer_reaches_a_loopback_host(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host", ["192.168.1.20", "dorp.example.org", "localhost.example.org", "fe80::1", "", "0.0.0.0"]
)
def test_others_reach_any_other_host(host: str) -> None:
    assert not is_loopback(host)


def test_the_way_to_other_networks_is_the_likeliest() -> None:
    cable = Interface("eth0", "10.0.0.4")
    assert ranked([LOOPBACK, WIFI, cable], "10.0.0.4") == ["10.0.0.4", "192.168.1.20"]
    assert ranked([LOOPBACK, WIFI, cable], "192.168.1.20") == ["192.168.1.20", "10.0.0.4"]


def test_a_vpn_or_container_comes_last_even_when_it_is_the_way_out() -> None:
    vpn, docker = Interface("tun0", "10.8.0.3"), Interface("docker0", "172.17.0.1")
    assert ranked([LOOPBACK, docker, vpn, WIFI], "10.8.0.3") == ["192.168.1.20", "10.8.0.3", "172.17.0.1"]


def test_an_address_that_nobody_gave_out_comes_after_one_that_was() -> None:
    assert ranked([Interface("eth0", "169.254.7.7"), WIFI], None) == ["192.168.1.20", "169.254.7.7"]


def test_a_loopback_address_is_never_offered() -> None:
    assert ranked([LOOPBACK, Interface("lo", "127.0.1.1"), Interface("eth0", "0.0.0.0")], "127.0.0.1") == []


def test_without_a_list_of_interfaces_the_way_out_is_known() -> None:
    assert ranked([], "192.168.1.20") == ["192.168.1.20"]


def test_this_computer_has_no_loopback_address_on_a_network() -> None:
    assert not any(ip_address(found).is_loopback for found in lan_addresses())


def test_nothing_is_sent_to_find_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[object] = []

    class Probe(socket.socket):
        def send(self, *data: object) -> int:
            sent.append(data)
            return 0

        sendto = send

    monkeypatch.setattr(socket, "socket", Probe)
    lan_addresses()
    assert sent == []


def test_without_a_network_there_is_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    class Unreachable(socket.socket):
        def connect(self, *_: object) -> None:
            raise OSError("Network is unreachable")

    monkeypatch.setattr(socket, "socket", Unreachable)
    monkeypatch.setattr(addresses, "_interfaces", lambda: [LOOPBACK])
    assert lan_addresses() == []
