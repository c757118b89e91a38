"""Many people typing into one text at once, every key with a cursor: how soon the others have it, and
what that costs the server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from tests.load.measure import Figure, Notes, run_generator
from tests.load.targets import Target, minidorp, peer

KEYS = 5
P50 = "co-writing: median keystroke to each of the others"
P99 = "co-writing: p99 keystroke to each of the others"
CPU = "co-writing: server CPU per 1,000 deliveries"
SHARE = "co-writing: server CPU, share of one core"
LATE_MS = 20.0
FULL = 0.85
"""Share of a core from which the generator may be what is measured."""


@dataclass(frozen=True)
class Scene:
    """People in one text, and who carries them.

    Attributes:
        people: how many; all of them type.
        targets: by their names in the table, in the order in which they are measured.
        hold: seconds that are counted.
    """

    people: int
    targets: tuple[str, ...]
    hold: float


SCENES = (
    Scene(30, ("minidorp", "hocuspocus", "y-websocket"), 10),
    Scene(100, ("minidorp", "hocuspocus-20ms", "hocuspocus"), 8),
)
PEERS: dict[str, tuple[str, ...]] = {
    "hocuspocus": ("hocuspocus",),
    "hocuspocus-20ms": ("hocuspocus", "--window", "20"),
    "y-websocket": ("ywebsocket",),
}


@contextmanager
def writers(name: str, people: int) -> Iterator[tuple[Target, list[dict[str, str]]]]:
    """Start a server by its name in the table; give it with the people who may type on it."""
    if name == "minidorp":
        with minidorp(communities=1, people=people) as target:
            group = target.groups[0]
            both = zip(group.auth, group.members, strict=True)
            yield target, [{**auth, "member": who} for auth, who in both]
        return
    script, *arguments = PEERS[name]
    with peer(name, script, *arguments) as target:
        yield target, [{"document": "text", "member": f"member-{n}"} for n in range(people)]


def type_together(name: str, people: int, hold: float) -> dict[str, Any]:
    """Let people type on one server.

    Args:
        name: of the server in the table.
        people: how many type, each `KEYS` keys a second.
        hold: seconds that are counted; two before are not.
    Returns:
        What `generator/cowriting.mjs` says in its head.
    """
    with writers(name, people) as (target, everybody):
        address = {"kind": target.kind, "url": target.url, "pid": target.pid}
        plan = {"target": address, "people": everybody, "keys": KEYS, "warm": 2, "hold": hold, "idle": 1.5}
        return run_generator("cowriting", plan)


def figures(name: str, people: int, found: dict[str, Any]) -> list[Figure]:
    """What is kept of one server's run."""
    work = found["cpu"] - found["idleCpu"]
    per_thousand = work * 1e6 / max(1, found["deliveries"])
    return [
        Figure(P50, name, people, "ms", found["p50"]),
        Figure(P99, name, people, "ms", found["p99"]),
        Figure(CPU, name, people, "ms CPU", per_thousand),
        Figure(SHARE, name, people, "%", 100 * work / found["seconds"]),
    ]


def warn(name: str, people: int, found: dict[str, Any], notes: Notes) -> None:
    """Say what makes a run worth less than it looks."""
    who = f"co-writing, {name}, {people} people"
    if found["lost"] or found["refused"] or found["broken"]:
        due = found["lost"] + found["deliveries"]
        notes.say(
            f"{who}: {found['lost']} of {due} deliveries did not come in time,"
            f" {found['refused']} commands were refused, ended connections: {found['broken'] or 'none'}."
        )
    if found["generator"] > FULL:
        notes.say(f"{who}: the load generator was at its own limit ({found['generator']:.0%} of a core).")
    elif found["late"] > LATE_MS:
        notes.say(
            f"{who}: the machine was busy with something else; keys were struck {found['late']:.0f} ms late"
            " at p99, and times of this run say little."
        )


def measure(round_number: int, notes: Notes) -> list[Figure]:
    """Every scene on each of its servers, one after the other; each round begins with another server."""
    _explain(notes)
    found: list[Figure] = []
    for scene in SCENES:
        people = min(scene.people, 10) if notes.quick else scene.people
        first = round_number % len(scene.targets)
        for name in scene.targets[first:] + scene.targets[:first]:
            result = type_together(name, people, 3 if notes.quick else scene.hold)
            share = result["cpu"] / result["seconds"]
            notes.progress(
                f"co-writing, {people} people, {name}: p50 {result['p50']:.1f} ms,"
                f" p99 {result['p99']:.1f} ms, CPU {share:.0%}, generator {result['generator']:.0%}"
            )
            warn(name, people, result, notes)
            found += figures(name, people, result)
    return found


def _explain(notes: Notes) -> None:
    notes.say(
        f"Co-writing: everybody types {KEYS} keys a second at the end of a paragraph of their own; every key"
        " is one Yjs update and one cursor. Minidorp's editor gathers keys for about 50 ms and cursors for"
        " 120 ms; here nobody who types gathers, on any side."
    )
    notes.say(
        "Co-writing: Minidorp has an update in the database before it passes it on. The peers pass it on"
        " first and write what came together in one transaction just after, also with WAL and"
        " synchronous=FULL."
    )
    notes.say(
        "Co-writing: hocuspocus-20ms is Hocuspocus with its own setting flushDelay at 20 ms instead of 0;"
        " it merges the text's updates and keeps only the last cursor of each person in a window."
    )
