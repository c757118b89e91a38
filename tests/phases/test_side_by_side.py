"""Two communities with different processes in one house: each knows its own and nothing of the other."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import phases
from exports import chapters, voices
from exports.model import Heading, List
from exports.names import Words
from phases import Process, registry
from tests.unit.village import CORE, PARENT, Village
from tests.web.conftest import Town
from workshop import people
from workshop.errors import DomainError
from workshop.events import CardQuote, DotPlace, DotsOpen, MeetingPlan, PhaseRename, PromptSet, StepStart
from workshop.state import State, fold


class Toyville(Village):
    """A village that follows the small process."""

    def __init__(self, toy: Process) -> None:
        super().__init__()
        fresh = State()
        fold(fresh, people.found_community("Speelstad", "en", process=toy.id))
        for name in ("community", "sections"):
            self.state.collections[name] = fresh.collections[name]


@pytest.fixture
def toyville(toy: Process) -> Toyville:
    return Toyville(toy)


def headings(chapter: Any) -> list[str]:
    return [span.text for block in chapter.blocks if isinstance(block, Heading) for span in block.spans]


def test_a_community_starts_as_its_process_says(toyville: Toyville, toy: Process) -> None:
    community = toyville.state.community
    assert (community.process, community.step, community.topic) == ("toy", "see-1", toy.start_topic)
    assert [section.heading for section in toyville.state.sections.values()] == ["What we see", "What we do"]
    other = Village().state
    assert (other.community.process, other.community.step) == (phases.DEFAULT_PROCESS, "def-1")
    assert len(other.sections) == 12


def test_a_community_knows_only_its_own_steps_and_phases(toyville: Toyville) -> None:
    other = Village("dis-2")
    for village, step, phase, strange, elsewhere in (
        (toyville, "do-1", "see", "dis-2", "dream"), (other, "dre-2", "dream", "see-1", "see"),
    ):  # fmt: skip
        village.do(CORE, StepStart, step=step)
        village.do(CORE, PhaseRename, phase=phase, name="Anders")
        village.do(CORE, PromptSet, step=step, number=0, text="Wat?")
        plan = {"meeting": "meeting-1", "date": "2027-01-01", "title": "Eerste"}
        village.do(CORE, MeetingPlan, **plan, phases=[phase])
        assert village.refused(CORE, StepStart, step=strange) == "step.unknown"
        assert village.refused(CORE, PromptSet, step=strange, number=0, text="Wat?") == "step.unknown"
        assert village.refused(CORE, PhaseRename, phase=elsewhere, name="Anders") == "phase.unknown"
        assert village.refused(CORE, MeetingPlan, **plan, phases=[elsewhere]) == "phase.unknown"


def test_cards_and_dots_follow_the_process(toyville: Toyville) -> None:
    card = toyville.card(board="see-1", column="seen", text="A bench.")
    toyville.do(CORE, StepStart, step="do-1")
    toyville.do(CORE, DotsOpen, board="do-1", budget=1)
    toyville.do(PARENT, DotPlace, dot="dot-00001", board="do-1", card=card.id)
    assert [dot.card for dot in toyville.state.dots.values()] == [card.id]


def test_the_document_says_what_the_process_says(toyville: Toyville) -> None:
    toyville.card("card-0001", board="see-1", column="seen", text="A bench.")
    toyville.do(CORE, StepStart, step="do-1")
    toyville.card("card-0002", board="do-1", column="deed", text="I paint it.", due="2027-05-01")
    for card in ("card-0001", "card-0002"):
        toyville.do(PARENT, CardQuote, card=card, allowed=True)
    state, words = toyville.state, Words("en")
    made = chapters.made(state, words)
    said = repr(made)
    assert "We looked around and did something." in said and "appreciative" not in said
    assert "1 sight" in said and "story" not in said
    assert headings(chapters.neighbourhood_voices(state, words)) == ["What we saw"]
    onward = chapters.onward(state, words, date(2027, 4, 13))
    assert headings(onward) == ["This is what we do", "We meet again"]
    assert [len(block.items) for block in onward.blocks if isinstance(block, List)] == [1]
    assert [card.id for card in voices.on_boards(state, ("see-1",))] == ["card-0001"]


def test_a_community_with_a_process_that_is_gone_says_so(toyville: Toyville) -> None:
    del phases.PROCESSES["toy"]
    with pytest.raises(phases.UnknownProcess, match="toy"):
        assert toyville.room.process


def test_nobody_can_found_a_community_with_an_unknown_process() -> None:
    with pytest.raises(DomainError) as refused:
        people.found_community("Speelstad", "en", process="toy")
    assert refused.value.code == "process.unknown"


@pytest.fixture
def town(app: Any) -> Town:
    return Town(app)


FORM = {"name": "Speelstad", "language": "en", "own_name": "Noor"}


def test_the_choice_is_there_when_there_is_something_to_choose(town: Town, toy: Process) -> None:
    made = town.community()
    page = made.facilitator.get("/communities/new").text
    assert page.count('name="process"') == len(phases.PROCESSES) and toy.summary in page
    form = {**FORM, "project": made.project, "process": "toy", "topic": "Hoe kan het gewone leven met jonge "
            "kinderen hier sterker worden?"}  # fmt: skip
    answer = made.facilitator.post("/communities/new", data=form)
    community = answer.location.split("/c/")[1].split("/")[0]
    state = town.house.ledger.state(community)
    assert (state.community.process, state.community.step) == ("toy", "see-1")
    assert state.community.topic == toy.start_topic
    assert town.house.ledger.state(made.id).community.process == phases.DEFAULT_PROCESS
    room = made.facilitator.get(f"/c/{community}/").text
    assert '"see-1"' in room and '"dis-2"' not in room
    other = made.facilitator.get(f"/c/{made.id}/").text
    assert '"dis-2"' in other and '"see-1"' not in other
    settings = made.facilitator.get(f"/c/{community}/settings").text
    assert "What do you see in" in settings and "Five V" not in settings
    answer = made.facilitator.post(f"/c/{community}/settings/names", data={"set": "short"})
    assert answer.status_code == 303
    titles = town.house.ledger.state(community).phase_titles
    assert {key: title.name for key, title in titles.items()} == {"see": "S", "do": "D"}


def test_without_a_choice_nothing_is_asked(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "PROCESSES", {phases.DEFAULT_PROCESS: phases.process()})
    monkeypatch.setattr(phases, "PROCESSES", registry.PROCESSES)
    made = town.community()
    assert 'name="process"' not in made.facilitator.get("/communities/new").text
    answer = made.facilitator.post(
        "/communities/new", data={**FORM, "project": made.project, "process": "toy"}
    )
    assert answer.status_code == 400
