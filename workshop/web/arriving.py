"""Counting who is on the way in: a number in a cookie that lives for ten minutes, and nothing else."""

from __future__ import annotations

import re

from flask import request
from werkzeug.wrappers import Response

from workshop.accounts.communities import Place
from workshop.arrivals import LASTS_S
from workshop.core.errors import DomainError
from workshop.web.application import config, container
from workshop.web.limits import address, limiter

COOKIE = "minidorp_arriving"
_NOBODY = re.compile(r"bot|crawl|spider|preview|facebookexternalhit|whatsapp/|slurp", re.IGNORECASE)
"""Programs that fetch a link to show what is behind it."""


def note(response: Response, place: Place, *, choosing: bool = False) -> Response:
    """Count that the person who asks is on the way in.

    Args:
        response: gets the cookie.
        place: where to.
        choosing: whether this person is choosing a name by now.
    """
    key, arrivals = request.cookies.get(COOKIE), container().arrivals
    if not arrivals.known(place.id, key) and not _counts_anew():
        return response
    kept = arrivals.note(place.id, key, choosing=choosing)
    if kept is not None:
        response.set_cookie(
            COOKIE,
            kept,
            max_age=int(LASTS_S),
            httponly=True,
            samesite="Lax",
            secure=request.is_secure or config().secure_cookies,
        )
    return response


def over(response: Response, place: Place) -> Response:
    """The person who asks is in: counts no longer."""
    key = request.cookies.get(COOKIE)
    if key is not None:
        container().arrivals.over(place.id, key)
        response.delete_cookie(COOKIE, httponly=True, samesite="Lax")
    return response


def _counts_anew() -> bool:
    """Whether a person seems to ask, and not too many came from this address in a short while."""
    purpose = request.headers.get("Sec-Purpose", request.headers.get("Purpose", ""))
    if request.method == "HEAD" or "prefetch" in purpose or _NOBODY.search(request.user_agent.string):
        return False
    try:
        limiter().hit("arrival", address())
    except DomainError:
        return False
    return True
