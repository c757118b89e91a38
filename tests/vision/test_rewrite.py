"""A text becomes another one: through updates like those of a writer, and what is equal stays."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pycrdt import Doc, XmlFragment
from sqlalchemy import create_engine

from tests.vision.writer import Writer
from workshop.store.tables import Base
from workshop.vision.rewrite import rewrite
from workshop.vision.room import VisionLimits, VisionRooms
from workshop.vision.schema import ROOT
from workshop.vision.store import VisionStore
from workshop.vision.tree import Block, Heading, List, Paragraph, Quote, Text, Tree, read, tree_of

TABLES = [Base.metadata.tables[name] for name in ("vision_updates", "vision_snapshots")]
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], include_characters="é👋🏽م\n"),
    min_size=1,
    max_size=20,
)


def runs_of(pieces: list[tuple[str, bool, bool]]) -> tuple[Text, ...]:
    """Runs in which two neighbours never look the same."""
    runs: list[Text] = []
    for text, strong, em in pieces:
        if runs and (runs[-1].strong, runs[-1].em) == (strong, em):
            runs[-1] = Text(runs[-1].text + text, strong, em)
        else:
            runs.append(Text(text, strong, em))
    # A line break has no style of its own.
    return tuple(runs) if not any("\n" in run.text for run in runs if run.strong or run.em) else ()


RUNS = st.lists(st.tuples(WORDS, st.booleans(), st.booleans()), max_size=3).map(runs_of)
PARAGRAPHS = st.builds(Paragraph, runs=RUNS, id=st.sampled_from(["", "paragraph-1", "paragraph-2"]))
HEADINGS = st.builds(Heading, runs=RUNS, level=st.sampled_from([2, 3]))


def lists(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[List]:
    items = st.lists(st.lists(inner, min_size=1, max_size=2).map(tuple), min_size=1, max_size=2).map(tuple)
    dots = st.builds(List, items=items)
    return dots | st.builds(List, items=items, ordered=st.just(True), start=st.integers(1, 9))


BLOCKS: st.SearchStrategy[Block] = (
    PARAGRAPHS
    | HEADINGS
    | lists(PARAGRAPHS | lists(PARAGRAPHS))
    | st.builds(Quote, blocks=st.lists(PARAGRAPHS, min_size=1, max_size=2).map(tuple))
)
TREES = st.builds(Tree, blocks=st.lists(BLOCKS, max_size=5).map(tuple))


@settings(deadline=None, max_examples=60)
@given(first=TREES, second=TREES)
def test_any_text_becomes_any_other_through_updates_that_a_room_takes(first: Tree, second: Tree) -> None:
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine, tables=TABLES)
    rooms = VisionRooms(VisionStore(), VisionLimits())
    with engine.begin() as conn:
        for wanted in (first, second):
            text, _ = rooms.open(conn, "c", "s", b"")
            for update in rewrite(text, wanted):
                assert rooms.apply(conn, "c", "s", update)
            assert read(conn, "c", "s") == wanted
        text, _ = rooms.open(conn, "c", "s", b"")
        assert rewrite(text, second) == []


def test_what_stays_keeps_what_somebody_types_there_meanwhile() -> None:
    writer = Writer(7)
    writer.paragraph("Dit blijft.", id="stays")
    writer.paragraph("Dit gaat weg.")
    text = writer.doc.get_update()
    other = Writer(8, text)
    other.first_text().insert(0, "Ja: ")
    wanted = Tree(blocks=(Paragraph((Text("Dit blijft."),), "stays"), Paragraph((Text("Dit is nieuw."),))))
    merged: Doc[Any] = Doc()
    merged.get(ROOT, type=XmlFragment)
    for update in (text, *rewrite(text, wanted), *other.take()):
        merged.apply_update(update)
    assert [block.runs[0].text for block in tree_of(merged).blocks if isinstance(block, Paragraph)] == [
        "Ja: Dit blijft.",
        "Dit is nieuw.",
    ]


def test_no_update_is_larger_than_an_editors_may_be() -> None:
    long = "Een heel lange alinea 👋. " * 4_000
    empty: Doc[Any] = Doc()
    empty.get(ROOT, type=XmlFragment)
    updates = rewrite(empty.get_update(), Tree(blocks=(Paragraph((Text(long),)),)))
    assert max(len(update) for update in updates) < VisionLimits().update_bytes
    for update in updates:
        empty.apply_update(update)
    assert tree_of(empty).blocks == (Paragraph((Text(long),)),)
