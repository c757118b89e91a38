"""The figures as a table on the terminal, as JSON and as a picture in `docs/`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.load.aims import Line, lines
from tests.load.measure import Figure, medians
from tests.server import ROOT

JSON_PATH = ROOT / "docs" / "performance.json"
PICTURE_PATH = ROOT / "docs" / "performance.svg"
PAGE_PATH = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- figures -->", "<!-- end of the figures -->"


def number(value: float | None) -> str:
    """A value with as many digits as tell something; a dash for none."""
    if value is None:
        return "–"
    if value == float("inf"):
        return "∞"
    if abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def wanted(line: Line) -> str:
    """The aim in words, such as `≥ 8 ×` or `≤ 10 ms`."""
    unit = "×" if line.aim.against else line.unit
    return f"{'≥' if line.aim.more else '≤'} {line.aim.reach:g} {unit}".rstrip()


def table(figures: Sequence[Figure]) -> str:
    """The table: a line per aim with the medians, the ratio, the aim, and whether it was reached."""
    return _columns(_rows(figures))


def _rows(figures: Sequence[Figure]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [("work", "Minidorp", "the other", "", "ratio", "aim", "")]
    for line in lines(medians(figures)):
        if line.ours is None:
            continue
        against = "itself" if line.aim.against == "minidorp" else line.aim.against
        mark = {True: "reached", False: "NOT reached", None: ""}[line.reached]
        ours = f"{number(line.ours)} {line.unit}"
        theirs = f"{number(line.theirs)} {line.unit}" if line.aim.against else ""
        share = f"{number(line.value)} ×" if line.aim.against else ""
        rows.append((line.aim.title, ours, theirs, against, share, wanted(line), mark))
    return rows


def everything(figures: Sequence[Figure]) -> str:
    """Every median of every target."""
    rows = [("work", "people", "target", "median")]
    rows += [
        (one.work, str(one.clients), one.target, f"{number(one.value)} {one.unit}")
        for one in medians(figures)
    ]
    return _columns(rows)


def _columns(rows: Sequence[tuple[str, ...]]) -> str:
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def as_json(
    figures: Sequence[Figure], rounds: int, notes: Sequence[str], machine: dict[str, Any], day: str
) -> dict[str, Any]:
    """All there is to know about a run: aims, medians, every round's figures, notes, machine."""
    return {
        "day": day, "rounds": rounds, "machine": machine, "notes": list(notes),
        "aims": [
            {
                "title": line.aim.title, "against": line.aim.against or None, "unit": line.unit,
                "minidorp": line.ours, "other": line.theirs, "value": line.value, "aim": wanted(line),
                "reached": line.reached,
            }
            for line in lines(medians(figures)) if line.ours is not None
        ],
        "medians": [asdict(one) for one in medians(figures)],
        "figures": [asdict(one) for one in figures],
    }  # fmt: skip


def write(content: dict[str, Any], path: Path = JSON_PATH) -> None:
    """Write the JSON."""
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def write_page(
    figures: Sequence[Figure],
    rounds: int,
    notes: Sequence[str],
    machine: dict[str, Any],
    day: str,
    path: Path = PAGE_PATH,
) -> None:
    """Put the table and the notes between the marks of the page; the words around them stay."""
    said = f"{day}, medians of {rounds} rounds; {machine_in_words(machine)}."
    head, *lines_ = _rows(figures)
    table_ = [head, tuple("---:" if n in (1, 2, 4, 5) else "---" for n in range(len(head))), *lines_]
    marked = "\n".join("| " + " | ".join(row) + " |" for row in table_)
    told = "\n".join(f"* {line}" for line in notes)
    before, _, rest = path.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    content = f"{before}{BEGIN}\n{said}\n\n{marked}\n\nSaid while measuring:\n\n{told}\n{END}{after}"
    path.write_text(content, encoding="utf-8")


def machine_in_words(machine: dict[str, Any]) -> str:
    """The machine in one line."""
    return ", ".join(f"{name}: {value}" for name, value in machine.items())
