"""Figures, their medians and ratios, and the load generator run in a process of its own."""

from __future__ import annotations

import json
import statistics
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PLAN_SECONDS = 180.0


@dataclass(frozen=True)
class Figure:
    """One measured value of one round.

    Attributes:
        work: what was done; the same text for every target.
        target: who did it: `minidorp`, or a peer's name.
        clients: how many people were connected.
        unit: of the value: `ms`, `events/s`, `KiB`, `ms CPU` …
        value: the measured value.
    """

    work: str
    target: str
    clients: int
    unit: str
    value: float


@dataclass
class Notes:
    """What a reader of the figures must know; said while measuring, and kept for the report.

    Attributes:
        lines: what was said, each line once.
        quick: a short trial: fewer clients and shorter holds may be chosen; its figures are not kept.
    """

    lines: list[str] = field(default_factory=list)
    quick: bool = False

    def say(self, line: str) -> None:
        """Print a line, and keep it for the report unless it is there already."""
        print(f"  {line}", flush=True)
        if line not in self.lines:
            self.lines.append(line)

    def progress(self, line: str) -> None:
        """Print a line that only whoever is waiting needs."""
        print(f"    {line}", flush=True)


class GeneratorError(RuntimeError):
    """The load generator ended with an error, or took too long."""


def run_generator(name: str, plan: dict[str, Any], seconds: float = PLAN_SECONDS) -> dict[str, Any]:
    """Run `generator/<name>.mjs` with a plan and return what it measured.

    The plan goes to its standard input as JSON; the answer is the last line of its standard output.

    Args:
        name: of the generator's file, without `.mjs`.
        plan: what it must do; every generator says in its head what it reads.
        seconds: how long it may take before it is ended.
    Raises:
        GeneratorError: it failed or was ended; with what it printed.
    """
    try:
        done = subprocess.run(
            ["node", str(HERE / "generator" / f"{name}.mjs")], input=json.dumps(plan), text=True,
            cwd=HERE, capture_output=True, timeout=seconds, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise GeneratorError(f"{name} took more than {seconds:.0f} s") from error
    lines = done.stdout.strip().splitlines()
    if done.returncode != 0 or not lines:
        raise GeneratorError(f"{name} failed:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
    answer: dict[str, Any] = json.loads(lines[-1])
    return answer


def rotated(names: Sequence[str], round_number: int) -> list[str]:
    """The same names, beginning with another one in every round."""
    first = (round_number - 1) % len(names)
    return [*names[first:], *names[:first]]


def medians(figures: Iterable[Figure]) -> list[Figure]:
    """One figure per work, target and clients: the median over the rounds, in order of first mention."""
    grouped: dict[tuple[str, str, int, str], list[float]] = {}
    for one in figures:
        grouped.setdefault((one.work, one.target, one.clients, one.unit), []).append(one.value)
    return [
        Figure(work, target, clients, unit, statistics.median(values))
        for (work, target, clients, unit), values in grouped.items()
    ]
