"""Cards stand behind words: texts in which they stood behind paragraphs are read, and changed once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, create_engine, func, select

from tests.vision.writer import Writer
from workshop.tables import METADATA
from workshop.vision.passages import attributes, ids_of
from workshop.vision.room import VisionLimits, VisionRooms
from workshop.vision.store import VisionStore
from workshop.vision.tree import Paragraph, Text, Tree, from_json, read

HERE = ("lindebuurt", "section-1")
NAMES = ("communities", "projects", "vision_updates", "vision_snapshots")
UPDATES = METADATA.tables["vision_updates"]


@pytest.fixture
def conn() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    METADATA.create_all(engine, tables=[METADATA.tables[name] for name in NAMES])
    with engine.begin() as conn:
        yield conn


def before_schema_2(conn: Connection) -> None:
    writer = Writer(7)
    writer.paragraph("Wij eten samen 👋", id="eating cooking")
    writer.paragraph("", id="empty")
    writer.paragraph("Wij spelen.")
    VisionStore().append(conn, *HERE, writer.doc.get_update())


def test_marks_have_the_names_that_an_editor_gives_them() -> None:
    # What y-prosemirror 1.3.7 writes for these two.
    assert attributes(("s40", "s6")) == {
        "passage--CBxV8All": {"id": "s40"},
        "passage--vHWzW0dE": {"id": "s6"},
    }


def test_only_ids_are_read_from_marks() -> None:
    said = attributes(("b", "a")) | {"passage--xxxxxxxx": {"id": 7}, "strong": {}, "passage--yyyyyyyy": None}
    assert ids_of(said) == ("a", "b")
    assert ids_of({"passage--xxxxxxxx": {"id": "x" * 41}}) == ()


def test_the_words_of_an_older_text_have_the_ids_of_their_paragraph(conn: Connection) -> None:
    before_schema_2(conn)
    expected = Tree(
        (
            Paragraph((Text("Wij eten samen 👋", passages=("cooking", "eating")),)),
            Paragraph(()),
            Paragraph((Text("Wij spelen."),)),
        )
    )
    assert read(conn, *HERE) == expected
    rooms = VisionRooms(VisionStore(), VisionLimits())
    text, _ = rooms.open(conn, *HERE, b"")
    assert b"passage--" in text
    assert read(conn, *HERE) == expected


def test_an_older_text_is_changed_once(conn: Connection) -> None:
    before_schema_2(conn)
    for _ in range(3):
        VisionRooms(VisionStore(), VisionLimits()).open(conn, *HERE, b"")
    assert conn.execute(select(func.count()).select_from(UPDATES)).scalar_one() == 2


def test_a_version_that_was_frozen_before_is_read_with_its_cards() -> None:
    tree = from_json('{"blocks":[{"kind":"paragraph","runs":[{"text":"Wij"},{"text":" eten"}],"id":"a b"}]}')
    assert tree.blocks == (Paragraph((Text("Wij", passages=("a", "b")), Text(" eten", passages=("a", "b")))),)
