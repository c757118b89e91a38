"""What a room takes, keeps and refuses."""

from __future__ import annotations

from typing import Any

import pytest
from pycrdt import Doc, Map, XmlElement, XmlFragment
from sqlalchemy import Connection, Engine, func, select

from tests.vision.writer import Writer
from workshop.core.errors import DomainError
from workshop.store.tables import Base
from workshop.vision import tree
from workshop.vision.room import VisionLimits, VisionRooms
from workshop.vision.schema import SCHEMA_VERSION
from workshop.vision.seed import seed_text
from workshop.vision.store import VisionStore
from workshop.vision.tables import VisionSnapshot, VisionUpdateRow

HERE = ("lindebuurt", "section-1")


def words(conn: Connection) -> str:
    return tree.plain_text(tree.read(conn, *HERE))


def refused(rooms: VisionRooms, conn: Connection, data: bytes, **more: Any) -> str:
    with pytest.raises(DomainError) as caught:
        rooms.apply(conn, *HERE, data, **more)
    return caught.value.code


def count(conn: Connection, table: type[Base]) -> int:
    return conn.execute(select(func.count()).select_from(table)).scalar_one()


def test_what_one_writes_another_reads(conn: Connection, rooms: VisionRooms) -> None:
    writer = Writer(1)
    writer.paragraph("Iedereen hoort erbij 👍.")
    for data in writer.take():
        assert rooms.apply(conn, *HERE, data)
    update, _ = rooms.open(conn, *HERE, b"")
    reader = Writer(2, update)
    assert tree.plain_text(tree.tree_of(reader.doc)) == "Iedereen hoort erbij 👍."
    assert words(conn) == "Iedereen hoort erbij 👍."


def test_two_in_one_sentence_both_keep_their_words(conn: Connection, rooms: VisionRooms) -> None:
    rooms.apply(conn, *HERE, seed_text(["Wij groeten elkaar."]))
    start, _ = rooms.open(conn, *HERE, b"")
    one, two = Writer(1, start), Writer(2, start)
    one.first_text().insert(0, "Overdag: ")
    two.first_text().insert(len("Wij groeten elkaar"), " op straat")
    for data in one.take() + two.take():
        rooms.apply(conn, *HERE, data)
    assert words(conn) == "Overdag: Wij groeten elkaar op straat."


def test_coming_back_takes_and_gives_only_the_difference(conn: Connection, rooms: VisionRooms) -> None:
    rooms.apply(conn, *HERE, seed_text(["Een begin."]))
    update, _ = rooms.open(conn, *HERE, b"")
    away, here = Writer(1, update), Writer(2, update)
    away.paragraph("Zonder verbinding geschreven.")
    here.paragraph("Intussen in de groep.")
    for data in here.take():
        rooms.apply(conn, *HERE, data)
    lacking, vector = rooms.open(conn, *HERE, away.doc.get_state())
    assert b"Een begin" not in lacking
    away.doc.apply_update(lacking)
    assert rooms.apply(conn, *HERE, away.doc.get_update(vector))
    assert words(conn) == tree.plain_text(tree.tree_of(away.doc))
    assert "Zonder verbinding" in words(conn) and "Intussen" in words(conn)


def test_a_resent_update_is_there_once(conn: Connection, rooms: VisionRooms) -> None:
    data = seed_text(["Eén keer."])
    assert rooms.apply(conn, *HERE, data)
    assert not rooms.apply(conn, *HERE, data)
    assert count(conn, VisionUpdateRow) == 1
    assert words(conn) == "Eén keer."


def test_snapshot_and_tail_equal_the_full_log(conn: Connection, rooms: VisionRooms) -> None:
    writer = Writer(1)
    for number in range(13):
        writer.paragraph(f"zin {number}")
    every = writer.take()
    for data in every:
        rooms.apply(conn, *HERE, data)
    assert count(conn, VisionSnapshot) == 1
    assert count(conn, VisionUpdateRow) == 3
    full: Doc[Any] = Doc()
    for data in every:
        full.apply_update(data)
    assert tree.read(conn, *HERE) == tree.tree_of(full)
    fresh = VisionRooms(VisionStore(), VisionLimits())
    assert fresh.open(conn, *HERE, b"")[1] == full.get_state()


def test_what_was_committed_is_there_after_a_kill(engine: Engine, rooms: VisionRooms) -> None:
    writer = Writer(1)
    writer.paragraph("bewaard")
    with engine.begin() as conn:
        for data in writer.take():
            rooms.apply(conn, *HERE, data)
    writer.paragraph("nooit bevestigd")
    with pytest.raises(KeyError), engine.begin() as conn:
        for data in writer.take():
            rooms.apply(conn, *HERE, data)
        raise KeyError("killed before the commit")
    after = VisionRooms(VisionStore(), VisionLimits())
    with engine.begin() as conn:
        assert words(conn) == "bewaard"
        rooms.forget(*HERE)
        assert rooms.open(conn, *HERE, b"") == after.open(conn, *HERE, b"")


def test_sections_and_communities_are_apart(conn: Connection, rooms: VisionRooms) -> None:
    rooms.apply(conn, "lindebuurt", "section-1", seed_text(["hier"]))
    rooms.apply(conn, "elders", "section-1", seed_text(["daar"]))
    assert words(conn) == "hier"
    assert tree.plain_text(tree.read(conn, "elders", "section-1")) == "daar"
    assert tree.read(conn, "elders", "section-2") == tree.Tree()


def test_an_update_whose_forerunner_never_arrived_is_refused(conn: Connection, rooms: VisionRooms) -> None:
    writer = Writer(1)
    writer.paragraph("eerst")
    writer.first_text().insert(5, ", dan")
    _, second = writer.take()
    assert refused(rooms, conn, second) == "vision.bad_update"
    assert words(conn) == ""


@pytest.mark.parametrize("tag", ["script", "image", "doc"])
def test_elements_outside_the_schema_are_refused(conn: Connection, rooms: VisionRooms, tag: str) -> None:
    writer = Writer(1)
    writer.paragraph("x", tag=tag)
    assert refused(rooms, conn, writer.take()[0]) == "vision.bad_update"


def test_attributes_and_marks_outside_the_schema_are_refused(conn: Connection, rooms: VisionRooms) -> None:
    writer = Writer(1)
    writer.paragraph("x", onclick="y")
    assert refused(rooms, conn, writer.take()[0]) == "vision.bad_update"
    writer = Writer(1)
    writer.paragraph("x").format(0, 1, {"link": {"href": "javascript:x"}})
    first, second = writer.take()
    rooms.apply(conn, *HERE, first)
    assert refused(rooms, conn, second) == "vision.bad_update"


def test_other_roots_and_loose_text_are_refused(conn: Connection, rooms: VisionRooms) -> None:
    doc: Doc[Any] = Doc(client_id=1)
    doc.get("secrets", type=Map)["a"] = "b"
    assert refused(rooms, conn, doc.get_update()) == "vision.bad_update"
    doc = Doc(client_id=1)
    doc.get("text", type=XmlFragment).children.append("los")
    assert refused(rooms, conn, doc.get_update()) == "vision.bad_update"
    assert words(conn) == ""


def deep(levels: int) -> bytes:
    doc: Doc[Any] = Doc(client_id=1)
    parent: XmlFragment | XmlElement = doc.get("text", type=XmlFragment)
    with doc.transaction():
        for _ in range(levels):
            element = XmlElement("blockquote")
            parent.children.append(element)
            parent = element
    return doc.get_update()


@pytest.mark.parametrize("levels", [13, 300, 900])
def test_deep_nesting_is_refused(conn: Connection, rooms: VisionRooms, levels: int) -> None:
    assert refused(rooms, conn, deep(levels)) == "vision.bad_update"
    rooms.apply(conn, *HERE, deep(11))


def test_too_much_is_refused(conn: Connection, rooms: VisionRooms) -> None:
    assert refused(rooms, conn, b"\0" * 16_385) == "vision.too_long"


def test_a_full_text_can_still_be_made_shorter(conn: Connection, rooms: VisionRooms) -> None:
    writer = Writer(1)
    code = ""
    while not code:
        writer.paragraph("lang " * 2000)
        for data in writer.take():
            try:
                rooms.apply(conn, *HERE, data)
            except DomainError as error:
                code = error.code
    assert code == "vision.too_long"
    update, _ = rooms.open(conn, *HERE, b"")
    other = Writer(2, update)
    del other.fragment.children[0]
    other.paragraph("past weer")
    for data in other.take():
        rooms.apply(conn, *HERE, data)
    assert words(conn).endswith("past weer")


def test_another_schema_is_refused(conn: Connection, rooms: VisionRooms) -> None:
    assert refused(rooms, conn, seed_text(["x"]), schema=SCHEMA_VERSION + 1) == "vision.stale_schema"
    with pytest.raises(DomainError) as caught:
        rooms.open(conn, *HERE, b"", schema=0)
    assert caught.value.code == "vision.stale_schema"


def test_only_so_many_documents_stay_in_memory(conn: Connection) -> None:
    rooms = VisionRooms(VisionStore(), VisionLimits(rooms=3))
    for number in range(10):
        rooms.apply(conn, "lindebuurt", f"section-{number}", seed_text([str(number)]))
    assert len(rooms._rooms) == 3
    reader = Writer(1, rooms.open(conn, "lindebuurt", "section-0", b"")[0])
    assert tree.plain_text(tree.tree_of(reader.doc)) == "0"
