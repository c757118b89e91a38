"""The facilitator sees where people get stuck on their way in; nobody can be recognised by it."""

from __future__ import annotations

import re

import pytest

from tests.web.conftest import Installation, Made
from workshop.arrivals import MOST, OnTheWay
from workshop.web.arriving import COOKIE


def on_the_way(installation: Installation, made: Made) -> OnTheWay:
    """How many are on their way to a community."""
    return installation.container.arrivals.count(made.id)


def test_a_phone_on_its_way_in(installation: Installation, made: Made) -> None:
    phone = installation.browser()
    answer = phone.get(f"/join/{made.code}")
    assert on_the_way(installation, made) == OnTheWay(opened=1)
    cookie = next(one for one in answer.headers.getlist("Set-Cookie") if one.startswith(COOKIE))
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie and "Max-Age=600" in cookie
    phone.get(f"/join/{made.code}")
    assert on_the_way(installation, made) == OnTheWay(opened=1)
    assert phone.post(f"/join/{made.code}/choosing").status_code == 204
    assert on_the_way(installation, made) == OnTheWay(choosing=1)
    phone.post(f"/join/{made.code}", data={"name": "", "role": "parent"})
    assert on_the_way(installation, made) == OnTheWay(choosing=1)
    phone.post(f"/join/{made.code}", data={"name": "Yara", "role": "parent"})
    assert on_the_way(installation, made) == OnTheWay()
    assert phone.get_cookie(COOKIE) is None


def test_who_comes_back_with_words_is_not_on_the_way_any_more(installation: Installation, made: Made) -> None:
    call = {"code": made.code, "name": "Yara", "role": "parent"}
    words = installation.browser().post("/api/join", json=call).get_json()["words"]
    phone = installation.browser()
    phone.get(f"/join/{made.code}")
    phone.post("/return", data={"code": made.code, "word": words})
    assert on_the_way(installation, made) == OnTheWay()


def test_who_is_in_already_is_not_on_the_way(installation: Installation, made: Made) -> None:
    phone = installation.join(made, "Yara")
    phone.get(f"/join/{made.code}")
    assert on_the_way(installation, made) == OnTheWay()


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Purpose": "prefetch;prerender"},
        {"Purpose": "prefetch"},
        {"User-Agent": "WhatsApp/2.23.20.0"},
        {"User-Agent": "facebookexternalhit/1.1"},
        {"User-Agent": "Mozilla/5.0 (compatible; TelegramBot/1.0)"},
    ],
)
def test_a_program_that_looks_at_the_link_is_nobody(
    installation: Installation, made: Made, headers: dict[str, str]
) -> None:
    assert installation.browser().get(f"/join/{made.code}", headers=headers).status_code == 200
    installation.browser().head(f"/join/{made.code}")
    assert on_the_way(installation, made) == OnTheWay()


def test_one_address_cannot_make_many(installation: Installation, made: Made) -> None:
    statuses = {installation.browser().get(f"/join/{made.code}").status_code for _ in range(90)}
    assert statuses == {200}
    assert sum(on_the_way(installation, made)) == 60


def test_many_addresses_cannot_make_more_than_the_bound(installation: Installation, made: Made) -> None:
    for number in range(MOST + 20):
        sent_by = {"REMOTE_ADDR": f"192.0.2.{number}"}
        installation.browser().post(f"/join/{made.code}/choosing", environ_base=sent_by)
    assert on_the_way(installation, made) == OnTheWay(choosing=MOST)


def test_a_cookie_of_ones_own_making_is_no_second_person(installation: Installation, made: Made) -> None:
    phone = installation.browser()
    phone.set_cookie(COOKIE, "made-up")
    phone.get(f"/join/{made.code}")
    kept = phone.get_cookie(COOKIE)
    assert kept and kept.value != "made-up"
    assert on_the_way(installation, made) == OnTheWay(opened=1)


def test_a_wrong_code_is_nowhere(installation: Installation, made: Made) -> None:
    assert installation.browser().post("/join/AAAAAA/choosing").status_code == 404


def test_the_invitation_shows_it_to_who_steers_only(installation: Installation, made: Made) -> None:
    phone = installation.join(made, "Yara")
    made.facilitator.set_cookie("language", "nl")
    phone.set_cookie("language", "nl")
    installation.browser().get(f"/join/{made.code}")
    installation.browser().post(f"/join/{made.code}/choosing")
    for page in ("invite", "arrived"):
        shown = made.facilitator.get(f"/c/{made.id}/{page}").text
        text = " ".join(re.sub(r"<[^>]+>", " ", shown).split())
        assert "1 gescand 1 kiest een naam 2 binnen" in text
        assert "Yara" in text
        others = phone.get(f"/c/{made.id}/{page}").text
        assert "gescand" not in others and "Yara" in others


def test_the_list_of_who_is_in_is_for_members(installation: Installation, made: Made) -> None:
    assert installation.browser().get(f"/c/{made.id}/arrived").status_code == 404


def test_two_people_of_one_name_are_told_apart_where_somebody_is_chosen(
    installation: Installation, made: Made
) -> None:
    made.facilitator.set_cookie("language", "nl")
    installation.join(made, "Fatma")
    installation.join(made, "Fatma")
    installation.join(made, "Noor", "researcher")
    settings = made.facilitator.get(f"/c/{made.id}/settings").text
    assert ">Fatma (1)</option>" in settings and ">Fatma (2)</option>" in settings
    assert "Noor (onderzoeker)" in settings and "Noor (vakmens)" in settings
    assert settings.count("Fatma (1)") == settings.count("Fatma (2)") > 3
    assert "Fatma (1), Fatma (2)" in made.facilitator.get(f"/c/{made.id}/invite").text


def test_the_order_of_joining_outlives_a_restart(installation: Installation, made: Made) -> None:
    for _ in range(6):
        installation.join(made, "Fatma")
    ledger = installation.container.ledger
    before = list(ledger.state(made.id).collections["members"])
    ledger._states.clear()
    assert list(ledger.state(made.id).collections["members"]) == before
