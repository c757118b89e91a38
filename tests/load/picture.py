"""The figures as a picture: how much each server carries, and every aim with how near it is."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from tests.load.aims import Line, lines
from tests.load.board import CAPACITY
from tests.load.measure import Figure, medians
from tests.load.report import number, wanted
from tests.server import ROOT

PATH = ROOT / "docs" / "performance.svg"
WIDTH, LEFT, RIGHT, ROW = 960, 370, 240, 26
BAR = WIDTH - LEFT - RIGHT
MOST = 2.0
"""Times the aim at which a bar is cut off."""
INK, SOFT, LINE, PAPER = "#1f2d2b", "#5d6b68", "#d9dfdc", "#fbfaf7"
REACHED, MISSED = "#2f7f79", "#c9772b"
NAMES = {
    "minidorp": ("Minidorp", "#2f7f79"), "socketio": ("socket.io", "#a9b4b0"),
    "socketio-tuned": ("socket.io, batches", "#8794a0"), "ws-floor": ("bare ws, nothing kept", "#d5d9d6"),
}  # fmt: skip


class Sheet:
    """An SVG that grows downwards."""

    def __init__(self) -> None:
        self.y = 0.0
        self.parts: list[str] = []

    def text(
        self,
        x: float,
        content: str,
        *,
        size: int = 14,
        colour: str = INK,
        anchor: str = "start",
        bold: bool = False,
    ) -> None:
        """Write a line at the present height."""
        weight = ' font-weight="600"' if bold else ""
        self.parts.append(
            f'<text x="{x:g}" y="{self.y:g}" font-size="{size}" fill="{colour}" '
            f'text-anchor="{anchor}"{weight}>{escape(content)}</text>'
        )

    def bar(self, x: float, width: float, colour: str, height: float = 14) -> None:
        """Draw a bar that lies on the present height, as text does."""
        self.parts.append(
            f'<rect x="{x:g}" y="{self.y - height + 2:g}" width="{max(width, 1.5):.1f}" '
            f'height="{height:g}" rx="3" fill="{colour}"/>'
        )

    def svg(self, title: str) -> str:
        """The whole picture."""
        height = self.y + 24
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" width="{WIDTH}" '
            f'height="{height:g}" role="img" font-family="system-ui, \'DejaVu Sans\', Arial, sans-serif">'
            f"<title>{escape(title)}</title>"
            f'<rect width="{WIDTH}" height="{height:g}" fill="{PAPER}"/>' + "\n".join(self.parts) + "</svg>\n"
        )


def draw(
    figures: Sequence[Figure], rounds: int, machine: dict[str, Any], day: str, path: Path = PATH
) -> None:
    """Write the picture.

    Args:
        figures: of all rounds.
        rounds: how many there were.
        machine: as `targets.machine` tells it.
        day: when it was measured.
        path: of the picture.
    """
    found = medians(figures)
    sheet = Sheet()
    sheet.y = 46
    sheet.text(32, "Minidorp beside what people would pick instead", size=22, bold=True)
    sheet.y += 24
    about = f"{machine.get('processor', '')}, {machine.get('cores', '?')} cores, loopback, {day}"
    sheet.text(32, f"{about}. Medians of {rounds} rounds, one server after the other.", size=13, colour=SOFT)
    _carried(sheet, [one for one in found if one.work == CAPACITY])
    _aims(sheet, [line for line in lines(found) if line.value is not None])
    title = "Minidorp beside its peers: what was measured and what should be"
    path.write_text(sheet.svg(title), encoding="utf-8")


def _heading(sheet: Sheet, title: str, under: str) -> None:
    sheet.y += 46
    sheet.text(32, title, size=17, bold=True)
    sheet.y += 20
    sheet.text(32, under, size=13, colour=SOFT)
    sheet.y += 12


def _carried(sheet: Sheet, figures: Sequence[Figure]) -> None:
    if not figures:
        return
    _heading(
        sheet,
        "Cards a second that reach everybody",
        "Longer is better. 99 of 100 reach the last person within a quarter of a second.",
    )
    most = max(one.value for one in figures) or 1.0
    for clients in sorted({one.clients for one in figures}):
        sheet.y += 10
        here = {one.target: one for one in figures if one.clients == clients}
        for target, (name, colour) in NAMES.items():
            one = here.get(target)
            if one is None:
                continue
            sheet.y += 22
            if one.target == "minidorp":
                sheet.text(32, f"{clients} people", bold=True)
            sheet.text(LEFT - 12, name, anchor="end", colour=INK if one.target == "minidorp" else SOFT)
            width = one.value / most * (BAR + RIGHT - 100)
            sheet.bar(LEFT, width, colour)
            sheet.text(LEFT + width + 8, number(one.value), size=13, bold=one.target == "minidorp")


def _aims(sheet: Sheet, found: Sequence[Line]) -> None:
    if not found:
        return
    _heading(
        sheet,
        "What should be reached",
        "A bar is how much of what is allowed was used. It should end at the line or before it.",
    )
    sheet.y += 16
    sheet.text(LEFT + BAR + 12, "measured", size=12, colour=SOFT)
    sheet.text(WIDTH - 32, "aim", size=12, colour=SOFT, anchor="end")
    top = sheet.y + 10
    for line in found:
        sheet.y += ROW
        used = _used(line)
        colour = REACHED if line.reached else MISSED
        sheet.text(32, line.aim.title, size=13)
        if line.aim.against not in ("", "minidorp"):
            sheet.y += 14
            other = NAMES.get(line.aim.against, (line.aim.against, ""))[0]
            sheet.text(32, f"against {other}", size=11, colour=SOFT)
            sheet.y -= 7
        sheet.bar(LEFT, min(used, MOST) / MOST * BAR, colour)
        unit = "×" if line.aim.against else line.unit
        said = f"{number(line.value)} {unit}"
        if used > MOST:
            said = f"→ {said}"
        sheet.text(LEFT + BAR + 12, said, size=13, bold=True, colour=colour)
        sheet.text(WIDTH - 32, wanted(line), size=12, colour=SOFT, anchor="end")
        if line.aim.against not in ("", "minidorp"):
            sheet.y += 7
    x = LEFT + BAR / MOST
    sheet.parts.append(
        f'<line x1="{x:g}" y1="{top:g}" x2="{x:g}" y2="{sheet.y + 8:g}" stroke="{INK}" '
        'stroke-dasharray="3 4"/>'
    )
    sheet.y += 24
    sheet.text(x, "the aim", size=12, anchor="middle")


def _used(line: Line) -> float:
    """How much of what is allowed was used: 1 is exactly the aim, less is better."""
    value = line.value or 0.0
    if line.aim.more:
        return line.aim.reach / value if value else float("inf")
    return value / line.aim.reach
