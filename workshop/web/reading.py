"""Reading along: a draft on a page of its own, for neighbours without an account, who say what they think.

The page works without a script. Nothing of who reads is kept; how often an address reacts is only in memory.
"""

from __future__ import annotations

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from workshop.core.errors import DomainError
from workshop.drafts import MAX_LETTERS, MAX_NAME, Draft, Part
from workshop.web.application import communities, container
from workshop.web.errors import STATUS, say
from workshop.web.limits import address, limiter

bp = Blueprint("reading", __name__, url_prefix="/read/<community_id>/<secret>")


def _draft(community_id: str, address_: str) -> Draft:
    """The draft behind an address; wrong guesses are counted.

    Raises:
        DomainError: `not_found`, `too_fast`.
    """
    limiter().hit("reading", address())
    limiter().check("wrong_link", address())
    there = communities().place(community_id) is not None
    found = container().drafts.find(community_id, address_) if there else None
    if found is None:
        limiter().hit("wrong_link", address())
        raise DomainError("not_found")
    return found


def _page(
    community_id: str, draft: Draft, *, sent: Part | None = None, wrong: tuple[int, str] | None = None
) -> ResponseReturnValue:
    status = 410 if draft.closed else 400 if wrong else 200
    page = render_template(
        "reading/closed.html" if draft.closed else "reading/page.html",
        community=communities().record(community_id),
        draft=draft,
        sent=sent,
        wrong=wrong,
        form=request.form,
        most=MAX_LETTERS,
        most_name=MAX_NAME,
    )
    response = make_response(page, status)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _part(place: str | None, draft: Draft) -> Part | None:
    """The paragraph of a place in an address or a form; None when there is no such paragraph."""
    if place is None or not place.isascii() or not place.isdecimal() or len(place) > 6:
        return None
    return draft.parts[int(place)] if int(place) < len(draft.parts) else None


@bp.get("")
def show(community_id: str, secret: str) -> ResponseReturnValue:
    """Read the draft; `?sent=3` thanks for a reaction on that paragraph."""
    draft = _draft(community_id, secret)
    return _page(community_id, draft, sent=_part(request.args.get("sent"), draft))


@bp.post("")
def say_something(community_id: str, secret: str) -> ResponseReturnValue:
    """React to a paragraph. It waits until the core team has read it."""
    draft, form = _draft(community_id, secret), request.form
    part = _part(form.get("place"), draft)
    if draft.closed:
        return _page(community_id, draft)
    if part is None:
        raise DomainError("bad_request")
    try:
        limiter().check("reaction", address(), draft.reading)
        name, words = form.get("name", "").strip(), form.get("text", "").strip()
        container().drafts.react(community_id, draft.reading, part, name, words)
    except DomainError as error:
        if STATUS.get(error.code, 400) != 400 and error.code != "too_fast":
            raise
        return _page(community_id, draft, wrong=(part.place, say(error)))
    limiter().hit("reaction", address(), draft.reading)
    place = part.place
    there = url_for("reading.show", community_id=community_id, secret=secret, sent=place, _anchor=f"p{place}")
    return redirect(there, 303)
