"""The course: topic, steps in any order, a soft timer, and the community's own words."""

from __future__ import annotations

import pytest

from phases import process
from tests.unit.village import CORE, KEY, NOW, PARENT, Village, refusal_of
from workshop.events import (
    BoardHide,
    CardEdit,
    PhaseNameRestored,
    PhaseRename,
    PromptRestored,
    PromptSet,
    StepStart,
    TimerSet,
    TimerStart,
    TimerStop,
    TopicSet,
)


@pytest.fixture
def village() -> Village:
    return Village("dis-2")


# ---------------------------------------------------------------- steps

def test_any_step_may_follow_any_other() -> None:
    village = Village()
    order = list(process().steps)
    for step in [*order, *reversed(order), order[3], order[15]]:
        village.do(CORE, StepStart, step=step)
        assert village.state.community.step == step
    assert village.state.community.visited == order


def test_going_back_keeps_what_was_visited_and_written(village: Village) -> None:
    village.card()
    village.do(CORE, StepStart, step="dre-2")
    village.do(CORE, StepStart, step="dis-2")
    assert village.state.community.visited == ["dis-2", "dre-2"]
    assert set(village.state.cards) == {"card-0001"}


def test_a_step_that_is_on_already_changes_nothing(village: Village) -> None:
    village.do(CORE, TimerStart, seconds=60)
    assert village.do(CORE, StepStart, step="dis-2") == []
    assert village.state.community.timer_ends is not None


def test_only_the_core_team_steers_and_only_to_a_step_that_exists(village: Village) -> None:
    assert village.refused(PARENT, StepStart, step="dre-2") == "not_allowed"
    assert village.refused(CORE, StepStart, step="dre-99") == "step.unknown"


# ---------------------------------------------------------------- timer

def test_a_timer_ends_so_many_seconds_from_now(village: Village) -> None:
    village.do(CORE, TimerStart, seconds=90)
    community = village.state.community
    assert community.timer_seconds == 90
    assert community.timer_ends == int(NOW.timestamp() * 1000) + 90_000


def test_a_timer_is_taken_away_by_hand_or_with_the_next_step(village: Village) -> None:
    gone = TimerSet(timer_ends=None, timer_seconds=None)
    assert village.do(CORE, TimerStop) == []
    village.do(CORE, TimerStart, seconds=60)
    assert village.do(CORE, TimerStop) == [gone]
    village.do(CORE, TimerStart, seconds=60)
    assert village.do(CORE, StepStart, step="dre-2")[-1] == gone
    assert len(village.do(CORE, StepStart, step="dis-2")) == 1


def test_a_timer_runs_ten_seconds_to_two_hours() -> None:
    assert ">= 10" in refusal_of(TimerStart, seconds=9)
    assert "<= 7200" in refusal_of(TimerStart, seconds=7201)


# ---------------------------------------------------------------- topic

def test_the_topic_is_set_in_words_or_by_a_card(village: Village) -> None:
    village.card(text="Meer samen eten")
    village.do(CORE, TopicSet, card="card-0001")
    community = village.state.community
    assert (community.topic, community.topic_card) == ("Meer samen eten", "card-0001")
    village.do(CORE, TopicSet, text="Meer buiten")
    assert (village.state.community.topic, village.state.community.topic_card) == ("Meer buiten", None)


def test_the_topic_that_was_chosen_stays_when_the_card_is_reworded(village: Village) -> None:
    village.card(text="Meer samen eten")
    village.do(CORE, TopicSet, card="card-0001")
    village.do(PARENT, CardEdit, card="card-0001", rev=0, text="Anders")
    assert village.state.community.topic == "Meer samen eten"


def test_a_topic_is_not_empty_hidden_or_gone(village: Village) -> None:
    assert village.refused(CORE, TopicSet) == "text.empty"
    assert village.refused(CORE, TopicSet, text="<b>Buiten</b>") == "text.html"
    assert village.refused(CORE, TopicSet, card="card-0404") == "not_found"
    village.do(CORE, BoardHide, board="dis-2")
    village.card(nameless=True, key=KEY)
    assert village.refused(CORE, TopicSet, card="card-0001") == "card.hidden"


# ---------------------------------------------------------------- own words

def test_a_phase_gets_an_own_name_and_its_first_one_back(village: Village) -> None:
    village.do(CORE, PhaseRename, phase="dream", name=" Verbeelden ")
    assert village.state.phase_titles["dream"].name == "Verbeelden"
    assert village.do(CORE, PhaseRename, phase="dream", name=" ") == [PhaseNameRestored(phase="dream")]
    assert village.do(CORE, PhaseRename, phase="dream", name="") == []
    assert village.refused(CORE, PhaseRename, phase="dream", name="<b>Droom</b>") == "text.html"
    assert village.refused(CORE, PhaseRename, phase="dance", name="Dansen") == "phase.unknown"


def test_a_prompt_is_reworded_and_restored(village: Village) -> None:
    village.do(CORE, PromptSet, step="dis-2", number=0, text="Wat ging er goed?")
    assert village.state.prompts["dis-2.0"].text == "Wat ging er goed?"
    restored = village.do(CORE, PromptSet, step="dis-2", number=0, text="")
    assert restored == [PromptRestored(prompt="dis-2.0")]
    assert village.do(CORE, PromptSet, step="dis-2", number=0, text="") == []


@pytest.mark.parametrize("step", process().steps.values(), ids=lambda step: step.id)
def test_questions_of_a_guide_count_on_after_the_prompts(step: object) -> None:
    village = Village()
    there = len(step.prompts) + len(step.guide)  # type: ignore[attr-defined]
    name = step.id  # type: ignore[attr-defined]
    for number in range(there):
        village.do(CORE, PromptSet, step=name, number=number, text=f"Vraag {number}?")
    assert set(village.state.prompts) == {f"{name}.{number}" for number in range(there)}
    assert village.refused(CORE, PromptSet, step=name, number=there, text="Nog een?") == "step.unknown"


def test_a_prompt_of_no_step_is_refused(village: Village) -> None:
    assert village.refused(CORE, PromptSet, step="dre-99", number=0, text="Wat?") == "step.unknown"
