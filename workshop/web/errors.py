"""Every refusal and accident, mapped once for pages and once for the JSON calls."""

from __future__ import annotations

import logging

from flask import Flask, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError

from workshop.core.errors import N_, DomainError
from workshop.refusals import MESSAGES

log = logging.getLogger(__name__)

STATUS = {
    "not_found": 404,
    "community.gone": 404,
    "not_signed_in": 403,
    "not_allowed": 403,
    "too_fast": 429,
    "too_large": 413,
    "server_error": 500,
    "wrong_code": 404,
    "wrong_words": 403,
    "wrong_password": 403,
    "link_used": 410,
    "screen.link_gone": 410,
    "reading.closed": 410,
}
CODES = {404: "not_found", 405: "not_found", 403: "not_allowed", 413: "too_large", 429: "too_fast"}
OTHERWISE = N_("This did not work")
TITLES = {
    403: N_("This is not open for you"),
    404: N_("This page is not here"),
    410: N_("This link no longer works"),
    413: N_("This is too long"),
    429: N_("One moment"),
    500: N_("Something went wrong"),
}


def say(error: DomainError) -> str:
    """The message of a refusal in the language of the request."""
    text: str = gettext(MESSAGES[error.code])
    return text % error.params if error.params else text


def envelope(code: str, message: str, params: dict[str, str | int] | None = None) -> dict[str, object]:
    """The one shape of an error in JSON."""
    return {"ok": False, "error": {"code": code, "message": message, "params": params or {}}}


def _answer(status: int, code: str, message: str, params: dict[str, str | int]) -> ResponseReturnValue:
    if request.path.startswith("/api/"):
        return jsonify(envelope(code, message, params)), status
    title = gettext(TITLES.get(status, OTHERWISE))
    page = render_template("error.html", status=status, code=code, title=title, message=message)
    return page, status


def refuse(error: DomainError) -> ResponseReturnValue:
    """Answer a refusal."""
    return _answer(STATUS.get(error.code, 400), error.code, say(error), error.params)


def stop(error: HTTPException) -> ResponseReturnValue:
    """Answer what the framework refuses."""
    if isinstance(error, CSRFError):
        return _answer(400, "bad_request", say(DomainError("bad_request")), {})
    status = error.code or 500
    if status < 400:
        return error.get_response()
    code = CODES.get(status, "server_error" if status >= 500 else "bad_request")
    return _answer(404 if status == 405 else status, code, say(DomainError(code)), {})


def fail(error: Exception) -> ResponseReturnValue:
    """Answer an accident of ours; what happened goes to the log only."""
    original = error.original_exception if isinstance(error, InternalServerError) else error
    log.error("page failed: %s %s", request.method, request.endpoint, exc_info=original)
    return _answer(500, "server_error", say(DomainError("server_error")), {})


def install(app: Flask) -> None:
    """Answer every error of the application."""
    app.register_error_handler(DomainError, refuse)
    app.register_error_handler(HTTPException, stop)
    app.register_error_handler(InternalServerError, fail)
