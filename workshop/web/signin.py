"""Facilitators: the one-time link, signing in and out."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_login import login_user, logout_user

from workshop.accounts import facilitators as accounts
from workshop.accounts.facilitators import Facilitator
from workshop.core.errors import DomainError
from workshop.web import identity
from workshop.web.application import db
from workshop.web.errors import STATUS, say
from workshop.web.languages import current_language
from workshop.web.limits import address, limiter
from workshop.web.security import safe_next

bp = Blueprint("signin", __name__)


def _let_in(facilitator: Facilitator) -> None:
    session.clear()  # nothing that somebody planted before signing in lives on
    login_user(identity.User(facilitator), remember=False)
    session.permanent = True


@bp.get("/first/<token>")
def first(token: str) -> ResponseReturnValue:
    """The form behind a one-time link."""
    limiter().check("wrong_link", address())
    if not accounts.link_is_open(db(), token):
        limiter().hit("wrong_link", address())
        raise DomainError("link_used")
    return render_template("signin/first.html", least=accounts.SHORTEST_PASSWORD, email="")


@bp.post("/first/<token>")
def first_post(token: str) -> ResponseReturnValue:
    """Make the account and sign in."""
    limiter().check("wrong_link", address())
    email = request.form.get("email", "")
    try:
        password = request.form.get("password", "")
        facilitator = accounts.register(db(), token, email, password, current_language())
    except DomainError as error:
        if error.code == "link_used":
            limiter().hit("wrong_link", address())
            raise
        page = render_template(
            "signin/first.html",
            least=accounts.SHORTEST_PASSWORD,
            email=email,
            error=say(error),
            code=error.code,
        )
        return page, STATUS.get(error.code, 400)
    _let_in(facilitator)
    return redirect(url_for("home.home"), 303)


@bp.get("/signin")
def sign_in() -> ResponseReturnValue:
    """The form to sign in."""
    target = safe_next(request.args.get("next"), url_for("home.home"))
    if identity.facilitator():
        return redirect(target)
    return render_template("signin/signin.html", email="", next=target)


@bp.post("/signin")
def sign_in_post() -> ResponseReturnValue:
    """Sign in."""
    email = request.form.get("email", "")
    target = safe_next(request.form.get("next"), url_for("home.home"))
    account = email.strip().lower()[:200]
    limiter().check("wrong_password", address())
    # Counted before it is tried: many at the same moment are as many tries.
    limiter().hit("wrong_password_email", account)
    try:
        facilitator = accounts.sign_in(db(), email, request.form.get("password", ""))
    except DomainError as error:
        limiter().hit("wrong_password", address())
        page = render_template("signin/signin.html", email=email, next=target, error=say(error))
        return page, STATUS[error.code]
    limiter().forgive("wrong_password_email", account)
    _let_in(facilitator)
    return redirect(target, 303)


@bp.post("/signout")
def sign_out() -> ResponseReturnValue:
    """Sign out; members' cookies on this device stay."""
    logout_user()
    session.clear()
    flash(gettext("You are signed out."), "good")
    return redirect(url_for("home.front"), 303)
