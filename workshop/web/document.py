"""The vision as a Word file."""

from __future__ import annotations

import io

from flask import Blueprint, request, send_file
from flask.typing import ResponseReturnValue

from exports import gather
from workshop.web.application import db, ledger
from workshop.web.limits import address, limiter
from workshop.web.visit import enter

bp = Blueprint("document", __name__, url_prefix="/c/<community_id>")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@bp.get("/document.docx")
def download(community_id: str) -> ResponseReturnValue:
    """Download it; every member may. `?text=draft` asks for the text as it is now."""
    visit = enter(community_id)
    limiter().hit("document", address())
    file = gather.document(db(), ledger(), visit.id, draft=request.args.get("text") == "draft")
    return send_file(
        io.BytesIO(file.data), mimetype=WORD, as_attachment=True, download_name=file.name, max_age=0
    )
