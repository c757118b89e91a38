"""The screen's page and its read-only link: who may open it, and that it can be taken back."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from sqlalchemy import select

from tests.web.conftest import Installation, Made
from workshop import demo
from workshop.accounts.tables import ScreenLink
from workshop.features.community.decide import community_of, steps_of
from workshop.features.screen.schema import ScreenName


def boot_of(page: str) -> dict[str, Any]:
    """What a page begins with."""
    found = re.search(r'id="boot">(.*?)</script>', page, re.S)
    assert found
    return dict(json.loads(found[1]))


def make_link(made: Made) -> str:
    """A new read-only link's path, as the settings show it."""
    page = made.facilitator.post(f"/c/{made.id}/screen/link", follow_redirects=True).text
    found = re.search(r"/s/[A-Za-z0-9_-]+", page)
    assert found
    return found[0]


def test_whoever_takes_part_opens_it_and_it_is_about_nobody(installation: Installation, made: Made) -> None:
    phone = installation.join(made, "Samira")
    for browser in (phone, made.facilitator):
        page = browser.get(f"/c/{made.id}/screen").text
        boot = boot_of(page)
        assert boot["screen"] is True and boot["me"]["member"] == ""
        assert "Samira" not in page and "Noor" not in page
        assert "<button" not in page and "<form" not in page
    assert installation.browser().get(f"/c/{made.id}/screen").status_code == 404


def test_a_link_shows_it_to_who_does_not_take_part(installation: Installation, made: Made) -> None:
    path = make_link(made)
    stranger = installation.browser()
    boot = boot_of(stranger.get(path).text)
    assert boot["community"]["id"] == made.id and path.endswith(boot["screen"])
    assert stranger.get(f"/c/{made.id}/").status_code == 404
    assert stranger.get(f"/api/communities/{made.id}/state").status_code == 404


def test_a_link_is_shown_once_and_only_its_hash_is_kept(installation: Installation, made: Made) -> None:
    path = make_link(made)
    assert path not in made.facilitator.get(f"/c/{made.id}/settings").text
    with installation.container.db.read() as connection:
        (kept,) = connection.scalars(select(ScreenLink.secret_hash))
    assert kept not in path and path.removeprefix("/s/") not in kept


def test_a_link_that_is_taken_back_shows_nothing(installation: Installation, made: Made) -> None:
    path = make_link(made)
    made.facilitator.post(f"/c/{made.id}/screen/link/end")
    assert installation.browser().get(path).status_code == 410
    assert installation.browser().get("/s/nothing").status_code == 410


def test_a_new_link_takes_the_place_of_the_old_one(installation: Installation, made: Made) -> None:
    old, new = make_link(made), make_link(made)
    assert installation.browser().get(old).status_code == 410
    assert installation.browser().get(new).status_code == 200


def test_only_the_core_team_makes_links_and_takes_them_back(installation: Installation, made: Made) -> None:
    path, phone = make_link(made), installation.join(made, "Samira")
    assert phone.post(f"/c/{made.id}/screen/link").status_code == 403
    assert phone.post(f"/c/{made.id}/screen/link/end").status_code == 403
    assert installation.browser().post(f"/c/{made.id}/screen/link/end").status_code == 404
    assert installation.browser().get(path).status_code == 200


def test_each_says_on_their_own_page_whether_their_name_is_there(
    installation: Installation, made: Made
) -> None:
    phone = installation.join(made, "Samira")
    own = installation.members(made)["Samira"].id
    form = {"name": "Samira", "role": "parent"}
    assert own not in installation.container.ledger.state(made.id)[ScreenName]
    phone.post(f"/c/{made.id}/me", data={**form, "on_screen": "1"})
    assert own in installation.container.ledger.state(made.id)[ScreenName]
    phone.post(f"/c/{made.id}/me", data=form)
    assert own not in installation.container.ledger.state(made.id)[ScreenName]


# ------------------------------------------------------------------ the tour of the demo


@pytest.fixture
def tour(installation: Installation) -> Made:
    """The demo, as it is built at the first start."""
    made = demo.build_demo(installation.container)
    return Made(made, installation.join_code(made), demo.PROJECT, installation.browser())


def test_a_visitor_has_three_seats_at_once(installation: Installation, tour: Made) -> None:
    browser = installation.browser()
    page = browser.get("/demo", follow_redirects=True).text
    frames = re.findall(r'<iframe[^>]*src="([^"]+)"', page)
    assert frames == [
        f"/demo/guide/c/{tour.id}/",
        f"/demo/parent/c/{tour.id}/screen",
        f"/demo/parent/c/{tour.id}/",
    ]
    guide, screen, parent = (boot_of(browser.get(path).text) for path in frames)
    assert guide["me"]["facilitator"] and guide["me"]["steering"]
    assert screen["screen"] is True and screen["me"]["member"] == ""
    assert not parent["me"]["steering"] and parent["me"]["role"] == "parent"
    assert guide["urls"]["vision"] == f"/demo/guide/c/{tour.id}/vision"
    assert screen["join"]["address"].endswith("localhost")


def test_only_seats_stand_in_frames_and_only_in_those_of_this_site(
    installation: Installation, tour: Made
) -> None:
    browser = installation.browser()
    browser.get("/demo")
    for path in (f"/demo/guide/c/{tour.id}/", f"/demo/parent/c/{tour.id}/screen"):
        headers = browser.get(path).headers
        assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
        assert headers["X-Frame-Options"] == "SAMEORIGIN"
    for path in ("/", f"/c/{tour.id}/", f"/c/{tour.id}/tour", f"/c/{tour.id}/screen"):
        headers = browser.get(path).headers
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Frame-Options"] == "DENY"


def test_a_seat_opens_no_other_community(installation: Installation, tour: Made) -> None:
    own = installation.community()
    for browser in (own.facilitator, installation.join(own, "Samira"), installation.browser()):
        browser.get("/demo")
        for seat in ("guide", "parent"):
            for page in ("", "screen", "settings", "vision", "invite"):
                assert browser.get(f"/demo/{seat}/c/{own.id}/{page}").status_code == 404, page
    assert own.facilitator.get(f"/c/{own.id}/tour").status_code == 404


def test_an_account_does_not_come_along_to_a_seat(installation: Installation, tour: Made) -> None:
    facilitator = installation.facilitator()
    facilitator.get("/demo")
    parent = boot_of(facilitator.get(f"/demo/parent/c/{tour.id}/").text)
    assert not parent["me"]["steering"] and parent["me"]["role"] == "parent"
    assert facilitator.get(f"/demo/parent/c/{tour.id}/settings").status_code == 403


def test_a_stranger_has_no_parents_seat(installation: Installation, tour: Made) -> None:
    assert installation.browser().get(f"/demo/parent/c/{tour.id}/").status_code == 404


def test_a_seat_leads_nowhere_but_to_the_demo(installation: Installation, tour: Made) -> None:
    browser = installation.browser()
    for rest in ("", "home", "signin", "/evil.example", "api/join"):
        answer = browser.get(f"/demo/guide/{rest}")
        assert answer.status_code in (302, 308) and "evil" not in answer.location.split("?")[0].split("/")[2]
    assert browser.get("/demo/guide/home").location == f"/demo/guide/c/{tour.id}/"
    assert browser.get("/demo/nobody/c/x/").status_code == 404


def test_the_guide_of_all_visitors_stays(installation: Installation, tour: Made) -> None:
    browser = installation.browser()
    for page in ("leave", "words", "me"):
        assert browser.post(f"/demo/guide/c/{tour.id}/{page}").status_code == 403


def test_the_demo_begins_where_something_can_be_written(installation: Installation, tour: Made) -> None:
    state = installation.container.ledger.state(tour.id)
    step = steps_of(state)[community_of(state).step or ""]
    assert step.columns and "card.add" in step.allows
