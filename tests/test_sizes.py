"""What a phone has to fetch before a page works stays small."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

BUILD = Path(__file__).parents[1] / "static/build"
pytestmark = pytest.mark.skipif(not (BUILD / "imports.json").exists(), reason="not built: make build")
KB = 1024
VISION = "features/vision/screen.tsx"


def packed(names: Iterable[str]) -> int:
    return sum(len(gzip.compress((BUILD / name).read_bytes(), 9)) for name in names)


def needed(script: str) -> list[str]:
    """A script and all that it imports before it begins."""
    return list(json.loads((BUILD / "imports.json").read_text("utf-8"))[script])


def texts() -> list[str]:
    """The texts in the languages there are."""
    manifest = json.loads((BUILD / "manifest.json").read_text("utf-8"))
    return [name for key, name in manifest.items() if key.startswith("strings.")]


def test_the_page_at_the_door_is_light() -> None:
    assert packed(needed("page.js")) <= 3 * KB


def test_the_texts_of_a_language_are_light() -> None:
    """The room and the screen begin with them; the page at the door has its texts in itself."""
    assert max(packed([one]) for one in texts()) <= 16 * KB


def test_the_screen_is_light() -> None:
    assert packed(needed("screen.js")) <= 45 * KB


def test_the_live_page_is_not_heavy() -> None:
    assert packed(needed("room.js")) <= 66 * KB


def test_the_editor_of_the_vision_comes_when_it_is_looked_at() -> None:
    room, vision = needed("room.js"), needed(VISION)
    assert packed({*room, *vision}) <= 196 * KB
    begun, later = ("".join((BUILD / name).read_text("utf-8") for name in names) for names in (room, vision))
    assert "ProseMirror" in later and "ProseMirror" not in begun


def test_what_few_people_need_comes_later() -> None:
    room = set(needed("room.js"))
    later = {path.name for path in BUILD.glob("chunk-*.js")} - room - set(needed(VISION))
    begun = "".join((BUILD / name).read_text("utf-8") for name in room)
    assert len(later) >= 5
    for words in ("consent-reason", "agreement-paid", "ask-word", "edit-text"):
        assert words not in begun
        assert any(words in (BUILD / name).read_text("utf-8") for name in later), words
