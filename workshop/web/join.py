"""The door of a community: joining with the code, coming back with three words, the demo."""

from __future__ import annotations

from flask import Blueprint, flash, make_response, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from workshop.accounts.codes import read_code
from workshop.accounts.communities import Admission, Newcomer, Place
from workshop.core.errors import DomainError
from workshop.features.members.schema import MemberRemove
from workshop.web import arriving, choices, identity
from workshop.web.application import carry_out, communities
from workshop.web.errors import STATUS, say
from workshop.web.languages import current_language, keep
from workshop.web.limits import address, limiter
from workshop.web.visit import enter

bp = Blueprint("join", __name__)
WORDS = "words"


def place_of(code: str) -> Place:
    """The community of a typed code; wrong guesses are counted.

    Raises:
        DomainError: `wrong_code` or `too_fast`.
    """
    limiter().check("wrong_code", address())
    place = communities().by_code(code)
    if place is None:
        limiter().hit("wrong_code", address())
        raise DomainError("wrong_code")
    return place


def admit(place: Place, newcomer: Newcomer) -> Admission:
    """Let somebody in, not faster than is human.

    Raises:
        DomainError: `too_fast`, or why the name cannot be used.
    """
    limiter().hit("join", address())
    return communities().join(place, newcomer)


def come_back(place: Place, words: str) -> Admission:
    """Let somebody in with three words; wrong guesses are counted.

    Raises:
        DomainError: `wrong_words` or `too_fast`.
    """
    keys = (("wrong_words", address()), ("wrong_words_code", place.id))
    for kind, key in keys:
        limiter().check(kind, key)
    try:
        return communities().come_back(place, words)
    except DomainError:
        for kind, key in keys:
            limiter().hit(kind, key)
        raise


def show_words(admission: Admission) -> None:
    """Keep the words for the page that shows them, until the person goes on."""
    session[WORDS] = {"community": admission.community, "words": admission.words}


def _door(place: Place, form: dict[str, str], error: DomainError | None = None) -> ResponseReturnValue:
    known = identity.current_member(place.id)
    page = render_template(
        "join/door.html",
        place=place,
        community=communities().record(place.id),
        form=form,
        roles=choices.ROLES,
        organisations=choices.ORGANISATIONS,
        known=communities().member(place.id, known) if known else None,
        error=say(error) if error else None,
        error_code=error.code if error else None,
    )
    response = make_response(page, STATUS.get(error.code, 400) if error else 200)
    return response if known else arriving.note(response, place, choosing=error is not None)


@bp.post("/join/<code>/choosing")
def choosing(code: str) -> ResponseReturnValue:
    """The page says that somebody began to fill in the form; not what."""
    return arriving.note(make_response("", 204), place_of(code), choosing=True)


@bp.get("/join/<code>")
def door(code: str) -> ResponseReturnValue:
    """Who are you?"""
    place = place_of(code)
    if code != place.join_code:
        return redirect(url_for("join.door", code=place.join_code))
    return _door(place, {})


@bp.post("/join/<code>")
def door_post(code: str) -> ResponseReturnValue:
    """Come in."""
    place, form = place_of(code), request.form
    try:
        role = choices.role(form.get("role"))
        organisation = choices.organisation(form.get("organisation"))
        newcomer = Newcomer(form.get("name", ""), role, organisation, current_language())
        admission = admit(place, newcomer)
    except DomainError as error:
        return _door(place, form.to_dict(), error)
    show_words(admission)
    response = redirect(url_for("join.welcome", community_id=place.id), 303)
    return arriving.over(identity.remember(response, admission), place)


@bp.get("/c/<community_id>/welcome")
def welcome(community_id: str) -> ResponseReturnValue:
    """Show the three words, once."""
    visit, kept = enter(community_id), session.get(WORDS, {})
    if kept.get("community") != community_id:
        return redirect(url_for("community.room", community_id=community_id))
    return render_template("join/welcome.html", visit=visit, words=kept["words"])


@bp.post("/c/<community_id>/welcome")
def welcome_post(community_id: str) -> ResponseReturnValue:
    """Written down: go on."""
    session.pop(WORDS, None)
    return redirect(url_for("community.room", community_id=community_id), 303)


@bp.get("/return")
def back() -> ResponseReturnValue:
    """The form for the code and three words."""
    return render_template(
        "join/return.html", code=read_code(request.args.get("code", "")), words=["", "", ""]
    )


@bp.post("/return")
def back_post() -> ResponseReturnValue:
    """Come back."""
    code, words = request.form.get("code", ""), [word[:60] for word in request.form.getlist("word")[:3]]
    try:
        place = place_of(code)
        admission = come_back(place, " ".join(words))
    except DomainError as error:
        shown = [*words, "", "", ""][:3]
        page = render_template(
            "join/return.html", code=code[:200], words=shown, error=say(error), error_code=error.code
        )
        return page, STATUS.get(error.code, 400)
    response = redirect(url_for("community.room", community_id=admission.community), 303)
    return keep(arriving.over(identity.remember(response, admission), place), admission.language)


@bp.get("/demo")
def demo() -> ResponseReturnValue:
    """Walk into the demo, as a parent among invented people; who was there already goes on."""
    place = communities().demo()
    if place is None:
        raise DomainError("not_found")
    tour = redirect(url_for("tour.show", community_id=place.id))
    if identity.doorkeeper().by_token(place.id, identity.tokens().get(place.id)):
        return tour
    limiter().hit("demo", address())
    admission = communities().join(place, Newcomer(gettext("Visitor"), "parent", None, current_language()))
    return identity.remember(tour, admission)


@bp.post("/c/<community_id>/words")
def new_words(community_id: str) -> ResponseReturnValue:
    """Three other words; the old ones stop working."""
    visit = enter(community_id)
    admission = communities().new_words(visit.id, visit.actor.id)
    show_words(admission)
    response = redirect(url_for("join.welcome", community_id=visit.id), 303)
    return identity.remember(response, admission)


@bp.post("/c/<community_id>/leave")
def leave(community_id: str) -> ResponseReturnValue:
    """Leave for good: the name goes, the cards stay without a name."""
    visit = enter(community_id)
    carry_out(visit.id, visit.actor.id, MemberRemove, member=visit.actor.id)
    flash(gettext("You left the group. Your name is gone."), "good")
    return identity.forget(redirect(url_for("home.front"), 303), visit.id)
