"""Nobody finds anything of a community they are not in, not even that it exists."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import Installation, Made
from workshop.web.identity import COOKIE

PAGES = ("", "vision", "me", "invite", "settings", "document.docx", "welcome")
POSTS = (
    "me",
    "me/quote",
    "words",
    "leave",
    "settings/seat",
    "settings/topic",
    "settings/code",
    "settings/member",
)


def masked(text: str, *ids: str) -> str:
    """The page without what it may repeat: the address that was asked for, and the cross-site token."""
    import re

    for one in ids:
        text = text.replace(one, "…")
    return re.sub(r'value="[^"]{40,}"', "", text)


@pytest.fixture
def others(installation: Installation) -> tuple[Made, Made]:
    """Two communities of two facilitators."""
    one = installation.community("Lindebuurt")
    other = installation.community("Havenkwartier", installation.facilitator("other@example.org"))
    return one, other


def _outsiders(installation: Installation, other: Made) -> list[FlaskClient]:
    return [installation.browser(), installation.join(other, "Zoe"), other.facilitator]


def test_pages_of_another_community_are_like_pages_that_are_not_there(
    installation: Installation, others: tuple[Made, Made]
) -> None:
    one, other = others
    for browser in _outsiders(installation, other):
        for page in PAGES:
            real, unreal = browser.get(f"/c/{one.id}/{page}"), browser.get(f"/c/{'x' * 12}/{page}")
            assert real.status_code == unreal.status_code == 404, page
            assert "Lindebuurt" not in real.text
            assert masked(real.text, one.id, "x" * 12) == masked(unreal.text, one.id, "x" * 12)


def test_nothing_can_be_changed_from_outside(installation: Installation, others: tuple[Made, Made]) -> None:
    one, other = others
    before = installation.container.ledger.state(one.id).seq
    for browser in _outsiders(installation, other):
        for page in POSTS:
            form = {"seat": "parent", "name": "Zoe", "role": "parent", "topic": "Iets anders"}
            assert browser.post(f"/c/{one.id}/{page}", data=form).status_code == 404, page
    assert installation.container.ledger.state(one.id).seq == before
    assert installation.join_code(one.id) == one.code


def test_a_token_opens_only_its_own_community(installation: Installation, others: tuple[Made, Made]) -> None:
    one, other = others
    call = {"code": other.code, "name": "Zoe", "role": "parent"}
    token = installation.browser().post("/api/join", json=call).get_json()["token"]
    keeper = installation.app.extensions["minidorp_doorkeeper"]
    assert keeper.arrival({}, {"community": other.id, "token": token})
    assert keeper.arrival({}, {"community": one.id, "token": token}) is None
    forged = keeper.pack({one.id: token})
    browser = installation.browser()
    browser.set_cookie(COOKIE, forged)
    assert browser.get(f"/c/{one.id}/").status_code == 404


def test_a_changed_cookie_is_no_cookie(installation: Installation, others: tuple[Made, Made]) -> None:
    one, _other = others
    phone = installation.join(one, "Samira")
    cookie = phone.get_cookie(COOKIE)
    assert cookie is not None
    value = cookie.value
    browser = installation.browser()
    for wrong in (value[:-2] + "xx", "x" + value, "", "{}", "…"):
        browser.set_cookie(COOKIE, wrong)
        assert browser.get(f"/c/{one.id}/").status_code == 404


def test_a_project_is_not_for_other_facilitators(
    installation: Installation, others: tuple[Made, Made]
) -> None:
    one, other = others
    form = {"project": one.project, "name": "Indringer", "language": "nl", "topic": "x", "own_name": "Zoe"}
    assert other.facilitator.post("/communities/new", data=form).status_code == 404
    share = f"/projects/{one.project}/share"
    assert other.facilitator.post(share, data={"email": "other@example.org"}).status_code == 404
    assert "Lindebuurt" not in other.facilitator.get("/home").text


def test_a_shared_project_opens_for_a_colleague(
    installation: Installation, others: tuple[Made, Made]
) -> None:
    one, other = others
    one.facilitator.post(f"/projects/{one.project}/share", data={"email": "other@example.org"})
    assert "Lindebuurt" in other.facilitator.get("/home").text
    assert other.facilitator.get(f"/c/{one.id}/settings").status_code == 200
    assert installation.members(one)["Other"].facilitator


@pytest.mark.parametrize(
    "auth",
    [
        None,
        {},
        "x",
        {"community": 5},
        {"community": "nope", "token": "x"},
        {"token": "x"},
        {"community": "nope"},
    ],
)
def test_a_socket_without_a_right_says_nobody(installation: Installation, auth: Any) -> None:
    keeper = installation.app.extensions["minidorp_doorkeeper"]
    for environ in (
        {},
        {"HTTP_COOKIE": "minidorp_member=nonsense; minidorp_session=x"},
        {"HTTP_COOKIE": "\x00;;="},
    ):
        assert keeper.arrival(environ, auth) is None


def test_a_socket_knows_members_and_facilitators_by_their_cookies(
    installation: Installation, others: tuple[Made, Made]
) -> None:
    one, _other = others
    keeper = installation.app.extensions["minidorp_doorkeeper"]
    phone = installation.join(one, "Samira")

    def environ(browser: FlaskClient) -> dict[str, str]:
        pairs = []
        for name in (COOKIE, installation.app.config["SESSION_COOKIE_NAME"]):
            cookie = browser.get_cookie(name)
            pairs += [f"{name}={cookie.value}"] if cookie else []
        return {"HTTP_COOKIE": "; ".join(pairs)}

    members = installation.members(one)
    asked = {"community": one.id, "language": "en"}
    assert keeper.arrival(environ(phone), asked) == (one.id, members["Samira"].id, "en", False)
    found = keeper.arrival(environ(one.facilitator), asked)
    assert found is not None and found[1] == members["Noor"].id
    assert keeper.arrival(environ(installation.browser()), asked) is None
    one.facilitator.post("/signout")
    assert keeper.arrival(environ(one.facilitator), asked) is None
