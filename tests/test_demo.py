"""The demo: whole, walkable, back as it was, and a start for others."""

from __future__ import annotations

from itertools import pairwise

import pytest

import phases
from workshop import demo
from workshop.accounts import projects
from workshop.accounts.communities import Place
from workshop.config import Config
from workshop.container import Container, open_container
from workshop.core.schema import Record
from workshop.demo import neighbourhood
from workshop.demo.play import difference
from workshop.features.agenda.schema import PhaseRenamed, PhaseTitle, Prompt, PromptChanged
from workshop.features.agreements.schema import Agreement
from workshop.features.boards.schema import Board
from workshop.features.cards.schema import Card, CardAdd
from workshop.features.community.decide import community_of
from workshop.features.meetings.schema import Meeting
from workshop.features.members.schema import Member
from workshop.features.sections.schema import Section, Source
from workshop.features.terms.schema import Term
from workshop.features.themes.schema import Theme
from workshop.features.versions.schema import Version
from workshop.vision.tree import plain_text, read

OF_PEOPLE: tuple[type[Record], ...] = (Member, Card, Theme, Term, Version)


@pytest.fixture
def container(config: Config) -> Container:
    return open_container(config)


def demo_of(container: Container) -> Place:
    found = container.communities.demo()
    assert found is not None
    return found


def text_of(container: Container, community: str, heading: str) -> str:
    sections = container.ledger.state(community)[Section].values()
    section = next(one for one in sections if one.heading == heading)
    with container.db.read() as connection:
        return plain_text(read(connection, community, section.id))


def test_the_meeting_that_goes_on_keeps_to_its_plan(container: Container) -> None:
    state = container.ledger.state(demo.build_demo(container))
    meeting = next(one for one in state[Meeting].values() if one.state == "open")
    here = next(at for at, item in enumerate(meeting.agenda) if item.id == meeting.item)
    begun = [item.started_at for item in meeting.agenda[: here + 1]]
    assert begun[0] == meeting.opened_at and begun[-1] == meeting.item_started_at
    passed = [(after - before) / 60_000 for before, after in pairwise(at for at in begun if at is not None)]
    assert passed == [item.minutes for item in meeting.agenda[:here]]
    assert all(item.started_at is None for item in meeting.agenda[here + 1 :])


def test_the_demo_is_the_whole_scenario(container: Container) -> None:
    community = demo.build_demo(container)
    state = container.ledger.state(community)
    assert demo_of(container).id == community
    assert (
        community_of(state).name == "Lindebuurt"
        and community_of(state).title == "Samen groot in de Lindebuurt"
    )
    counts = {name: len(records) for name, records in state.collections.items()}
    expected = {"members": 14, "seats": 3, "meetings": 4, "themes": 4, "terms": 5, "rounds": 2}
    assert {name: counts[name] for name in expected} == expected
    assert [meeting.state for meeting in state[Meeting].values()] == ["closed"] * 3 + ["open"]
    numbered = [version for version in state[Version].values() if version.label]
    assert [version.adopted for version in numbered] == [None, "2027-04-13"]
    assert {version.occasion for version in state[Version].values()} >= {"meeting_opened", "meeting_closed"}
    assert not state[Card]["demo-card-c12"].quote
    assert state[Card]["demo-card-c11"].author is None
    pictures = {card.picture for card in state[Card].values()}
    assert pictures == {None, "ball", "bicycle", "circle"}
    totals = state[Board]["des-4"].dots_totals
    assert totals == {f"demo-card-{c}": n for c, n in neighbourhood.raw()["expected_tally"].items()}


def test_a_visitor_comes_into_a_meeting_that_goes_on(container: Container) -> None:
    state = container.ledger.state(demo.build_demo(container))
    assert all(sum(item.minutes for item in meeting.agenda) == 120 for meeting in state[Meeting].values())
    meeting = state[Meeting]["demo-meeting-m4"]
    here = next(item for item in meeting.agenda if item.id == meeting.item)
    assert here.step is not None and here.step == community_of(state).step
    assert "card.add" in phases.process().steps[here.step].allows


def test_a_newcomer_finds_something_on_every_board(container: Container) -> None:
    state = container.ledger.state(demo.build_demo(container))
    assert set(community_of(state).visited) == set(phases.process().steps)
    filled = {card.board for card in state[Card].values()}
    assert filled == {step.id for step in phases.process().steps.values() if step.columns}


def test_the_text_is_the_one_that_was_agreed_on(container: Container) -> None:
    community = demo.build_demo(container)
    for section in neighbourhood.raw()["vision"]["sections"]:
        if section["text"]:
            assert text_of(container, community, section["heading"]) == section["text"]
    short = "\n".join(neighbourhood.raw()["summary_page"]["sentences"])
    assert text_of(container, community, "In het kort") == short


def test_every_source_is_behind_a_paragraph_that_is_there(container: Container) -> None:
    state = container.ledger.state(demo.build_demo(container))
    wanted = {
        (section["heading"], f"demo-card-{card}")
        for section in neighbourhood.raw()["vision"]["sections"]
        for card in section["sources"]
    }
    assert {(state[Section][s.section].heading, s.card) for s in state[Source].values()} == wanted


def test_a_reset_takes_away_what_visitors_did_and_keeps_the_code(container: Container) -> None:
    first = demo.build_demo(container)
    code = demo_of(container).join_code
    container.ledger.carry_out(
        first,
        "demo-member-p02",
        CardAdd(
            command="visitor-1",
            card="visitor-card",
            board="dis-2",
            column="story",
            text="Hallo",
        ),
    )
    second = demo.reset_demo(container)
    assert second != first and container.communities.place(first) is None
    assert demo_of(container).join_code == code
    assert "visitor-card" not in container.ledger.state(second)[Card]
    assert len([one for one in container.communities.every() if one.project_id == demo.PROJECT]) == 1


def test_an_empty_community_has_the_demos_settings_and_nothing_of_its_people(container: Container) -> None:
    community = demo.build_demo(container)
    container.ledger.record(
        community,
        lambda _room: [
            PhaseRenamed(phase=PhaseTitle(id="define", name="Verwoorden")),
            PromptChanged(prompt=Prompt(id="dis-2.0", text="Wat lukte er?")),
        ],
    )
    project = projects.create(container.db, None, "Eigen project", "", "", "")
    state = container.ledger.state(demo.start_empty_from_demo(container, project, "Havenkwartier"))
    assert community_of(state).name == "Havenkwartier" and community_of(state).visited == ["def-1"]
    assert [kind for kind in OF_PEOPLE if state[kind]] == []
    assert state[PhaseTitle]["define"].name == "Verwoorden"
    assert state[Prompt]["dis-2.0"].text == "Wat lukte er?"
    headings = [s.heading for s in sorted(state[Section].values(), key=lambda s: s.rank) if not s.removed]
    assert headings[:2] == ["In het kort", "Onze droom"] and len(headings) == 12


def test_names_do_not_repeat_that_all_is_invented(container: Container) -> None:
    state = container.ledger.state(demo.build_demo(container))
    assert not [m for m in state[Member].values() if "fictief" in m.name]
    assert not [m for m in state[Meeting].values() if "fictief" in m.place]
    assert not [a for a in state[Agreement].values() if "fictief" in a.paid_by]


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [("abc", "axc", (1, 1)), ("ab", "aab", (1, 1)), ("a", "a", (1, 0)), ("x", "y", (0, 0))],
)
def test_only_the_words_that_differ_are_typed(old: str, new: str, same: tuple[int, int]) -> None:
    assert difference(old, new) == same
