"""No step, phase or column of a process is known by its id outside the process."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

import phases

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = (".py", ".ts", ".tsx", ".html", ".css")
STEP_IDS = [step for process in phases.PROCESSES.values() for step in process.steps]
PHASE_IDS = [phase.id for process in phases.PROCESSES.values() for phase in process.phases]


def pattern(steps: list[str], phase_ids: list[str]) -> re.Pattern[str]:
    """What names a step, or a phase: as a whole string, an attribute, a token or a part of a file's name."""
    step, phase = ("|".join(map(re.escape, ids)) for ids in (steps, phase_ids))
    return re.compile(
        rf"(?<![\w-])(?:{step})(?![\w-])"
        rf"|([\"'`])(?:{phase})\1"
        rf"|(?:phase|house)(?:-|=[\"'`]?)(?:{phase})\b"
        rf"|--(?:{phase})\b"
    )


NAMED = pattern(STEP_IDS, PHASE_IDS)


def sources() -> list[Path]:
    """The sources of the program and its tools."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [
        ROOT / name
        for name in listed.stdout.split("\0")
        if name.endswith(SOURCES)
        and not name.startswith(("phases/processes/", "tests/"))
        and ".test." not in name
        and (ROOT / name).is_file()
    ]


def test_no_source_names_a_step_or_a_phase() -> None:
    paths = sources()
    assert len(paths) > 150
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in paths
        for match in NAMED.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize("line", [
    'step == "dst-3"', "place = `des-5/ask`", 'phase === "dream"', 'data-phase="define"',
    "--design-soft: red", "phase-destiny.svg", "#house-discovery",
])  # fmt: skip
def test_a_name_is_found(line: str) -> None:
    assert NAMED.search(line)


@pytest.mark.parametrize("line", [
    "Our dream", "templates/design.html", "the design of a page", "define: {}", "abcdef-1234", "uuid-des-20",
])  # fmt: skip
def test_an_ordinary_word_is_left_alone(line: str) -> None:
    assert not NAMED.search(line)
