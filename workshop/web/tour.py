"""The tour of the demo: one visitor guides, watches the beamer and is a parent, in frames of one page.

Cookies belong to a whole site, so frames would share who somebody is. Here the path says it: a page
under `/demo/guide/` or `/demo/parent/` is one of these seats. A seat exists in the demo only, and
nothing else may be shown in a frame.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from workshop.accounts.communities import Place
from workshop.accounts.tour import guide_of
from workshop.core.errors import DomainError
from workshop.web import identity
from workshop.web.application import communities
from workshop.web.identity import SEAT
from workshop.web.visit import enter

bp = Blueprint("tour", __name__)
PATH = re.compile(r"/demo/(guide|parent)(/(?:c|static|language|guide|about)(?:/.*)?)$")
OF_ONESELF = {"community.me_post", "join.leave", "join.new_words"}
Start = Callable[..., Any]
App = Callable[[dict[str, Any], Start], Iterable[bytes]]


class SeatPaths:
    """Middleware: takes the seat off the path and keeps it apart, so that every page works under it."""

    def __init__(self, app: App) -> None:
        self._app = app

    def __call__(self, environ: dict[str, Any], start_response: Start) -> Iterable[bytes]:
        environ.pop(SEAT, None)
        found = PATH.match(environ.get("PATH_INFO", ""))
        if found:
            environ[SEAT] = found[1]
            environ["SCRIPT_NAME"] = f"{environ.get('SCRIPT_NAME', '')}/demo/{found[1]}"
            environ["PATH_INFO"] = found[2]
        return self._app(environ, start_response)


def demo_place() -> Place:
    """The demo.

    Raises:
        DomainError: `not_found` where there is none.
    """
    place = communities().demo()
    if place is None:
        raise DomainError("not_found")
    return place


def _from(seat: str, page: str) -> str:
    """The address of a page of the demo, seen from a seat."""
    root = request.script_root.removesuffix(f"/demo/{identity.seat()}")
    path = url_for(page, community_id=demo_place().id).removeprefix(request.script_root)
    return f"{root}/demo/{seat}{path}"


@bp.before_app_request
def keep_the_guide() -> None:
    """Whoever sits in the guide's seat is somebody that others sit in as well: that one stays as it is.

    Raises:
        DomainError: `not_allowed`.
    """
    if identity.seat() == "guide" and request.method == "POST" and request.endpoint in OF_ONESELF:
        raise DomainError("not_allowed")


@bp.get("/c/<community_id>/tour")
def show(community_id: str) -> ResponseReturnValue:
    """Three screens of the demo at once."""
    visit = enter(community_id)
    if not visit.place.demo:
        raise DomainError("not_found")
    return render_template(
        "tour.html",
        visit=visit,
        frames={
            "guide": _from("guide", "community.room") if guide_of(communities(), visit.place) else None,
            "screen": _from("parent", "screen.show"),
            "parent": _from("parent", "community.room"),
        },
    )


@bp.get("/demo/<any(guide, parent):seat>/")
@bp.get("/demo/<any(guide, parent):seat>/<path:rest>")
def elsewhere(seat: str, rest: str = "") -> ResponseReturnValue:
    """A seat leads nowhere else than the demo: back to its room."""
    return redirect(_from(seat, "community.room"))


def token_of_seat(community_id: str) -> str | None:
    """What a page of this seat opens its connection with; None for a page that has no seat."""
    seat = identity.seat()
    place = communities().place(community_id) if seat else None
    if seat is None or place is None or not place.demo:
        return None
    return identity.doorkeeper().token_of_seat(place, seat, identity.tokens())
