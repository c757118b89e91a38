"""Scripts, styles and pictures: small, kept for ever where their address says what is in them."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import Installation, Made

STATIC = Path(__file__).parents[2] / "static"
FOR_EVER = "public, max-age=31536000, immutable"
built = pytest.mark.skipif(not (STATIC / "build/imports.json").exists(), reason="not built: make build")


def addresses(page: str) -> list[str]:
    return re.findall(r'(?:src|href)="(/static/build/[^"]+\.(?:js|css))"', page)


@pytest.fixture
def room(installation: Installation, made: Made) -> str:
    return str(installation.join(made, "Samira").get(f"/c/{made.id}/").text)


@built
@pytest.mark.parametrize("encoding", ["gzip", "br", "gzip, deflate, br, zstd"])
def test_what_is_built_comes_small_and_is_kept(client: FlaskClient, room: str, encoding: str) -> None:
    found = addresses(room)
    assert any(one.endswith(".js") for one in found) and any(one.endswith(".css") for one in found)
    for address in found:
        answer = client.get(address, headers={"Accept-Encoding": encoding})
        assert answer.status_code == 200, address
        assert answer.headers["Content-Encoding"] == ("br" if "br" in encoding else "gzip")
        assert answer.headers["Cache-Control"] == FOR_EVER
        assert "Accept-Encoding" in answer.headers["Vary"]
        kind = "text/javascript" if address.endswith(".js") else "text/css"
        assert answer.mimetype == kind and answer.headers["X-Content-Type-Options"] == "nosniff"
        plain = (STATIC / address.removeprefix("/static/")).read_bytes()
        assert len(answer.data) < len(plain) or len(plain) < 200
        if "br" not in encoding:
            assert gzip.decompress(answer.data) == plain


@pytest.mark.parametrize("page", ["", "vision"])
def test_a_live_page_comes_packed_and_its_length_tells_nothing(
    installation: Installation, made: Made, page: str
) -> None:
    member = installation.join(made, "Samira")
    address = f"/c/{made.id}/{page}"
    packed = [member.get(address, headers={"Accept-Encoding": "gzip"}) for _ in range(12)]
    whole = member.get(address, headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in whole.headers
    for answer in packed:
        assert answer.headers["Content-Encoding"] == "gzip" and "Accept-Encoding" in answer.headers["Vary"]
        assert b"</html>" in gzip.decompress(answer.data)
        assert len(answer.data) < len(whole.data) / 2
    assert len({len(answer.data) for answer in packed}) > 3


@built
def test_a_browser_that_takes_nothing_small_gets_the_whole(client: FlaskClient, room: str) -> None:
    for address in addresses(room):
        answer = client.get(address, headers={"Accept-Encoding": "identity"})
        assert "Content-Encoding" not in answer.headers and answer.headers["Cache-Control"] == FOR_EVER
        assert answer.data == (STATIC / address.removeprefix("/static/")).read_bytes()


@built
def test_all_that_a_script_needs_is_asked_for_at_once(room: str) -> None:
    ahead = re.findall(r'<link rel="modulepreload" href="([^"]+)"', room)
    script = re.search(r'<script type="module" src="([^"]+/room-[^"]+)"', room)
    assert script and script[1] in ahead and len(ahead) == len(set(ahead)) > 1


def test_pictures_are_small_and_fresh(client: FlaskClient) -> None:
    small = {"Accept-Encoding": "gzip"}
    answer = client.get("/static/pictures/moments/swing.svg", headers=small)
    assert answer.headers["Content-Encoding"] == "gzip" and answer.mimetype == "image/svg+xml"
    assert gzip.decompress(answer.data) == (STATIC / "pictures/moments/swing.svg").read_bytes()
    assert answer.headers["Cache-Control"] == "public, max-age=3600"
    again = {**small, "If-None-Match": answer.headers["ETag"]}
    assert client.get("/static/pictures/moments/swing.svg", headers=again).status_code == 304
    kept = client.get("/static/pictures/icons.svg?v=1", headers=small)
    assert kept.headers["Cache-Control"] == FOR_EVER


@pytest.mark.parametrize(
    "name",
    [
        "build/manifest.json.gz",
        "build/../../app.py",
        "../app.py",
        "build/nothing.js",
        "build/%2e%2e/%2e%2e/app.py",
    ],
)
def test_nothing_else_is_given(client: FlaskClient, name: str) -> None:
    assert client.get(f"/static/{name}", headers={"Accept-Encoding": "gzip, br"}).status_code == 404


def test_pages_are_not_kept(client: FlaskClient, installation: Installation, made: Made) -> None:
    phone = installation.join(made, "Samira")
    for page in ("/c/{}/", "/c/{}/vision", "/c/{}/me", "/api/communities/{}/state"):
        assert phone.get(page.format(made.id)).headers["Cache-Control"] == "no-store"


@built
def test_the_licences_of_bundled_packages_go_with_the_scripts(client: FlaskClient, room: str) -> None:
    found = re.search(r'<link rel="license" href="(/static/build/licences-[^"]+\.txt)">', room)
    assert found
    text = client.get(found[1]).text
    named = dict(re.findall(r"^([@\w./-]+) \d+\.\d+\.\d+: ([\w.-]+)", text, flags=re.MULTILINE))
    assert named["@atlaskit/pragmatic-drag-and-drop"] == "Apache-2.0"
    assert {named[name] for name in ("preact", "yjs", "prosemirror-view", "socket.io-client")} == {"MIT"}
    assert "Permission is hereby granted" in text and "typescript" not in text
