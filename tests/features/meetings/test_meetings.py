"""Meetings: planned, opened with who is there, closed; one open at a time."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.features.group import CORE, NOW, OTHER_PARENT, PARENT, PROFESSIONAL, GroupFixture, refusal_of
from workshop.features.consent.schema import ConsentOpen
from workshop.features.meetings import decide as meetings
from workshop.features.meetings.schema import Meeting, MeetingClose, MeetingOpen, MeetingPlan, MeetingRemove
from workshop.features.members.schema import MemberRemove
from workshop.features.versions.schema import Version

PLAN: dict[str, Any] = {
    "meeting": "meeting-1",
    "date": "2027-03-02",
    "title": "Eerste avond",
    "phases": ["define", "discovery"],
}


@pytest.fixture
def group() -> GroupFixture:
    group = GroupFixture()
    group.do(CORE, MeetingPlan, **PLAN, place="De Hoeve")
    return group


def open_one(group: GroupFixture, meeting: str = "meeting-1", *present: str) -> None:
    group.do(CORE, MeetingOpen, meeting=meeting, present=list(present))


def test_a_meeting_is_planned(group: GroupFixture) -> None:
    meeting = group.state[Meeting]["meeting-1"]
    assert (meeting.date, meeting.title, meeting.place) == ("2027-03-02", "Eerste avond", "De Hoeve")
    assert (meeting.phases, meeting.state, meeting.present) == (["define", "discovery"], "planned", [])


def test_planning_again_changes_it_and_keeps_who_was_there(group: GroupFixture) -> None:
    open_one(group, "meeting-1", PARENT)
    group.do(CORE, MeetingPlan, **{**PLAN, "title": "Avond een"})
    meeting = group.state[Meeting]["meeting-1"]
    assert (meeting.title, meeting.place) == ("Avond een", "")
    assert (meeting.state, meeting.present) == ("open", [PARENT])


def test_who_is_here_or_named_is_present(group: GroupFixture) -> None:
    group.do(CORE, MemberRemove, member=OTHER_PARENT)
    group.connected = frozenset({CORE, OTHER_PARENT, "member-404"})
    open_one(group, "meeting-1", PARENT, OTHER_PARENT, "member-405")
    assert group.state[Meeting]["meeting-1"].present == sorted([CORE, PARENT])


def test_who_comes_later_is_present_too_and_once(group: GroupFixture) -> None:
    assert meetings.attend(group.context, PARENT) == []
    open_one(group)
    for _ in range(2):
        group.fold(meetings.attend(group.context, PARENT))
    assert group.state[Meeting]["meeting-1"].present == [PARENT]
    group.do(CORE, MeetingClose, meeting="meeting-1")
    assert meetings.attend(group.context, PROFESSIONAL) == []


def test_opening_one_closes_the_other(group: GroupFixture) -> None:
    group.do(CORE, MeetingPlan, **{**PLAN, "meeting": "meeting-2"})
    open_one(group, "meeting-1")
    open_one(group, "meeting-2")
    assert [m.state for m in group.state[Meeting].values()] == ["closed", "open"]


def test_opening_again_adds_who_is_there_now(group: GroupFixture) -> None:
    open_one(group, "meeting-1", PARENT)
    open_one(group, "meeting-1", PROFESSIONAL)
    assert group.state[Meeting]["meeting-1"].present == sorted([PARENT, PROFESSIONAL])


def test_a_meeting_goes_one_way(group: GroupFixture) -> None:
    one = {"meeting": "meeting-1"}
    assert group.refused(CORE, MeetingClose, **one) == "meeting.wrong_state"
    open_one(group)
    assert group.refused(CORE, MeetingRemove, **one) == "meeting.wrong_state"
    group.do(CORE, MeetingClose, **one)
    for kind in (MeetingOpen, MeetingClose, MeetingRemove):
        assert group.refused(CORE, kind, **one) == "meeting.wrong_state"


def test_a_planned_meeting_is_taken_off_the_list(group: GroupFixture) -> None:
    group.do(CORE, MeetingRemove, meeting="meeting-1")
    assert group.state[Meeting] == {}
    for kind in (MeetingOpen, MeetingClose, MeetingRemove):
        assert group.refused(CORE, kind, meeting="meeting-1") == "not_found"


def test_only_the_core_team_plans(group: GroupFixture) -> None:
    assert group.refused(PARENT, MeetingPlan, **PLAN) == "not_allowed"


def test_what_is_decided_at_a_meeting_carries_its_day(group: GroupFixture) -> None:
    assert meetings.today(group.context) == NOW.date().isoformat()
    open_one(group)
    assert meetings.today(group.context) == "2027-03-02"
    asked = {"round": "round-001", "version": "version-1", "label": "0.9", "members": [PARENT]}
    group.do(CORE, ConsentOpen, **asked)
    assert group.state[Version]["version-1"].date == "2027-03-02"
    group.do(CORE, MeetingClose, meeting="meeting-1")
    assert date.fromisoformat(meetings.today(group.context)) == NOW.date()


@pytest.mark.parametrize(
    "fields",
    [
        {"date": "2 maart"},
        {"date": "2027-03-02\n"},
        {"title": ""},
        {"phases": ["a phase"]},
        {"title": "a" * 201},
        {"phases": ["define"] * 21},
    ],
)
def test_a_meeting_has_a_day_a_title_and_known_phases(fields: dict[str, Any]) -> None:
    assert refusal_of(MeetingPlan, **{**PLAN, **fields})


def test_a_meeting_is_about_phases_that_there_are(group: GroupFixture) -> None:
    assert group.refused(CORE, MeetingPlan, **{**PLAN, "phases": ["dance"]}) == "phase.unknown"
