"""Every process holds together: what it points at exists, ids are unique, traits mean something."""

from __future__ import annotations

import ast
import re
from dataclasses import asdict
from pathlib import Path
from typing import get_args

import msgspec
import pytest

import phases
from phases import Process, Step
from tests.phases.toy import TOY
from workshop.core.schema import Key
from workshop.features import CATALOGUE
from workshop.features.sections.schema import BlockChoice, Section

BOARD_TOOLS = {"board", "guide", "dots", "themes"}
EVERY_PROCESS = [*phases.PROCESSES.values(), TOY]
EVERY_STEP = [
    pytest.param(process, step, id=f"{process.id}-{step.id}")
    for process in EVERY_PROCESS
    for step in process.steps.values()
]
each_process = pytest.mark.parametrize("process", EVERY_PROCESS, ids=lambda process: process.id)
each_step = pytest.mark.parametrize(("process", "step"), EVERY_STEP)


@each_process
def test_ids_are_unique(process: Process) -> None:
    steps = [step for phase in process.phases for step in phase.steps]
    assert len(process.steps) == len(steps)
    for things in (process.phases, process.kinds, process.name_sets, process.blocks):
        assert len({thing.id for thing in things}) == len(things)
    columns = [column.id for step in steps for column in step.columns]
    assert len(columns) == len(set(columns))


@each_process
def test_ids_may_travel_in_a_command(process: Process) -> None:
    pattern = get_args(Key)[1].pattern
    ids = [process.id, *(phase.id for phase in process.phases), *process.steps]
    assert [one for one in ids if not re.match(pattern, one)] == []


@each_process
def test_a_step_belongs_to_its_phase(process: Process) -> None:
    for phase in process.phases:
        for step in phase.steps:
            assert step.phase == phase.id
            assert process.phase_of(step.id) is phase
            assert process.phase(phase.id) is phase
    assert process.phase("no-such-phase") is None
    with pytest.raises(KeyError):
        process.phase_of("no-such-step")


@each_step
def test_a_step_points_at_what_exists_and_came_before(process: Process, step: Step) -> None:
    order = list(process.steps)
    for other in (*step.shows, *step.earlier, *(one.step for one in step.takes)):
        if other in ("topic", "themes"):
            continue
        assert order.index(other) < order.index(step.id)
        known = process.steps[other]
        assert known.columns or known.tool == "dots", f"{other} has no cards to show"
    for one in step.takes:
        assert one.column is None or process.column(one.step, one.column)


@each_step
def test_a_step_allows_real_commands_and_only_what_its_tool_needs(process: Process, step: Step) -> None:
    names = set(CATALOGUE.commands)
    assert step.allows <= names
    assert bool(step.allows) == (step.tool in BOARD_TOOLS)
    assert ("card.add" in step.allows) == bool(step.columns)
    assert ("dots.open" in step.allows) == (step.tool == "dots") == (step.dots > 0)
    assert ("theme.add" in step.allows) == (step.tool == "themes")
    assert step.tool not in ("themes", "dots") or step.shows or step.columns
    assert not step.takes or (step.columns and step.tool == "dots"), "only dots show what they take"


@each_step
def test_traits_point_at_what_exists(process: Process, step: Step) -> None:
    assert step.produces is None or step.produces in {kind.id for kind in process.kinds}
    if step.produces or step.offers_topic or step.tips:
        assert step.columns
    for column in step.columns:
        assert process.column(step.id, column.id) is column
        assert not (column.dated and column.shared), "nobody in particular would keep the day"
    assert process.column(step.id, "no-such-column") is None


@each_process
def test_every_kind_is_made_somewhere_and_used_for_something(process: Process) -> None:
    for kind in process.kinds:
        assert process.producing(frozenset({kind.id})), kind.id
        assert kind.heading or kind.count or kind.personal, kind.id
    assert any(step.offers_topic for step in process.steps.values())
    assert any(step.drafts for step in process.steps.values())


@each_process
def test_a_vision_is_written_in_a_step(process: Process) -> None:
    assert process is TOY or any(step.tool == "vision" for step in process.steps.values())


@each_process
def test_a_meeting_is_made_of_steps_and_of_what_lies_between_them(process: Process) -> None:
    assert len({plan.id for plan in process.meetings}) == len(process.meetings)
    for plan in process.meetings:
        assert len({item.id for item in plan.agenda}) == len(plan.agenda)
        assert all(process.phase(phase) for phase in plan.phases) and plan.phases
        assert all(re.match(get_args(Key)[1].pattern, item.id) for item in plan.agenda)
        for item in plan.agenda:
            assert (item.kind == "step") == (item.step is not None)
            assert item.step is None or item.step in process.steps
            assert item.minutes > 0
        assert set(plan.between) <= set(process.steps)
        assert plan.agenda[0].kind == "coffee"
        assert any(item.kind == "recap" for item in plan.agenda) == (plan is not process.meetings[0])


@each_process
def test_the_plan_for_a_meeting_follows_from_its_phases_or_its_number(process: Process) -> None:
    for number, plan in enumerate(process.meetings):
        assert process.meeting_for(plan.phases, 99) is plan
        assert process.meeting_for(plan.phases[-1:], 99) is plan
        assert process.meeting_for((), number) is plan
    assert process.meeting_for((), len(process.meetings)) is None
    assert process.meeting_for(("elsewhere",), 0) is None


def test_a_step_holds_its_own_cards_those_it_shows_and_those_it_takes() -> None:
    step = phases.process("appreciative_inquiry").steps["def-3"]
    assert step.holds("def-3", "topic") and step.holds("def-2", "more")
    assert not step.holds("def-2", "missing")
    shown = phases.process("appreciative_inquiry").steps["des-4"]
    assert shown.holds("des-2", "statement")


@each_process
def test_name_sets_name_every_phase(process: Process) -> None:
    for names in process.name_sets:
        assert list(names.names) == [phase.id for phase in process.phases]
        assert len(set(names.names.values())) == len(process.phases)
        assert all(1 <= len(name) <= 40 for name in names.names.values())


@each_process
def test_a_section_carries_a_building_block_of_its_process(process: Process) -> None:
    pattern = get_args(BlockChoice)[1].pattern
    blocks = {block.id: block for block in process.blocks}
    assert {plan.block for plan in process.outline} <= {None, *blocks}
    assert [one for one in blocks if not re.match(pattern, one)] == []
    for block in blocks.values():
        assert process.block(block.id) is block
        assert {*block.within} <= {*blocks} - {block.id}
        assert bool(block.within) == bool(block.signs), "a part about something else tells it by a sign"
        assert [sign for signs in block.signs.values() for sign in signs if sign != sign.lower()] == []
    assert process.block("no-such-block") is None and process.block(None) is None


@each_process
def test_the_outline_is_one_of_sections(process: Process) -> None:
    for plan in process.outline:
        made = {"id": "section-1", "rank": "a0", **asdict(plan)}
        assert msgspec.convert(made, Section).heading == plan.heading
        assert plan.level in (1, 2)


@each_process
def test_a_checklist_is_a_list_of_questions(process: Process) -> None:
    for step in process.steps.values():
        assert [line for line in step.checklist if "?" not in line and not line.endswith(")")] == [], step.id


@each_process
def test_a_step_with_dots_says_the_number_that_the_group_chose(process: Process) -> None:
    for step in process.steps.values():
        assert step.dots or "{dots}" not in step.how, step.id
        assert not (step.dots and re.search(r"\d", step.how)), "the facilitator may open another number"


def test_the_topic_goes_into_a_sentence_without_its_full_stop() -> None:
    assert phases.fill("Meer ‘{topic}’?", " Samen plezier. ") == "Meer ‘Samen plezier’?"
    assert phases.fill("Zonder", "x") == "Zonder"
    assert phases.fill("Geef je stippen ({dots}).", "x", 3) == "Geef je stippen (3)."
    assert "{" not in phases.fill("Meer ‘{topic}’?", "")


def test_phases_know_nothing_of_the_program_around_them() -> None:
    standard = {"__future__", "collections", "dataclasses", "functools", "types", "typing"}
    allowed = standard | {"msgspec", "phases"}
    for path in Path(phases.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            assert {name.partition(".")[0] for name in names} <= allowed, path
