"""SOAR: its steps, and how what is made in one comes back in another."""

from __future__ import annotations

import phases
from workshop.i18n import translate

PROCESS = phases.process("soar")
STEPS = PROCESS.steps


def test_four_questions_fit_in_two_meetings() -> None:
    assert [translate(phase.name, "nl") for phase in PROCESS.phases] == [
        "Sterk", "Kansen", "Wensen", "Resultaten",
    ]  # fmt: skip
    assert [phase.picture for phase in PROCESS.phases] == [phase.id for phase in PROCESS.phases]
    assert sum(step.minutes for step in STEPS.values()) <= 2 * 75


def test_the_four_questions_fit_in_one_short_meeting() -> None:
    (plan,) = PROCESS.meetings
    assert 60 <= plan.minutes <= 75
    asked = {STEPS[item.step].phase for item in plan.agenda if item.step}
    assert list(plan.phases) == [phase.id for phase in PROCESS.phases] and asked == set(plan.phases)


def test_the_word_is_explained_where_it_is_chosen() -> None:
    assert translate(PROCESS.name, "nl") == "SOAR: sterk, kansen, wensen, resultaten"
    assert "weinig tijd" in translate(PROCESS.summary, "nl")
    steps = [text for step in STEPS.values() for text in (step.name, step.how, *step.wordings)]
    assert not [text for text in steps if "SOAR" in text]


def test_what_a_phase_makes_flows_into_the_next() -> None:
    assert STEPS["str-3"].shows == ("str-2",)
    assert "str-3" in STEPS["opp-1"].earlier
    assert STEPS["opp-2"].takes == (phases.Source("opp-1", "chance"),) and STEPS["opp-2"].dots == 2
    assert STEPS["asp-3"].shows == ("asp-2",)
    assert "asp-3" in STEPS["res-2"].earlier
    assert "res-4" in STEPS["res-5"].earlier
    after = list(STEPS)[list(STEPS).index("opp-2") + 1 :]
    asked = {step for step in after if any("{topic}" in text for text in STEPS[step].prompts)}
    assert {"asp-1", "asp-2", "res-1", "res-4"} <= asked


def test_what_the_steps_are_for() -> None:
    made = {step.id: step.produces for step in STEPS.values() if step.produces}
    assert made == {
        "str-2": "story", "str-3": "strength", "asp-2": "wish", "asp-3": "statement", "res-1": "sign",
    }  # fmt: skip
    assert [step.id for step in STEPS.values() if step.offers_topic] == ["opp-1", "opp-2"]
    assert [step.id for step in STEPS.values() if step.drafts or step.tips] == ["asp-3"]
    tools = [step.tool for step in STEPS.values()]
    assert tools.index("dots") < tools.index("vision") < tools.index("consent") < tools.index("agreements")
    onward = {column.id for step in STEPS.values() for column in step.columns if column.onward}
    dated = {column.id for step in STEPS.values() for column in step.columns if column.dated}
    assert onward == dated == {"promise", "offer", "request"}


def test_what_is_hard_and_what_could_get_in_the_way_have_a_place() -> None:
    assert PROCESS.column("opp-1", "hard") and PROCESS.column("res-1", "obstacle")


def test_the_outline_in_dutch() -> None:
    assert [translate(plan.heading, "nl") for plan in PROCESS.outline if plan.level == 1] == [
        "In het kort", "Hier zijn we sterk in", "Deze kansen zien wij", "Dit wensen wij",
        "Hieraan zien we dat het lukt", "Dit spreken we af",
    ]  # fmt: skip
    assert {plan.block for plan in PROCESS.outline} == {None, "strength", "craft", "experience", "agreements"}
