"""A page for parents: what this is, what is kept, how to come back."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from workshop.web.application import communities
from workshop.web.join import place_of
from workshop.web.visit import enter

bp = Blueprint("about", __name__)


@bp.get("/about")
def show() -> ResponseReturnValue:
    """For anybody."""
    return render_template("about.html")


@bp.get("/about/<code>")
def at_the_door(code: str) -> ResponseReturnValue:
    """For who has the code of a group."""
    place = place_of(code)
    return render_template("about.html", place=place, community=communities().record(place.id))


@bp.get("/c/<community_id>/about")
def inside(community_id: str) -> ResponseReturnValue:
    """For who is in."""
    visit = enter(community_id)
    return render_template("about.html", visit=visit, place=visit.place, community=visit.community)
