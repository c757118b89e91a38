"""The demo: a visitor walks in, a facilitator resets it or starts an empty community from it."""

from __future__ import annotations

import pytest

from tests.web.conftest import Installation, Made
from workshop import demo
from workshop.features.cards.schema import Card
from workshop.features.community.decide import community_of
from workshop.features.members.schema import Member


@pytest.fixture
def place(installation: Installation) -> Made:
    """The demo, as it is built at the first start."""
    made = demo.build_demo(installation.container)
    return Made(made, installation.container.communities.place(made).join_code, demo.PROJECT, None)


def test_a_visitor_walks_in_once_and_stays_the_same_guest(installation: Installation, place: Made) -> None:
    phone = installation.browser()
    assert phone.get("/demo").location == f"/c/{place.id}/"
    before = len(installation.container.ledger.state(place.id)[Member])
    assert phone.get("/demo").location == f"/c/{place.id}/"
    page = phone.get(f"/c/{place.id}/").text
    assert "demo-banner" in page and "demo/reset" not in page
    assert len(installation.container.ledger.state(place.id)[Member]) == before
    assert phone.get(f"/c/{place.id}/document.docx").data.startswith(b"PK")


def test_a_visitor_may_not_reset_it(installation: Installation, place: Made) -> None:
    phone = installation.browser()
    phone.get("/demo")
    assert phone.post(f"/c/{place.id}/demo/reset").status_code == 403
    assert phone.post(f"/c/{place.id}/demo/empty").status_code == 403
    assert installation.container.communities.demo().id == place.id


def test_a_facilitator_resets_it_with_the_same_code(installation: Installation, place: Made) -> None:
    visitor = installation.browser()
    visitor.get("/demo")
    facilitator = installation.facilitator()
    assert facilitator.get("/demo").status_code == 302
    assert facilitator.post(f"/c/{place.id}/demo/reset").status_code == 303
    fresh = installation.container.communities.demo()
    assert fresh.id != place.id and fresh.join_code == place.code
    assert visitor.get(f"/c/{place.id}/").status_code == 404
    assert visitor.get("/").status_code == 200
    assert visitor.get("/demo").location == f"/c/{fresh.id}/"


def test_an_empty_community_starts_from_it(installation: Installation, place: Made) -> None:
    own = installation.community()
    answer = own.facilitator.post(
        f"/c/{place.id}/demo/empty", data={"project": own.project, "name": "Havenkwartier"}
    )
    assert answer.status_code == 303 and answer.location.endswith("/invite")
    made = answer.location.split("/c/")[1].split("/")[0]
    state = installation.container.ledger.state(made)
    assert community_of(state).name == "Havenkwartier" and not state[Card]
    assert [member.facilitator for member in state[Member].values()] == [True]


def test_a_demo_that_is_not_there_is_not_found(installation: Installation) -> None:
    assert installation.browser().get("/demo").status_code == 404
    assert "/demo" not in installation.browser().get("/").text
