"""The calls without a page: joining, coming back, reading. Written out in docs/protocol.md.

No cookie gives a POST any right here, so these need no cross-site token.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, TypeVar

import msgspec
from flask import Blueprint, Response, jsonify, request
from flask.typing import ResponseReturnValue
from msgspec import Meta

from workshop.accounts.codes import LONGEST
from workshop.accounts.communities import Admission, Newcomer, Place
from workshop.core.errors import DomainError
from workshop.core.schema import Lang
from workshop.core.visibility import view
from workshop.features.members.schema import Organisation, Role
from workshop.web import identity, join
from workshop.web.application import config, ledger

bp = Blueprint("api", __name__, url_prefix="/api")
Text = Annotated[str, Meta(max_length=200)]
Typed = Annotated[str, Meta(max_length=LONGEST)]
LARGEST = 4096


class JoinCall(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Body of `POST /api/join`."""

    code: Typed
    name: Text
    role: Role
    organisation: Organisation | None = None
    language: Lang | None = None


class ReturnCall(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Body of `POST /api/return`. `words`: a list of three, or one text."""

    code: Typed
    words: Text | list[Text]


T = TypeVar("T", JoinCall, ReturnCall)


def _body(kind: type[T]) -> T:
    if (request.content_length or 0) > LARGEST:
        raise DomainError("too_large")
    try:
        return msgspec.json.decode(request.get_data(), type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise DomainError("bad_request") from None


def _admitted(admission: Admission) -> ResponseReturnValue:
    return jsonify(
        {
            "ok": True,
            "community": admission.community,
            "member": admission.member,
            "token": admission.token,
            "words": admission.words,
        }
    )


@bp.post("/join")
def join_call() -> ResponseReturnValue:
    """Join with the code."""
    call = _body(JoinCall)
    place: Place = join.place_of(call.code)
    language = call.language or config().default_language
    return _admitted(join.admit(place, Newcomer(call.name, call.role, call.organisation, language)))


@bp.post("/return")
def return_call() -> ResponseReturnValue:
    """Come back with the code and three words."""
    call = _body(ReturnCall)
    words = call.words if isinstance(call.words, list) else call.words.split()
    admission = join.come_back(join.place_of(call.code), " ".join(words))
    return _admitted(replace(admission, words=list(words)))


@bp.get("/communities/<community_id>/state")
def state(community_id: str) -> ResponseReturnValue:
    """The whole state, as the asking member may see it."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme:
        bearer = token.strip()[:200] if scheme.lower() == "bearer" else ""
        found = identity.doorkeeper().by_token(community_id, bearer)
    else:
        found = identity.here(community_id)
    if found is None:
        raise DomainError("not_found")
    seen = view(ledger().state(community_id), found[1])
    body = {"ok": True, "seq": seen.seq, "collections": seen.collections}
    return Response(msgspec.json.encode(body), mimetype="application/json")
