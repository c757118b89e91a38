"""The course: topic, steps in any order, a soft timer, and the community's own words."""

from __future__ import annotations

import pytest

from phases import Step, process
from tests.features.group import CORE, KEY, NOW, PARENT, GroupFixture, refusal_of
from workshop.features.agenda.schema import (
    PhaseNameRestored,
    PhaseRename,
    PhaseTitle,
    Prompt,
    PromptRestored,
    PromptSet,
    StepStart,
    StepStarted,
    TimerSet,
    TimerStart,
    TimerStop,
    TopicSet,
)
from workshop.features.boards.schema import BoardHide
from workshop.features.cards.schema import Card, CardEdit
from workshop.features.community.decide import community_of


@pytest.fixture
def group() -> GroupFixture:
    return GroupFixture("dis-2")


# ---------------------------------------------------------------- steps


def test_any_step_may_follow_any_other() -> None:
    group = GroupFixture()
    order = list(process().steps)
    for step in [*order, *reversed(order), order[3], order[15]]:
        group.do(CORE, StepStart, step=step)
        assert community_of(group.state).step == step
    assert community_of(group.state).visited == order


def test_going_back_keeps_what_was_visited_and_written(group: GroupFixture) -> None:
    group.card()
    group.do(CORE, StepStart, step="dre-2")
    group.do(CORE, StepStart, step="dis-2")
    assert community_of(group.state).visited == ["dis-2", "dre-2"]
    assert set(group.state[Card]) == {"card-0001"}


def test_a_step_that_is_on_already_changes_nothing(group: GroupFixture) -> None:
    group.do(CORE, TimerStart, seconds=60)
    before = group.state.copy()
    assert group.do(CORE, StepStart, step="dis-2") == [StepStarted(step="dis-2", visited=["dis-2"])]
    assert group.state == before
    assert community_of(group.state).timer_ends is not None


def test_only_the_core_team_steers_and_only_to_a_step_that_exists(group: GroupFixture) -> None:
    assert group.refused(PARENT, StepStart, step="dre-2") == "not_allowed"
    assert group.refused(CORE, StepStart, step="dre-99") == "step.unknown"


# ---------------------------------------------------------------- timer


def test_a_timer_ends_so_many_seconds_from_now(group: GroupFixture) -> None:
    group.do(CORE, TimerStart, seconds=90)
    community = community_of(group.state)
    assert community.timer_seconds == 90
    assert community.timer_ends == int(NOW.timestamp() * 1000) + 90_000


def test_a_timer_is_taken_away_by_hand_or_with_the_next_step(group: GroupFixture) -> None:
    gone = TimerSet(timer_ends=None, timer_seconds=None)
    assert group.do(CORE, TimerStop) == []
    group.do(CORE, TimerStart, seconds=60)
    assert group.do(CORE, TimerStop) == [gone]
    group.do(CORE, TimerStart, seconds=60)
    assert group.do(CORE, StepStart, step="dre-2")[-1] == gone
    assert len(group.do(CORE, StepStart, step="dis-2")) == 1


def test_a_timer_runs_ten_seconds_to_two_hours() -> None:
    assert ">= 10" in refusal_of(TimerStart, seconds=9)
    assert "<= 7200" in refusal_of(TimerStart, seconds=7201)


# ---------------------------------------------------------------- topic


def test_the_topic_is_set_in_words_or_by_a_card(group: GroupFixture) -> None:
    group.card(text="Meer samen eten")
    group.do(CORE, TopicSet, card="card-0001")
    community = community_of(group.state)
    assert (community.topic, community.topic_card) == ("Meer samen eten", "card-0001")
    group.do(CORE, TopicSet, text="Meer buiten")
    assert (community_of(group.state).topic, community_of(group.state).topic_card) == ("Meer buiten", None)


def test_the_topic_that_was_chosen_stays_when_the_card_is_reworded(group: GroupFixture) -> None:
    group.card(text="Meer samen eten")
    group.do(CORE, TopicSet, card="card-0001")
    group.do(PARENT, CardEdit, card="card-0001", rev=0, text="Anders")
    assert community_of(group.state).topic == "Meer samen eten"


def test_a_topic_is_not_empty_hidden_or_gone(group: GroupFixture) -> None:
    assert group.refused(CORE, TopicSet) == "text.empty"
    assert group.refused(CORE, TopicSet, text="<b>Buiten</b>") == "text.html"
    assert group.refused(CORE, TopicSet, card="card-0404") == "not_found"
    group.do(CORE, BoardHide, board="dis-2")
    group.card(nameless=True, key=KEY)
    assert group.refused(CORE, TopicSet, card="card-0001") == "card.hidden"


# ---------------------------------------------------------------- own words


def test_a_phase_gets_an_own_name_and_its_first_one_back(group: GroupFixture) -> None:
    group.do(CORE, PhaseRename, phase="dream", name=" Verbeelden ")
    assert group.state[PhaseTitle]["dream"].name == "Verbeelden"
    assert group.do(CORE, PhaseRename, phase="dream", name=" ") == [PhaseNameRestored(phase="dream")]
    assert group.do(CORE, PhaseRename, phase="dream", name="") == []
    assert group.refused(CORE, PhaseRename, phase="dream", name="<b>Droom</b>") == "text.html"


def test_a_prompt_is_reworded_and_restored(group: GroupFixture) -> None:
    group.do(CORE, PromptSet, step="dis-2", number=0, text="Wat ging er goed?")
    assert group.state[Prompt]["dis-2.0"].text == "Wat ging er goed?"
    restored = group.do(CORE, PromptSet, step="dis-2", number=0, text="")
    assert restored == [PromptRestored(prompt="dis-2.0")]
    assert group.do(CORE, PromptSet, step="dis-2", number=0, text="") == []


@pytest.mark.parametrize("step", process().steps.values(), ids=lambda step: step.id)
def test_questions_of_a_guide_count_on_after_the_prompts(step: Step) -> None:
    group = GroupFixture()
    there, name = len(step.prompts) + len(step.guide), step.id
    for number in range(there):
        group.do(CORE, PromptSet, step=name, number=number, text=f"Vraag {number}?")
    assert set(group.state[Prompt]) == {f"{name}.{number}" for number in range(there)}
    assert group.refused(CORE, PromptSet, step=name, number=there, text="Nog een?") == "step.unknown"


def test_a_prompt_of_no_step_is_refused(group: GroupFixture) -> None:
    assert group.refused(CORE, PromptSet, step="dre-99", number=0, text="Wat?") == "step.unknown"


# ---------------------------------------------------------------- a topic in another language


def in_somali(group: GroupFixture, translation: str) -> None:
    group.card("topic-card", text="Cunto wadajir ah", lang="so", translation=translation)


def test_a_topic_of_a_card_in_another_language_is_its_translation_with_its_own_words() -> None:
    group = GroupFixture("def-3", "dis-2")
    in_somali(group, "Samen eten")
    group.do(CORE, TopicSet, card="topic-card")
    community = community_of(group.state)
    assert (community.topic, community.topic_lang, community.topic_original) == (
        "Samen eten",
        "so",
        "Cunto wadajir ah",
    )


def test_the_core_team_says_what_a_card_without_translation_means() -> None:
    group = GroupFixture("def-3", "dis-2")
    in_somali(group, "")
    group.do(CORE, TopicSet, card="topic-card", text="Samen eten")
    community = community_of(group.state)
    assert (community.topic, community.topic_original) == ("Samen eten", "Cunto wadajir ah")


def test_a_topic_that_nobody_translated_says_its_language_and_follows_its_card() -> None:
    group = GroupFixture("def-3", "dis-2")
    in_somali(group, "")
    group.do(CORE, TopicSet, card="topic-card")
    community = community_of(group.state)
    assert (community.topic, community.topic_lang, community.topic_original) == ("Cunto wadajir ah", "so", "")
    group.do(PARENT, CardEdit, card="topic-card", rev=0, text="Cunto wadajir ah", translation="Samen eten")
    community = community_of(group.state)
    assert (community.topic, community.topic_original) == ("Samen eten", "Cunto wadajir ah")


def test_another_topic_leaves_no_other_language_behind() -> None:
    group = GroupFixture("def-3", "dis-2")
    in_somali(group, "Samen eten")
    group.do(CORE, TopicSet, card="topic-card")
    group.do(CORE, TopicSet, text="Meer plezier")
    community = community_of(group.state)
    assert (community.topic, community.topic_lang, community.topic_original) == ("Meer plezier", "", "")


def test_words_beside_a_card_in_the_language_of_the_group_are_not_used() -> None:
    group = GroupFixture("def-3", "dis-2")
    group.card("topic-card", text="Samen koken")
    group.do(CORE, TopicSet, card="topic-card", text="Iets anders")
    assert community_of(group.state).topic == "Samen koken"
