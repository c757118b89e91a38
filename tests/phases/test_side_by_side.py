"""Two communities with different processes in one container: each knows its own and nothing of the other."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask

import phases
from exports.outline import chapters, voices
from exports.outline.model import Chapter, Heading, List
from exports.outline.words import Words
from phases import Process, registry
from tests.features.group import CORE, PARENT, GroupFixture
from tests.web.conftest import Installation
from workshop.core.errors import DomainError
from workshop.core.state import State, fold
from workshop.features.agenda.schema import PhaseRename, PhaseTitle, PromptSet, StepStart
from workshop.features.cards.schema import CardQuote
from workshop.features.community import decide as community
from workshop.features.community.decide import community_of, process_of
from workshop.features.meetings.schema import MeetingPlan
from workshop.features.sections import decide as sections
from workshop.features.sections.schema import Section
from workshop.features.voting.schema import Dot, DotPlace, DotsOpen


class ToyGroup(GroupFixture):
    """A group that follows the small process."""

    def __init__(self, toy: Process) -> None:
        super().__init__()
        fresh = State()
        fold(fresh, [*community.found("Speelstad", "en", process=toy.id), *sections.begin(toy, "en")])
        for name in ("community", "sections"):
            self.state.collections[name] = fresh.collections[name]


@pytest.fixture
def toy_group(toy: Process) -> ToyGroup:
    return ToyGroup(toy)


def headings(chapter: Chapter) -> list[str]:
    return [span.text for block in chapter.blocks if isinstance(block, Heading) for span in block.spans]


def test_a_community_starts_as_its_process_says(toy_group: ToyGroup, toy: Process) -> None:
    community = community_of(toy_group.state)
    assert (community.process, community.step, community.topic) == ("toy", "see-1", toy.start_topic)
    assert [section.heading for section in toy_group.state[Section].values()] == ["What we see", "What we do"]
    other = GroupFixture().state
    assert (community_of(other).process, community_of(other).step) == (phases.DEFAULT_PROCESS, "def-1")
    assert len(other[Section]) == 12


def test_a_community_knows_only_its_own_steps_and_phases(toy_group: ToyGroup) -> None:
    other = GroupFixture("dis-2")
    for group, step, phase, strange, elsewhere in (
        (toy_group, "do-1", "see", "dis-2", "dream"), (other, "dre-2", "dream", "see-1", "see"),
    ):  # fmt: skip
        group.do(CORE, StepStart, step=step)
        group.do(CORE, PhaseRename, phase=phase, name="Anders")
        group.do(CORE, PromptSet, step=step, number=0, text="Wat?")
        plan = {"meeting": "meeting-1", "date": "2027-01-01", "title": "Eerste"}
        group.do(CORE, MeetingPlan, **plan, phases=[phase])
        assert group.refused(CORE, StepStart, step=strange) == "step.unknown"
        assert group.refused(CORE, PromptSet, step=strange, number=0, text="Wat?") == "step.unknown"
        assert group.refused(CORE, PhaseRename, phase=elsewhere, name="Anders") == "phase.unknown"
        assert group.refused(CORE, MeetingPlan, **plan, phases=[elsewhere]) == "phase.unknown"


def test_cards_and_dots_follow_the_process(toy_group: ToyGroup) -> None:
    card = toy_group.card(board="see-1", column="seen", text="A bench.")
    toy_group.do(CORE, StepStart, step="do-1")
    toy_group.do(CORE, DotsOpen, board="do-1", budget=1)
    toy_group.do(PARENT, DotPlace, dot="dot-00001", board="do-1", card=card.id)
    assert [dot.card for dot in toy_group.state[Dot].values()] == [card.id]


def test_the_document_says_what_the_process_says(toy_group: ToyGroup) -> None:
    toy_group.card("card-0001", board="see-1", column="seen", text="A bench.")
    toy_group.do(CORE, StepStart, step="do-1")
    toy_group.card("card-0002", board="do-1", column="deed", text="I paint it.", due="2027-05-01")
    for card in ("card-0001", "card-0002"):
        toy_group.do(PARENT, CardQuote, card=card, allowed=True)
    state, words = toy_group.state, Words("en")
    made = chapters.made(state, words)
    said = repr(made)
    assert "We looked around and did something." in said and "appreciative" not in said
    assert "1 sight" in said and "story" not in said
    assert headings(chapters.neighbourhood_voices(state, words)) == ["What we saw"]
    onward = chapters.onward(state, words, date(2027, 4, 13))
    assert headings(onward) == ["This is what we do", "We meet again"]
    assert [len(block.items) for block in onward.blocks if isinstance(block, List)] == [1]
    assert [card.id for card in voices.on_boards(state, ("see-1",))] == ["card-0001"]


def test_a_community_with_a_process_that_is_gone_says_so(toy_group: ToyGroup) -> None:
    del phases.PROCESSES["toy"]
    with pytest.raises(phases.UnknownProcess, match="toy"):
        assert process_of(toy_group.state)


def test_nobody_can_found_a_community_with_an_unknown_process() -> None:
    with pytest.raises(DomainError) as refused:
        community.found("Speelstad", "en", process="toy")
    assert refused.value.code == "process.unknown"


@pytest.fixture
def installation(app: Flask) -> Installation:
    return Installation(app)


FORM = {"name": "Speelstad", "language": "en", "own_name": "Noor"}


def test_the_choice_is_there_when_there_is_something_to_choose(
    installation: Installation, toy: Process
) -> None:
    made = installation.community()
    page = made.facilitator.get("/communities/new").text
    assert page.count('name="process"') == len(phases.PROCESSES)
    assert toy.summary in page and toy.start_topic in page
    form = {**FORM, "project": made.project, "process": "toy", "topic": ""}
    answer = made.facilitator.post("/communities/new", data=form)
    community = answer.location.split("/c/")[1].split("/")[0]
    state = installation.container.ledger.state(community)
    assert (community_of(state).process, community_of(state).step) == ("toy", "see-1")
    assert community_of(state).topic == toy.start_topic
    assert community_of(installation.container.ledger.state(made.id)).process == phases.DEFAULT_PROCESS
    room = made.facilitator.get(f"/c/{community}/").text
    assert '"see-1"' in room and '"dis-2"' not in room
    other = made.facilitator.get(f"/c/{made.id}/").text
    assert '"dis-2"' in other and '"see-1"' not in other
    settings = made.facilitator.get(f"/c/{community}/settings").text
    assert "What do you see in" in settings and "Five V" not in settings
    answer = made.facilitator.post(f"/c/{community}/settings/names", data={"set": "short"})
    assert answer.status_code == 303
    titles = installation.container.ledger.state(community)[PhaseTitle]
    assert {key: title.name for key, title in titles.items()} == {"see": "S", "do": "D"}


def test_without_a_choice_nothing_is_asked(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "PROCESSES", {phases.DEFAULT_PROCESS: phases.process()})
    monkeypatch.setattr(phases, "PROCESSES", registry.PROCESSES)
    made = installation.community()
    assert 'name="process"' not in made.facilitator.get("/communities/new").text
    answer = made.facilitator.post(
        "/communities/new", data={**FORM, "project": made.project, "process": "toy"}
    )
    assert answer.status_code == 400
