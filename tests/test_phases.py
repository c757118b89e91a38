"""The phases are complete in both languages, and all that they point at exists."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

import phases
from phases import NAME_SETS, PHASES, STEPS, Text
from workshop.accounts import words
from workshop.features import CATALOGUE
from workshop.features.sections.outline import DEFAULT_OUTLINE

BOARD_TOOLS = {"board", "guide", "dots", "themes"}


def _texts(thing: object) -> Iterator[Text]:
    if isinstance(thing, Text):
        yield thing
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from _texts(getattr(thing, field.name))
    elif isinstance(thing, tuple):
        for item in thing:
            yield from _texts(item)


ALL_TEXTS = [text for phase in PHASES for text in _texts(phase)]
EVERY_WORDING = [wording for text in ALL_TEXTS for wording in (text.nl, text.en)]


def test_the_phases_and_steps_are_those_of_the_road() -> None:
    assert [phase.id for phase in PHASES] == ["define", "discovery", "dream", "design", "destiny"]
    assert [len(phase.steps) for phase in PHASES] == [3, 3, 5, 5, 5]
    assert list(phases.step_order) == [
        *(f"def-{n}" for n in (1, 2, 3)), *(f"dis-{n}" for n in (1, 2, 3)),
        *(f"dre-{n}" for n in (1, 2, 3, 4, 5)), *(f"des-{n}" for n in (1, 2, 3, 4, 5)),
        *(f"dst-{n}" for n in (1, 2, 3, 4, 5)),
    ]
    assert all(step.phase == phase.id for phase in PHASES for step in phase.steps)
    assert phases.phase_of("des-4").id == "design"


def test_ids_of_steps_and_columns_are_unique() -> None:
    assert len(STEPS) == sum(len(phase.steps) for phase in PHASES)
    columns = [column.id for step in STEPS.values() for column in step.columns]
    assert len(columns) == len(set(columns))


def test_every_text_is_there_in_dutch_and_in_english() -> None:
    assert len(ALL_TEXTS) > 200
    for text in ALL_TEXTS:
        assert text.nl.strip() and text.en.strip(), text
        assert ("{topic}" in text.nl) == ("{topic}" in text.en), text
        # One word may be the same in both languages; a sentence is not.
        assert text.nl != text.en or " " not in text.nl.strip(), text


def test_nobody_sees_the_abbreviation_or_a_language_level() -> None:
    for wording in EVERY_WORDING:
        assert not re.search(r"\bAI\b|\bB1\b", wording), wording


def test_instructions_fit_a_phone() -> None:
    for step in STEPS.values():
        assert len(step.how.nl) <= 230 and len(step.how.en) <= 230, step.id
        assert all(len(text.nl) <= 160 for text in step.wordings), step.id
        assert 5 <= step.minutes <= 30


@pytest.mark.parametrize("step", STEPS.values(), ids=lambda step: step.id)
def test_a_step_points_at_what_exists_and_came_before(step: phases.Step) -> None:
    order = phases.step_order
    for other in step.shows + step.earlier:
        if other in ("topic", "themes"):
            continue
        assert order.index(other) < order.index(step.id)
        assert STEPS[other].columns, f"{other} has no cards to show"


@pytest.mark.parametrize("step", STEPS.values(), ids=lambda step: step.id)
def test_a_step_allows_real_commands_and_only_what_its_tool_needs(step: phases.Step) -> None:
    names = {command.__struct_config__.tag for command in CATALOGUE.commands.values()}
    assert step.allows <= names
    assert bool(step.allows) == (step.tool in BOARD_TOOLS)
    assert ("card.add" in step.allows) == bool(step.columns)
    assert ("dots.open" in step.allows) == (step.tool == "dots") == (step.dots > 0)
    assert ("theme.add" in step.allows) == (step.tool == "themes")
    assert step.tool not in ("themes", "dots") or step.shows or step.columns


def test_what_a_phase_makes_flows_into_the_next() -> None:
    def earlier(step_id: str) -> tuple[str, ...]:
        return STEPS[step_id].earlier

    assert "topic" in earlier("dis-1") and any("{topic}" in text.nl for text in STEPS["dis-1"].guide)
    assert "dis-2" in STEPS["dis-3"].shows
    assert "themes" in earlier("dre-2") and "themes" in earlier("dre-5")
    assert {"dre-2", "themes"} <= set(earlier("des-2"))
    assert STEPS["des-3"].shows == STEPS["des-4"].shows == ("des-2",)
    assert "des-2" in earlier("dst-1") and STEPS["dst-1"].tool == "vision"
    assert "dst-3" in earlier("dst-4") and STEPS["dst-4"].tool == "agreements"


def test_the_topic_goes_into_a_sentence_without_its_full_stop() -> None:
    assert phases.fill("Meer ‘{topic}’?", " Samen plezier. ") == "Meer ‘Samen plezier’?"
    assert phases.fill("Zonder", "x") == "Zonder"
    assert "{" not in phases.fill("Meer ‘{topic}’?", "")


def test_dream_has_a_script_to_read_aloud_and_design_a_checklist() -> None:
    script = STEPS["dre-1"].script
    assert script is not None and len(script.nl.split()) > 150 and len(script.en.split()) > 150
    assert len(STEPS["des-2"].checklist) == 8
    assert len(STEPS["dis-1"].guide) == 5


def test_name_sets_name_every_phase() -> None:
    assert len({names.id for names in NAME_SETS}) == len(NAME_SETS)
    assert sum(names.language == "nl" for names in NAME_SETS) >= 3
    for names in NAME_SETS:
        assert list(names.names) == [phase.id for phase in PHASES]
        assert len(set(names.names.values())) == 5
        assert all(1 <= len(name) <= 40 for name in names.names.values())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_browser_gets_it_all_as_plain_data(language: str) -> None:
    data = phases.as_json(language)
    assert json.loads(json.dumps(data)) == data
    assert data[0]["name"] == {"nl": "Kiezen", "en": "Choose"}[language]
    step = data[3]["steps"][1]
    assert step["columns"][0]["starter"] == {"nl": "In onze wijk ", "en": "In our neighbourhood "}[language]
    assert step["allows"] == sorted(STEPS["des-2"].allows)


def test_phases_know_nothing_of_the_program_around_them() -> None:
    for path in Path(phases.__file__).parent.glob("*.py"):
        for line in path.read_text().splitlines():
            assert not re.match(r"\s*(from|import)\s+(flask|workshop|exports|sqlalchemy)", line), path


@pytest.mark.parametrize("language", ["nl", "en"])
def test_return_words_are_short_and_plenty(language: str) -> None:
    listed = words.LISTS[language]
    assert len(listed) == len(set(listed)) >= 450
    assert all(re.fullmatch(r"[a-z]{2,8}", word) for word in listed)
    three = words.three(language)
    assert len(set(three)) == 3 and words.normal(" ".join(three).upper() + " !") == " ".join(three)


def test_the_outline_has_the_same_shape_in_both_languages() -> None:
    shapes = [
        [(plan.level, plan.kind, plan.block) for plan in DEFAULT_OUTLINE[language]]
        for language in ("nl", "en")
    ]
    assert shapes[0] == shapes[1]
    assert [plan.heading for plan in DEFAULT_OUTLINE["nl"] if plan.level == 1] == [
        "In het kort", "Onze droom", "Dit vinden wij belangrijk", "Wat ouders sterk maakt",
        "Wat vakmensen goed kunnen", "Ouders weten veel", "Dit spreken we af",
    ]
    assert {plan.block for plan in DEFAULT_OUTLINE["nl"]} == {
        None, "strength", "craft", "experience", "agreements",
    }
