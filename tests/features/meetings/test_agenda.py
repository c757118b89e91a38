"""Meetings carry the road: an agenda, the item where the group is, and when it came there."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from tests.features.group import CORE, NOW, PARENT, GroupFixture, refusal_of
from workshop.features.agenda.schema import StepStart, StepStarted, TimerStart
from workshop.features.community.decide import community_of
from workshop.features.meetings.schema import (
    Meeting,
    MeetingAgenda,
    MeetingChanged,
    MeetingClose,
    MeetingGoTo,
    MeetingMoved,
    MeetingOpen,
    MeetingPlan,
)

MOMENT = int(NOW.timestamp() * 1000)
COFFEE = {"id": "coffee", "kind": "coffee", "minutes": 10}
LOOK = {"id": "look", "step": "def-1", "minutes": 15}
BREAK = {"id": "break", "kind": "break", "minutes": 10}
TELL = {"id": "tell", "step": "dis-2", "minutes": 20, "title": "Vertel maar"}
AGENDA = [COFFEE, LOOK, BREAK, TELL]


def plan(group: GroupFixture, meeting: str = "meeting-1", **fields: Any) -> Meeting:
    given = {"date": "2027-03-02", "title": "Avond", **fields}
    group.do(CORE, MeetingPlan, meeting=meeting, **given)
    return group.state[Meeting][meeting]


@pytest.fixture
def group() -> GroupFixture:
    """A group with a meeting that is open, at the coffee."""
    group = GroupFixture("def-2")
    plan(group, agenda=AGENDA)
    group.do(CORE, MeetingOpen, meeting="meeting-1")
    return group


def meeting(group: GroupFixture, which: str = "meeting-1") -> Meeting:
    return group.state[Meeting][which]


def ids(one: Meeting) -> list[str]:
    return [item.id for item in one.agenda]


def go(group: GroupFixture, item: str) -> Meeting:
    group.do(CORE, MeetingGoTo, meeting="meeting-1", item=item)
    return meeting(group)


def step(group: GroupFixture) -> str | None:
    return community_of(group.state).step


# ---------------------------------------------------------------- where it comes from


def test_a_new_meeting_has_the_agenda_that_the_process_has_for_its_phases() -> None:
    dreaming = plan(GroupFixture(), phases=["dream"])
    assert ids(dreaming)[:3] == ["coffee", "recap", "dre-1"]
    assert sum(item.minutes for item in dreaming.agenda) == 120
    assert dreaming.agenda[1].title == "Terugblik op onze kracht", "in the community's language"


def test_without_phases_it_is_the_one_with_its_number() -> None:
    group = GroupFixture()
    made = [plan(group, f"meeting-{number}") for number in range(5)]
    assert [one.agenda[2].step if one.agenda else None for one in made] == [
        "def-2", "dre-1", "des-1", "dst-1", None,
    ]  # fmt: skip


def test_an_own_agenda_is_taken_as_it_is() -> None:
    one = plan(GroupFixture(), phases=["dream"], agenda=AGENDA)
    assert [(item.id, item.kind, item.step, item.title, item.minutes) for item in one.agenda] == [
        ("coffee", "coffee", None, "", 10),
        ("look", "step", "def-1", "", 15),
        ("break", "break", None, "", 10),
        ("tell", "step", "dis-2", "Vertel maar", 20),
    ]


def test_planning_again_without_an_agenda_keeps_it() -> None:
    group = GroupFixture()
    plan(group, agenda=AGENDA)
    assert ids(plan(group, title="Later", phases=["dream"])) == ["coffee", "look", "break", "tell"]


@pytest.mark.parametrize(
    ("agenda", "code"),
    [
        ([{**LOOK, "step": "nowhere"}], "step.unknown"),
        ([{"id": "look", "minutes": 5}], "step.unknown"),
        ([COFFEE, {**LOOK, "id": "coffee"}], "meeting.agenda_unclear"),
        ([{**COFFEE, "title": "<b>Koffie</b>"}], "text.html"),
    ],
)
def test_an_agenda_that_cannot_be_is_refused(agenda: list[dict[str, Any]], code: str) -> None:
    group = GroupFixture()
    fields = {"meeting": "meeting-1", "date": "2027-03-02", "title": "Avond"}
    assert group.refused(CORE, MeetingPlan, **fields, agenda=agenda) == code
    plan(group)
    assert group.refused(CORE, MeetingAgenda, meeting="meeting-1", agenda=agenda) == code


@pytest.mark.parametrize(
    "item", [{**COFFEE, "minutes": 0}, {**COFFEE, "minutes": 241}, {**COFFEE, "kind": "lunch"}, {"id": "x"}]
)
def test_an_item_has_a_kind_and_minutes(item: dict[str, Any]) -> None:
    assert refusal_of(MeetingAgenda, meeting="meeting-1", agenda=[item])


# ---------------------------------------------------------------- opening and closing


def test_a_meeting_opens_at_its_first_item_and_the_step_stays(group: GroupFixture) -> None:
    one = meeting(group)
    assert (one.item, one.opened_at, one.item_started_at) == ("coffee", MOMENT, MOMENT)
    assert [item.started_at for item in one.agenda] == [MOMENT, None, None, None]
    assert step(group) == "def-2"


def test_a_first_item_with_a_step_brings_everyone_there() -> None:
    group = GroupFixture("def-2")
    plan(group, agenda=[TELL])
    happened = group.do(CORE, MeetingOpen, meeting="meeting-1")
    assert [type(fact) for fact in happened] == [MeetingChanged, StepStarted]
    assert (step(group), meeting(group).item) == ("dis-2", "tell")


def test_after_an_earlier_meeting_the_group_looks_back_once_everybody_is_in(group: GroupFixture) -> None:
    assert "recap" not in ids(meeting(group))
    group.do(CORE, MeetingClose, meeting="meeting-1")
    plan(group, "meeting-2", agenda=AGENDA)
    group.do(CORE, MeetingOpen, meeting="meeting-2")
    assert ids(meeting(group, "meeting-2")) == ["coffee", "recap", "look", "break", "tell"]


def test_an_agenda_with_a_recap_gets_no_second_one(group: GroupFixture) -> None:
    group.do(CORE, MeetingClose, meeting="meeting-1")
    plan(group, "meeting-2", phases=["dream"])
    group.do(CORE, MeetingOpen, meeting="meeting-2")
    assert [item.kind for item in meeting(group, "meeting-2").agenda].count("recap") == 1


def test_a_meeting_of_before_there_were_agendas_opens_with_that_of_the_process() -> None:
    group = GroupFixture()
    group.fold(
        [MeetingChanged(meeting=Meeting(id="meeting-1", date="2027-03-02", title="x", phases=["dream"]))]
    )
    group.do(CORE, MeetingOpen, meeting="meeting-1")
    assert "dre-1" in ids(meeting(group)) and meeting(group).item == "coffee"


def test_opening_again_stays_where_the_group_is(group: GroupFixture) -> None:
    before = go(group, "look")
    group.do(CORE, MeetingOpen, meeting="meeting-1", present=[PARENT])
    assert (meeting(group).item, meeting(group).agenda) == ("look", before.agenda)


@pytest.mark.parametrize("by_another", [False, True])
def test_a_closed_meeting_is_at_no_item(group: GroupFixture, by_another: bool) -> None:
    plan(group, "meeting-2")
    if by_another:
        group.do(CORE, MeetingOpen, meeting="meeting-2")
    else:
        group.do(CORE, MeetingClose, meeting="meeting-1")
    one = meeting(group)
    assert (one.state, one.item, one.item_started_at, one.closed_at) == ("closed", None, None, MOMENT)


# ---------------------------------------------------------------- from item to item


def test_going_to_an_item_brings_everyone_to_its_step(group: GroupFixture) -> None:
    one = go(group, "tell")
    assert (one.item, step(group)) == ("tell", "dis-2")
    assert [item.started_at for item in one.agenda] == [MOMENT, None, None, MOMENT]


def test_a_break_keeps_the_step_and_takes_the_timer_away(group: GroupFixture) -> None:
    go(group, "look")
    group.do(CORE, TimerStart, seconds=60)
    assert go(group, "break").item == "break"
    assert (step(group), community_of(group.state).timer_ends) == ("def-1", None)


def test_going_back_keeps_when_an_item_began_first(group: GroupFixture) -> None:
    one = go(group, "look")
    earlier = [replace(one.agenda[0], started_at=MOMENT - 5), *one.agenda[1:]]
    group.fold([MeetingMoved(meeting=one.id, agenda=earlier, item="look", item_started_at=MOMENT - 2)])
    one = go(group, "coffee")
    assert (one.item_started_at, one.agenda[0].started_at) == (MOMENT, MOMENT - 5)


def test_the_item_where_the_group_is_changes_nothing(group: GroupFixture) -> None:
    assert group.do(CORE, MeetingGoTo, meeting="meeting-1", item="coffee") == []


def test_there_is_no_way_to_an_item_that_is_not_there_or_in_a_closed_meeting(group: GroupFixture) -> None:
    there = {"meeting": "meeting-1", "item": "look"}
    assert group.refused(CORE, MeetingGoTo, meeting="meeting-1", item="lunch") == "not_found"
    assert group.refused(CORE, MeetingGoTo, meeting="meeting-9", item="look") == "not_found"
    assert group.refused(PARENT, MeetingGoTo, **there) == "not_allowed"
    group.do(CORE, MeetingClose, meeting="meeting-1")
    assert group.refused(CORE, MeetingGoTo, **there) == "meeting.wrong_state"


def test_starting_a_step_makes_its_item_the_current_one(group: GroupFixture) -> None:
    group.do(CORE, StepStart, step="dis-2")
    assert (meeting(group).item, meeting(group).item_started_at) == ("tell", MOMENT)


def test_starting_the_step_again_ends_a_break(group: GroupFixture) -> None:
    go(group, "look")
    go(group, "break")
    group.do(CORE, StepStart, step="def-1")
    assert meeting(group).item == "look"


def test_a_step_off_the_agenda_leaves_the_meeting_at_none(group: GroupFixture) -> None:
    group.do(CORE, StepStart, step="dst-1")
    assert (meeting(group).item, meeting(group).item_started_at) == (None, None)


def test_a_step_that_comes_twice_is_the_next_one_from_where_the_group_is() -> None:
    group = GroupFixture("def-2")
    again = {**LOOK, "id": "look-2"}
    plan(group, agenda=[LOOK, TELL, again])
    group.do(CORE, MeetingOpen, meeting="meeting-1")
    group.do(CORE, StepStart, step="dis-2")
    group.do(CORE, StepStart, step="def-1")
    assert meeting(group).item == "look-2"
    assert go(group, "look").item == "look", "the one that was asked for"
    group.do(CORE, StepStart, step="def-1")
    assert meeting(group).item == "look"


def test_steps_without_an_open_meeting_move_no_meeting() -> None:
    group = GroupFixture()
    plan(group, agenda=AGENDA)
    assert [type(fact) for fact in group.do(CORE, StepStart, step="dis-2")] == [StepStarted]


# ---------------------------------------------------------------- changing it on the way


def test_the_agenda_of_an_open_meeting_is_changed_and_what_began_keeps_its_time(group: GroupFixture) -> None:
    longer = {**TELL, "minutes": 40}
    group.do(CORE, MeetingAgenda, meeting="meeting-1", agenda=[COFFEE, longer, LOOK])
    one = meeting(group)
    assert [(item.id, item.minutes, item.started_at) for item in one.agenda] == [
        ("coffee", 10, MOMENT), ("tell", 40, None), ("look", 15, None),
    ]  # fmt: skip
    assert (one.item, one.item_started_at) == ("coffee", MOMENT)


@pytest.mark.parametrize("by", [MeetingAgenda, MeetingPlan])
def test_an_item_that_is_taken_out_is_not_where_the_group_is(group: GroupFixture, by: type[Any]) -> None:
    more = {"date": "2027-03-02", "title": "Avond"} if by is MeetingPlan else {}
    group.do(CORE, by, meeting="meeting-1", agenda=[LOOK, TELL], **more)
    assert (meeting(group).item, meeting(group).item_started_at) == (None, None)
    assert go(group, "tell").item == "tell"


def test_the_agenda_of_a_closed_meeting_stays(group: GroupFixture) -> None:
    group.do(CORE, MeetingClose, meeting="meeting-1")
    assert group.refused(CORE, MeetingAgenda, meeting="meeting-1", agenda=AGENDA) == "meeting.wrong_state"
    assert group.refused(CORE, MeetingAgenda, meeting="meeting-9", agenda=AGENDA) == "not_found"
