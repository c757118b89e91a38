"""The vision as a file."""

from __future__ import annotations

import io

from flask import Blueprint, request, send_file
from flask.typing import ResponseReturnValue

from workshop.languages import LANGUAGES
from workshop.web.application import documents
from workshop.web.limits import address, limiter
from workshop.web.visit import enter

bp = Blueprint("document", __name__, url_prefix="/c/<community_id>")


@bp.get("/document.<kind>")
def download(community_id: str, kind: str) -> ResponseReturnValue:
    """Download it; every member may. `?text=draft` asks for the text as it is now, `?translation=so` for
    what people translated into a language under each part."""
    visit = enter(community_id)
    limiter().hit("document", address())
    asked = request.args.get("translation", "")
    translation = asked if asked in (language.code for language in LANGUAGES) else ""
    draft = request.args.get("text") == "draft"
    file = documents().make(visit.id, kind, draft=draft, translation=translation)
    return send_file(
        io.BytesIO(file.data),
        mimetype=file.media_type,
        as_attachment=True,
        download_name=file.name,
        max_age=0,
    )
