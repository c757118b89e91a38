"""The front door, and a facilitator's projects and communities."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

import phases
from workshop import i18n
from workshop.accounts import projects
from workshop.accounts.codes import read_code
from workshop.accounts.communities import Place, clean_name
from workshop.accounts.facilitators import Facilitator
from workshop.core.errors import DomainError
from workshop.features.community.schema import Community
from workshop.web import identity
from workshop.web.application import communities, db
from workshop.web.errors import say
from workshop.web.languages import current_language
from workshop.web.limits import address, limiter

bp = Blueprint("home", __name__)


def _signed_in() -> Facilitator:
    facilitator = identity.facilitator()
    if facilitator is None:
        raise NeedsSignIn
    return facilitator


class NeedsSignIn(Exception):
    """A page for facilitators, asked for by somebody who did not sign in."""


@bp.app_errorhandler(NeedsSignIn)
def to_sign_in(_error: NeedsSignIn) -> ResponseReturnValue:
    """Go and sign in first, and come back."""
    return redirect(url_for("signin.sign_in", next=request.path))


def _own_places() -> list[tuple[Place, Community, str]]:
    """The communities that this device's cookie opens, with the member's name."""
    found = []
    for community_id in identity.tokens():
        place, member = communities().place(community_id), identity.current_member(community_id)
        person = communities().member(community_id, member) if member else None
        if place and person:
            found.append((place, communities().record(community_id), person.name))
    return found


@bp.get("/")
def front() -> ResponseReturnValue:
    """Type a code, or go on where this device was before."""
    return render_template("front.html", own=_own_places(), demo=communities().demo(), typed="")


@bp.get("/styleguide")
def styleguide() -> ResponseReturnValue:
    """Every component of the design on one page, by day and in the evening."""
    return render_template("styleguide.html", phases=phases.process().phases, translate=i18n.translator("nl"))


@bp.post("/")
def to_code() -> ResponseReturnValue:
    """Go to the community of a typed code."""
    typed = request.form.get("code", "")
    limiter().check("wrong_code", address())
    place = communities().by_code(typed)
    if place:
        return redirect(url_for("join.door", code=place.join_code), 303)
    limiter().hit("wrong_code", address())
    error = DomainError("wrong_code" if read_code(typed) else "text.empty")
    page = render_template(
        "front.html", own=_own_places(), demo=communities().demo(), typed=typed[:200], error=say(error)
    )
    return page, 404 if error.code == "wrong_code" else 400


@bp.get("/home")
def home() -> ResponseReturnValue:
    """A facilitator's projects and communities."""
    found = projects.of_account(db(), _signed_in().id)
    records = {place.id: communities().record(place.id) for project in found for place in project.communities}
    demo = communities().demo()
    return render_template(
        "home.html",
        projects=found,
        records=records,
        demo=demo,
        demo_record=communities().record(demo.id) if demo else None,
    )


@bp.get("/projects/new")
def new_project() -> ResponseReturnValue:
    """The form for a project."""
    _signed_in()
    return render_template("project_new.html", form={})


@bp.post("/projects/new")
def new_project_post() -> ResponseReturnValue:
    """Make a project."""
    facilitator, form = _signed_in(), request.form
    values = [form.get(field, "") for field in ("name", "owner", "partners", "funder")]
    try:
        project = projects.create(db(), facilitator.id, *values)
    except DomainError as error:
        return render_template("project_new.html", form=form, error=say(error)), 400
    return redirect(url_for("home.new_community", project=project), 303)


@bp.post("/projects/<project_id>/share")
def share_project(project_id: str) -> ResponseReturnValue:
    """Let another facilitator work in a project."""
    if not projects.works_in(db(), _signed_in().id, project_id):
        raise DomainError("not_found")
    try:
        projects.share(db(), project_id, request.form.get("email", ""))
        flash(gettext("Your colleague can work in this project now."), "good")
    except DomainError as error:
        flash(say(error), "error")
    return redirect(url_for("home.home"), 303)


def _community_form(form: dict[str, str], error: str | None, status: int) -> ResponseReturnValue:
    page = render_template(
        "community_new.html",
        projects=projects.of_account(db(), _signed_in().id),
        form=form,
        error=error,
        languages=i18n.LANGUAGES,
        processes=list(phases.PROCESSES.values()),
        translate=i18n.translator(current_language()),
    )
    return page, status


@bp.get("/communities/new")
def new_community() -> ResponseReturnValue:
    """The form for a community; without a project, make that first."""
    if not projects.of_account(db(), _signed_in().id):
        return redirect(url_for("home.new_project"))
    form = {
        "process": phases.DEFAULT_PROCESS,
        "language": current_language(),
        "project": request.args.get("project", ""),
    }
    return _community_form(form, None, 200)


@bp.post("/communities/new")
def new_community_post() -> ResponseReturnValue:
    """Make a community and go to its page with the code."""
    facilitator, form = _signed_in(), request.form
    project, language = form.get("project", ""), form.get("language", "")
    if not projects.works_in(db(), facilitator.id, project):
        raise DomainError("not_found")
    if language not in i18n.LANGUAGES:
        language = current_language()
    try:
        own_name = clean_name(form.get("own_name", ""))
        process = form.get("process") or phases.DEFAULT_PROCESS
        made = communities().create(
            project, form.get("name", ""), language, form.get("topic", ""), process=process
        )
    except DomainError as error:
        return _community_form(form.to_dict(), say(error), 400)
    place = communities().place(made)
    assert place is not None
    communities().enter_as_facilitator(place, facilitator, own_name)
    return redirect(url_for("community.invite", community_id=made), 303)
