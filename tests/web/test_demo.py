"""The demo: a visitor walks in, a facilitator resets it or starts an empty community from it."""

from __future__ import annotations

import pytest

from tests.web.conftest import Made, Town
from workshop import demo


@pytest.fixture
def place(town: Town) -> Made:
    """The demo, as it is built at the first start."""
    made = demo.build_demo(town.house)
    return Made(made, town.house.communities.place(made).join_code, demo.PROJECT, None)


def test_a_visitor_walks_in_once_and_stays_the_same_guest(town: Town, place: Made) -> None:
    phone = town.browser()
    assert phone.get("/demo").location == f"/c/{place.id}/"
    before = len(town.house.ledger.state(place.id).members)
    assert phone.get("/demo").location == f"/c/{place.id}/"
    page = phone.get(f"/c/{place.id}/").text
    assert "demo-banner" in page and "demo/reset" not in page
    assert len(town.house.ledger.state(place.id).members) == before
    assert phone.get(f"/c/{place.id}/document.docx").data.startswith(b"PK")


def test_a_visitor_may_not_reset_it(town: Town, place: Made) -> None:
    phone = town.browser()
    phone.get("/demo")
    assert phone.post(f"/c/{place.id}/demo/reset").status_code == 403
    assert phone.post(f"/c/{place.id}/demo/empty").status_code == 403
    assert town.house.communities.demo().id == place.id


def test_a_facilitator_resets_it_with_the_same_code(town: Town, place: Made) -> None:
    visitor = town.browser()
    visitor.get("/demo")
    facilitator = town.facilitator()
    assert facilitator.get("/demo").status_code == 302
    assert facilitator.post(f"/c/{place.id}/demo/reset").status_code == 303
    fresh = town.house.communities.demo()
    assert fresh.id != place.id and fresh.join_code == place.code
    assert visitor.get(f"/c/{place.id}/").status_code == 404
    assert visitor.get("/").status_code == 200
    assert visitor.get("/demo").location == f"/c/{fresh.id}/"


def test_an_empty_community_starts_from_it(town: Town, place: Made) -> None:
    own = town.community()
    answer = own.facilitator.post(
        f"/c/{place.id}/demo/empty", data={"project": own.project, "name": "Havenkwartier"}
    )
    assert answer.status_code == 303 and answer.location.endswith("/invite")
    made = answer.location.split("/c/")[1].split("/")[0]
    state = town.house.ledger.state(made)
    assert state.community.name == "Havenkwartier" and not state.cards
    assert [member.facilitator for member in state.members.values()] == [True]


def test_a_demo_that_is_not_there_is_not_found(town: Town) -> None:
    assert town.browser().get("/demo").status_code == 404
    assert "/demo" not in town.browser().get("/").text
