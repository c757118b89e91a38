"""The JSON calls: joining, coming back, reading; one shape for every error."""

from __future__ import annotations

from typing import Any

import pytest
from werkzeug.test import TestResponse

from tests.web.conftest import Installation, Made


def join(installation: Installation, made: Made, **more: Any) -> TestResponse:
    """Join with a call; the answer's JSON."""
    call = {"code": made.code, "name": "Samira", "role": "parent", **more}
    return installation.browser().post("/api/join", json=call)


def test_joining_gives_a_token_and_three_words(installation: Installation, made: Made) -> None:
    body = join(installation, made, code=made.code.lower(), language="en").get_json()
    assert body["ok"] is True and body["community"] == made.id and len(body["words"]) == 3
    assert installation.members(made)["Samira"].id == body["member"]
    back = (
        installation.browser()
        .post("/api/return", json={"code": made.code, "words": body["words"]})
        .get_json()
    )
    assert back == body
    as_text = {"code": made.code, "words": " ".join(body["words"])}
    assert installation.browser().post("/api/return", json=as_text).get_json() == body


@pytest.mark.parametrize(
    ("more", "status", "code"),
    [
        ({"code": "AAAAAA"}, 404, "wrong_code"),
        ({"name": ""}, 400, "text.empty"),
        ({"name": "<b>x</b>"}, 400, "text.html"),
        ({"role": "boss"}, 400, "bad_request"),
        ({"extra": 1}, 400, "bad_request"),
        ({"name": 7}, 400, "bad_request"),
        ({"name": "n" * 60}, 400, "text.too_long"),
        ({"name": "n" * 6000}, 413, "too_large"),
    ],
)
def test_every_refusal_has_a_code_and_a_message(
    installation: Installation, made: Made, more: dict[str, Any], status: int, code: str
) -> None:
    answer = join(installation, made, **more)
    assert answer.status_code == status
    body = answer.get_json()
    assert body["ok"] is False and body["error"]["code"] == code
    assert body["error"]["message"] and isinstance(body["error"]["params"], dict)
    assert list(installation.members(made)) == ["Noor"]


def test_what_cannot_be_read_is_refused(installation: Installation) -> None:
    for data in (b"", b"{", b"[]", b"\xff\xfe", b"null"):
        answer = installation.browser().post("/api/join", data=data, content_type="application/json")
        assert (answer.status_code, answer.get_json()["error"]["code"]) == (400, "bad_request")


def test_an_unknown_call_has_the_same_shape(installation: Installation) -> None:
    assert installation.browser().get("/api/nothing").get_json()["error"]["code"] == "not_found"
    assert installation.browser().get("/api/join").get_json()["error"]["code"] == "not_found"


def test_the_state_is_what_the_member_may_see(installation: Installation, made: Made) -> None:
    from workshop.features.agenda.schema import StepStart
    from workshop.features.boards.schema import BoardHide
    from workshop.features.cards.schema import CardAdd

    ledger = installation.container.ledger
    own, other = join(installation, made).get_json(), join(installation, made, name="Ali").get_json()
    noor = installation.members(made)["Noor"].id
    ledger.carry_out(made.id, noor, StepStart(command="start-step-1", step="dis-2"))
    ledger.carry_out(made.id, noor, BoardHide(command="hide-board-1", board="dis-2"))
    card = CardAdd(command="add-card-01", card="card-0001", board="dis-2", column="story", text="Nog geheim")
    ledger.carry_out(made.id, own["member"], card)

    def seen(token: str) -> TestResponse:
        url = f"/api/communities/{made.id}/state"
        return installation.browser().get(url, headers={"Authorization": f"Bearer {token}"})

    mine = seen(own["token"]).get_json()
    assert mine["seq"] == ledger.state(made.id).seq
    assert mine["collections"]["cards"]["card-0001"]["text"] == "Nog geheim"
    assert "Nog geheim" not in seen(other["token"]).text


def test_the_state_opens_with_the_cookie_as_well(installation: Installation, made: Made) -> None:
    phone = installation.join(made, "Samira")
    assert phone.get(f"/api/communities/{made.id}/state").status_code == 200
    assert made.facilitator.get(f"/api/communities/{made.id}/state").status_code == 200


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer nonsense", "Basic abc", "nonsense"])
def test_without_a_right_token_there_is_nothing(installation: Installation, made: Made, header: str) -> None:
    answer = installation.browser().get(
        f"/api/communities/{made.id}/state", headers={"Authorization": header}
    )
    unknown = installation.browser().get("/api/communities/abcdefgh/state", headers={"Authorization": header})
    assert answer.status_code == unknown.status_code == 404
    assert answer.get_json() == unknown.get_json()


def test_a_wrong_token_beside_a_right_cookie_opens_nothing(installation: Installation, made: Made) -> None:
    phone = installation.join(made, "Samira")
    url = f"/api/communities/{made.id}/state"
    assert phone.get(url, headers={"Authorization": "Bearer nonsense"}).status_code == 404
