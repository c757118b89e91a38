"""Where the browser finds scripts, styles and pictures; each address changes with its content."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from pathlib import Path

from flask import Flask, Response, request, url_for

YEAR = 365 * 24 * 3600


@lru_cache(maxsize=4)
def _manifest(path: Path, _changed: int) -> dict[str, str]:
    found: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return found


@lru_cache(maxsize=256)
def _fingerprint(path: Path, _changed: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:10]


def _changed(path: Path) -> int:
    return path.stat().st_mtime_ns if path.exists() else 0


def install(app: Flask) -> None:
    """Give templates `asset("room.js")`, and let browsers keep what never changes."""
    static = Path(app.static_folder or "static")

    def asset(name: str) -> str:
        """The address of a built file ("room.js") or of one that is served as it is ("pictures/…")."""
        manifest = static / "build" / "manifest.json"
        changed = _changed(manifest)
        built = _manifest(manifest, changed).get(name) if changed else None
        if built:
            return url_for("static", filename=f"build/{built}")
        path = static / name
        changed = _changed(path)
        return url_for("static", filename=name, v=_fingerprint(path, changed) if changed else None)

    def keep(response: Response) -> Response:
        """What has its content's fingerprint in its address may be kept for ever."""
        if request.endpoint == "static" and response.status_code == 200:
            built = request.path.startswith("/static/build/") and not request.path.endswith(".json")
            if built or "v" in request.args:
                response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
        return response

    app.add_template_global(asset, "asset")
    app.after_request(keep)
