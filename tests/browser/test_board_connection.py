"""The board when the server, the network or the websocket is away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.board import at, card, expect, go_to, look_around, needs_browser, share, texts, write
from tests.browser.conftest import PHONE, Join, Open
from tests.scenario.pages import Facilitator, Made
from tests.server import Server

pytestmark = needs_browser


@pytest.fixture(autouse=True)
def runs_again(own_server: Server) -> Iterator[None]:
    """Other tests use the same server, whatever happens in one of these."""
    yield
    if not own_server.running:
        own_server.start()


def test_a_lost_connection_loses_nothing_and_doubles_nothing(
    own_server: Server, facilitator: Facilitator, look: Open, join: Join
) -> None:
    laptop, phone = look(facilitator), look(join("Selam", "parent"), PHONE)
    go_to(laptop, "dre-2")
    at(phone, "dre-2")
    own_server.kill()
    expect(phone.locator(".connection.is-lost")).to_be_visible()
    for text in ("Iedereen zegt hallo.", "Mijn kind heeft vrienden."):
        share(phone, text)
        expect(card(phone, text).and_(phone.locator(".is-pending"))).to_be_visible()
    phone.locator("[data-do=another]").tap()
    phone.locator(".composer__text").fill("Nog niet af")
    look_around(phone)
    expect(phone.locator(".card.is-pending")).to_have_count(2)
    own_server.start()
    phone.reload()
    expect(phone.locator(".composer__text")).to_have_value("Nog niet af")
    look_around(phone)
    for page in (phone, laptop):
        expect(page.locator(".card")).to_have_count(2, timeout=20_000)
        expect(page.locator(".card.is-pending")).to_have_count(0)
        assert texts(page) == ["Iedereen zegt hallo.", "Mijn kind heeft vrienden."]


def test_without_network_a_phone_goes_on_writing(facilitator: Facilitator, look: Open, join: Join) -> None:
    laptop, phone = look(facilitator), look(join("Selam", "parent"), PHONE)
    go_to(laptop, "dre-2")
    at(phone, "dre-2")
    phone.context.set_offline(True)
    share(phone, "Iedereen zegt hallo.")
    expect(card(phone, "hallo")).to_be_visible()
    look_around(phone)
    write(laptop, "De Speelkeet zit vol.")
    phone.context.set_offline(False)
    expect(card(laptop, "hallo")).to_be_visible(timeout=20_000)
    expect(card(phone, "Speelkeet")).to_be_visible()
    expect(phone.locator(".card.is-pending")).to_have_count(0)
    assert sorted(texts(phone)) == sorted(texts(laptop)) == ["De Speelkeet zit vol.", "Iedereen zegt hallo."]


def test_a_network_without_websockets_is_live_as_well(
    own_server: Server, facilitator: Facilitator, look: Open, join: Join, community: Made
) -> None:
    laptop, phone = look(facilitator), look(join("Selam", "parent"), PHONE)
    go_to(laptop, "dre-2")
    phone.add_init_script(
        "window.WebSocket = class { constructor() { setTimeout(() => this.onerror?.(new Event('error'))); }"
        " close() {} };"
    )
    polls: list[str] = []
    phone.on("request", lambda request: polls.append(request.url))
    phone.reload()
    at(phone, "dre-2")
    share(phone, "Iedereen zegt hallo.")
    expect(card(laptop, "hallo")).to_be_visible()
    look_around(phone)
    write(laptop, "De Speelkeet zit vol.")
    expect(card(phone, "Speelkeet")).to_be_visible()
    assert any("transport=polling" in url for url in polls)
