"""The design keeps its promises: contrast in both themes, right-to-left, pictures that exist."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

import phases
from phases.model import Colour

ROOT = Path(__file__).parent.parent
STYLES = ROOT / "static" / "styles"
SHEETS = sorted([*STYLES.glob("*.css"), *(ROOT / "static" / "src").rglob("*.css")])
TOKENS = (STYLES / "tokens.css").read_text(encoding="utf-8")

GROUNDS = ("ground", "surface", "raised")
HUES = tuple(f"hue-{colour}" for colour in get_args(Colour))
ROLES = ("parent", "professional", "researcher", "guest")
TONES = ("good", "warn", "bad")


def _block(start: str) -> dict[str, str]:
    body = TOKENS.split(start, 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([a-z-]+):\s*([^;]+);", body))


THEMES = {
    "day": _block('[data-theme="light"] {'),
    "evening": _block('\n[data-theme="dark"] {'),
}


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2 between two colours written as #rrggbb."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _text_pairs() -> list[tuple[str, str]]:
    pairs = [(ink, ground) for ink in ("ink", "ink-soft") for ground in (*GROUNDS, "sunk")]
    pairs += [(ink, ground) for ink in ("link", "primary", "bad") for ground in GROUNDS]
    pairs += [("on-primary", "primary"), ("on-primary", "primary-hover"), ("ground", "ink")]
    for name in (*HUES, *ROLES, *TONES):
        pairs += [(name, ground) for ground in GROUNDS]
        pairs += [(name, f"{name}-soft"), ("ink", f"{name}-soft"), ("ink-soft", f"{name}-soft")]
        pairs += [("surface", name)]
    return pairs


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("front", "back"), _text_pairs())
def test_text_is_readable(theme: str, front: str, back: str) -> None:
    colours = THEMES[theme]
    assert contrast(colours[front], colours[back]) >= 4.5, f"{front} on {back}"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("back", [*GROUNDS, "sunk"])
@pytest.mark.parametrize("front", ["line-strong", "focus"])
def test_edges_and_focus_are_visible(theme: str, front: str, back: str) -> None:
    colours = THEMES[theme]
    assert contrast(colours[front], colours[back]) >= 3


def test_evening_is_the_same_whether_asked_for_by_device_or_by_hand() -> None:
    assert _block(":root:not([data-theme]) {") == THEMES["evening"]
    assert THEMES["day"].keys() == THEMES["evening"].keys()


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_styles_know_no_left_and_right(sheet: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.S)
    sides = "left|right|top|bottom"
    assert not re.findall(rf"(?:margin|padding|border)-(?:{sides})\b", text)
    assert not re.findall(rf"(?<![-\w])(?:{sides}|width|height):", text)
    assert "text-align: left" not in text and "text-align: right" not in text


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_every_token_that_is_used_exists(sheet: Path) -> None:
    everything = "".join(path.read_text(encoding="utf-8") for path in SHEETS)
    known = set(re.findall(r"(--[a-z0-9-]+)\s*:", everything))
    used = set(re.findall(r"var\((--[a-z0-9-]+)\)", sheet.read_text(encoding="utf-8")))
    assert used <= known


def test_every_icon_that_is_shown_exists() -> None:
    sprite = (ROOT / "static" / "pictures" / "icons.svg").read_text(encoding="utf-8")
    icons = set(re.findall(r'<symbol id="([^"]+)"', sprite))
    shown: set[str] = set()
    for path in (*(ROOT / "templates").rglob("*.html"), *(ROOT / "static" / "src").rglob("*.tsx")):
        text = path.read_text(encoding="utf-8")
        shown |= set(re.findall(r'\bicon\("([a-z-]+)"[),]', text))
        shown |= set(re.findall(r'<Icon name="([a-z-]+)"', text))
        shown |= set(re.findall(r'\bicon: "([a-z-]+)"', text))
    assert shown - icons == set()


def test_every_phase_has_a_drawing_a_house_and_a_hue() -> None:
    pictures = ROOT / "static" / "pictures"
    icons = set(re.findall(r'<symbol id="([^"]+)"', (pictures / "icons.svg").read_text(encoding="utf-8")))
    lent = set(re.findall(r'\[data-hue="([a-z]+)"\]', TOKENS))
    assert lent == set(get_args(Colour))
    for phase in (phase for process in phases.PROCESSES.values() for phase in process.phases):
        assert (pictures / f"phase-{phase.picture}.svg").exists(), phase.id
        assert f"house-{phase.picture}" in icons, phase.id
        assert phase.colour in lent, phase.id
