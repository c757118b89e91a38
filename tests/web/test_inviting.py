"""The invitation has an address that phones can open, or says that there is none and what to do."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from flask import Flask

from app import create_app
from tests.web.conftest import Installation, Made
from workshop.config import Config

LAN = "192.168.1.20"


def installation_with(config: Config, **settings: object) -> tuple[Installation, Made]:
    """A community on a server with these settings."""
    app: Flask = create_app(replace(config, **settings))  # type: ignore[arg-type]
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    installation = Installation(app)
    return installation, installation.community()


@pytest.fixture(autouse=True)
def networks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of this computer, for the length of a test."""
    found = [LAN, "10.0.0.4"]
    monkeypatch.setattr("workshop.web.invitations.lan_addresses", lambda: found)
    monkeypatch.setattr("workshop.config.lan_addresses", lambda: found)
    return found


def invite(made: Made, base: str = "http://127.0.0.1:5000") -> str:
    """The page with the code under some address, where the facilitator is signed in as well."""
    browser = made.facilitator
    name = browser.application.config["SESSION_COOKIE_NAME"]
    cookie = browser.get_cookie(name)
    assert cookie
    browser.set_cookie(name, cookie.value, domain=base.partition("://")[2])
    return str(browser.get(f"/c/{made.id}/invite", base_url=base).text)


def link(page: str) -> str:
    """The link that the page copies."""
    found = re.search(r'data-copy="([^"]+)"', page)
    assert found
    return found[1]


@pytest.mark.parametrize("host", ["127.0.0.1:5000", "localhost:5000", "127.0.0.1"])
def test_where_only_this_computer_is_served_the_page_says_so_and_what_to_do(made: Made, host: str) -> None:
    page = invite(made, f"http://{host}")
    assert 'id="unreachable"' in page and "make run LAN=1" in page
    assert 'class="qr"' not in page
    assert link(page) == f"http://{host}/join/{made.code}"


def test_a_network_is_found_by_itself(config: Config) -> None:
    _, made = installation_with(config, lan=True, port=5000)
    page = invite(made)
    assert 'id="unreachable"' not in page and 'class="qr"' in page
    assert link(page) == f"http://{LAN}:5000/join/{made.code}"
    assert f'<strong class="address">{LAN}:5000</strong>' in page
    assert "127.0.0.1" not in page


def test_other_networks_are_named_to_who_steers(config: Config) -> None:
    installation, made = installation_with(config, lan=True, port=5000)
    assert "10.0.0.4:5000" in invite(made)
    phone = installation.join(made, "Samira")
    assert "10.0.0.4" not in phone.get(f"/c/{made.id}/invite").text


def test_listening_on_every_network_is_enough(config: Config) -> None:
    _, made = installation_with(config, host="0.0.0.0", port=5000)
    assert link(invite(made)) == f"http://{LAN}:5000/join/{made.code}"


def test_without_a_network_the_page_says_so(config: Config, networks: list[str]) -> None:
    networks.clear()
    _, made = installation_with(config, lan=True, port=5000)
    assert 'id="unreachable"' in invite(made)


def test_who_came_under_a_name_that_others_reach_invites_under_that_name(made: Made) -> None:
    page = invite(made, "https://dorp.example.org")
    assert link(page) == f"https://dorp.example.org/join/{made.code}"
    assert 'id="unreachable"' not in page


def test_the_public_address_goes_before_everything(config: Config) -> None:
    _, made = installation_with(config, lan=True, public_url="https://dorp.example.org/")
    assert link(invite(made)) == f"https://dorp.example.org/join/{made.code}"


def test_a_public_address_that_only_this_computer_opens_is_none(config: Config) -> None:
    _, made = installation_with(config, public_url="http://localhost:5000")
    assert 'id="unreachable"' in invite(made)


def test_the_room_tells_who_steers_that_phones_cannot_come_in(config: Config) -> None:
    installation, made = installation_with(config)
    phone = installation.join(made, "Samira")
    assert '"reachable":false' in made.facilitator.get(f"/c/{made.id}/").text.replace(" ", "")
    assert '"reachable":true' in phone.get(f"/c/{made.id}/").text.replace(" ", "")


def test_the_room_says_nothing_when_phones_can_come_in(config: Config) -> None:
    _, made = installation_with(config, public_url="https://dorp.example.org")
    assert '"reachable":true' in made.facilitator.get(f"/c/{made.id}/").text.replace(" ", "")
