"""The vision as a file."""

from __future__ import annotations

import io

from flask import Blueprint, request, send_file
from flask.typing import ResponseReturnValue

from exports import gather
from exports.formats import FORMATS
from workshop.core.errors import DomainError
from workshop.web.application import db, ledger
from workshop.web.limits import address, limiter
from workshop.web.visit import enter

bp = Blueprint("document", __name__, url_prefix="/c/<community_id>")


@bp.get("/document.<kind>")
def download(community_id: str, kind: str) -> ResponseReturnValue:
    """Download it; every member may. `?text=draft` asks for the text as it is now."""
    visit = enter(community_id)
    wanted = FORMATS.get(kind)
    if wanted is None:
        raise DomainError("not_found")
    limiter().hit("document", address())
    draft = request.args.get("text") == "draft"
    file = gather.document(db(), ledger(), visit.id, wanted, draft=draft)
    return send_file(
        io.BytesIO(file.data),
        mimetype=wanted.media_type,
        as_attachment=True,
        download_name=file.name,
        max_age=0,
    )
