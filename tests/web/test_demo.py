"""The demo: a visitor walks in, a facilitator resets it or starts an empty community from it."""

from __future__ import annotations

import pytest

from tests.web.conftest import Installation, Made
from workshop import demo
from workshop.accounts.communities import Place
from workshop.features.cards.schema import Card
from workshop.features.community.decide import community_of
from workshop.features.members.schema import Member


@pytest.fixture
def community(installation: Installation) -> Made:
    """The demo, as it is built at the first start."""
    made = demo.build_demo(installation.container)
    return Made(made, installation.join_code(made), demo.PROJECT, installation.browser())


def the_demo(installation: Installation) -> Place:
    """The demo there is now."""
    found = installation.container.communities.demo()
    assert found is not None
    return found


def test_a_visitor_walks_in_once_and_stays_the_same_parent(
    installation: Installation, community: Made
) -> None:
    phone = installation.browser()
    assert phone.get("/demo").location == f"/c/{community.id}/tour"
    before = len(installation.container.ledger.state(community.id)[Member])
    assert phone.get("/demo").location == f"/c/{community.id}/tour"
    page = phone.get(f"/c/{community.id}/").text
    assert "demo-banner" in page and "demo/reset" not in page
    assert len(installation.container.ledger.state(community.id)[Member]) == before
    assert phone.get(f"/c/{community.id}/document.docx").data.startswith(b"PK")


def test_a_visitor_may_not_reset_it(installation: Installation, community: Made) -> None:
    phone = installation.browser()
    phone.get("/demo")
    assert phone.post(f"/c/{community.id}/demo/reset").status_code == 403
    assert phone.post(f"/c/{community.id}/demo/empty").status_code == 403
    assert the_demo(installation).id == community.id


def test_a_facilitator_resets_it_with_the_same_code(installation: Installation, community: Made) -> None:
    visitor = installation.browser()
    visitor.get("/demo")
    facilitator = installation.facilitator()
    assert facilitator.get("/demo").status_code == 302
    assert facilitator.post(f"/c/{community.id}/demo/reset").status_code == 303
    fresh = the_demo(installation)
    assert fresh.id != community.id and fresh.join_code == community.code
    assert visitor.get(f"/c/{community.id}/").status_code == 404
    assert visitor.get("/").status_code == 200
    assert visitor.get("/demo").location == f"/c/{fresh.id}/tour"


def test_an_empty_community_starts_from_it(installation: Installation, community: Made) -> None:
    own = installation.community()
    answer = own.facilitator.post(
        f"/c/{community.id}/demo/empty", data={"project": own.project, "name": "Havenkwartier"}
    )
    assert answer.status_code == 303 and answer.location.endswith("/invite")
    made = answer.location.split("/c/")[1].split("/")[0]
    state = installation.container.ledger.state(made)
    assert community_of(state).name == "Havenkwartier" and not state[Card]
    assert [member.facilitator for member in state[Member].values()] == [True]


def test_a_demo_that_is_not_there_is_not_found(installation: Installation) -> None:
    assert installation.browser().get("/demo").status_code == 404
    assert "/demo" not in installation.browser().get("/").text
