"""What is to be reached: every line of the table, with the figures it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.load import board, cowriting, growth, houses, newcomer, storm
from tests.load.measure import Figure


@dataclass(frozen=True)
class Aim:
    """One line: our value, or our value divided by another, beside what it should be.

    Attributes:
        title: the work, in words.
        work: of our figure.
        clients: people in it.
        reach: the ratio, or the value in the figure's unit when `against` is empty.
        more: whether it should be at least `reach`; else at most.
        against: the peer's name; empty for an absolute aim. `minidorp` with `other` for itself.
        other: the work on the other side, when it is another one.
    """

    title: str
    work: str
    clients: int
    reach: float
    more: bool = False
    against: str = ""
    other: str = ""


@dataclass(frozen=True)
class Line:
    """An aim with what was measured; None where nothing was.

    Attributes:
        ours: our median, in `unit`.
        theirs: the other's median.
        value: the ratio, or our median for an absolute aim.
        reached: whether `value` is as it should be.
    """

    aim: Aim
    unit: str
    ours: float | None
    theirs: float | None
    value: float | None
    reached: bool | None


def _board() -> list[Aim]:
    carried = "Board: events/s carried to {} people"
    aims = [
        Aim(carried.format(n), board.CAPACITY, n, reach, more=True, against="socketio")
        for n, reach in ((30, 5.0), (100, 8.0), (300, 12.0))
    ]
    aims += [
        Aim(carried.format(n), board.CAPACITY, n, reach, more=True, against="socketio-tuned")
        for n, reach in ((100, 0.6), (300, 0.9))
    ]
    aims += [
        Aim(f"Board: server CPU per delivery, {n} people", board.CPU, n, reach, against="socketio")
        for n, reach in ((100, 0.9), (300, 0.8))
    ]
    aims += [
        Aim(f"Board: median to the last of {n} people", board.TO_LAST, n, reach, against="socketio")
        for n, reach in ((10, 1.7), (30, 1.4), (100, 1.1), (300, 1.0))
    ]
    return [*aims, Aim("Board: p99 delivery, 100 people, 150 events/s", board.SMOOTH, 100, 10.0)]


def _vision() -> list[Aim]:
    people = newcomer.OTHERS + 1
    return [
        Aim("Co-writing: p99 of a keystroke, 30 people", cowriting.P99, 30, 1.0, against="hocuspocus"),
        Aim("Co-writing: server CPU, 100 people", cowriting.CPU, 100, 0.65, against="hocuspocus-20ms"),
        Aim("Co-writing: p99 of a keystroke, 100 people", cowriting.P99, 100, 1.0, against="hocuspocus-20ms"),
        Aim("Newcomer to an hour of text: synchronised", newcomer.WAIT, people, 10.0),
        Aim("Newcomer to an hour of text: cold start", newcomer.COST, people, 15.0),
        Aim("Newcomer to an hour of text: bytes, of compact", newcomer.BYTES, people, 1.05),
    ]


def aims() -> list[Aim]:
    """Every line, in the table's order."""
    return [
        *_board(), *_vision(),
        Aim("Storm: 300 people join within 0.5 s", storm.STORM, storm.PEOPLE, 1.5, against="socketio"),
        Aim(houses.ALL, houses.ALL, houses.COMMUNITIES * houses.PEOPLE, 100.0),
        Aim("Memory per connected client", board.MEMORY, 300, 120.0),
        Aim("A meeting's 1,000th card against its 10th: time", growth.LATE_CARD, growth.PEOPLE, 1.2,
            against="minidorp", other=growth.EARLY_CARD),
        Aim("A meeting's 1,000th card against its 10th: CPU", growth.LATE_CPU, growth.PEOPLE, 1.2,
            against="minidorp", other=growth.EARLY_CPU),
        Aim("The 200th community against the 1st: time", growth.LATER, 1, 1.2,
            against="minidorp", other=growth.FIRST),
        Aim("The 200th community against the 1st: CPU", growth.LATER_CPU, 1, 1.2,
            against="minidorp", other=growth.FIRST_CPU),
    ]  # fmt: skip


def lines(medians: Sequence[Figure]) -> list[Line]:
    """Every aim with its value.

    Args:
        medians: one figure per work, target and clients.
    """
    found = {(one.work, one.target, one.clients): one for one in medians}
    return [_line(aim, found) for aim in aims()]


def _line(aim: Aim, found: dict[tuple[str, str, int], Figure]) -> Line:
    mine = found.get((aim.work, "minidorp", aim.clients))
    other = found.get((aim.other or aim.work, aim.against, aim.clients)) if aim.against else None
    ours, theirs = mine.value if mine else None, other.value if other else None
    value = ours
    if aim.against:
        value = ours / theirs if ours is not None and theirs else None
    reached = None
    if value is not None:
        # To the two digits that are shown.
        reached = round(value, 2) >= aim.reach if aim.more else round(value, 2) <= aim.reach
    return Line(aim, mine.unit if mine else "", ours, theirs, value, reached)
