"""Whatever two to six writers do, the server's text and the exported one are theirs, with every card."""

from __future__ import annotations

import base64
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pycrdt import Doc, XmlFragment
from sqlalchemy import create_engine

from exports.formats import docx
from exports.outline.document import build
from tests.exports import lindebuurt
from tests.exports.reading import opened
from tests.frontend import bundled
from workshop.tables import METADATA
from workshop.vision.room import VisionLimits, VisionRooms
from workshop.vision.schema import ROOT
from workshop.vision.store import VisionStore
from workshop.vision.tree import Block, Heading, List, Paragraph, Tree, plain_text, read, tree_of

HERE = ("lindebuurt", "section01")
NAMES = ("communities", "projects", "vision_updates", "vision_snapshots")
FIRST_SIGN, SIGNS = 0xE000, 3


class Writers:
    """The program with the writers, which answers one meeting a line."""

    def __init__(self, program: Path) -> None:
        self._node = subprocess.Popen(
            ["node", str(program)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def meet(self, **asked: int) -> tuple[list[bytes], list[bytes]]:
        """Return the updates as the server gets them, and the whole text of each writer in the end."""
        assert self._node.stdin is not None and self._node.stdout is not None
        print(json.dumps(asked), file=self._node.stdin, flush=True)
        told = json.loads(self._node.stdout.readline())
        updates, ends = ([base64.b64decode(one) for one in told[name]] for name in ("updates", "ends"))
        return updates, ends

    def leave(self) -> None:
        self._node.kill()
        self._node.communicate()


@pytest.fixture(scope="module")
def writers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Writers]:
    program = bundled("features/editor/meetingWriters.ts", tmp_path_factory.mktemp("meeting"))
    found = Writers(program)
    yield found
    found.leave()


def text_of(update: bytes) -> Tree:
    doc: Doc[Any] = Doc()
    doc.get(ROOT, type=XmlFragment)
    doc.apply_update(update)
    return tree_of(doc)


def kept(updates: list[bytes]) -> Tree:
    """The text as the server keeps it: every update is taken."""
    engine = create_engine("sqlite://")
    METADATA.create_all(engine, tables=[METADATA.tables[name] for name in NAMES])
    rooms = VisionRooms(VisionStore(), VisionLimits(snapshot_every=9))
    with engine.begin() as conn:
        for number, update in enumerate(updates):
            rooms.apply(conn, *HERE, update)
            if number % 11 == 10:
                rooms.forget(*HERE)  # as after a restart
        found = read(conn, *HERE)
    engine.dispose()
    return found


def blocks(tree: tuple[Block, ...]) -> Iterator[Paragraph | Heading]:
    for block in tree:
        if isinstance(block, Paragraph | Heading):
            yield block
        elif isinstance(block, List):
            for item in block.items:
                yield from blocks(item)
        else:
            yield from blocks(block.blocks)


def lost(tree: Tree) -> list[str]:
    """Signs that stand somewhere without the card that they came with."""
    found = []
    for block in blocks(tree.blocks):
        for run in block.runs:
            cards = {
                f"s{(ord(sign) - FIRST_SIGN) // SIGNS}" for sign in run.text if "\ue000" <= sign <= "\uf8ff"
            }
            if not cards <= set(block.passages):
                found.append(f"{run.text!r} without {cards - set(block.passages)}")
    return found


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(1, 10**6), count=st.integers(2, 6))
def test_all_copies_the_servers_and_the_exported_text_are_one(
    writers: Writers, seed: int, count: int
) -> None:
    updates, ends = writers.meet(seed=seed, writers=count, steps=50)
    server = kept(updates)
    assert {text_of(end) for end in ends} == {server}
    texts = {**lindebuurt.texts(), HERE[1]: server}
    outline = build(
        lindebuurt.state(), texts, lindebuurt.PROJECT, "nl", lindebuurt.VERSION, today=lindebuurt.TODAY
    )
    exported = "".join("".join(one.text.split()) for one in opened(docx.render(outline)).paragraphs)
    for line in plain_text(server).split("\n"):
        assert "".join(line.split()) in exported


def test_every_card_stays_with_its_words(writers: Writers) -> None:
    """Who never saw words with their card may copy them without it: 2 of 900 meetings, so it is counted."""
    meetings = 120
    wrong = [
        seed
        for seed in range(1, meetings + 1)
        if lost(kept(writers.meet(seed=seed, writers=2 + seed % 5, steps=50)[0]))
    ]
    assert len(wrong) <= 1, wrong
