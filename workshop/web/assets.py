"""Where the browser finds scripts, styles and pictures; each address changes with its content.

What is built goes out in the smallest form that the browser takes: the build has put copies in
brotli and gzip beside it. Pictures are made smaller when they are first asked for.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask, Response, request, send_from_directory, url_for
from werkzeug.http import generate_etag
from werkzeug.security import safe_join

YEAR = 365 * 24 * 3600
HOUR = 3600
SMALLER = {"br": ".br", "gzip": ".gz"}
"""Encoding -> what the build has put behind the name; the smallest first."""
BUILT = "build/"
DRAWN = ".svg"


@lru_cache(maxsize=4)
def _list(path: Path, _changed: int) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


@lru_cache(maxsize=256)
def _fingerprint(path: Path, _changed: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:10]


@lru_cache(maxsize=256)
def _packed(path: Path, _changed: int) -> bytes:
    return gzip.compress(path.read_bytes(), 9, mtime=0)


def _changed(path: Path) -> int:
    return path.stat().st_mtime_ns if path.exists() else 0


def _built(static: Path, name: str) -> dict[str, Any]:
    """One of the build's lists; empty as long as nothing is built."""
    path = static / "build" / name
    changed = _changed(path)
    return _list(path, changed) if changed else {}


def _encoding(static: Path, filename: str) -> str | None:
    """The smallest form of a built file that there is and that the browser takes."""
    for encoding, ending in SMALLER.items():
        path = safe_join(str(static), filename + ending)
        if request.accept_encodings[encoding] and path and Path(path).is_file():
            return encoding
    return None


def _send(static: Path, filename: str) -> Response:
    """Answer with a static file, in a small form where there is one."""
    encoding = _encoding(static, filename) if filename.startswith(BUILT) else None
    response = send_from_directory(static, filename + SMALLER.get(encoding or "", ""))
    if encoding:
        plain = Path(filename)
        response.mimetype = "text/javascript" if plain.suffix == ".js" else "text/css"
        response.content_encoding = encoding
    elif filename.endswith(DRAWN):
        _pack(static / filename, response)
    response.vary.add("Accept-Encoding")
    return response


def _pack(path: Path, response: Response) -> None:
    if not request.accept_encodings["gzip"] or response.status_code != 200 or "Range" in request.headers:
        return
    packed = _packed(path, _changed(path))
    response.direct_passthrough = False
    response.set_data(packed)
    response.content_encoding = "gzip"
    response.set_etag(generate_etag(packed))
    response.make_conditional(request)


def _keep(response: Response) -> Response:
    """What has its content's fingerprint in its address may be kept for ever."""
    if request.endpoint != "static" or response.status_code not in (200, 304):
        return response
    path = request.path.removeprefix("/static/")
    if "v" in request.args or (path.startswith(BUILT) and not path.endswith(".json")):
        response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    elif path.endswith(DRAWN):
        response.headers["Cache-Control"] = f"public, max-age={HOUR}"
    return response


def install(app: Flask) -> None:
    """Give templates `asset("room.js")` and `modules("room.js")`, and send what they point at."""
    static = Path(app.static_folder or "static")

    def asset(name: str) -> str:
        """The address of a built file ("room.js") or of one that is served as it is ("pictures/…")."""
        built = _built(static, "manifest.json").get(name)
        if built:
            return url_for("static", filename=BUILT + built)
        path = static / name
        changed = _changed(path)
        return url_for("static", filename=name, v=_fingerprint(path, changed) if changed else None)

    def modules(name: str) -> list[str]:
        """The addresses of all that a script needs before it can begin, so that they come at once."""
        return [
            url_for("static", filename=BUILT + one) for one in _built(static, "imports.json").get(name, [])
        ]

    def send(filename: str) -> Response:
        return _send(static, filename)

    app.add_template_global(asset, "asset")
    app.add_template_global(modules, "modules")
    app.view_functions["static"] = send
    app.after_request(_keep)
