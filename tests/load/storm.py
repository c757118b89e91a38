"""A storm: everybody joins at once on a board that is full of cards."""

from __future__ import annotations

import statistics

from tests.load.measure import Figure, Notes, rotated, run_generator
from tests.load.targets import board_target

STORM = "storm: 300 people join within 0.5 s, until all have the 200 cards"
PEOPLE, CARDS, WITHIN_SECONDS = 300, 200, 0.5
STORMS = 3


def measure(round_number: int, notes: Notes) -> list[Figure]:
    """One round: the mean of some storms for every target, after twenty people came in quietly."""
    figures = []
    for name in rotated(("minidorp", "socketio"), round_number):
        with board_target(name, STORMS + 1, PEOPLE, CARDS) as target:
            quiet, *stormy = target.groups
            plans = [
                {"url": target.url, "auth": group.auth, "within": WITHIN_SECONDS, "cards": CARDS}
                for group in stormy[: 1 if notes.quick else STORMS]
            ]
            run_generator("storm", {**plans[0], "auth": quiet.auth[:20]})
            took = [run_generator("storm", plan)["all"] for plan in plans]
        each = ", ".join(f"{one:.0f}" for one in took)
        notes.progress(f"{name}: {each} ms until all {PEOPLE} had everything")
        figures.append(Figure(STORM, name, PEOPLE, "ms", statistics.mean(took)))
    return figures
