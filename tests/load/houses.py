"""A municipality's evening: fifty communities at once on one server, cards and shared texts together."""

from __future__ import annotations

from tests.load.measure import Figure, Notes, run_generator
from tests.load.targets import minidorp

COMMUNITIES, PEOPLE, WRITERS = 50, 20, 6
EVERY_SECONDS, KEYS = 10.0, 2.0
ALL = "50 communities of 20 people: p99 of everything"
PARTS = {
    ("cards", "ack"): "50 communities of 20 people: p99 acknowledgement of a card",
    ("cards", "each"): "50 communities of 20 people: p99 delivery of a card",
    ("keys", "ack"): "50 communities of 20 people: p99 acknowledgement of a keystroke",
    ("keys", "each"): "50 communities of 20 people: p99 delivery of a keystroke",
}


def measure(round_number: int, notes: Notes) -> list[Figure]:
    """One round, Minidorp only: there is no peer that does both."""
    communities = 10 if notes.quick else COMMUNITIES
    notes.say(
        f"{COMMUNITIES} communities: each of the {PEOPLE} people adds a card every {EVERY_SECONDS:.0f} s; "
        f"{WRITERS} of them have the same text of the vision open and strike {KEYS:.0f} keys a second each, "
        "an update and a cursor per key."
    )
    with minidorp(communities, PEOPLE) as target:
        houses = [
            [{**auth, "member": member} for auth, member in zip(group.auth, group.members, strict=True)]
            for group in target.groups
        ]
        found = run_generator("houses", {
            "url": target.url, "pid": target.pid, "houses": houses, "writers": WRITERS,
            "every": EVERY_SECONDS, "keys": KEYS, "warm": 3, "seconds": 4 if notes.quick else 12,
        })  # fmt: skip
    missing = found["cards"]["missing"] + found["keys"]["missing"]
    if missing or found["refused"] or found["lost"]:
        notes.say(
            f"{communities} communities: {missing} deliveries or answers did not come in time, "
            f"{found['refused']} commands were refused, {found['lost']} connections ended."
        )
    if found["shares"]["generator"] > 0.9:
        notes.say(f"{communities} communities: the load generator itself was at its limit.")
    notes.progress(
        f"{communities} communities: server {found['shares']['server']:.0%} of a core, generator "
        f"{found['shares']['generator']:.0%}; {found['cards']['count']} cards, {found['keys']['count']} keys"
    )
    clients = communities * PEOPLE
    parts = [
        Figure(work, "minidorp", clients, "ms", found[what][part]["p99"])
        for (what, part), work in PARTS.items()
    ]
    worst = max(one.value for one in parts) if not missing else float("inf")
    return [Figure(ALL, "minidorp", clients, "ms", worst), *parts]
