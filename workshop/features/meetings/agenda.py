"""The agenda of a meeting: where it comes from, and which part of it the group is at."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from phases import MeetingPlan as Plan
from workshop.core import text
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.state import State
from workshop.features.community.decide import community_of, process_of, steps_of
from workshop.features.meetings.schema import AgendaEntry, AgendaItem, Meeting, MeetingMoved
from workshop.i18n import translate

RECAP_MINUTES = 5


def open_meeting(state: State) -> Meeting | None:
    """Return the meeting that is open, if one is."""
    return next((one for one in state[Meeting].values() if one.state == "open"), None)


def entries(state: State, given: Sequence[AgendaEntry], known: Sequence[AgendaItem] = ()) -> list[AgendaItem]:
    """Return the items that somebody planned; those that were there keep when they began.

    Raises:
        DomainError: `step.unknown`, `meeting.agenda_unclear`, or when a title holds markup.
    """
    if len({one.id for one in given}) < len(given):
        raise DomainError("meeting.agenda_unclear")
    began = {item.id: item.started_at for item in known}
    return [_item(state, one, began.get(one.id)) for one in given]


def _item(state: State, entry: AgendaEntry, started_at: int | None) -> AgendaItem:
    if entry.step is None and entry.kind == "step":
        raise DomainError("step.unknown")
    if entry.step is not None and entry.step not in steps_of(state):
        raise DomainError("step.unknown")
    return AgendaItem(
        id=entry.id,
        kind="step" if entry.step else entry.kind,
        step=entry.step,
        title=text.optional(entry.title),
        minutes=entry.minutes,
        started_at=started_at,
    )


def of_the_process(state: State, phases: Sequence[str], meeting: str) -> list[AgendaItem]:
    """Return the agenda that the process has for a meeting about these phases.

    Args:
        state: of the community.
        phases: what the meeting is about; without any, its number counts.
        meeting: its id; the other meetings come before it.
    Returns: the items, with titles in the community's language; none when the process has no such plan.
    """
    number = sum(other.id != meeting for other in state[Meeting].values())
    plan = process_of(state).meeting_for(phases, number)
    return _items(plan, community_of(state).language) if plan else []


def _items(plan: Plan, language: str) -> list[AgendaItem]:
    return [
        AgendaItem(
            id=item.id,
            kind=item.kind,
            step=item.step,
            title=translate(item.title, language) if item.title else "",
            minutes=item.minutes,
        )
        for item in plan.agenda
    ]


def to_begin_with(state: State, meeting: Meeting) -> list[AgendaItem]:
    """Return the agenda with which a meeting opens.

    A meeting of before there were agendas gets that of the process. After an earlier meeting the group
    looks back first: once everybody has come in.
    """
    agenda = list(meeting.agenda) or of_the_process(state, meeting.phases, meeting.id)
    earlier = any(one.state == "closed" and one.id != meeting.id for one in state[Meeting].values())
    if not agenda or not earlier or any(item.kind == "recap" for item in agenda):
        return agenda
    place = next((n for n, item in enumerate(agenda) if item.kind != "coffee"), len(agenda))
    taken = {item.id for item in agenda}
    name = next(one for one in ("recap", *(f"recap-{n}" for n in range(len(agenda)))) if one not in taken)
    return [*agenda[:place], AgendaItem(id=name, kind="recap", minutes=RECAP_MINUTES), *agenda[place:]]


def begun(agenda: Sequence[AgendaItem], item: str | None, now: int) -> list[AgendaItem]:
    """Return the agenda in which this item has begun; when it had before, that time stays."""
    return [
        replace(one, started_at=now) if one.id == item and one.started_at is None else one for one in agenda
    ]


def moved(context: Context, meeting: Meeting, item: str | None) -> MeetingMoved:
    """Return the fact that the group is at this item of the agenda now, or at none."""
    now = context.now_ms
    return MeetingMoved(
        meeting=meeting.id,
        agenda=begun(meeting.agenda, item, now),
        item=item,
        item_started_at=None if item is None else now,
    )


def item_for(meeting: Meeting, step: str) -> str | None:
    """Return the item of a step: the next one from where the group is, or else an earlier one."""
    ids = [item.id for item in meeting.agenda]
    here = ids.index(meeting.item) if meeting.item in ids else 0
    order = [*meeting.agenda[here:], *meeting.agenda[:here]]
    return next((item.id for item in order if item.step == step), None)
