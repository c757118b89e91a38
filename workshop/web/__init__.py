"""The pages: parse, ask who it is, call a service, show what came of it."""

from __future__ import annotations

from typing import Any

from flask import Flask

from workshop.communities import spoken_code
from workshop.config import Config
from workshop.i18n import LANGUAGES
from workshop.web import (
    api, community, document, errors, home, identity, join, languages, security, settings, signin,
)
from workshop.web.identity import Doorkeeper
from workshop.web.limits import Limiter


def _everywhere() -> dict[str, Any]:
    """What every template may use."""
    language = languages.current_language()
    return {
        "language": language, "direction": languages.direction(language), "languages": LANGUAGES,
        "facilitator": identity.facilitator(),
    }


def register(app: Flask, house: Any, config: Config) -> Doorkeeper:
    """Put all pages on the application.

    Args:
        app: the application; its extension "minidorp" is the running program.
        house: the running program, with its communities.
        config: the settings.
    Returns: who knows members by cookie or token; the live gateway asks it.
    """
    secret = config.secret()
    app.config.update(
        SECRET_KEY=secret, SESSION_COOKIE_SECURE=config.secure_cookies, MAX_CONTENT_LENGTH=config.max_command_bytes
    )
    security.protect(app)
    languages.install(app)
    errors.install(app)
    app.extensions["minidorp_limits"] = Limiter(config.rate_join, config.rate_signin)
    keeper = identity.install(app, house.communities, secret)
    for module in (languages, home, signin, join, community, settings, document, api):
        app.register_blueprint(module.bp)
    security.csrf.exempt(api.bp)
    app.add_template_filter(spoken_code, "spoken_code")
    app.context_processor(_everywhere)
    return keeper
