"""In which language somebody gets the pages."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, Flask, redirect, request, url_for
from flask_babel import Babel, format_date
from werkzeug.wrappers import Response

from workshop.accounts import facilitators as accounts
from workshop.i18n import CATALOGUES, LANGUAGES, best_language
from workshop.languages import RIGHT_TO_LEFT
from workshop.web import identity
from workshop.web.application import communities, config, db
from workshop.web.security import safe_next

COOKIE = "language"
bp = Blueprint("languages", __name__)


def current_language() -> str:
    """The language of this request: chosen, else the account's, else the browser's."""
    chosen = request.cookies.get(COOKIE)
    if chosen in LANGUAGES:
        return chosen
    facilitator = identity.facilitator()
    if facilitator and facilitator.language in LANGUAGES:
        return facilitator.language
    wanted = [best_language(tag, "") for tag, _quality in request.accept_languages]
    return next((language for language in wanted if language), config().default_language)


def direction(language: str) -> str:
    """Which way a language is written: ltr or rtl."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def day(iso: str) -> str:
    """A day in full, in the language of the request; what is no day is given back as it is."""
    try:
        return str(format_date(date.fromisoformat(iso), "full"))
    except ValueError:
        return iso


def keep(response: Response, language: str) -> Response:
    """Put the chosen language in a cookie."""
    if language in LANGUAGES:
        response.set_cookie(
            COOKIE,
            language,
            max_age=identity.COOKIE_LIVES,
            httponly=True,
            samesite="Lax",
            secure=request.is_secure or config().secure_cookies,
        )
    return response


@bp.post("/language")
def choose() -> Response:
    """Choose the language of the pages, on this device and wherever I come back."""
    language = request.form.get("language", "")
    response = redirect(safe_next(request.form.get("next"), url_for("home.front")), 303)
    if language not in LANGUAGES:
        return response
    facilitator = identity.facilitator()
    if facilitator:
        accounts.set_language(db(), facilitator.id, language)
    for community_id in identity.tokens():
        member = identity.current_member(community_id)
        if member:
            communities().set_language(community_id, member, language)
    return keep(response, language)


def install(app: Flask) -> None:
    """Let Flask-Babel speak the language of the request."""
    app.config.setdefault("BABEL_DEFAULT_LOCALE", "en")
    app.config.setdefault("BABEL_TRANSLATION_DIRECTORIES", str(CATALOGUES))
    Babel(app, locale_selector=current_language)
