"""The pages inside a community: the room, the vision, me, the code for the beamer."""

from __future__ import annotations

import gzip
import secrets
import time
from typing import Any

import msgspec
from flask import (
    Blueprint,
    Response,
    current_app,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext

import phases
from phases.model import Step, Tool
from workshop import demo
from workshop.accounts import projects
from workshop.core.errors import DomainError
from workshop.features.agenda.schema import PhaseTitle
from workshop.features.boards.schema import Board
from workshop.features.cards.quoting import by_role
from workshop.features.cards.schema import Card, CardQuote
from workshop.features.members.schema import MemberEdit
from workshop.features.screen.schema import ScreenName, ScreenNameShow
from workshop.i18n import translator
from workshop.web import choices, identity
from workshop.web.application import carry_out, communities, container
from workshop.web.errors import say
from workshop.web.invitations import bases, invitation
from workshop.web.languages import current_language, keep
from workshop.web.tour import token_of_seat
from workshop.web.visit import Outside, Visit, enter

bp = Blueprint("community", __name__, url_prefix="/c/<community_id>")
PARTS: dict[Tool, str] = {"vision": "features/vision/screen.tsx"}
"""Tool -> the part of the scripts that its screen waits for; fetched at once when the address asks for it."""


@bp.app_errorhandler(Outside)
def outside(_error: Outside) -> ResponseReturnValue:
    """What everybody gets who is not in a community, whether it exists or not."""
    return render_template("outside.html", next=request.path), 404


def asset(name: str) -> str:
    """The address of a built file."""
    return str(current_app.jinja_env.globals["asset"](name))  # type: ignore[operator]


def boot(visit: Visit) -> dict[str, Any]:
    """What the live pages start from, before the socket is open."""
    language, member = current_language(), visit.member
    pages = ("room", "vision", "me", "invite")
    urls = {page: url_for(f"community.{page}", community_id=visit.id) for page in pages}
    urls["document"] = url_for("document.download", community_id=visit.id, kind="docx")
    urls["guide"] = url_for("guide.contents")
    urls["screen"] = url_for("screen.show", community_id=visit.id)
    urls["icons"] = asset("pictures/icons.svg")
    urls["pictures"] = asset("pictures/icons.svg").rsplit("/", 1)[0]
    if visit.actor.steering:
        urls["settings"] = url_for("settings.show", community_id=visit.id)
    token = token_of_seat(visit.id)
    return {
        **({"token": token} if token else {}),
        "community": {
            "id": visit.id,
            "name": visit.community.name,
            "language": visit.community.language,
            "process": visit.community.process,
        },
        "me": {
            "member": member.id,
            "role": member.role,
            "name": member.name,
            "facilitator": member.facilitator,
            "steering": visit.actor.steering,
        },
        "language": language,
        "phases": msgspec.to_builtins(phases.view(visit.process, translator(language))),
        "meetings": msgspec.to_builtins(phases.meetings_view(visit.process, translator(language))),
        "blocks": msgspec.to_builtins(phases.blocks_view(visit.process, translator(language))),
        "urls": urls,
        "demo": visit.place.demo,
        # Whoever steers is told when phones cannot come in; to the others it is no news.
        "reachable": bool(bases()) if visit.actor.steering else True,
        "server_time": int(time.time() * 1000),
    }


def step_with(visit: Visit, tool: Tool) -> Step | None:
    """The step with a tool: the group's own, or the first of the process; None when there is none."""
    own = visit.process.steps.get(visit.community.step or "")
    steps = [step for step in (own, *visit.process.steps.values()) if step and step.tool == tool]
    return steps[0] if steps else None


def where(visit: Visit, language: str, look: Step | None = None) -> dict[str, str]:
    """Phase and step in words, for the first paint; the first step before the group has begun.

    Args:
        visit: who looks, and at which community.
        language: of the page.
        look: the step that is looked at, if it is not the group's.
    """
    process, translate = visit.process, translator(language)
    step = look or process.steps.get(visit.community.step or "") or process.first
    phase = process.phase_of(step.id)
    own = visit.state[PhaseTitle].get(phase.id)
    board = visit.state[Board].get(step.id)
    dots = (board.dots_budget if board else 0) or step.dots
    return {
        "colour": phase.colour,
        "picture": phase.picture,
        "phase_name": own.name if own else translate(phase.name),
        "step": translate(step.name),
        "how": phases.fill(translate(step.how), visit.community.topic, dots),
    }


def _live(visit: Visit, look: Step | None = None) -> ResponseReturnValue:
    """A live page of somebody who takes part."""
    language = current_language()
    start = {**boot(visit), "look": look.tool if look else None}
    parts = [PARTS[look.tool]] if look and look.tool in PARTS else []
    first = where(visit, language, look)
    return packed(render_template("room.html", visit=visit, boot=start, where=first, parts=parts))


def packed(page: str) -> Response:
    """A live page, packed: most of it is what the phases say. Nothing out of the address is in it, and a
    random end keeps its packed length from telling anything about the forms' token."""
    page += f"<!-- {secrets.token_hex(secrets.randbelow(64))} -->"
    response = make_response(page)
    response.vary.add("Accept-Encoding")
    if request.accept_encodings["gzip"]:
        response.set_data(gzip.compress(page.encode(), 6, mtime=0))
        response.content_encoding = "gzip"
    return response


@bp.get("/")
def room(community_id: str) -> ResponseReturnValue:
    """The room: boards, live."""
    return _live(enter(community_id))


@bp.get("/vision")
def vision(community_id: str) -> ResponseReturnValue:
    """The room, at the step in which the vision is written."""
    visit = enter(community_id)
    step = step_with(visit, "vision")
    if step is None:
        return redirect(url_for("community.room", community_id=visit.id))
    return _live(visit, step)


@bp.get("/me")
def me(community_id: str) -> ResponseReturnValue:
    """My name, language and words; leaving."""
    visit = enter(community_id)
    return render_template(
        "me.html",
        visit=visit,
        roles=choices.ROLES,
        organisations=choices.ORGANISATIONS,
        can_have_words=not visit.member.facilitator,
        on_screen=visit.member.id in visit.state[ScreenName],
        quotes=_quotes(visit),
        by_role=by_role(visit.state, visit.member.role),
    )


def _quotes(visit: Visit) -> list[Card]:
    """My own cards that may be quoted, in the order of the boards."""
    own = (card for card in visit.state[Card].values() if card.author == visit.member.id)
    return sorted((card for card in own if card.quote and card.text.strip()), key=lambda c: (c.board, c.rank))


@bp.post("/me/quote")
def quote(community_id: str) -> ResponseReturnValue:
    """Say how one of my cards may be quoted, or that it may not: at any time, from any phone of mine."""
    visit, how = enter(community_id), request.form.get("how", "no")
    fields: dict[str, Any] = {"card": request.form.get("card", ""), "allowed": how != "no"}
    try:
        carry_out(visit.id, visit.actor.id, CardQuote, **fields, named=how == "name")
        if fields["allowed"]:
            flash(gettext("Saved."), "good")
        else:
            flash(gettext("It is not quoted any more. The next Word file does not have it."), "good")
    except DomainError as error:
        flash(say(error), "error")
    return redirect(url_for("community.me", community_id=visit.id) + "#quotes", 303)


@bp.post("/me")
def me_post(community_id: str) -> ResponseReturnValue:
    """Change my name, role or organisation, and the language of my pages."""
    visit, form = enter(community_id), request.form
    language = form.get("language", "")
    response = redirect(url_for("community.me", community_id=visit.id), 303)
    try:
        fields: dict[str, Any] = {
            "name": form.get("name", "").strip(),
            "role": choices.role(form.get("role")),
        }
        organisation = choices.organisation(form.get("organisation"))
        if organisation:
            fields["organisation"] = organisation
        carry_out(visit.id, visit.actor.id, MemberEdit, **fields)
        carry_out(visit.id, visit.actor.id, ScreenNameShow, shown="on_screen" in form)
        communities().set_language(visit.id, visit.actor.id, language or current_language())
        flash(gettext("Saved."), "good")
    except DomainError as error:
        flash(say(error), "error")
    return keep(response, language)


def _arrived(visit: Visit) -> dict[str, Any]:
    """Who is in, per role, and for whoever steers how many are on their way."""
    here: dict[str, list[str]] = {choice.id: [] for choice in choices.ROLES}
    called = choices.labels(visit.state)
    for member in visit.members.values():
        if not member.removed:
            here[member.role].append(called[member.id])
    on_the_way = container().arrivals.count(visit.id)
    arrived = sum(not member.removed and not member.paper for member in visit.members.values())
    told = visit.actor.steering and any(on_the_way)
    return {
        "roles": choices.ROLES,
        "here": here,
        "joining": {**on_the_way._asdict(), "arrived": arrived} if told else None,
    }


@bp.get("/invite")
def invite(community_id: str) -> ResponseReturnValue:
    """The code and the QR code, for the beamer."""
    visit = enter(community_id)
    return render_template("invite.html", visit=visit, invitation=invitation(visit.place), **_arrived(visit))


@bp.get("/arrived")
def arrived(community_id: str) -> ResponseReturnValue:
    """The part of the invitation that changes while people come in."""
    visit = enter(community_id)
    return render_template("partials/arrived.html", visit=visit, **_arrived(visit))


def _demo_visit(community_id: str) -> Visit:
    visit = enter(community_id)
    if not visit.place.demo or not identity.facilitator():
        raise DomainError("not_allowed")
    return visit


@bp.post("/demo/reset")
def reset_demo(community_id: str) -> ResponseReturnValue:
    """Bring the demo back to how it was."""
    _demo_visit(community_id)
    demo.reset_demo(container())
    flash(gettext("The demo is as it was at the start."), "good")
    return redirect(url_for("join.demo"), 303)


@bp.post("/demo/empty")
def empty_from_demo(community_id: str) -> ResponseReturnValue:
    """Start an empty community with the demo's settings, in an own project."""
    _demo_visit(community_id)
    facilitator = identity.facilitator()
    project = request.form.get("project", "")
    if facilitator is None or not projects.works_in(communities().db, facilitator.id, project):
        return redirect(url_for("home.new_project"), 303)
    try:
        made = demo.start_empty_from_demo(container(), project, request.form.get("name", ""))
    except DomainError as error:
        flash(say(error), "error")
        return redirect(url_for("home.home"), 303)
    place = communities().place(made)
    assert place is not None
    communities().enter_as_facilitator(place, facilitator)
    return redirect(url_for("community.invite", community_id=made), 303)
