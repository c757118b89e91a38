"""The outline of the vision: its order, what is put aside, and the cards behind its paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.village import CORE, GUEST, PARENT, Village
from workshop.events import (
    BoardHide,
    CardWithdraw,
    SectionAdd,
    SectionEdit,
    SectionMove,
    SectionRemove,
    SectionRestore,
    SourceAdd,
    SourceRemove,
    SourceRemoved,
)
from workshop.sections import in_order

SECTIONS = [f"section-a{number}" for number in range(4)]


def outline() -> Village:
    """A vision with the four sections above and nothing else."""
    village = Village("dis-2")
    village.state.sections.clear()
    for section in SECTIONS:
        village.do(PARENT, SectionAdd, section=section, heading=section)
    return village


@pytest.fixture
def village() -> Village:
    return outline()


def order(village: Village) -> list[str]:
    return [section.id[-2:] for section in in_order(village.state)]


def test_a_new_section_comes_last_or_after_another(village: Village) -> None:
    assert order(village) == ["a0", "a1", "a2", "a3"]
    village.do(PARENT, SectionAdd, section="section-b1", heading="Spelen", level=2, after=SECTIONS[1])
    village.do(PARENT, SectionAdd, section="section-b2", heading="Eten", after="section-404")
    assert order(village) == ["a0", "a1", "b1", "a2", "a3", "b2"]
    assert village.state.sections["section-b1"].level == 2


def test_the_first_section_of_all_is_just_added() -> None:
    village = Village()
    village.state.sections.clear()
    village.do(PARENT, SectionAdd, section=SECTIONS[0], heading="Spelen")
    assert order(village) == ["a0"]


@pytest.mark.parametrize(("moved", "after", "expected"), [
    (3, None, ["a3", "a0", "a1", "a2"]),
    (0, 2, ["a1", "a2", "a0", "a3"]),
    (0, 3, ["a1", "a2", "a3", "a0"]),
    (2, 1, ["a0", "a1", "a2", "a3"]),
    (2, 2, ["a0", "a1", "a2", "a3"]),
])
def test_a_section_goes_after_another_or_first(
    village: Village, moved: int, after: int | None, expected: list[str]
) -> None:
    target = None if after is None else SECTIONS[after]
    village.do(GUEST, SectionMove, section=SECTIONS[moved], after=target)
    assert order(village) == expected


def test_a_heading_or_level_is_changed(village: Village) -> None:
    village.do(PARENT, SectionEdit, section=SECTIONS[0], heading="Samen groot")
    village.do(PARENT, SectionEdit, section=SECTIONS[0], level=2)
    section = village.state.sections[SECTIONS[0]]
    assert (section.heading, section.level) == ("Samen groot", 2)
    assert village.refused(PARENT, SectionEdit, section=SECTIONS[0], heading="<h1>Groot") == "text.html"


def test_what_is_put_aside_comes_back_in_its_place(village: Village) -> None:
    village.do(CORE, SectionRemove, section=SECTIONS[1])
    assert order(village) == ["a0", "a2", "a3"]
    village.do(CORE, SectionRestore, section=SECTIONS[1])
    assert order(village) == ["a0", "a1", "a2", "a3"]
    assert village.do(CORE, SectionRestore, section=SECTIONS[1]) == []


def test_a_place_that_was_put_aside_is_not_given_away(village: Village) -> None:
    village.do(CORE, SectionRemove, section=SECTIONS[1])
    village.do(PARENT, SectionMove, section=SECTIONS[3], after=SECTIONS[0])
    village.do(CORE, SectionRestore, section=SECTIONS[1])
    assert order(village) == ["a0", "a3", "a1", "a2"]
    village.do(PARENT, SectionAdd, section="section-b1", heading="Ertussen", after=SECTIONS[3])
    assert order(village) == ["a0", "a3", "b1", "a1", "a2"]


def test_a_section_that_is_not_there_is_said_so(village: Village) -> None:
    village.do(CORE, SectionRemove, section=SECTIONS[0])
    for section in (SECTIONS[0], "section-404"):
        assert village.refused(PARENT, SectionEdit, section=section, level=2) == "section.not_found"
        assert village.refused(PARENT, SectionMove, section=section) == "section.not_found"
        assert village.refused(CORE, SectionRemove, section=section) == "section.not_found"
    assert village.refused(CORE, SectionRestore, section="section-404") == "section.not_found"
    assert village.refused(PARENT, SectionAdd, section=SECTIONS[0], heading="Weer") == "exists"
    assert village.refused(PARENT, SectionRemove, section=SECTIONS[1]) == "not_allowed"


@settings(deadline=None, max_examples=30)
@given(moves=st.lists(st.tuples(
    st.sampled_from(["add", "move", "remove", "restore"]), st.integers(0, 5), st.none() | st.integers(0, 5)
), max_size=25))
def test_no_two_sections_ever_want_the_same_place(moves: list[tuple[str, int, int | None]]) -> None:
    village = outline()
    for number, (what, one, other) in enumerate(moves):
        there = sorted(village.state.sections)
        section = there[one % len(there)]
        after = None if other is None else there[other % len(there)]
        if what == "add":
            village.do(PARENT, SectionAdd, section=f"section-n{number:02}", heading="Nieuw", after=after)
        elif what == "restore":
            village.do(CORE, SectionRestore, section=section)
        elif not village.state.sections[section].removed:
            if what == "remove":
                village.do(CORE, SectionRemove, section=section)
            else:
                village.do(PARENT, SectionMove, section=section, after=after)
                row = [s.id for s in in_order(village.state)]
                if after is None:
                    assert row[0] == section
                elif after in row and after != section:
                    assert row[row.index(after) + 1] == section
        ranks = [s.rank for s in village.state.sections.values()]
        assert len(set(ranks)) == len(ranks)


# ---------------------------------------------------------------- sources

def source(village: Village, number: int, **fields: str) -> list[object]:
    given = {"section": SECTIONS[0], "paragraph": "p1", "card": "card-0001", **fields}
    return [*village.do(GUEST, SourceAdd, source=f"source-0{number}", **given)]


def test_a_card_stands_behind_a_paragraph_once(village: Village) -> None:
    village.card()
    assert len(source(village, 1)) == 1
    assert source(village, 2) == []
    assert len(source(village, 3, paragraph="p2")) == 1
    assert len(source(village, 4, paragraph="")) == 1
    assert len(source(village, 5, section=SECTIONS[1])) == 1
    assert set(village.state.sources) == {"source-01", "source-03", "source-04", "source-05"}


def test_a_source_is_taken_away_by_hand_or_with_its_card(village: Village) -> None:
    village.card()
    source(village, 1)
    source(village, 2, paragraph="p2")
    assert village.do(PARENT, SourceRemove, source="source-01") == [SourceRemoved(source="source-01")]
    assert village.refused(PARENT, SourceRemove, source="source-01") == "not_found"
    village.do(PARENT, CardWithdraw, card="card-0001")
    assert village.state.sources == {}


def test_a_source_is_a_card_to_read_and_a_section_that_is_there(village: Village) -> None:
    village.card()
    source(village, 1)
    given = {"source": "source-01", "section": SECTIONS[0], "paragraph": "p9", "card": "card-0001"}
    assert village.refused(PARENT, SourceAdd, **given) == "exists"
    given["source"] = "source-02"
    assert village.refused(PARENT, SourceAdd, **{**given, "card": "card-0404"}) == "not_found"
    assert village.refused(PARENT, SourceAdd, **{**given, "section": "section-404"}) == "section.not_found"
    village.do(CORE, BoardHide, board="dis-2")
    village.card("card-0002")
    assert village.refused(PARENT, SourceAdd, **{**given, "card": "card-0002"}) == "card.hidden"
