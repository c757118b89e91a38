"""The pages: parse, ask who it is, call a service, show what came of it."""

from __future__ import annotations

from typing import Any

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from workshop.accounts.codes import spoken_code
from workshop.config import Config
from workshop.container import Container
from workshop.documents import Documents
from workshop.i18n import LANGUAGES
from workshop.version import NAME_AND_VERSION
from workshop.web import (
    about,
    api,
    assets,
    community,
    document,
    errors,
    guide,
    home,
    identity,
    join,
    languages,
    reading,
    screen,
    security,
    settings,
    signin,
    tour,
)
from workshop.web.identity import Doorkeeper
from workshop.web.limits import Limiter


def _everywhere() -> dict[str, Any]:
    """What every template may use."""
    language = languages.current_language()
    return {
        "language": language,
        "direction": languages.direction(language),
        "languages": LANGUAGES,
        "facilitator": identity.facilitator(),
        "name_and_version": NAME_AND_VERSION,
    }


def register(app: Flask, container: Container, documents: Documents, config: Config) -> Doorkeeper:
    """Put all pages on the application.

    Args:
        app: the application.
        container: the running program; pages find it as the extension "minidorp".
        documents: makes the files that people take out.
        config: the settings.
    Returns: who knows members by cookie or token; the live gateway asks it.
    """
    secret = config.secret()
    app.extensions["minidorp"] = container
    app.extensions["minidorp_documents"] = documents
    app.config.update(
        SECRET_KEY=secret,
        SESSION_COOKIE_SECURE=config.secure_cookies,
        MAX_CONTENT_LENGTH=config.max_command_bytes,
    )
    security.protect(app)
    languages.install(app)
    errors.install(app)
    assets.install(app)
    app.wsgi_app = tour.SeatPaths(app.wsgi_app)  # type: ignore[method-assign]
    if config.proxies:
        proxied = ProxyFix(
            app.wsgi_app,
            x_for=config.proxies,
            x_proto=config.proxies,
            x_host=config.proxies,
            x_prefix=config.proxies,
        )
        app.wsgi_app = proxied  # type: ignore[method-assign]
    app.extensions["minidorp_limits"] = Limiter(config.rate_join, config.rate_signin)
    keeper = identity.install(app, container.communities, secret)
    pages = (languages, home, signin, join, about, community, screen, settings, document, reading, api, tour)
    for module in pages:
        app.register_blueprint(module.bp)
    guide.install(app)
    security.csrf.exempt(api.bp)
    app.add_template_filter(spoken_code, "spoken_code")
    app.add_template_filter(languages.day, "day")
    app.context_processor(_everywhere)
    return keeper
