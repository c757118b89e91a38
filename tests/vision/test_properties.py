"""Properties that hold for whatever arrives."""

from __future__ import annotations

from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pycrdt import Doc
from sqlalchemy import create_engine

from tests.vision.writer import Writer
from workshop.core.errors import DomainError
from workshop.tables import METADATA
from workshop.vision import tree
from workshop.vision.room import VisionLimits, VisionRooms, together
from workshop.vision.seed import seed_text
from workshop.vision.store import VisionStore

HERE = ("lindebuurt", "section-1")
NAMES = ("communities", "projects", "vision_updates", "vision_snapshots")
TABLES = [METADATA.tables[name] for name in NAMES]

_writer = Writer(7)
for _number in range(3):
    _writer.paragraph(f"zin {_number} 👍", tag="heading", level=2)
    _writer.first_text().format(0, 2, {"strong": {}})
GOOD = [*_writer.take(), seed_text([("p-12345678", "Een zin."), "Nog een zin."])]


@st.composite
def broken(draw: st.DrawFn) -> bytes:
    """A good update with some bytes changed, cut or doubled."""
    data = bytearray(draw(st.sampled_from(GOOD)))
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, max(len(data) - 1, 0)))
        match draw(st.sampled_from(["set", "cut", "double"])):
            case "set" if data:
                data[place] = draw(st.integers(0, 255))
            case "cut":
                data = data[:place]
            case _:
                data += data[place:]
    return bytes(data)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.binary(max_size=60), broken()), max_size=5))
def test_no_bytes_break_a_room(arrivals: list[bytes]) -> None:
    engine = create_engine("sqlite://")
    METADATA.create_all(engine, tables=TABLES)
    rooms = VisionRooms(VisionStore(), VisionLimits(snapshot_every=3))
    with engine.begin() as conn:
        for data in arrivals:
            try:
                rooms.apply(conn, *HERE, data)
            except DomainError as error:
                assert error.code in ("vision.bad_update", "vision.too_long")
        rooms.apply(conn, *HERE, seed_text(["Dit blijft staan."]))
        writer = Writer(4711, rooms.open(conn, *HERE, b"")[0])
        writer.paragraph("En dit ook.")
        for data in writer.take():
            assert rooms.apply(conn, *HERE, data)
        assert "En dit ook." in tree.plain_text(tree.read(conn, *HERE))
    engine.dispose()


edits = st.lists(
    st.tuples(
        st.sampled_from(["insert", "delete", "block", "bold"]), st.integers(0, 30), st.text(max_size=8)
    ),
    max_size=8,
)


def carry_out(writer: Writer, steps: list[tuple[str, int, str]]) -> None:
    """Do these edits in the first paragraph, wherever they are possible."""
    for what, place, text in steps:
        clean = text.replace("\x00", "").encode("utf-8", "ignore").decode()
        if not len(writer.fragment.children) or what == "block":
            writer.paragraph(clean)
            continue
        target = writer.first_text()
        # Offsets count bytes here; the start of the text is always between two characters.
        length = sum(len(piece.encode()) for piece, _ in target.diff())
        if what == "insert":
            target.insert(0 if place % 2 else length, clean)
        elif what == "delete":
            del target[0:length]
        elif length:
            target.format(0, length, {"strong": {} if place % 2 else None})


@settings(max_examples=120, deadline=None)
@given(edits, edits, st.randoms(use_true_random=False))
def test_two_writers_a_reader_and_the_log_come_out_equal(
    first: list[tuple[str, int, str]], second: list[tuple[str, int, str]], random: Random
) -> None:
    engine = create_engine("sqlite://")
    METADATA.create_all(engine, tables=TABLES)
    rooms = VisionRooms(VisionStore(), VisionLimits(snapshot_every=4))
    with engine.begin() as conn:
        rooms.apply(conn, *HERE, seed_text(["Samen."]))
        start, _ = rooms.open(conn, *HERE, b"")
        one, two = Writer(1, start), Writer(2, start)
        carry_out(one, first)
        carry_out(two, second)
        reader = Writer(3, start)
        queues, batch = [one.take(), two.take()], list[bytes]()
        while any(queues):
            queue = random.choice([queue for queue in queues if queue])
            batch.append(queue.pop(0))
            rooms.apply(conn, *HERE, batch[-1])
            if random.random() < 0.4 or not any(queues):
                for data in together(batch):
                    reader.doc.apply_update(data)
                batch = []
        for writer in (one, two):
            writer.doc.apply_update(rooms.open(conn, *HERE, writer.doc.get_state())[0])
        assert tree.tree_of(one.doc) == tree.tree_of(two.doc) == tree.read(conn, *HERE)
        assert tree.tree_of(reader.doc) == tree.tree_of(one.doc)
    engine.dispose()


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), max_size=40), max_size=6))
def test_a_seed_is_deterministic_and_reads_back(paragraphs: list[str]) -> None:
    assert seed_text(paragraphs) == seed_text(paragraphs)
    doc: Doc[Any] = Doc()
    doc.apply_update(seed_text(paragraphs))
    doc.apply_update(seed_text(paragraphs))
    assert tree.plain_text(tree.tree_of(doc)) == "\n".join(paragraphs)
