"""What the core team sets, with forms."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

import phases
from tests.web.conftest import Installation, Made
from workshop.core.state import State
from workshop.features.agenda.schema import PhaseTitle, Prompt
from workshop.features.community.decide import community_of
from workshop.features.meetings.schema import Meeting
from workshop.features.members.schema import SeatHolder
from workshop.i18n import translate


def post(made: Made, part: str, **form: Any) -> TestResponse:
    """Send a form of the settings page, as the facilitator."""
    return post_as(made.facilitator, made, part, **form)


def post_as(browser: FlaskClient, made: Made, part: str, /, **form: Any) -> TestResponse:
    """Send a form of the settings page from this browser."""
    return browser.post(f"/c/{made.id}/settings/{part}", data=form)


def state(installation: Installation, made: Made) -> State:
    """The community's state now."""
    return installation.container.ledger.state(made.id)


def test_an_ordinary_member_may_not_set_anything(installation: Installation, made: Made) -> None:
    phone = installation.join(made, "Samira")
    assert phone.get(f"/c/{made.id}/settings").status_code == 403
    before = state(installation, made).seq
    for part in ("topic", "names", "prompt", "meeting", "member", "code"):
        assert post_as(phone, made, part, topic="Anders", title="x", date="2027-01-01").status_code == 403
    assert state(installation, made).seq == before


def test_an_empty_seat_shows_a_notice_and_blocks_nothing(installation: Installation, made: Made) -> None:
    page = made.facilitator.get(f"/c/{made.id}/settings").text
    assert page.count("notice--warm") == 3
    installation.join(made, "Samira")
    member = installation.members(made)["Samira"].id
    assert post(made, "seat", seat="parent", member=member).status_code == 303
    assert state(installation, made)[SeatHolder]["parent"].member == member
    assert made.facilitator.get(f"/c/{made.id}/settings").text.count("notice--warm") == 2


def test_who_has_a_seat_may_set_things_but_not_give_seats(installation: Installation, made: Made) -> None:
    phone = installation.join(made, "Samira")
    member = installation.members(made)["Samira"].id
    post(made, "seat", seat="parent", member=member)
    assert phone.get(f"/c/{made.id}/settings").status_code == 200
    post_as(phone, made, "topic", topic="Meer plezier", name="Lindebuurt")
    assert community_of(state(installation, made)).topic == "Meer plezier"
    post_as(phone, made, "seat", seat="parent", member="")
    assert state(installation, made)[SeatHolder]["parent"].member == member
    post(made, "seat", seat="parent", member="")
    assert "parent" not in state(installation, made)[SeatHolder]


def test_a_seat_is_for_its_role(installation: Installation, made: Made) -> None:
    installation.join(made, "Gast", "guest")
    answer = post(made, "seat", seat="parent", member=installation.members(made)["Gast"].id)
    assert answer.status_code == 303
    assert "parent" not in state(installation, made)[SeatHolder]
    assert "notice--error" in made.facilitator.get(f"/c/{made.id}/settings").text


def test_phases_get_the_names_of_a_set_or_own_ones(installation: Installation, made: Made) -> None:
    chosen = phases.process().name_sets[1]
    post(made, "names", set=chosen.id)
    named = {key: title.name for key, title in state(installation, made)[PhaseTitle].items()}
    first = {phase.id: translate(phase.name, "nl") for phase in phases.process().phases}
    assert {**first, **named} == chosen.names
    own = {**chosen.names, "dream": "Fantaseren"}
    post(made, "names", **own)
    assert state(installation, made)[PhaseTitle]["dream"].name == "Fantaseren"
    post(made, "names", **first)
    assert state(installation, made)[PhaseTitle] == {}


def test_a_prompt_is_reworded_and_restored(installation: Installation, made: Made) -> None:
    first = translate(phases.process().steps["dis-1"].wordings[0], "nl")
    post(made, "prompt", step="dis-1", number="0", text="Wat ging goed?")
    assert state(installation, made)[Prompt]["dis-1.0"].text == "Wat ging goed?"
    assert first.split("{")[0].split("'")[0][:20] in made.facilitator.get(f"/c/{made.id}/settings").text
    post(made, "prompt", step="dis-1", number="0", text="Wat ging goed?", restore="1")
    assert state(installation, made)[Prompt] == {}
    for wrong in ({"step": "nope", "number": "0"}, {"step": "dis-1", "number": "99"}, {"step": "dis-1"}):
        assert post(made, "prompt", text="x", **wrong).status_code == 303
    assert state(installation, made)[Prompt] == {}


def test_a_meeting_is_planned_changed_opened_and_closed(installation: Installation, made: Made) -> None:
    form = {
        "date": "2027-01-12",
        "title": "Kiezen",
        "place": "De Speelkeet",
        "phases": ["define", "discovery"],
    }
    post(made, "meeting", **form)
    (meeting,) = state(installation, made)[Meeting].values()
    assert meeting.phases == ["define", "discovery"] and meeting.state == "planned"
    post(made, "meeting", **{**form, "meeting": meeting.id, "title": "Kiezen en vertellen"})
    assert state(installation, made)[Meeting][meeting.id].title == "Kiezen en vertellen"
    noor = installation.members(made)["Noor"].id
    post(made, f"meeting/{meeting.id}/open", present=[noor])
    assert state(installation, made)[Meeting][meeting.id].present == [noor]
    assert post(made, f"meeting/{meeting.id}/remove").status_code == 303
    assert meeting.id in state(installation, made)[Meeting], "an open meeting stays on the list"
    post(made, f"meeting/{meeting.id}/close")
    assert state(installation, made)[Meeting][meeting.id].state == "closed"
    assert "12 januari 2027" in made.facilitator.get(f"/c/{made.id}/settings").text


def rows(meeting: Meeting) -> dict[str, list[str]]:
    """The rows of the form with the agenda, as the page shows them."""
    return {
        "item": [item.id for item in meeting.agenda] + [""],
        "place": [str(n) for n in range(1, len(meeting.agenda) + 2)],
        "what": [f"step:{item.step}" if item.step else item.kind for item in meeting.agenda] + [""],
        "item_title": [item.title for item in meeting.agenda] + [""],
        "minutes": [str(item.minutes) for item in meeting.agenda] + [""],
    }


def test_an_agenda_is_changed_in_one_form(installation: Installation, made: Made) -> None:
    form = {"date": "2027-01-12", "title": "Dromen", "phases": ["dream"]}
    post(made, "meeting", **form)
    (meeting,) = state(installation, made)[Meeting].values()
    page = made.facilitator.get(f"/c/{made.id}/settings").text
    assert "Terugblik op onze kracht" in page and "Programma: 120 minuten" in page
    given = rows(meeting)
    # The third part goes to the front, the second goes out, the first takes longer, one is added.
    given["place"][2] = "1"
    given["what"][1] = ""
    given["minutes"][0] = "12"
    given["what"][-1], given["item_title"][-1] = "other", "Mededelingen"
    post(made, "meeting", meeting=meeting.id, **form, **given)
    agenda = state(installation, made)[Meeting][meeting.id].agenda
    assert [item.id for item in agenda[:3]] == ["dre-1", "coffee", "dre-2"]
    assert agenda[1].minutes == 12
    assert (agenda[-1].kind, agenda[-1].title, agenda[-1].minutes) == ("other", "Mededelingen", 10)
    assert len(agenda) == len(meeting.agenda)


def test_a_part_goes_down_to_the_place_that_it_is_given(installation: Installation, made: Made) -> None:
    form = {"date": "2027-01-12", "title": "Dromen", "phases": ["dream"]}
    post(made, "meeting", **form)
    (meeting,) = state(installation, made)[Meeting].values()
    given = rows(meeting)
    given["place"][0] = "3"
    given["place"][5] = "geen getal"
    post(made, "meeting", meeting=meeting.id, **form, **given)
    agenda = state(installation, made)[Meeting][meeting.id].agenda
    assert [item.id for item in agenda[:3]] == ["recap", "dre-1", "coffee"]
    assert [item.id for item in agenda[3:]] == [item.id for item in meeting.agenda[3:]]


@pytest.mark.parametrize(
    "form", [{"title": "x"}, {"date": "morgen", "title": "x"}, {"date": "2027-01-12", "title": ""}]
)
def test_half_a_meeting_is_not_planned(installation: Installation, made: Made, form: dict[str, str]) -> None:
    post(made, "meeting", **form)
    assert state(installation, made)[Meeting] == {}
    assert "notice--error" in made.facilitator.get(f"/c/{made.id}/settings").text


def test_people_without_a_phone_are_added_and_taken_off(installation: Installation, made: Made) -> None:
    post(made, "member", name="Opa Jan", role="parent")
    member = installation.members(made)["Opa Jan"]
    assert member.paper
    post(made, f"member/{member.id}/remove")
    assert "Opa Jan" not in installation.members(made)
    noor = installation.members(made)["Noor"].id
    post(made, f"member/{noor}/remove")
    assert "Noor" in installation.members(made), "leaving is done on the own page"


def test_who_was_taken_off_the_list_is_out(installation: Installation, made: Made) -> None:
    phone = installation.join(made, "Samira")
    post(made, f"member/{installation.members(made)['Samira'].id}/remove")
    assert phone.get(f"/c/{made.id}/").status_code == 404


def test_a_new_code_shuts_the_old_one(installation: Installation, made: Made) -> None:
    phone = installation.join(made, "Samira")
    post(made, "code")
    fresh = installation.join_code(made.id)
    assert fresh != made.code
    assert installation.browser().get(f"/join/{made.code}").status_code == 404
    assert installation.browser().get(f"/join/{fresh}").status_code == 200
    assert phone.get(f"/c/{made.id}/").status_code == 200


def test_html_is_refused_in_every_setting(installation: Installation, made: Made) -> None:
    before = state(installation, made).seq
    html = "<script>alert(1)</script>"
    post(made, "topic", topic=html, name=html)
    post(made, "member", name=html, role="parent")
    post(made, "prompt", step="dis-1", number="0", text=html)
    post(made, "meeting", date="2027-01-12", title=html)
    post(made, "names", define=html)
    assert state(installation, made).seq == before
