"""From a command to facts: who acts, whether it is allowed, which service decides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workshop import (
    agreements,
    boards,
    consent,
    course,
    dots,
    events,
    meetings,
    people,
    sections,
    terms,
    themes,
    wordings,
)
from workshop.errors import DomainError
from workshop.events import Command, Fact
from workshop.permissions import Actor, actor_of, refusal
from workshop.room import Room

Service = Callable[[Room, Actor, Any], list[Fact]]

SERVICES: dict[type[Command], Service] = {
    events.CommunityEdit: people.edit_community,
    events.TopicSet: course.set_topic,
    events.MemberAdd: people.add,
    events.MemberEdit: people.edit,
    events.MemberRemove: people.remove,
    events.SeatGive: people.give_seat,
    events.StepStart: course.start_step,
    events.TimerStart: course.start_timer,
    events.TimerStop: course.stop_timer,
    events.PhaseRename: course.rename_phase,
    events.PromptSet: course.set_prompt,
    events.MeetingPlan: meetings.plan,
    events.MeetingOpen: meetings.open_,
    events.MeetingClose: meetings.close,
    events.MeetingRemove: meetings.remove,
    events.CardAdd: boards.add,
    events.CardEdit: boards.edit,
    events.CardMove: boards.move,
    events.CardWithdraw: boards.withdraw,
    events.CardQuote: boards.quote,
    events.CardGroup: themes.group,
    events.ThemeAdd: themes.add,
    events.ThemeRename: themes.rename,
    events.ThemeRemove: themes.remove,
    events.BoardHide: boards.hide,
    events.BoardReveal: boards.reveal,
    events.DotsOpen: dots.open_,
    events.DotPlace: dots.place,
    events.DotTake: dots.take,
    events.DotsClose: dots.close,
    events.TermAsk: terms.ask,
    events.TermExplain: terms.explain,
    events.TermSay: terms.say,
    events.TermSettle: terms.settle,
    events.TermRemove: terms.remove,
    events.SectionAdd: sections.add,
    events.SectionEdit: sections.edit,
    events.SectionMove: sections.move,
    events.SectionRemove: sections.remove,
    events.SectionRestore: sections.restore,
    events.SourceAdd: sections.add_source,
    events.SourceRemove: sections.remove_source,
    events.ConsentOpen: consent.open_,
    events.ConsentGive: consent.give,
    events.ConsentClose: consent.close,
    events.AgreementAdd: agreements.add,
    events.AgreementEdit: agreements.edit,
    events.AgreementRemove: agreements.remove,
    events.WordingAccept: wordings.accept,
    events.WordingReopen: wordings.reopen,
}
"""Command -> the service that decides. The live connection's own commands are not here."""


def acting(room: Room, member_id: str, command: Command) -> Actor:
    """Return who acts: the member, or the one without a phone for whom the core team types.

    Raises:
        DomainError: `not_signed_in`, `not_allowed` or `member.only_paper`.
    """
    actor = actor_of(room.state, member_id)
    if actor is None:
        raise DomainError("not_signed_in")
    if command.as_member is None or command.as_member == member_id:
        return actor
    if not actor.steering:
        raise DomainError("not_allowed")
    other = actor_of(room.state, command.as_member)
    if other is None:
        raise DomainError("member.gone")
    if not room.state.members[other.id].paper:
        raise DomainError("member.only_paper")
    return Actor(other.id, other.role, actor.steering, actor.facilitator, typed_by=actor.id)


def decide(room: Room, member_id: str, command: Command) -> list[Fact]:
    """Return what happens when this member gives this command now.

    Raises:
        DomainError: when it is not allowed or not possible; nothing has changed.
    """
    actor = acting(room, member_id, command)
    code = refusal(actor, command, room.state)
    if code is not None:
        raise DomainError(code)
    return SERVICES[type(command)](room, actor, command)
