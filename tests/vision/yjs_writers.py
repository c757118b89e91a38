"""Real Yjs as writers: what they send goes through the rooms, and the texts are compared.

python -m tests.vision.yjs_writers --updates 100000 --first 1
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pycrdt import Doc, XmlElement, XmlFragment, XmlText
from sqlalchemy import Engine, create_engine

from workshop.core.errors import DomainError
from workshop.tables import METADATA
from workshop.vision.room import VisionLimits, VisionRooms
from workshop.vision.schema import ATTRIBUTES
from workshop.vision.store import VisionStore

NODE = shutil.which("node")
SCRIPT = Path(__file__).parent / "node/writers.mjs"
HERE = ("lindebuurt", "section-1")
NAMES = ("communities", "projects", "vision_updates", "vision_snapshots")
TABLES = [METADATA.tables[name] for name in NAMES]


def _frames(seed: int, updates: int) -> Iterator[tuple[str, bytes]]:
    """What the script writes.

    Raises:
        subprocess.CalledProcessError: when it failed.
    """
    assert NODE is not None
    command = [NODE, str(SCRIPT), str(seed), str(updates)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        while head := process.stdout.read(5):
            yield chr(head[0]), process.stdout.read(int.from_bytes(head[1:], "big"))
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)


def _told(parent: XmlFragment | XmlElement) -> list[Any]:
    """A text as the script tells it."""
    out: list[Any] = []
    for child in parent.children:
        if isinstance(child, XmlText):
            out.append([[piece, attributes or {}] for piece, attributes in child.diff()])
        elif isinstance(child, XmlElement):
            found = {name: child.attributes.get(name) for name in ATTRIBUTES}
            attributes = {name: value for name, value in found.items() if value is not None}
            out.append({"tag": child.tag, "attributes": attributes, "children": _told(child)})
    return out


class _Section:
    """A section on the server."""

    def __init__(self, seed: str) -> None:
        self.seed = seed
        self.sent = 0
        self._engine: Engine = create_engine("sqlite://")
        METADATA.create_all(self._engine, tables=TABLES)
        self._conn = self._engine.connect()
        self._rooms = VisionRooms(VisionStore(), VisionLimits(snapshot_every=1 + int(seed) % 60))

    def take(self, update: bytes) -> None:
        """One update must be taken."""
        self.sent += 1
        try:
            self._rooms.apply(self._conn, *HERE, update)
        except DomainError as error:
            raise AssertionError(
                f"seed {self.seed}, update {self.sent}: {error.code} {error.__cause__} {update.hex()}"
            ) from error
        if self.sent % 7 == 0:
            self._rooms.forget(*HERE)  # as after a restart

    def open(self, vector: bytes) -> None:
        """A writer comes back."""
        self._rooms.open(self._conn, *HERE, vector)

    def end(self, text: str) -> bool:
        """The server must have this text, if there is one; return whether there was."""
        if text:
            doc: Doc[Any] = Doc()
            fragment = doc.get("text", type=XmlFragment)
            doc.apply_update(self._rooms.open(self._conn, *HERE, b"")[0])
            assert _plain(_told(fragment)) == _plain(json.loads(text)), f"seed {self.seed}: other text"
        self._conn.close()
        self._engine.dispose()
        return bool(text)


def _plain(told: list[Any]) -> str:
    """As text in which equal values look equal (2 and 2.0, order of names)."""
    return json.dumps(
        json.loads(json.dumps(told), parse_float=lambda value: int(float(value))), sort_keys=True
    )


class Counted(NamedTuple):
    """How many updates were sent, in how many sections, and of how many the text was compared."""

    updates: int
    sections: int
    compared: int


def run(seed: int, updates: int) -> Counted:
    """Let writers write until so many updates were sent.

    Raises:
        AssertionError: an update was refused, or the server has another text than the writers.
    """
    total = Counted(0, 0, 0)
    section: _Section | None = None
    for kind, content in _frames(seed, updates):
        match kind:
            case "S":
                section = _Section(content.decode())
            case "U" if section is not None:
                section.take(content)
            case "V" if section is not None:
                section.open(content)
            case "E" if section is not None:
                compared = section.end(content.decode())
                total = Counted(total[0] + section.sent, total[1] + 1, total[2] + compared)
            case _:
                raise AssertionError(f"an unknown frame {kind}")
    return total


def main() -> None:
    """Run for long, and print the count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--updates", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=1, help="the seed of the first section")
    chosen = parser.parse_args()
    updates, sections, compared = run(chosen.first, chosen.updates)
    print(f"{updates} updates of real Yjs were taken in {sections} sections.")
    print(f"In {compared} of them the text was compared, and the same on the server as in Yjs.")


if __name__ == "__main__":
    main()
