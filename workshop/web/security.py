"""Headers on every answer, cross-site protection, and where a visitor may be sent."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from flask import Flask, Response, request
from flask_wtf.csrf import CSRFProtect
from werkzeug.exceptions import BadRequest

from workshop.web import identity

csrf = CSRFProtect()

_HOST = re.compile(r"^[A-Za-z0-9.\-\[\]:]+$")


def content_policy(host: str, framed: bool = False) -> str:
    """The content security policy for a page served from this host.

    Args:
        host: where the page comes from.
        framed: whether a page of this site may show it in a frame.
    """
    sockets = f" ws://{host} wss://{host}" if _HOST.match(host) else ""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "media-src 'self'",
            f"connect-src 'self'{sockets}",
            "manifest-src 'self'",
            "worker-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-src 'self'",
            "frame-ancestors 'self'" if framed else "frame-ancestors 'none'",
        )
    )


def _headers(response: Response) -> Response:
    headers = response.headers
    # Only the seats of the demo's tour stand in frames, and only in those of this site.
    framed = identity.seat() is not None
    headers.setdefault("Content-Security-Policy", content_policy(request.host, framed))
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("X-Frame-Options", "SAMEORIGIN" if framed else "DENY")
    headers.setdefault("Referrer-Policy", "same-origin")
    headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
    headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()")
    if request.is_secure:
        headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    if request.endpoint != "static":
        headers.setdefault("Cache-Control", "no-store")
    return response


def safe_next(target: str | None, otherwise: str) -> str:
    """Where to go after signing in: only to a path of this site.

    Args:
        target: what the address asked for.
        otherwise: where to go when that is missing or leads elsewhere.
    """
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")):
        return otherwise
    parts = urlsplit(target)
    clean = not parts.scheme and not parts.netloc and "\\" not in target and target.isprintable()
    return target if clean else otherwise


def _no_nul() -> None:
    """No name holds this sign, and not every database takes it."""
    values = (request.path, *request.args.values(), *request.form.values())
    if any("\0" in value for value in values):
        raise BadRequest


def protect(app: Flask) -> None:
    """Put the headers and the cross-site check on the application."""
    app.config.setdefault("WTF_CSRF_TIME_LIMIT", None)  # a page may lie open for a whole meeting
    app.config.setdefault("SESSION_COOKIE_HTTPONLY", True)
    app.config.setdefault("SESSION_COOKIE_SAMESITE", "Lax")
    app.config.setdefault("SESSION_COOKIE_NAME", "minidorp_session")
    csrf.init_app(app)
    app.before_request(_no_nul)
    app.after_request(_headers)
