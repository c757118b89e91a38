"""Coming back with three words; new words; leaving."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from tests.web.conftest import Installation, Made
from workshop.accounts import words
from workshop.accounts.tables import Credential
from workshop.features.members.schema import MemberRemove


def words_of(phone: FlaskClient, made: Made) -> list[str]:
    """The three words on the welcome page."""
    page = phone.get(f"/c/{made.id}/welcome").text
    block = re.search(r'class="words".*?</p>', page, re.S)
    assert block
    return re.findall(r"<span>(\w+)</span>", block[0])


def test_three_words_open_another_phone(installation: Installation, made: Made) -> None:
    first = installation.join(made, "Samira")
    three = words_of(first, made)
    assert len(three) == 3
    other = installation.browser()
    answer = other.post(
        "/return", data={"code": made.code, "word": [three[0].upper(), f" {three[1]} ", three[2]]}
    )
    assert answer.location == f"/c/{made.id}/"
    assert "Samira" in other.get(f"/c/{made.id}/me").text
    assert first.get(f"/c/{made.id}/me").status_code == 200, "the first phone stays in"
    assert list(installation.members(made)) == ["Noor", "Samira"]


def test_wrong_words_open_nothing(installation: Installation, made: Made) -> None:
    three = words_of(installation.join(made, "Samira"), made)
    for wrong in (three[::-1], ["boom", "vis", "zeep"], ["", "", ""]):
        answer = installation.browser().post("/return", data={"code": made.code, "word": wrong})
        assert answer.status_code == 403
    answer = installation.browser().post("/return", data={"code": "AAAAAA", "word": three})
    assert answer.status_code == 404


def test_words_open_only_their_own_community(installation: Installation) -> None:
    facilitator = installation.facilitator()
    one, other = installation.community("Een", facilitator), installation.community("Twee", facilitator)
    three = words_of(installation.join(one, "Samira"), one)
    assert installation.browser().post("/return", data={"code": other.code, "word": three}).status_code == 403


def test_neither_words_nor_token_are_kept(installation: Installation, made: Made) -> None:
    three = words_of(installation.join(made, "Samira"), made)
    with installation.container.db.read() as connection:
        rows = connection.execute(select(Credential.words_hash, Credential.token_hash)).all()
    kept = " ".join(str(value) for row in rows for value in row)
    assert not any(word in kept for word in three)
    path = installation.container.config.instance / "minidorp.sqlite"
    assert " ".join(three).encode() not in path.read_bytes()


def test_new_words_replace_the_old_ones(installation: Installation, made: Made) -> None:
    phone = installation.join(made, "Samira")
    old = words_of(phone, made)
    other = installation.browser()
    other.post("/return", data={"code": made.code, "word": old})
    answer = phone.post(f"/c/{made.id}/words")
    assert answer.location == f"/c/{made.id}/welcome"
    new = words_of(phone, made)
    assert new != old
    assert phone.get(f"/c/{made.id}/me").status_code == 200
    assert other.get(f"/c/{made.id}/me").status_code == 404, "a lost phone is shut out"
    assert installation.browser().post("/return", data={"code": made.code, "word": old}).status_code == 403
    assert other.post("/return", data={"code": made.code, "word": new}).status_code == 303


def test_leaving_takes_the_name_off_and_shuts_the_door(installation: Installation, made: Made) -> None:
    phone = installation.join(made, "Samira")
    three = words_of(phone, made)
    assert phone.post(f"/c/{made.id}/leave").location == "/"
    assert phone.get(f"/c/{made.id}/").status_code == 404
    assert "Samira" not in installation.members(made)
    assert installation.browser().post("/return", data={"code": made.code, "word": three}).status_code == 403
    with installation.container.db.read() as connection:
        assert connection.execute(select(Credential.member_id)).scalars().all() == [
            installation.members(made)["Noor"].id
        ]


def test_guessing_words_has_to_wait(installation: Installation, made: Made) -> None:
    phone = installation.browser()
    guess = {"code": made.code, "word": ["een", "twee", "drie"]}
    statuses = [phone.post("/return", data=guess).status_code for _ in range(21)]
    assert statuses[0] == 403 and statuses[-1] == 429


def test_my_own_name_and_role_can_be_changed(installation: Installation, made: Made) -> None:
    phone = installation.join(made, "Samira")
    answer = phone.post(f"/c/{made.id}/me", data={"name": "Sam", "role": "guest", "language": "en"})
    assert answer.status_code == 303
    assert installation.members(made)["Sam"].role == "guest"
    assert 'lang="en"' in phone.get(f"/c/{made.id}/me").text
    phone.post(f"/c/{made.id}/me", data={"name": "<i>x</i>", "role": "guest"})
    assert "Sam" in installation.members(made)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_lists_of_words_are_long_and_easy(language: str) -> None:
    found = words.LISTS[language]
    assert len(found) >= 480
    assert all(re.fullmatch(r"[a-z]{2,8}", word) for word in found)
    assert len(set(words.three(language))) == 3


def test_words_are_compared_without_fuss() -> None:
    assert words.normal(" Boom, VIS-zeep\n") == "boom vis zeep"


def test_nothing_is_kept_of_how_somebody_entered_who_was_taken_off_the_list_live(
    installation: Installation, made: Made
) -> None:
    installation.join(made, "Samira")
    samira, noor = (installation.members(made)[name].id for name in ("Samira", "Noor"))
    for number, who in enumerate((samira, noor)):
        gone = MemberRemove(command=f"remove-{number:04}", member=who)
        installation.container.ledger.carry_out(made.id, noor, gone)
    with installation.container.db.read() as conn:
        assert conn.scalar(select(func.count()).select_from(Credential)) == 0
    for _visit in range(2):
        assert made.facilitator.get(f"/c/{made.id}/").status_code == 200
    assert len(installation.members(made)) == 1
