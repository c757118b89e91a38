"""The screen of a group: a page that only shows, opened by who takes part or with a read-only link."""

from __future__ import annotations

import time
from typing import Any

import msgspec
from flask import Blueprint, flash, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale, gettext

import phases
from workshop.accounts import screens
from workshop.accounts.communities import Place
from workshop.core.errors import DomainError
from workshop.features.community.schema import Community
from workshop.i18n import translator
from workshop.web.application import communities, container, db
from workshop.web.community import asset, packed
from workshop.web.invitations import invitation, public_address
from workshop.web.languages import direction
from workshop.web.limits import address, limiter
from workshop.web.tour import token_of_seat
from workshop.web.visit import enter, enter_to_steer

bp = Blueprint("screen", __name__)
LINK = "screen_link"


def _boot(place: Place, community: Community, screen: str | bool) -> dict[str, Any]:
    """What the screen starts from. Nothing in it is about who opened it."""
    invited = invitation(place)
    process = phases.process(community.process)
    icons = asset("pictures/icons.svg")
    token = token_of_seat(place.id)
    return {
        **({"token": token} if token else {}),
        "community": {"id": place.id, "name": community.name, "language": community.language},
        "me": {"member": "", "role": "", "name": "", "facilitator": False},
        "screen": screen,
        "language": community.language,
        "phases": msgspec.to_builtins(phases.view(process, translator(community.language))),
        "urls": {"icons": icons, "pictures": icons.rsplit("/", 1)[0]},
        "join": {
            "code": place.join_code,
            "address": invited.shown,
            "qr": invited.qr,
        },
        "server_time": int(time.time() * 1000),
    }


def _page(place: Place, screen: str | bool) -> ResponseReturnValue:
    """The screen, in the language of the group."""
    community = communities().record(place.id)
    with force_locale(community.language):
        page = render_template(
            "screen.html",
            community=community,
            boot=_boot(place, community, screen),
            language=community.language,
            direction=direction(community.language),
        )
    return packed(page)


@bp.get("/c/<community_id>/screen")
def show(community_id: str) -> ResponseReturnValue:
    """The screen, opened by somebody who takes part: it sees what everybody sees."""
    return _page(enter(community_id).place, True)


@bp.get("/s/<secret>")
def watch(secret: str) -> ResponseReturnValue:
    """The screen, opened with a read-only link."""
    limiter().check("wrong_link", address())
    found = screens.community_of(db(), secret)
    place = communities().place(found) if found else None
    if place is None:
        limiter().hit("wrong_link", address())
        raise DomainError("screen.link_gone")
    return _page(place, secret)


def new_link(community_id: str) -> str | None:
    """The address of the link that was made just now; it is shown once."""
    kept = session.get(LINK, {})
    if kept.get("community") != community_id:
        return None
    session.pop(LINK)
    return public_address(url_for("screen.watch", secret=kept["secret"]))


@bp.post("/c/<community_id>/screen/link")
def make(community_id: str) -> ResponseReturnValue:
    """Make a read-only link; an older one stops working."""
    visit = enter_to_steer(community_id)
    secret = screens.make(db(), container().broker, visit.id)
    session[LINK] = {"community": visit.id, "secret": secret}
    return redirect(url_for("settings.show", community_id=visit.id, _anchor="screen"), 303)


@bp.post("/c/<community_id>/screen/link/end")
def take_back(community_id: str) -> ResponseReturnValue:
    """Take the read-only link back."""
    visit = enter_to_steer(community_id)
    screens.take_back(db(), container().broker, visit.id)
    flash(gettext("The link is taken back. Screens that were open with it show nothing any more."), "good")
    return redirect(url_for("settings.show", community_id=visit.id, _anchor="screen"), 303)
