"""Who is asking: a member with a cookie or a token, or a facilitator who signed in.

The live gateway uses `Doorkeeper.arrival`, outside of any request of Flask.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from typing import Any

from flask import Flask, current_app, g, request
from flask.json.tag import TaggedJSONSerializer
from flask_login import LoginManager, UserMixin, current_user
from itsdangerous import BadData, URLSafeSerializer, URLSafeTimedSerializer
from werkzeug.wrappers import Response

from workshop.accounts import facilitators as accounts
from workshop.accounts import screens, tour
from workshop.accounts.communities import Admission, Communities, Place
from workshop.accounts.facilitators import Facilitator

COOKIE = "minidorp_member"
COOKIE_LIVES = 400 * 24 * 3600  # the longest that browsers keep a cookie
MOST_PLACES = 12
SEAT = "minidorp.seat"
"""Where a request's environment keeps the seat of the demo's tour that its path names."""
login = LoginManager()
Here = tuple[str, str, str]
"""Community, member, language of the pages."""
Arrival = tuple[str, str, str, bool]
"""Community, key, language of the pages, and whether it only watches."""


class User(UserMixin):  # type: ignore[misc]  # Flask-Login has no types
    """A facilitator, for Flask-Login."""

    def __init__(self, facilitator: Facilitator) -> None:
        self.id = facilitator.id
        self.facilitator = facilitator


class Doorkeeper:
    """Reads cookies and tokens. Knows nothing of requests, so any server can ask it."""

    def __init__(self, communities: Communities, secret_key: str, session_cookie: str) -> None:
        self._communities = communities
        self._cookie = URLSafeSerializer(secret_key, salt="minidorp-member")
        self._session_cookie = session_cookie
        # The same signature as Flask's own session, so that a socket knows who signed in.
        self._session = URLSafeTimedSerializer(
            secret_key,
            salt="cookie-session",
            serializer=TaggedJSONSerializer(),
            signer_kwargs={"key_derivation": "hmac", "digest_method": hashlib.sha1},
        )

    def pack(self, tokens: Mapping[str, str]) -> str:
        """The cookie's value for these tokens by community."""
        return str(self._cookie.dumps(dict(tokens)))

    def unpack(self, value: str | None) -> dict[str, str]:
        """The tokens by community in a cookie; none when somebody tampered with it."""
        if not value:
            return {}
        try:
            found = self._cookie.loads(value)
        except BadData:
            return {}
        return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}

    def by_token(self, community_id: str, token: str | None) -> Here | None:
        """The member with this token in this community."""
        found = self._communities.member_by_token(community_id, token) if token else None
        return (community_id, *found) if found else None

    def by_account(self, community_id: str, account: str | None) -> Here | None:
        """The facilitator's own member in this community, where there is one."""
        facilitator = accounts.find(self._communities.db, account) if account else None
        member = self._communities.member_of_account(community_id, facilitator.id) if facilitator else None
        return (community_id, member, facilitator.language) if facilitator and member else None

    def token_of_seat(self, place: Place, seat: str, kept: Mapping[str, str]) -> str | None:
        """The token of whoever has a seat of the demo's tour: the one who guides the demo's meetings, or
        the visitor. None anywhere else.

        Args:
            place: the demo.
            seat: "guide" or "parent".
            kept: the visitor's own tokens by community.
        """
        if not place.demo:
            return None
        return tour.guide_token(self._communities, place) if seat == "guide" else kept.get(place.id)

    def by_seat(self, community_id: str, seat: str, kept: Mapping[str, str]) -> Here | None:
        """The member who has a seat of the demo's tour."""
        place = self._communities.place(community_id)
        return self.by_token(community_id, self.token_of_seat(place, seat, kept)) if place else None

    def account_in_session(self, value: str | None) -> str | None:
        """The account in Flask's session cookie."""
        if not value:
            return None
        try:
            found = self._session.loads(value)
        except BadData:
            return None
        account = found.get("_user_id") if isinstance(found, dict) else None
        return str(account) if account else None

    def arrival(self, environ: Mapping[str, Any], auth: Any) -> Arrival | None:
        """Who opens a connection.

        Args:
            environ: the WSGI environment of the handshake, for its cookies.
            auth: what the client sent along: {community, token?, language?, screen?}. `screen`: it only
                watches; a screen's link in it lets it in, without one the member who opens it does.
        Returns: the community, the key, the language of the pages, and whether it only watches; None for
            nobody. The key is the member, or `BY_LINK`.
        """
        screen = auth.get("screen") if isinstance(auth, Mapping) else None
        if isinstance(screen, str) and screen:
            community, language = screens.community_of(self._communities.db, screen), auth.get("language")
            if community is None or community != auth.get("community"):
                return None
            return community, screens.BY_LINK, language if isinstance(language, str) else "en", True
        found = self._member(environ, auth)
        return (*found, bool(screen)) if found else None

    def _member(self, environ: Mapping[str, Any], auth: Any) -> Here | None:
        if not isinstance(auth, Mapping) or not isinstance(auth.get("community"), str):
            return None
        community, token, language = auth["community"], auth.get("token"), auth.get("language")
        if not community.isprintable():
            return None
        if isinstance(token, str) and token:
            found = self.by_token(community, token[:200])
        else:
            cookies = _cookies(environ)
            found = self.by_account(community, self.account_in_session(cookies.get(self._session_cookie)))
            found = found or self.by_token(community, self.unpack(cookies.get(COOKIE)).get(community))
        if found and isinstance(language, str) and 2 <= len(language) <= 3:
            return found[0], found[1], language
        return found


def _cookies(environ: Mapping[str, Any]) -> dict[str, str]:
    try:
        return {key: morsel.value for key, morsel in SimpleCookie(environ.get("HTTP_COOKIE", "")).items()}
    except CookieError:
        return {}


def doorkeeper() -> Doorkeeper:
    """The application's doorkeeper."""
    found: Doorkeeper = current_app.extensions["minidorp_doorkeeper"]
    return found


def tokens() -> dict[str, str]:
    """The tokens in this request's cookie, by community."""
    return doorkeeper().unpack(request.cookies.get(COOKIE))


def seat() -> str | None:
    """The seat of the demo's tour that this request's path names."""
    found: str | None = request.environ.get(SEAT)
    return found


def facilitator() -> Facilitator | None:
    """Who signed in with an account, in this request; nobody on a seat of the tour."""
    if seat():
        return None
    return current_user.facilitator if current_user.is_authenticated else None


def here(community_id: str) -> Here | None:
    """Who is asking, in this community. An account goes before a cookie."""
    known: dict[str, Here | None] = g.setdefault("minidorp_here", {})
    place = seat()
    if community_id not in known and place:
        known[community_id] = doorkeeper().by_seat(community_id, place, tokens())
    elif community_id not in known:
        signed_in = facilitator()
        found = doorkeeper().by_account(community_id, signed_in.id) if signed_in else None
        known[community_id] = found or doorkeeper().by_token(community_id, tokens().get(community_id))
    return known[community_id]


def current_member(community_id: str) -> str | None:
    """The member who is asking, in this community."""
    found = here(community_id)
    return found[1] if found else None


def remember(response: Response, admission: Admission) -> Response:
    """Put somebody's token for a community in the cookie."""
    return _store(response, {**tokens(), admission.community: admission.token})


def forget(response: Response, community_id: str) -> Response:
    """Take a community out of the cookie."""
    return _store(response, {key: token for key, token in tokens().items() if key != community_id})


def _store(response: Response, kept: dict[str, str]) -> Response:
    recent = dict(list(kept.items())[-MOST_PLACES:])
    if not recent:
        response.delete_cookie(COOKIE, httponly=True, samesite="Lax", secure=_secure())
        return response
    response.set_cookie(
        COOKIE,
        doorkeeper().pack(recent),
        max_age=COOKIE_LIVES,
        httponly=True,
        samesite="Lax",
        secure=_secure(),
    )
    return response


def _secure() -> bool:
    return bool(current_app.config.get("SESSION_COOKIE_SECURE")) or request.is_secure


def install(app: Flask, communities: Communities, secret_key: str) -> Doorkeeper:
    """Put the doorkeeper and Flask-Login on the application."""
    keeper = Doorkeeper(communities, secret_key, app.config["SESSION_COOKIE_NAME"])
    app.extensions["minidorp_doorkeeper"] = keeper

    def load(account: str) -> User | None:
        found = accounts.find(communities.db, account)
        return User(found) if found else None

    login.user_loader(load)
    login.session_protection = None  # phones change networks and thereby addresses
    login.init_app(app)
    return keeper
