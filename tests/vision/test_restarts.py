"""What the server takes it can read again after a restart, however the bytes were made."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection

from tests.vision.test_places import (
    ORIGIN,
    RIGHT,
    ROOT,
    STRING,
    TEXT,
    TYPE,
    element,
    id_,
    named,
    update,
    within,
)
from tests.vision.yjs_writers import run
from workshop.core.errors import DomainError
from workshop.vision import tree
from workshop.vision.lib0 import written
from workshop.vision.room import VisionRooms

HERE = ("lindebuurt", "section-1")
GC, DELETED = 0, 1


def words(text: str) -> bytes:
    data = text.encode()
    return written(len(data)) + data


def paragraph(text: str) -> bytes:
    """A paragraph (9, 0), its text (9, 1), and from (9, 2) on its words."""
    return update(
        bytes([TYPE]) + ROOT + element("paragraph"),
        bytes([TYPE]) + within(9, 0) + written(TEXT),
        bytes([STRING]) + within(9, 1) + words(text),
    )


def test_after_half_a_character_was_deleted_one_writes_on(conn: Connection, rooms: VisionRooms) -> None:
    assert rooms.apply(conn, *HERE, paragraph("a👍b"))
    assert rooms.apply(conn, *HERE, b"\0" + written(1) + written(9) + written(1) + written(4) + written(1))
    rooms.forget(*HERE)
    assert rooms.apply(conn, *HERE, update(bytes([STRING | ORIGIN]) + id_(9, 2) + named("X"), client=5))
    assert tree.plain_text(tree.read(conn, *HERE)).startswith("aX")


@pytest.mark.parametrize("half", [3, 4], ids=["the first", "the second"])
def test_half_a_character_moves_no_clock_in_a_snapshot(
    conn: Connection, rooms: VisionRooms, half: int
) -> None:
    assert rooms.apply(conn, *HERE, paragraph("a👍b"))
    assert rooms.apply(conn, *HERE, b"\0" + written(1) + written(9) + written(1) + written(half) + written(1))
    for clock in range(6, 12):  # more of them than a snapshot waits for
        after = bytes([STRING | ORIGIN]) + id_(9, clock - 1) + named("x")
        assert rooms.apply(conn, *HERE, update(after, clock=clock))
    assert rooms._store.load(conn, *HERE).snapshot is not None
    rooms.forget(*HERE)
    assert rooms.open(conn, *HERE, b"")[1] == written(1) + written(9) + written(12)


def test_a_character_that_is_cut_is_taken_away_for_everybody(conn: Connection, rooms: VisionRooms) -> None:
    rooms.apply(conn, *HERE, paragraph("a👍b"))
    between = bytes([STRING | ORIGIN | RIGHT]) + id_(9, 3) + id_(9, 4) + named("X")
    whole, cut = rooms.apply(conn, *HERE, update(between, client=5))
    assert whole == b"\0" + written(1) + written(9) + written(1) + written(3) + written(2)
    assert cut == update(between, client=5)
    assert tree.plain_text(tree.read(conn, *HERE)) == "aXb"


def test_a_character_that_comes_and_is_cut_at_once_keeps_its_clocks(
    conn: Connection, rooms: VisionRooms
) -> None:
    half = written(1) + written(9) + written(1) + written(4) + written(1)
    (taken,) = rooms.apply(conn, *HERE, paragraph("a👍b 👍")[:-1] + half)
    assert taken == paragraph("a\ufffd\ufffdb 👍")[:-1] + half
    assert rooms.apply(conn, *HERE, update(bytes([STRING | ORIGIN]) + id_(9, 8) + named("x"), clock=9))
    assert tree.plain_text(tree.read(conn, *HERE)) == "a\ufffdb 👍x"


@pytest.mark.parametrize("length", [2**31, 2**32 + 5, 2**40])
@pytest.mark.parametrize("kind", [GC, DELETED])
def test_clocks_that_the_server_and_browsers_count_differently_are_refused(
    conn: Connection, rooms: VisionRooms, kind: int, length: int
) -> None:
    rooms.apply(conn, *HERE, paragraph("woord"))
    struct = bytes([GC]) if kind == GC else bytes([DELETED | ORIGIN]) + id_(9, 6)
    with pytest.raises(DomainError) as caught:
        rooms.apply(conn, *HERE, update(struct + written(length), clock=7))
    assert caught.value.code == "vision.bad_update"
    assert rooms.apply(conn, *HERE, update(bytes([STRING | ORIGIN]) + id_(9, 6) + named("en"), clock=7))
    assert tree.plain_text(tree.read(conn, *HERE)) == "woorden"


def test_a_text_that_was_taken_once_can_be_written_in(conn: Connection, rooms: VisionRooms) -> None:
    """As an earlier release took it: loose words at the root."""
    loose = update(bytes([STRING]) + ROOT + named("los"), client=3)
    rooms._store.append(conn, *HERE, loose)
    assert rooms.apply(conn, *HERE, paragraph("woord"))


def test_every_update_of_writers_in_an_editor_is_taken_with_restarts_between() -> None:
    updates, sections, compared = run(seed=1, updates=500)
    assert updates >= 500
    assert compared > 0.7 * sections
