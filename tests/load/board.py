"""The board under load: how much it carries, how quick it is when calm, what a delivery costs."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from tests.load.measure import Figure, GeneratorError, Notes, rotated, run_generator
from tests.load.targets import BOARD_PEERS, Group, Target, board_target, settled_memory_kib

CAPACITY = "board: events/s before the p99 passes 250 ms"
TO_LAST = "board: median to the last receiver at 10 events/s"
ACKNOWLEDGED = "board: median acknowledgement at 10 events/s"
CPU = "board: server CPU per 1,000 deliveries at 10 events/s"
SMOOTH = "board: p99 delivery at 150 events/s"
MEMORY = "memory per connected client"

LIMIT_MS = 250.0
HOLD_SECONDS = 2.5
FULL = 0.9
"""Share of a core from which the generator may be what is measured."""
STEP_DOWN = 0.92
CLOSE = 1.1
"""A rate that did not hold is this near to the one that did: near enough."""
MOST_HOLDS = 5
FIRST_RATE = {"minidorp": 1000.0, "socketio": 100.0, "socketio-tuned": 3000.0, "ws-floor": 150.0}
"""Where the first ramp starts, events/s: far below what is expected with 100 clients."""
SEARCHES = (
    (30, ("minidorp", "socketio")),
    (100, ("minidorp", "socketio", "socketio-tuned", "ws-floor")),
    (300, ("minidorp", "socketio", "socketio-tuned")),
)
_carried: dict[tuple[str, int], float] = {}


def measure(round_number: int, notes: Notes) -> list[Figure]:
    """One round: every target after the other on every piece of work.

    Args:
        round_number: from 1 on; later rounds search near what the first one found.
        notes: where to say what a reader must know.
    """
    notes.say("Board: who keeps cards commits before the answer: SQLite, WAL, synchronous=FULL.")
    figures: list[Figure] = []
    for clients, names in SEARCHES:
        if notes.quick and clients != 100:
            continue
        for name in rotated(names, round_number):
            figures += _try(_search, name, clients, notes)
    calm = ("minidorp", "socketio")
    for name in rotated(calm, round_number):
        figures += _try(_memory, name, 300, notes)
    # Batches change nothing in a calm room: measured once, to know.
    for name in (*rotated(calm, round_number), *(("socketio-tuned",) if round_number == 1 else ())):
        figures += _try(_calm, name, 300, notes)
    return figures


def _try(
    measuring: Callable[[str, int, Notes], list[Figure]], name: str, clients: int, notes: Notes
) -> list[Figure]:
    """Measure; what fails is said, and the others go on."""
    try:
        return measuring(name, clients, notes)
    except (GeneratorError, RuntimeError) as error:
        notes.say(f"{name}, {clients} clients, could not be measured: {str(error)[:400]}")
        return []


def _run(
    target: Target, group: Group, clients: int, *phases: dict[str, Any], rest: int = 300
) -> list[dict[str, Any]]:
    plan = {
        "url": target.url, "pid": target.pid, "auth": group.auth[:clients], "phases": phases, "rest": rest,
    }  # fmt: skip
    found: list[dict[str, Any]] = run_generator("board", plan, 60)["phases"]
    return found


# ---------------------------------------------------------------------- how much it carries


def _search(name: str, clients: int, notes: Notes) -> list[Figure]:
    """The highest rate that held: 99 % of its events reached everybody within the limit, all were kept.

    Nothing when none held.
    """
    with board_target(name, MOST_HOLDS + 1, clients) as target:
        first, *rooms = target.groups
        rate = _carried.get((name, clients)) or _ramp(target, first, clients, notes)
        best, least = 0.0, float("inf")
        for room in rooms:
            carried, p99 = _hold(target, room, clients, rate, notes)
            if carried >= rate:
                best = rate
            else:
                least = min(least, rate)
            if best and least < best * CLOSE:
                break
            rate = _next_rate(best, least, carried, p99)
    if not best:
        notes.say(f"{name}, {clients} clients: no rate that was tried held, the last {rate:.0f} events/s.")
        return []
    _carried[name, clients] = best
    return [Figure(CAPACITY, name, clients, "events/s", best)]


def _next_rate(best: float, least: float, carried: float, p99: float) -> float:
    """Which rate to try next, events/s.

    Args:
        best: the highest rate that held; 0 when none did.
        least: the lowest that did not; infinite when all did.
        carried: what was carried of the last one.
        p99: of the last one, ms.
    """
    if not best:
        # Far too much: straight to what it did carry.
        return carried
    if least == float("inf"):
        return best / STEP_DOWN ** (1 if p99 > LIMIT_MS / 3 else 2)
    return math.sqrt(best * least)


def _ramp(target: Target, room: Group, clients: int, notes: Notes) -> float:
    first = FIRST_RATE[target.name] * min(2.0, 100 / clients)
    phase = {"kind": "ramp", "from": first, "growth": 1.25, "step": 0.5, "limit": LIMIT_MS}
    found = _run(target, room, clients, phase)[0]
    if not found["good"]:
        # Something else had the machine for a moment.
        found = _run(target, room, clients, phase)[0]
    notes.progress(f"{target.name}, {clients} clients: up to {found['good']:.0f} events/s for half a second")
    return float(found["good"] or first)


def _hold(target: Target, room: Group, clients: int, rate: float, notes: Notes) -> tuple[float, float]:
    """Keep a rate up; return the rate when it held, else what was carried (events/s), and the p99 (ms)."""
    who = f"{target.name}, {clients} clients"
    phase = {"kind": "hold", "rate": rate, "seconds": HOLD_SECONDS, "drain": 1.0}
    try:
        found = _run(target, room, clients, phase)[0]
    except GeneratorError as error:
        notes.say(f"{who} at {rate:.0f} events/s: {str(error)[:200]}")
        return rate * STEP_DOWN, float("inf")
    p99 = found["last"]["p99"] or float("inf")
    whole = not found["missing"] and not found["refused"] and not found["lost"] and not found["astray"]
    kept_up = found["rate"] >= rate * 0.97
    held = whole and kept_up and p99 <= LIMIT_MS
    shares = found["shares"]
    notes.progress(
        f"{who} at {rate:.0f} events/s: p99 {p99:.0f} ms, {'held' if held else 'not held'}; "
        f"server {shares['server']:.0%}, generator {shares['generator']:.0%}"
    )
    if shares["generator"] > FULL:
        notes.say(f"{who}: the load generator was at its own limit as well; the server may carry more.")
    if held:
        return rate, p99
    done = found["sent"] - found["missing"]
    return min(rate * STEP_DOWN, done / found["whole"]), p99


# ---------------------------------------------------------------------- how quick it is, what it costs


def _calm(name: str, most: int, notes: Notes) -> list[Figure]:
    """10 events/s with 10, 30, 100 and 300 people (`most`); 150 events/s with 100."""
    figures: list[Figure] = []
    # A server that has run for a while: Node makes code fast only after it ran often.
    warm = {"kind": "hold", "rate": 100, "seconds": 1.5}
    hold = {"kind": "hold", "rate": 10, "seconds": 2.0 if notes.quick else 6.0}
    short = {**hold, "seconds": 2.0 if notes.quick else 4.0}
    idle = {"kind": "idle", "seconds": 1.0 if notes.quick else 2.5}
    fast = {"kind": "hold", "rate": 150, "seconds": 2.0 if notes.quick else 6.0, "each": True}
    with board_target(name, 3, most) as target:
        first, second, third = target.groups
        _run(target, third, 30, warm)
        figures += _quickness(target, 10, _run(target, first, 10, short)[0])
        _, silence, calm = _run(target, first, most, warm, idle, hold, rest=1500)
        figures += [*_quickness(target, most, calm), _cost(target, most, silence, calm)]
        _, silence, calm, busy = _run(target, second, 100, warm, idle, hold, fast, rest=1500)
        figures += [*_quickness(target, 100, calm), _cost(target, 100, silence, calm)]
        figures.append(Figure(SMOOTH, name, 100, "ms", busy["each"]["p99"]))
        figures += _quickness(target, 30, _run(target, third, 30, short)[0])
    for one in figures:
        notes.progress(f"{one.target}, {one.clients} clients: {one.work}: {one.value:.3g} {one.unit}")
    return figures


def _memory(name: str, most: int, notes: Notes) -> list[Figure]:
    """Memory with 300 connected and entered (`most`) against none, after ten people came and went.

    On a server of its own: one that worked hard has room left over, and would seem to need none.
    """
    few = {"kind": "hold", "rate": 10, "seconds": 1}
    asked = {"kind": "memory", "signal": "SIGUSR2" if name in BOARD_PEERS else None}
    with board_target(name, 1, most) as target:
        _run(target, target.groups[0], 10, few)
        before = settled_memory_kib(target)
        found = _run(target, target.groups[0], most, asked, rest=1500)[0]
    notes.progress(f"{name}: {(found['memory'] - before) / most:.1f} KiB for each of {most} clients")
    return [Figure(MEMORY, name, most, "KiB", (found["memory"] - before) / most)]


def _quickness(target: Target, clients: int, found: dict[str, Any]) -> list[Figure]:
    if found["missing"] or found["refused"]:
        raise GeneratorError(f"{target.name}: {found['missing']} events lost, {found['refused']} refused")
    return [
        Figure(TO_LAST, target.name, clients, "ms", found["last"]["median"]),
        Figure(ACKNOWLEDGED, target.name, clients, "ms", found["ack"]["median"]),
    ]


def _cost(target: Target, clients: int, idle: dict[str, Any], hold: dict[str, Any]) -> Figure:
    """CPU beyond what the same connections cost in silence, per 1,000 deliveries."""
    spent = hold["cpu"] - idle["cpu"] / idle["seconds"] * hold["whole"]
    return Figure(CPU, target.name, clients, "ms CPU", spent * 1e6 / hold["deliveries"])
