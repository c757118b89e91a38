"""Meetings: planned, opened with who is there, closed; one open at a time."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.unit.village import CORE, NOW, OTHER_PARENT, PARENT, PROFESSIONAL, Village, refusal_of
from workshop import meetings
from workshop.events import (
    ConsentOpen,
    MeetingClose,
    MeetingOpen,
    MeetingPlan,
    MeetingRemove,
    MemberRemove,
)

PLAN: dict[str, Any] = {
    "meeting": "meeting-1", "date": "2027-03-02", "title": "Eerste avond", "phases": ["define", "discovery"],
}


@pytest.fixture
def village() -> Village:
    village = Village()
    village.do(CORE, MeetingPlan, **PLAN, place="De Hoeve")
    return village


def open_one(village: Village, meeting: str = "meeting-1", *present: str) -> None:
    village.do(CORE, MeetingOpen, meeting=meeting, present=list(present))


def test_a_meeting_is_planned(village: Village) -> None:
    meeting = village.state.meetings["meeting-1"]
    assert (meeting.date, meeting.title, meeting.place) == ("2027-03-02", "Eerste avond", "De Hoeve")
    assert (meeting.phases, meeting.state, meeting.present) == (["define", "discovery"], "planned", [])


def test_planning_again_changes_it_and_keeps_who_was_there(village: Village) -> None:
    open_one(village, "meeting-1", PARENT)
    village.do(CORE, MeetingPlan, **{**PLAN, "title": "Avond een"})
    meeting = village.state.meetings["meeting-1"]
    assert (meeting.title, meeting.place) == ("Avond een", "")
    assert (meeting.state, meeting.present) == ("open", [PARENT])


def test_who_is_here_or_named_is_present(village: Village) -> None:
    village.do(CORE, MemberRemove, member=OTHER_PARENT)
    village.connected = frozenset({CORE, OTHER_PARENT, "member-404"})
    open_one(village, "meeting-1", PARENT, OTHER_PARENT, "member-405")
    assert village.state.meetings["meeting-1"].present == sorted([CORE, PARENT])


def test_who_comes_later_is_present_too_and_once(village: Village) -> None:
    assert meetings.attend(village.room, PARENT) == []
    open_one(village)
    for _ in range(2):
        village.fold(meetings.attend(village.room, PARENT))
    assert village.state.meetings["meeting-1"].present == [PARENT]
    village.do(CORE, MeetingClose, meeting="meeting-1")
    assert meetings.attend(village.room, PROFESSIONAL) == []


def test_opening_one_closes_the_other(village: Village) -> None:
    village.do(CORE, MeetingPlan, **{**PLAN, "meeting": "meeting-2"})
    open_one(village, "meeting-1")
    open_one(village, "meeting-2")
    assert [m.state for m in village.state.meetings.values()] == ["closed", "open"]


def test_opening_again_adds_who_is_there_now(village: Village) -> None:
    open_one(village, "meeting-1", PARENT)
    open_one(village, "meeting-1", PROFESSIONAL)
    assert village.state.meetings["meeting-1"].present == sorted([PARENT, PROFESSIONAL])


def test_a_meeting_goes_one_way(village: Village) -> None:
    one = {"meeting": "meeting-1"}
    assert village.refused(CORE, MeetingClose, **one) == "meeting.wrong_state"
    open_one(village)
    assert village.refused(CORE, MeetingRemove, **one) == "meeting.wrong_state"
    village.do(CORE, MeetingClose, **one)
    for kind in (MeetingOpen, MeetingClose, MeetingRemove):
        assert village.refused(CORE, kind, **one) == "meeting.wrong_state"


def test_a_planned_meeting_is_taken_off_the_list(village: Village) -> None:
    village.do(CORE, MeetingRemove, meeting="meeting-1")
    assert village.state.meetings == {}
    for kind in (MeetingOpen, MeetingClose, MeetingRemove):
        assert village.refused(CORE, kind, meeting="meeting-1") == "not_found"


def test_only_the_core_team_plans(village: Village) -> None:
    assert village.refused(PARENT, MeetingPlan, **PLAN) == "not_allowed"


def test_what_is_decided_at_a_meeting_carries_its_day(village: Village) -> None:
    assert village.room.today == NOW.date().isoformat()
    open_one(village)
    assert village.room.today == "2027-03-02"
    asked = {"round": "round-001", "version": "version-1", "label": "0.9", "members": [PARENT]}
    village.do(CORE, ConsentOpen, **asked)
    assert village.state.versions["version-1"].date == "2027-03-02"
    village.do(CORE, MeetingClose, meeting="meeting-1")
    assert date.fromisoformat(village.room.today) == NOW.date()


@pytest.mark.parametrize("fields", [
    {"date": "2 maart"}, {"date": "2027-03-02\n"}, {"title": ""}, {"phases": ["to dance"]},
    {"title": "a" * 201}, {"phases": ["define"] * 21},
])
def test_a_meeting_has_a_day_a_title_and_names_of_phases(fields: dict[str, Any]) -> None:
    assert refusal_of(MeetingPlan, **{**PLAN, **fields})


def test_a_meeting_is_about_phases_of_the_process(village: Village) -> None:
    assert village.refused(CORE, MeetingPlan, **{**PLAN, "phases": ["define", "dance"]}) == "phase.unknown"
