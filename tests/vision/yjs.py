"""Stories of writers with real Yjs, held against the server: `python -m tests.vision.yjs [--updates N]`."""

from __future__ import annotations

import argparse
import base64
import json
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pycrdt import Doc, XmlFragment
from sqlalchemy import create_engine

from tests.frontend import bundled
from workshop.core.errors import DomainError
from workshop.tables import METADATA
from workshop.vision.places import Places
from workshop.vision.room import VisionLimits, VisionRooms
from workshop.vision.schema import ROOT
from workshop.vision.store import VisionStore
from workshop.vision.tree import to_json, tree_of
from workshop.vision.update import read_update

WRITERS = "features/editor/updateWriters.ts"
AT_ONCE = 200
NAMES = ("communities", "projects", "vision_updates", "vision_snapshots")


@dataclass
class Story:
    """What reached the server in one story, in its order, and every writer's whole text at the end."""

    seed: int
    updates: list[bytes] = field(default_factory=list)
    ends: list[bytes] = field(default_factory=list)


def stories(program: Path, first: int, seeds: int, steps: int = 40) -> Iterator[Story]:
    """Let the writers tell so many stories."""
    done = subprocess.run(
        ["node", str(program), str(first), str(seeds), str(steps)], capture_output=True, text=True, check=True
    )
    story = Story(first)
    for line in done.stdout.splitlines():
        told: dict[str, Any] = json.loads(line)
        if "ends" in told:
            story.ends = [base64.b64decode(one) for one in told["ends"]]
            yield story
            story = Story(told["seed"] + 1)
        else:
            story.updates.append(base64.b64decode(told["update"]))


def text_of(*updates: bytes) -> str:
    """The text that these changes make."""
    doc: Doc[Any] = Doc()
    doc.get(ROOT, type=XmlFragment)
    for update in updates:
        doc.apply_update(update)
    return to_json(tree_of(doc))


def faults(story: Story, snapshot_every: int = 7) -> list[str]:
    """What the server does other than the writers: what it refuses, and how its text differs."""
    engine = create_engine("sqlite://")
    METADATA.create_all(engine, tables=[METADATA.tables[name] for name in NAMES])
    rooms = VisionRooms(VisionStore(), VisionLimits(snapshot_every=snapshot_every))
    found: list[str] = []
    with engine.begin() as conn:
        for number, update in enumerate(story.updates):
            try:
                rooms.apply(conn, "here", "section", update)
            except DomainError as error:
                why = error.__cause__ or error
                found.append(f"seed {story.seed}: update {number} is refused: {why} {update.hex()}")
        server = text_of(rooms.open(conn, "here", "section", b"")[0])
    for number, end in enumerate(story.ends):
        # A text that is read anew, for a server that starts again, passes as well.
        Places().check(read_update(end))
        if text_of(end) != server:
            found.append(f"seed {story.seed}: the text of writer {number} is another")
    engine.dispose()
    return found


def main() -> None:
    """Tell stories until so many updates were taken; ends with 1 when anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--updates", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=1)
    options = parser.parse_args()
    taken, wrong, first = 0, 0, options.first
    with tempfile.TemporaryDirectory() as folder:
        program = bundled(WRITERS, Path(folder))
        while taken < options.updates:
            for story in stories(program, first, AT_ONCE, steps=60):
                taken += len(story.updates)
                for fault in faults(story):
                    wrong += 1
                    print(fault)
            first += AT_ONCE
            print(f"{taken} updates of {first - options.first} stories, {wrong} faults", flush=True)
    raise SystemExit(1 if wrong else 0)


if __name__ == "__main__":
    main()
