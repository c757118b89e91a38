"""Members join with a code and a first name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask

from app import create_app
from tests.web.conftest import Installation, Made
from workshop.accounts.codes import CODE_LETTERS
from workshop.config import Config


def test_the_code_has_no_look_alikes(made: Made) -> None:
    assert len(made.code) == 6
    assert set(made.code) <= set(CODE_LETTERS)
    assert not set("0O1IL") & set(CODE_LETTERS)


def test_a_code_may_be_typed_in_any_way(installation: Installation, made: Made) -> None:
    typed = f" {made.code[:3].lower()} - {made.code[3:].lower()} "
    assert installation.browser().post("/", data={"code": typed}).location == f"/join/{made.code}"
    assert installation.browser().get(f"/join/{made.code.lower()}").location == f"/join/{made.code}"


@pytest.mark.parametrize("typed", ["https://dorp.example.org/join/{}?from=mail", "Code: {}!", "{}\u200b"])
def test_every_place_that_takes_a_code_takes_what_was_pasted(
    installation: Installation, made: Made, typed: str
) -> None:
    pasted = typed.format(made.code)
    assert installation.browser().post("/", data={"code": pasted}).location == f"/join/{made.code}"
    body = {"code": pasted, "name": "Yara", "role": "parent"}
    call = installation.browser().post("/api/join", json=body).get_json()
    words = call["words"]
    form = {"code": pasted, "word": words}
    assert installation.browser().post("/return", data=form).location == f"/c/{made.id}/"
    back = installation.browser().post("/api/return", json={"code": pasted, "words": words}).get_json()
    assert back["member"] == call["member"]
    listed = installation.browser().get("/return", query_string={"code": pasted}).text
    assert f'value="{made.code}"' in listed


def test_a_wrong_code_is_said_kindly(installation: Installation, made: Made) -> None:
    answer = installation.browser().post("/", data={"code": "AAAAAA"})
    assert answer.status_code == 404
    assert 'aria-invalid="true"' in answer.text and "AAAAAA" in answer.text
    assert installation.browser().get("/join/AAAAAA").status_code == 404


def test_joining_takes_a_role_and_a_name(installation: Installation, made: Made) -> None:
    phone = installation.browser()
    door = phone.get(f"/join/{made.code}").text
    assert door.count('class="choice__input"') == 4
    assert "Lindebuurt" in door and "Meer ontmoeten" in door
    answer = phone.post(f"/join/{made.code}", data={"name": " Samira ", "role": "parent"})
    assert answer.location == f"/c/{made.id}/welcome"
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie
    member = installation.members(made)["Samira"]
    assert member.role == "parent" and member.organisation is None and not member.facilitator


def test_only_a_professional_has_an_organisation(installation: Installation, made: Made) -> None:
    installation.join(made, "Bea", "professional", organisation="clinic")
    installation.join(made, "Ali", "parent", organisation="clinic")
    assert installation.members(made)["Bea"].organisation == "clinic"
    assert installation.members(made)["Ali"].organisation is None


@pytest.mark.parametrize(
    "form",
    [
        {"name": "", "role": "parent"},
        {"name": "   ", "role": "parent"},
        {"name": "Sam"},
        {"name": "Sam", "role": "boss"},
        {"name": "<b>Sam</b>", "role": "parent"},
        {"name": "S" * 41, "role": "parent"},
    ],
)
def test_a_wrong_form_lets_nobody_in(installation: Installation, made: Made, form: dict[str, str]) -> None:
    phone = installation.browser()
    answer = phone.post(f"/join/{made.code}", data=form)
    assert answer.status_code == 400
    assert "error" in answer.text
    assert list(installation.members(made)) == ["Noor"]
    assert phone.get(f"/c/{made.id}/").status_code == 404


def test_a_name_is_shown_as_text(installation: Installation, made: Made) -> None:
    phone = installation.join(made, "A & B")
    assert "A &amp; B" in phone.get(f"/c/{made.id}/me").text


def test_the_words_are_shown_until_the_person_goes_on(installation: Installation, made: Made) -> None:
    phone = installation.join(made, "Samira")
    welcome = phone.get(f"/c/{made.id}/welcome")
    assert welcome.text.count("<span>") >= 3
    assert phone.get(f"/c/{made.id}/welcome").status_code == 200
    assert phone.post(f"/c/{made.id}/welcome").location == f"/c/{made.id}/"
    assert phone.get(f"/c/{made.id}/welcome").location == f"/c/{made.id}/"


def test_whoever_is_in_already_is_recognised_at_the_door(installation: Installation, made: Made) -> None:
    phone = installation.join(made, "Samira")
    assert "Samira" in phone.get(f"/join/{made.code}").text
    assert f"/c/{made.id}/" in phone.get("/").text


def test_the_room_shows_where_the_group_is_before_any_script(installation: Installation, made: Made) -> None:
    phone = installation.join(made, "Samira")
    page = phone.get(f"/c/{made.id}/").text
    assert "Meer ontmoeten" in page and '<script type="application/json" id="boot">' in page
    facilitator = installation.members(made)["Noor"].id
    from workshop.features.agenda.schema import StepStart

    installation.container.ledger.carry_out(
        made.id, facilitator, StepStart(command="start-step-1", step="dis-2")
    )
    import phases
    from workshop.i18n import translate

    assert translate(phases.process().steps["dis-2"].name, "nl") in phone.get(f"/c/{made.id}/").text


def test_somebody_can_be_in_two_communities(installation: Installation) -> None:
    facilitator = installation.facilitator()
    one, other = installation.community("Een", facilitator), installation.community("Twee", facilitator)
    phone = installation.join(one, "Samira")
    phone.post(f"/join/{other.code}", data={"name": "Samira", "role": "parent"})
    assert phone.get(f"/c/{one.id}/").status_code == 200
    assert phone.get(f"/c/{other.id}/").status_code == 200


def test_guessing_codes_has_to_wait(installation: Installation, made: Made) -> None:
    phone = installation.browser()
    statuses = [phone.post("/", data={"code": f"AAAA{number:02}"}).status_code for number in range(42)]
    assert statuses[0] == 404 and statuses[-1] == 429
    assert phone.get(f"/join/{made.code}").status_code == 429


def test_another_address_of_the_same_household_gets_no_new_guesses(app: Flask) -> None:
    def guess(number: int, address: str) -> int:
        body = {"code": f"CCC{number:03}", "name": "Yara", "role": "parent"}
        return int(
            app.test_client().post("/api/join", json=body, environ_base={"REMOTE_ADDR": address}).status_code
        )

    answers = [guess(number, f"2001:db8:1:2::{number:x}") for number in range(1, 60)]
    assert set(answers) == {404, 429} and answers[-1] == 429
    assert guess(60, "2001:db8:1:3::1") == 404
    assert guess(61, "192.0.2.7") == 404


@pytest.mark.parametrize(("proxies", "counts_as_one"), [(0, True), (1, False), (2, True)])
def test_behind_a_proxy_the_address_is_the_one_it_tells_and_no_other(
    config: Config, proxies: int, counts_as_one: bool
) -> None:
    client = create_app(replace(config, proxies=proxies)).test_client()

    def guess(number: int) -> int:
        told = {
            "X-Forwarded-For": f"192.0.2.1, 198.51.100.{number}"
            if proxies < 2
            else f"198.51.100.{number}, 192.0.2.1, 203.0.113.1"
        }
        body = {"code": "CCCCCC", "name": "Yara", "role": "parent"}
        return int(client.post("/api/join", json=body, headers=told).status_code)

    answers = [guess(number) for number in range(1, 50)]
    assert (answers[-1] == 429) is counts_as_one
