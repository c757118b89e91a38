"""What the core team sets, with forms."""

from __future__ import annotations

from typing import Any

import pytest

import phases
from tests.web.conftest import LiveServer, Made
from workshop.features.agenda.schema import PhaseTitle, Prompt
from workshop.features.community.decide import community_of
from workshop.features.meetings.schema import Meeting
from workshop.features.members.schema import SeatHolder
from workshop.i18n import translate


def post(made: Made, part: str, browser: Any = None, **form: Any) -> Any:
    """Send a form of the settings page."""
    return (browser or made.facilitator).post(f"/c/{made.id}/settings/{part}", data=form)


def state(live_server: LiveServer, made: Made) -> Any:
    """The community's state now."""
    return live_server.house.ledger.state(made.id)


def test_an_ordinary_member_may_not_set_anything(live_server: LiveServer, made: Made) -> None:
    phone = live_server.join(made, "Samira")
    assert phone.get(f"/c/{made.id}/settings").status_code == 403
    before = state(live_server, made).seq
    for part in ("topic", "names", "prompt", "meeting", "member", "code"):
        assert post(made, part, phone, topic="Anders", title="x", date="2027-01-01").status_code == 403
    assert state(live_server, made).seq == before


def test_an_empty_seat_shows_a_notice_and_blocks_nothing(live_server: LiveServer, made: Made) -> None:
    page = made.facilitator.get(f"/c/{made.id}/settings").text
    assert page.count("notice--warm") == 3
    live_server.join(made, "Samira")
    member = live_server.members(made)["Samira"].id
    assert post(made, "seat", seat="parent", member=member).status_code == 303
    assert state(live_server, made)[SeatHolder]["parent"].member == member
    assert made.facilitator.get(f"/c/{made.id}/settings").text.count("notice--warm") == 2


def test_who_has_a_seat_may_set_things_but_not_give_seats(live_server: LiveServer, made: Made) -> None:
    phone = live_server.join(made, "Samira")
    member = live_server.members(made)["Samira"].id
    post(made, "seat", seat="parent", member=member)
    assert phone.get(f"/c/{made.id}/settings").status_code == 200
    post(made, "topic", phone, topic="Meer plezier", name="Lindebuurt")
    assert community_of(state(live_server, made)).topic == "Meer plezier"
    post(made, "seat", phone, seat="parent", member="")
    assert state(live_server, made)[SeatHolder]["parent"].member == member
    post(made, "seat", seat="parent", member="")
    assert "parent" not in state(live_server, made)[SeatHolder]


def test_a_seat_is_for_its_role(live_server: LiveServer, made: Made) -> None:
    live_server.join(made, "Gast", "guest")
    answer = post(made, "seat", seat="parent", member=live_server.members(made)["Gast"].id)
    assert answer.status_code == 303
    assert "parent" not in state(live_server, made)[SeatHolder]
    assert "notice--error" in made.facilitator.get(f"/c/{made.id}/settings").text


def test_phases_get_the_names_of_a_set_or_own_ones(live_server: LiveServer, made: Made) -> None:
    chosen = phases.process().name_sets[1]
    post(made, "names", set=chosen.id)
    named = {key: title.name for key, title in state(live_server, made)[PhaseTitle].items()}
    first = {phase.id: translate(phase.name, "nl") for phase in phases.process().phases}
    assert {**first, **named} == chosen.names
    own = {**chosen.names, "dream": "Fantaseren"}
    post(made, "names", **own)
    assert state(live_server, made)[PhaseTitle]["dream"].name == "Fantaseren"
    post(made, "names", **first)
    assert state(live_server, made)[PhaseTitle] == {}


def test_a_prompt_is_reworded_and_restored(live_server: LiveServer, made: Made) -> None:
    first = translate(phases.process().steps["dis-1"].wordings[0], "nl")
    post(made, "prompt", step="dis-1", number="0", text="Wat ging goed?")
    assert state(live_server, made)[Prompt]["dis-1.0"].text == "Wat ging goed?"
    assert first.split("{")[0].split("'")[0][:20] in made.facilitator.get(f"/c/{made.id}/settings").text
    post(made, "prompt", step="dis-1", number="0", text="Wat ging goed?", restore="1")
    assert state(live_server, made)[Prompt] == {}
    for wrong in ({"step": "nope", "number": "0"}, {"step": "dis-1", "number": "99"}, {"step": "dis-1"}):
        assert post(made, "prompt", text="x", **wrong).status_code == 303
    assert state(live_server, made)[Prompt] == {}


def test_a_meeting_is_planned_changed_opened_and_closed(live_server: LiveServer, made: Made) -> None:
    form = {
        "date": "2027-01-12",
        "title": "Kiezen",
        "place": "De Speelkeet",
        "phases": ["define", "discovery"],
    }
    post(made, "meeting", **form)
    (meeting,) = state(live_server, made)[Meeting].values()
    assert meeting.phases == ["define", "discovery"] and meeting.state == "planned"
    post(made, "meeting", **{**form, "meeting": meeting.id, "title": "Kiezen en vertellen"})
    assert state(live_server, made)[Meeting][meeting.id].title == "Kiezen en vertellen"
    noor = live_server.members(made)["Noor"].id
    post(made, f"meeting/{meeting.id}/open", present=[noor])
    assert state(live_server, made)[Meeting][meeting.id].present == [noor]
    assert post(made, f"meeting/{meeting.id}/remove").status_code == 303
    assert meeting.id in state(live_server, made)[Meeting], "an open meeting stays on the list"
    post(made, f"meeting/{meeting.id}/close")
    assert state(live_server, made)[Meeting][meeting.id].state == "closed"
    assert "12 januari 2027" in made.facilitator.get(f"/c/{made.id}/settings").text


@pytest.mark.parametrize(
    "form", [{"title": "x"}, {"date": "morgen", "title": "x"}, {"date": "2027-01-12", "title": ""}]
)
def test_half_a_meeting_is_not_planned(live_server: LiveServer, made: Made, form: dict[str, str]) -> None:
    post(made, "meeting", **form)
    assert state(live_server, made)[Meeting] == {}
    assert "notice--error" in made.facilitator.get(f"/c/{made.id}/settings").text


def test_people_without_a_phone_are_added_and_taken_off(live_server: LiveServer, made: Made) -> None:
    post(made, "member", name="Opa Jan", role="parent")
    member = live_server.members(made)["Opa Jan"]
    assert member.paper
    post(made, f"member/{member.id}/remove")
    assert "Opa Jan" not in live_server.members(made)
    noor = live_server.members(made)["Noor"].id
    post(made, f"member/{noor}/remove")
    assert "Noor" in live_server.members(made), "leaving is done on the own page"


def test_who_was_taken_off_the_list_is_out(live_server: LiveServer, made: Made) -> None:
    phone = live_server.join(made, "Samira")
    post(made, f"member/{live_server.members(made)['Samira'].id}/remove")
    assert phone.get(f"/c/{made.id}/").status_code == 404


def test_a_new_code_shuts_the_old_one(live_server: LiveServer, made: Made) -> None:
    phone = live_server.join(made, "Samira")
    post(made, "code")
    fresh = live_server.house.communities.place(made.id).join_code
    assert fresh != made.code
    assert live_server.browser().get(f"/join/{made.code}").status_code == 404
    assert live_server.browser().get(f"/join/{fresh}").status_code == 200
    assert phone.get(f"/c/{made.id}/").status_code == 200


def test_html_is_refused_in_every_setting(live_server: LiveServer, made: Made) -> None:
    before = state(live_server, made).seq
    html = "<script>alert(1)</script>"
    post(made, "topic", topic=html, name=html)
    post(made, "member", name=html, role="parent")
    post(made, "prompt", step="dis-1", number="0", text=html)
    post(made, "meeting", date="2027-01-12", title=html)
    post(made, "names", define=html)
    assert state(live_server, made).seq == before
