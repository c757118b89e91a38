"""The guide for facilitators, open to everybody: its pages, a page for the room's drawer, the pictures."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import Any

from flask import Blueprint, Flask, Response, abort, render_template, request, send_from_directory, url_for
from flask.typing import ResponseReturnValue

from workshop.guide import INDEX, PICTURES, Addresses, guide, picture_size
from workshop.web.assets import YEAR
from workshop.web.languages import current_language, direction

bp = Blueprint("guide", __name__, url_prefix="/guide")

PAGES = {
    "home.front": "start",
    "signin.first": "start",
    "signin.sign_in": "start",
    "home.home": "group",
    "home.new_project": "group",
    "home.new_community": "group",
    "community.invite": "invite",
    "join.door": "privacy",
    "join.back": "privacy",
    "join.welcome": "privacy",
    "community.room": "screens",
    "community.vision": "vision",
    "community.me": "privacy",
    "about.show": "privacy",
    "about.inside": "privacy",
    "about.at_the_door": "privacy",
    "settings.show": "settings",
}
"""Which page of the guide belongs to which page of the program; to all others the table of contents."""


@lru_cache(maxsize=256)
def _fingerprint(name: str) -> str:
    return hashlib.sha256((PICTURES / f"{name}.png").read_bytes()).hexdigest()[:10]


def address(name: str) -> str:
    """The address of a page of the guide."""
    return url_for("guide.contents") if name == INDEX else url_for("guide.show", name=name)


def _picture_address(name: str) -> str:
    return url_for("guide.picture", name=name, v=_fingerprint(name))


def help_address() -> str:
    """Where the "?" at the top of this page leads."""
    return address(PAGES.get(request.endpoint or "", INDEX))


def _page(name: str) -> ResponseReturnValue:
    book = guide(current_language())
    if name not in book.pages:
        abort(404)
    page = book.pages[name]
    before, after = book.beside(name) if name in book.order else (None, None)
    shown: dict[str, Any] = {
        "book": book,
        "page": page,
        "text": page.html(Addresses(address, _picture_address)),
        "before": before,
        "after": after,
        "address": address,
        "text_direction": direction(book.language),
    }
    if request.args.get("part"):
        return render_template("guide/part.html", **shown)
    return render_template("guide/page.html", **shown)


@bp.get("")
def contents() -> ResponseReturnValue:
    """The table of contents."""
    return _page(INDEX)


@bp.get("/<name>")
def show(name: str) -> ResponseReturnValue:
    """A page; with `?part=1` only its text, for the drawer beside the board."""
    return _page(name)


@bp.get("/pictures/<name>.png")
def picture(name: str) -> Response:
    """A picture of the guide; its address changes with what is on it."""
    if not name.replace("-", "").isalnum() or not picture_size(name):
        abort(404)
    response = send_from_directory(PICTURES, f"{name}.png")
    response.headers["Cache-Control"] = (
        f"public, max-age={YEAR}, immutable" if "v" in request.args else "no-cache"
    )
    return response


def install(app: Flask) -> None:
    """Put the guide on the application, and its address in every template as `help_address()`."""
    app.register_blueprint(bp)
    app.add_template_global(help_address, "help_address")
