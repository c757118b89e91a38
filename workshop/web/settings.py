"""What the core team sets: seats, names, prompts, topic, meetings, members."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from workshop.accounts import screens
from workshop.core.errors import DomainError
from workshop.core.schema import Command
from workshop.features.agenda.schema import PhaseRename, PhaseTitle, Prompt, PromptSet, TopicSet
from workshop.features.community.schema import CommunityEdit
from workshop.features.meetings.schema import Meeting, MeetingClose, MeetingOpen, MeetingPlan, MeetingRemove
from workshop.features.members.schema import Member, MemberAdd, MemberRemove, SeatGive, SeatHolder
from workshop.i18n import translator
from workshop.web import agendas, choices
from workshop.web.application import carry_out, communities, db, new_id
from workshop.web.errors import say
from workshop.web.languages import current_language
from workshop.web.screen import new_link
from workshop.web.visit import Visit, enter_to_steer

bp = Blueprint("settings", __name__, url_prefix="/c/<community_id>/settings")
Action = Callable[[Visit], None]


def _prompts(visit: Visit) -> list[dict[str, Any]]:
    """Every phase with its steps and their prompts, as they are now and as they were."""
    translate = translator(visit.community.language)
    rows = []
    for phase in visit.process.phases:
        steps = []
        for step in phase.steps:
            wordings = []
            for number, first in enumerate(step.wordings):
                own = visit.state[Prompt].get(f"{step.id}.{number}")
                wordings.append({"number": number, "first": translate(first), "own": own.text if own else ""})
            if wordings:
                steps.append({"id": step.id, "name": translate(step.name), "wordings": wordings})
        title = visit.state[PhaseTitle].get(phase.id)
        rows.append(
            {
                "id": phase.id,
                "first": translate(phase.name),
                "colour": phase.colour,
                "own": title.name if title else "",
                "classic": translate(phase.classic),
                "steps": steps,
            }
        )
    return rows


def _seats(visit: Visit) -> list[dict[str, Any]]:
    """Every seat of the core team with its holder and who could sit there."""
    members = [member for member in visit.state[Member].values() if not member.removed]
    seats = []
    for choice in choices.SEATS:
        holder = visit.state[SeatHolder].get(choice.id)
        seats.append(
            {
                "choice": choice,
                "holder": holder.member if holder else None,
                "people": [member for member in members if member.role == choice.id],
            }
        )
    return seats


def _names_now(visit: Visit) -> dict[str, str]:
    """What every phase is called now."""
    own, translate = visit.state[PhaseTitle], translator(visit.community.language)
    return {
        phase.id: own[phase.id].name if phase.id in own else translate(phase.name)
        for phase in visit.process.phases
    }


@bp.get("")
def show(community_id: str) -> ResponseReturnValue:
    """The page with all settings."""
    visit = enter_to_steer(community_id)
    members = [member for member in visit.state[Member].values() if not member.removed]
    order = [choice.id for choice in choices.ROLES]
    translate = translator(current_language())
    return render_template(
        "settings.html",
        visit=visit,
        seats=_seats(visit),
        road=_prompts(visit),
        name_sets=visit.process.name_sets,
        names_now=_names_now(visit),
        unfolded=request.args.get("phase"),
        translate=translate,
        members=sorted(members, key=lambda member: (order.index(member.role), member.name.casefold())),
        labels=choices.labels(visit.state),
        meetings=sorted(visit.state[Meeting].values(), key=lambda meeting: meeting.date),
        agenda_rows=agendas.rows,
        agenda_parts=agendas.parts(visit, translate),
        agenda_name=partial(agendas.name_of, visit, translate),
        roles=choices.ROLES,
        organisations=choices.ORGANISATIONS,
        screen_since=screens.since(db(), visit.id),
        screen_link=new_link(visit.id),
    )


def _do(
    community_id: str, part: str, action: Action, saved: str, unfolded: str | None = None
) -> ResponseReturnValue:
    """Enter, act, say how it went, and come back to the part of the page, with a phase unfolded."""
    visit = enter_to_steer(community_id)
    try:
        action(visit)
        flash(saved, "good")
    except DomainError as error:
        flash(say(error), "error")
    return redirect(url_for("settings.show", community_id=visit.id, phase=unfolded, _anchor=part), 303)


def _run(visit: Visit, kind: type[Command], **fields: Any) -> None:
    carry_out(visit.id, visit.actor.id, kind, **fields)


@bp.post("/seat")
def seat(community_id: str) -> ResponseReturnValue:
    """Give a seat, or empty it."""
    chosen = choices.seat(request.form.get("seat"))
    member = request.form.get("member") or None
    return _do(
        community_id,
        "team",
        lambda visit: _run(visit, SeatGive, seat=chosen, member=member),
        gettext("Saved."),
    )


@bp.post("/topic")
def topic(community_id: str) -> ResponseReturnValue:
    """Set the topic in words, and the names of the community and its vision."""
    form = request.form

    def act(visit: Visit) -> None:
        if form.get("topic", "").strip() != visit.community.topic:
            said = visit.community.topic_card if form.get("translates") else None
            _run(visit, TopicSet, text=form.get("topic", "").strip(), card=said)
        fields = {"name": form.get("name", "").strip(), "title": form.get("title", "").strip()}
        changed = {
            key: value for key, value in fields.items() if value and value != getattr(visit.community, key)
        }
        if changed:
            _run(visit, CommunityEdit, **changed)

    return _do(community_id, "topic", act, gettext("Saved."))


@bp.post("/names")
def names(community_id: str) -> ResponseReturnValue:
    """Rename the phases: one of the known sets, or own names."""

    def act(visit: Visit) -> None:
        process, translate = visit.process, translator(visit.community.language)
        chosen = next((one for one in process.name_sets if one.id == request.form.get("set")), None)
        for phase in process.phases:
            first = translate(phase.name)
            name = chosen.names[phase.id] if chosen else request.form.get(phase.id, "").strip()
            known = visit.state[PhaseTitle].get(phase.id)
            if name != (known.name if known else first):
                _run(visit, PhaseRename, phase=phase.id, name="" if name == first else name)

    return _do(community_id, "names", act, gettext("The phases have these names now."))


@bp.post("/prompt")
def prompt(community_id: str) -> ResponseReturnValue:
    """Reword a prompt, or bring its first wording back."""
    form = request.form
    step, number = form.get("step", ""), form.get("number", "")
    text = "" if form.get("restore") else form.get("text", "").strip()

    def act(visit: Visit) -> None:
        known = visit.process.steps.get(step)
        if known is None or number not in map(str, range(len(known.wordings))):
            raise DomainError("step.unknown")
        first = translator(visit.community.language)(known.wordings[int(number)])
        wording = "" if text == first else text
        _run(visit, PromptSet, step=step, number=int(number), text=wording)

    steps = enter_to_steer(community_id).process.steps
    if step not in steps:
        return _do(community_id, "prompts", act, "")
    return _do(community_id, f"prompts-{step}", act, gettext("Saved."), steps[step].phase)


@bp.post("/meeting")
def meeting(community_id: str) -> ResponseReturnValue:
    """Plan a meeting, or change one."""
    form = request.form

    def act(visit: Visit) -> None:
        if not form.get("date"):
            raise DomainError("meeting.no_date")
        _run(
            visit,
            MeetingPlan,
            meeting=form.get("meeting") or new_id(),
            date=form.get("date", ""),
            title=form.get("title", "").strip(),
            place=form.get("place", "").strip(),
            phases=form.getlist("phases"),
            agenda=agendas.read(form),
        )

    saved = (
        gettext("Saved.") if form.get("meeting") else gettext("The meeting is planned. See its agenda below.")
    )
    return _do(community_id, "meetings", act, saved)


@bp.post("/meeting/<meeting_id>/<any(open, close, remove):what>")
def meeting_state(community_id: str, meeting_id: str, what: str) -> ResponseReturnValue:
    """Open a meeting with who is here, close it, or take it off the list."""

    def act(visit: Visit) -> None:
        if what == "open":
            present = request.form.getlist("present")
            _run(visit, MeetingOpen, meeting=meeting_id, present=present)
        else:
            kind = MeetingClose if what == "close" else MeetingRemove
            _run(visit, kind, meeting=meeting_id)

    saved = {
        "open": gettext("The meeting is open. Everyone who comes in counts as present."),
        "close": gettext("The meeting is closed."),
        "remove": gettext("The meeting is off the list."),
    }
    return _do(community_id, "meetings", act, saved[what])


@bp.post("/member")
def member(community_id: str) -> ResponseReturnValue:
    """Add somebody who has no phone."""
    form = request.form

    def act(visit: Visit) -> None:
        _run(
            visit,
            MemberAdd,
            member=new_id(),
            name=form.get("name", "").strip(),
            role=choices.role(form.get("role")),
            organisation=choices.organisation(form.get("organisation")),
        )

    saved = gettext("Added. Somebody of the core team types for this person.")
    return _do(community_id, "people", act, saved)


@bp.post("/member/<member_id>/remove")
def member_remove(community_id: str, member_id: str) -> ResponseReturnValue:
    """Take somebody off the list; the cards stay without a name."""

    def act(visit: Visit) -> None:
        if member_id == visit.actor.id:
            raise DomainError("not_allowed")
        _run(visit, MemberRemove, member=member_id)

    return _do(community_id, "people", act, gettext("This person is off the list."))


@bp.post("/code")
def code(community_id: str) -> ResponseReturnValue:
    """Make a new join code; the old one stops working."""

    def act(visit: Visit) -> None:
        communities().new_code(visit.id)

    return _do(community_id, "code", act, gettext("There is a new code. The old one no longer works."))
