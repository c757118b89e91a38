"""The outline of the vision: its order, what is put aside, and the cards behind its paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.features.group import CORE, FACILITATOR, GUEST, PARENT, GroupFixture
from workshop.features.boards.schema import BoardHide
from workshop.features.cards.schema import CardWithdraw
from workshop.features.sections.decide import in_order
from workshop.features.sections.schema import (
    Section,
    SectionAdd,
    SectionEdit,
    SectionMove,
    SectionRemove,
    SectionRestore,
    Source,
    SourceAdd,
    SourceRemove,
    SourceRemoved,
)

SECTIONS = [f"section-a{number}" for number in range(4)]


def outline() -> GroupFixture:
    """A vision with the four sections above and nothing else."""
    group = GroupFixture("dis-2")
    group.state[Section].clear()
    for section in SECTIONS:
        group.do(PARENT, SectionAdd, section=section, heading=section)
    return group


@pytest.fixture
def group() -> GroupFixture:
    return outline()


def order(group: GroupFixture) -> list[str]:
    return [section.id[-2:] for section in in_order(group.state)]


def test_a_new_section_comes_last_or_after_another(group: GroupFixture) -> None:
    assert order(group) == ["a0", "a1", "a2", "a3"]
    group.do(PARENT, SectionAdd, section="section-b1", heading="Spelen", level=2, after=SECTIONS[1])
    group.do(PARENT, SectionAdd, section="section-b2", heading="Eten", after="section-404")
    assert order(group) == ["a0", "a1", "b1", "a2", "a3", "b2"]
    assert group.state[Section]["section-b1"].level == 2


def test_the_first_section_of_all_is_just_added() -> None:
    group = GroupFixture()
    group.state[Section].clear()
    group.do(PARENT, SectionAdd, section=SECTIONS[0], heading="Spelen")
    assert order(group) == ["a0"]


@pytest.mark.parametrize(
    ("moved", "after", "expected"),
    [
        (3, None, ["a3", "a0", "a1", "a2"]),
        (0, 2, ["a1", "a2", "a0", "a3"]),
        (0, 3, ["a1", "a2", "a3", "a0"]),
        (2, 1, ["a0", "a1", "a2", "a3"]),
        (2, 2, ["a0", "a1", "a2", "a3"]),
    ],
)
def test_a_section_goes_after_another_or_first(
    group: GroupFixture, moved: int, after: int | None, expected: list[str]
) -> None:
    target = None if after is None else SECTIONS[after]
    group.do(GUEST, SectionMove, section=SECTIONS[moved], after=target)
    assert order(group) == expected


def test_a_heading_or_level_is_changed(group: GroupFixture) -> None:
    group.do(PARENT, SectionEdit, section=SECTIONS[0], heading="Samen groot")
    group.do(PARENT, SectionEdit, section=SECTIONS[0], level=2)
    section = group.state[Section][SECTIONS[0]]
    assert (section.heading, section.level) == ("Samen groot", 2)
    assert group.refused(PARENT, SectionEdit, section=SECTIONS[0], heading="<h1>Groot") == "text.html"


def test_what_is_put_aside_comes_back_in_its_place(group: GroupFixture) -> None:
    group.do(CORE, SectionRemove, section=SECTIONS[1])
    assert order(group) == ["a0", "a2", "a3"]
    group.do(CORE, SectionRestore, section=SECTIONS[1])
    assert order(group) == ["a0", "a1", "a2", "a3"]
    assert group.do(CORE, SectionRestore, section=SECTIONS[1]) == []


def test_a_place_that_was_put_aside_is_not_given_away(group: GroupFixture) -> None:
    group.do(CORE, SectionRemove, section=SECTIONS[1])
    group.do(PARENT, SectionMove, section=SECTIONS[3], after=SECTIONS[0])
    group.do(CORE, SectionRestore, section=SECTIONS[1])
    assert order(group) == ["a0", "a3", "a1", "a2"]
    group.do(PARENT, SectionAdd, section="section-b1", heading="Ertussen", after=SECTIONS[3])
    assert order(group) == ["a0", "a3", "b1", "a1", "a2"]


def test_a_section_that_is_not_there_is_said_so(group: GroupFixture) -> None:
    group.do(CORE, SectionRemove, section=SECTIONS[0])
    for section in (SECTIONS[0], "section-404"):
        assert group.refused(PARENT, SectionEdit, section=section, level=2) == "section.not_found"
        assert group.refused(PARENT, SectionMove, section=section) == "section.not_found"
        assert group.refused(CORE, SectionRemove, section=section) == "section.not_found"
    assert group.refused(CORE, SectionRestore, section="section-404") == "section.not_found"
    assert group.refused(PARENT, SectionAdd, section=SECTIONS[0], heading="Weer") == "exists"
    assert group.refused(PARENT, SectionRemove, section=SECTIONS[1]) == "not_allowed"


@settings(deadline=None, max_examples=30)
@given(
    moves=st.lists(
        st.tuples(
            st.sampled_from(["add", "move", "remove", "restore"]),
            st.integers(0, 5),
            st.none() | st.integers(0, 5),
        ),
        max_size=25,
    )
)
def test_no_two_sections_ever_want_the_same_place(moves: list[tuple[str, int, int | None]]) -> None:
    group = outline()
    for number, (what, one, other) in enumerate(moves):
        there = sorted(group.state[Section])
        section = there[one % len(there)]
        after = None if other is None else there[other % len(there)]
        if what == "add":
            group.do(PARENT, SectionAdd, section=f"section-n{number:02}", heading="Nieuw", after=after)
        elif what == "restore":
            group.do(CORE, SectionRestore, section=section)
        elif not group.state[Section][section].removed:
            if what == "remove":
                group.do(CORE, SectionRemove, section=section)
            else:
                group.do(PARENT, SectionMove, section=section, after=after)
                row = [s.id for s in in_order(group.state)]
                if after is None:
                    assert row[0] == section
                elif after in row and after != section:
                    assert row[row.index(after) + 1] == section
        ranks = [s.rank for s in group.state[Section].values()]
        assert len(set(ranks)) == len(ranks)


# ---------------------------------------------------------------- building blocks


def test_the_core_team_gives_a_section_a_building_block_and_takes_it_away(group: GroupFixture) -> None:
    group.do(CORE, SectionEdit, section=SECTIONS[0], block="together")
    assert group.state[Section][SECTIONS[0]].block == "together"
    group.do(PARENT, SectionEdit, section=SECTIONS[0], heading="Samen", block="together")
    assert group.state[Section][SECTIONS[0]].block == "together"
    group.do(PARENT, SectionEdit, section=SECTIONS[0], heading="Met elkaar")
    assert group.state[Section][SECTIONS[0]].block == "together"
    group.do(FACILITATOR, SectionEdit, section=SECTIONS[0], block="")
    assert group.state[Section][SECTIONS[0]].block is None


def test_a_new_section_begins_with_its_building_block(group: GroupFixture) -> None:
    group.do(FACILITATOR, SectionAdd, section="section-b1", heading="Samen", block="together")
    assert group.state[Section]["section-b1"].block == "together"
    assert group.state[Section][SECTIONS[0]].block is None


def test_others_give_no_building_block(group: GroupFixture) -> None:
    group.do(CORE, SectionEdit, section=SECTIONS[1], block="craft")
    assert group.refused(PARENT, SectionEdit, section=SECTIONS[0], block="craft") == "not_allowed"
    assert group.refused(GUEST, SectionEdit, section=SECTIONS[1], block="") == "not_allowed"
    refused = group.refused(PARENT, SectionAdd, section="section-b1", heading="Samen", block="craft")
    assert refused == "not_allowed"


def test_a_building_block_is_one_of_the_process(group: GroupFixture) -> None:
    wrong = group.refused(CORE, SectionEdit, section=SECTIONS[0], block="no_such_block")
    assert wrong == "section.no_such_block"


# ---------------------------------------------------------------- sources


def source(group: GroupFixture, number: int, **fields: str) -> list[object]:
    given = {"section": SECTIONS[0], "paragraph": "p1", "card": "card-0001", **fields}
    return [*group.do(GUEST, SourceAdd, source=f"source-0{number}", **given)]


def test_a_card_stands_behind_a_paragraph_once(group: GroupFixture) -> None:
    group.card()
    assert len(source(group, 1)) == 1
    assert source(group, 2) == []
    assert len(source(group, 3, paragraph="p2")) == 1
    assert len(source(group, 4, paragraph="")) == 1
    assert len(source(group, 5, section=SECTIONS[1])) == 1
    assert set(group.state[Source]) == {"source-01", "source-03", "source-04", "source-05"}


def test_a_source_is_taken_away_by_hand_or_with_its_card(group: GroupFixture) -> None:
    group.card()
    source(group, 1)
    source(group, 2, paragraph="p2")
    assert group.do(PARENT, SourceRemove, source="source-01") == [SourceRemoved(source="source-01")]
    assert group.refused(PARENT, SourceRemove, source="source-01") == "not_found"
    group.do(PARENT, CardWithdraw, card="card-0001")
    assert group.state[Source] == {}


def test_a_source_is_a_card_to_read_and_a_section_that_is_there(group: GroupFixture) -> None:
    group.card()
    source(group, 1)
    given = {"source": "source-01", "section": SECTIONS[0], "paragraph": "p9", "card": "card-0001"}
    assert group.refused(PARENT, SourceAdd, **given) == "exists"
    given["source"] = "source-02"
    assert group.refused(PARENT, SourceAdd, **{**given, "card": "card-0404"}) == "not_found"
    assert group.refused(PARENT, SourceAdd, **{**given, "section": "section-404"}) == "section.not_found"
    group.do(CORE, BoardHide, board="dis-2")
    group.card("card-0002")
    assert group.refused(PARENT, SourceAdd, **{**given, "card": "card-0002"}) == "card.hidden"
