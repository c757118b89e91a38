"""What the core team sets, with forms."""

from __future__ import annotations

from typing import Any

import pytest

import phases
from tests.web.conftest import Made, Town
from workshop.i18n import translate


def post(made: Made, part: str, browser: Any = None, **form: Any) -> Any:
    """Send a form of the settings page."""
    return (browser or made.facilitator).post(f"/c/{made.id}/settings/{part}", data=form)


def state(town: Town, made: Made) -> Any:
    """The community's state now."""
    return town.house.ledger.state(made.id)


def test_an_ordinary_member_may_not_set_anything(town: Town, made: Made) -> None:
    phone = town.join(made, "Samira")
    assert phone.get(f"/c/{made.id}/settings").status_code == 403
    before = state(town, made).seq
    for part in ("topic", "names", "prompt", "meeting", "member", "code"):
        assert post(made, part, phone, topic="Anders", title="x", date="2027-01-01").status_code == 403
    assert state(town, made).seq == before


def test_an_empty_seat_shows_a_notice_and_blocks_nothing(town: Town, made: Made) -> None:
    page = made.facilitator.get(f"/c/{made.id}/settings").text
    assert page.count("notice--warm") == 3
    town.join(made, "Samira")
    member = town.members(made)["Samira"].id
    assert post(made, "seat", seat="parent", member=member).status_code == 303
    assert state(town, made).seats["parent"].member == member
    assert made.facilitator.get(f"/c/{made.id}/settings").text.count("notice--warm") == 2


def test_who_has_a_seat_may_set_things_but_not_give_seats(town: Town, made: Made) -> None:
    phone = town.join(made, "Samira")
    member = town.members(made)["Samira"].id
    post(made, "seat", seat="parent", member=member)
    assert phone.get(f"/c/{made.id}/settings").status_code == 200
    post(made, "topic", phone, topic="Meer plezier", name="Lindebuurt")
    assert state(town, made).community.topic == "Meer plezier"
    post(made, "seat", phone, seat="parent", member="")
    assert state(town, made).seats["parent"].member == member
    post(made, "seat", seat="parent", member="")
    assert "parent" not in state(town, made).seats


def test_a_seat_is_for_its_role(town: Town, made: Made) -> None:
    town.join(made, "Gast", "guest")
    answer = post(made, "seat", seat="parent", member=town.members(made)["Gast"].id)
    assert answer.status_code == 303
    assert "parent" not in state(town, made).seats
    assert "notice--error" in made.facilitator.get(f"/c/{made.id}/settings").text


def test_phases_get_the_names_of_a_set_or_own_ones(town: Town, made: Made) -> None:
    chosen = phases.process().name_sets[1]
    post(made, "names", set=chosen.id)
    named = {key: title.name for key, title in state(town, made).phase_titles.items()}
    first = {phase.id: translate(phase.name, "nl") for phase in phases.process().phases}
    assert {**first, **named} == chosen.names
    own = {**chosen.names, "dream": "Fantaseren"}
    post(made, "names", **own)
    assert state(town, made).phase_titles["dream"].name == "Fantaseren"
    post(made, "names", **first)
    assert state(town, made).phase_titles == {}


def test_a_prompt_is_reworded_and_restored(town: Town, made: Made) -> None:
    first = translate(phases.process().steps["dis-1"].wordings[0], "nl")
    post(made, "prompt", step="dis-1", number="0", text="Wat ging goed?")
    assert state(town, made).prompts["dis-1.0"].text == "Wat ging goed?"
    assert first.split("{")[0].split("'")[0][:20] in made.facilitator.get(f"/c/{made.id}/settings").text
    post(made, "prompt", step="dis-1", number="0", text="Wat ging goed?", restore="1")
    assert state(town, made).prompts == {}
    for wrong in ({"step": "nope", "number": "0"}, {"step": "dis-1", "number": "99"}, {"step": "dis-1"}):
        assert post(made, "prompt", text="x", **wrong).status_code == 303
    assert state(town, made).prompts == {}


def test_a_meeting_is_planned_changed_opened_and_closed(town: Town, made: Made) -> None:
    form = {
        "date": "2027-01-12",
        "title": "Kiezen",
        "place": "De Speelkeet",
        "phases": ["define", "discovery"],
    }
    post(made, "meeting", **form)
    (meeting,) = state(town, made).meetings.values()
    assert meeting.phases == ["define", "discovery"] and meeting.state == "planned"
    post(made, "meeting", **{**form, "meeting": meeting.id, "title": "Kiezen en vertellen"})
    assert state(town, made).meetings[meeting.id].title == "Kiezen en vertellen"
    noor = town.members(made)["Noor"].id
    post(made, f"meeting/{meeting.id}/open", present=[noor])
    assert state(town, made).meetings[meeting.id].present == [noor]
    assert post(made, f"meeting/{meeting.id}/remove").status_code == 303
    assert meeting.id in state(town, made).meetings, "an open meeting stays on the list"
    post(made, f"meeting/{meeting.id}/close")
    assert state(town, made).meetings[meeting.id].state == "closed"
    assert "12 januari 2027" in made.facilitator.get(f"/c/{made.id}/settings").text


@pytest.mark.parametrize(
    "form", [{"title": "x"}, {"date": "morgen", "title": "x"}, {"date": "2027-01-12", "title": ""}]
)
def test_half_a_meeting_is_not_planned(town: Town, made: Made, form: dict[str, str]) -> None:
    post(made, "meeting", **form)
    assert state(town, made).meetings == {}
    assert "notice--error" in made.facilitator.get(f"/c/{made.id}/settings").text


def test_people_without_a_phone_are_added_and_taken_off(town: Town, made: Made) -> None:
    post(made, "member", name="Opa Jan", role="parent")
    member = town.members(made)["Opa Jan"]
    assert member.paper
    post(made, f"member/{member.id}/remove")
    assert "Opa Jan" not in town.members(made)
    noor = town.members(made)["Noor"].id
    post(made, f"member/{noor}/remove")
    assert "Noor" in town.members(made), "leaving is done on the own page"


def test_who_was_taken_off_the_list_is_out(town: Town, made: Made) -> None:
    phone = town.join(made, "Samira")
    post(made, f"member/{town.members(made)['Samira'].id}/remove")
    assert phone.get(f"/c/{made.id}/").status_code == 404


def test_a_new_code_shuts_the_old_one(town: Town, made: Made) -> None:
    phone = town.join(made, "Samira")
    post(made, "code")
    fresh = town.house.communities.place(made.id).join_code
    assert fresh != made.code
    assert town.browser().get(f"/join/{made.code}").status_code == 404
    assert town.browser().get(f"/join/{fresh}").status_code == 200
    assert phone.get(f"/c/{made.id}/").status_code == 200


def test_html_is_refused_in_every_setting(town: Town, made: Made) -> None:
    before = state(town, made).seq
    html = "<script>alert(1)</script>"
    post(made, "topic", topic=html, name=html)
    post(made, "member", name=html, role="parent")
    post(made, "prompt", step="dis-1", number="0", text=html)
    post(made, "meeting", date="2027-01-12", title=html)
    post(made, "names", define=html)
    assert state(town, made).seq == before
