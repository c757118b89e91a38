"""Appreciative Inquiry: its steps, and how what is made in one comes back in another."""

from __future__ import annotations

import phases
from workshop.i18n import translate

PROCESS = phases.process("appreciative_inquiry")
STEPS = PROCESS.steps


def test_the_phases_and_steps_in_order() -> None:
    assert [phase.id for phase in PROCESS.phases] == ["define", "discovery", "dream", "design", "destiny"]
    assert list(STEPS) == [
        *(f"def-{n}" for n in (1, 2, 3)), *(f"dis-{n}" for n in (1, 2, 3)),
        *(f"dre-{n}" for n in (1, 2, 3, 4, 5)), *(f"des-{n}" for n in (1, 2, 3, 4, 5, 6)),
        *(f"dst-{n}" for n in (1, 2, 3, 4, 5)),
    ]  # fmt: skip
    assert PROCESS.first.id == "def-1"
    assert PROCESS.phase_of("des-4").id == "design"


def test_what_a_phase_makes_flows_into_the_next() -> None:
    def earlier(step_id: str) -> tuple[str, ...]:
        return STEPS[step_id].earlier

    assert "topic" in earlier("dis-1") and any("{topic}" in text for text in STEPS["dis-1"].guide)
    assert "dis-2" in STEPS["dis-3"].shows
    assert "themes" in earlier("dre-2") and "themes" in earlier("dre-5")
    assert {"dre-2", "themes"} <= set(earlier("des-2"))
    assert STEPS["des-3"].shows == STEPS["des-4"].shows == ("des-2",)
    assert STEPS["def-3"].takes == (phases.Source("def-2", "more"),)
    assert {"des-4", "themes"} <= set(earlier("des-6")) and STEPS["des-6"].tool == "vision"
    assert "des-4" in earlier("dst-1") and STEPS["dst-1"].tool == "vision"
    assert "dst-3" in earlier("dst-4") and STEPS["dst-4"].tool == "agreements"


def test_four_meetings_of_two_hours_take_every_step() -> None:
    assert [plan.minutes for plan in PROCESS.meetings] == [120] * 4
    done = [item.step for plan in PROCESS.meetings for item in plan.agenda if item.step]
    done += [step for plan in PROCESS.meetings for step in plan.between]
    assert set(done) == set(STEPS)
    first = [translate(plan.title, "nl") for plan in PROCESS.meetings]
    assert first == ["Kiezen en vertellen", "Dromen", "Maken", "Doen"]


def test_what_the_steps_are_for() -> None:
    made = {step.id: step.produces for step in STEPS.values() if step.produces}
    assert made == {"dis-1": "memory", "dis-2": "story", "dre-2": "dream", "des-2": "statement"}
    assert [step.id for step in STEPS.values() if step.offers_topic] == ["def-1", "def-2", "def-3"]
    assert [step.id for step in STEPS.values() if step.drafts] == ["des-1"]
    assert [step.id for step in STEPS.values() if step.tips] == ["des-2"]
    onward = {c.id: c.onward for step in STEPS.values() for c in step.columns if c.onward}
    assert onward == {"promise": "We promise", "offer": "We offer", "request": "We ask"}
    assert {c.id for step in STEPS.values() for c in step.columns if c.dated} == set(onward)


def test_a_remembered_sentence_is_quoted_as_a_story_and_not_counted_as_one() -> None:
    kinds = {kind.id: kind for kind in PROCESS.kinds}
    assert kinds["memory"].heading == kinds["story"].heading
    assert [kind.id for kind in PROCESS.kinds if kind.count] == ["story", "dream"]
    assert [kind.id for kind in PROCESS.kinds if kind.personal] == ["memory", "story", "dream"]


def test_dream_has_a_script_to_read_aloud_and_design_a_checklist() -> None:
    script = STEPS["dre-1"].script
    assert script is not None
    assert all(len(translate(script, language).split()) > 150 for language in ("nl", "en"))
    assert len(STEPS["des-2"].checklist) == 8
    assert len(STEPS["dis-1"].guide) == 5


def test_there_are_names_in_dutch_to_choose_from() -> None:
    assert sum(names.language == "nl" for names in PROCESS.name_sets) >= 3


def test_one_word_may_mean_two_things() -> None:
    dream = PROCESS.phase("dream")
    assert dream is not None
    assert (translate(dream.name, "nl"), translate(dream.classic, "nl")) == ("Dromen", "Verbeelden")
    assert (translate(dream.name, "en"), translate(dream.classic, "en")) == ("Dream", "Dream")


def test_the_outline_in_dutch() -> None:
    assert [translate(plan.heading, "nl") for plan in PROCESS.outline if plan.level == 1] == [
        "In het kort", "Onze droom", "Dit vinden wij belangrijk", "Wat ouders sterk maakt",
        "Wat vakmensen goed kunnen", "Ouders weten veel", "Dit spreken we af",
    ]  # fmt: skip
    assert [plan.block for plan in PROCESS.outline if plan.block] == [
        "safe_play", "own_pace", "fun", "meeting", "talents", "strength", "craft", "experience", "agreements",
    ]  # fmt: skip
    assert [block.id for block in PROCESS.blocks if block.kind == "core"] == [
        "strength", "craft", "experience", "together",
    ]  # fmt: skip
