"""The five phases of the road, in order, and what can be looked up in them."""

from __future__ import annotations

from typing import Any

from phases.define import DEFINE
from phases.design import DESIGN
from phases.destiny import DESTINY
from phases.discovery import DISCOVERY
from phases.dream import DREAM
from phases.model import LANGUAGES, Column, NameSet, Phase, Step, Text, Tool

__all__ = [
    "LANGUAGES", "NAME_SETS", "PHASES", "STEPS", "Column", "NameSet", "Phase", "Step", "Text", "Tool",
    "as_json", "fill", "phase_of", "step_order",
]

PHASES: tuple[Phase, ...] = (DEFINE, DISCOVERY, DREAM, DESIGN, DESTINY)
"""The phases, in order."""

STEPS: dict[str, Step] = {step.id: step for phase in PHASES for step in phase.steps}
"""Every step by its id, in order."""

step_order: tuple[str, ...] = tuple(STEPS)
"""The ids of the steps, in order."""


def _names(*names: str) -> dict[str, str]:
    return dict(zip((phase.id for phase in PHASES), names, strict=True))


NAME_SETS: tuple[NameSet, ...] = (
    NameSet(
        "doing", "nl", Text("Gewone woorden", "Ordinary words (Dutch)"),
        _names("Kiezen", "Vertellen", "Dromen", "Maken", "Doen"),
    ),
    NameSet(
        "wonder", "nl", Text("Vijf V’s, met Verwonderen", "Five V's, with Verwonderen (Dutch)"),
        _names("Verwoorden", "Verwonderen", "Verbeelden", "Vormgeven", "Verwezenlijken"),
    ),
    NameSet(
        "explore", "nl", Text("Vijf V’s, met Verkennen", "Five V's, with Verkennen (Dutch)"),
        _names("Verkennen", "Vertellen", "Verbeelden", "Vernieuwen", "Verwezenlijken"),
    ),
    NameSet(
        "plain", "en", Text("Gewone woorden (Engels)", "Ordinary words"),
        _names("Choose", "Tell", "Dream", "Make", "Do"),
    ),
    NameSet(
        "five-d", "en", Text("Vijf D’s (Engels)", "Five D's"),
        _names("Define", "Discovery", "Dream", "Design", "Destiny"),
    ),
    NameSet(
        "four-d", "en", Text("Vier D’s (Engels)", "Four D's"),
        _names("Topic choice", "Discovery", "Dream", "Design", "Deploy"),
    ),
)
"""Sets of names for the phases; every community may choose or make its own."""


def phase_of(step_id: str) -> Phase:
    """The phase a step belongs to.

    Raises:
        KeyError: there is no such step.
    """
    wanted = STEPS[step_id].phase
    return next(phase for phase in PHASES if phase.id == wanted)


def fill(text: str, topic: str) -> str:
    """Put the community's topic in a text that asks for it with `{topic}`.

    The topic's own full stop is left out: it stands inside a sentence.
    """
    return text.replace("{topic}", topic.strip().rstrip(".").rstrip() or "…")


def _column_json(column: Column, language: str) -> dict[str, Any]:
    return {
        "id": column.id,
        "title": column.title.of(language),
        "hint": column.hint.of(language),
        "shared": column.shared,
        "starter": column.starter.of(language) if column.starter else None,
        "pictures": column.pictures,
    }


def _step_json(step: Step, language: str) -> dict[str, Any]:
    def each(texts: tuple[Text, ...]) -> list[str]:
        return [text.of(language) for text in texts]

    return {
        "id": step.id,
        "phase": step.phase,
        "name": step.name.of(language),
        "how": step.how.of(language),
        "minutes": step.minutes,
        "grouping": step.grouping.of(language),
        "tool": step.tool,
        "prompts": each(step.prompts),
        "columns": [_column_json(column, language) for column in step.columns],
        "shows": list(step.shows),
        "earlier": list(step.earlier),
        "allows": sorted(step.allows),
        "dots": step.dots,
        "hidden": step.hidden,
        "script": step.script.of(language) if step.script else None,
        "checklist": each(step.checklist),
        "example": each(step.example) if step.example else None,
        "guide": each(step.guide),
    }


def as_json(language: str) -> list[dict[str, Any]]:
    """All phases and steps for the browser, in one language.

    A community's own wording of prompt n (`Prompt` with id "step.n") replaces `prompts[n]`,
    and counted on after the prompts, `guide[n - len(prompts)]`. `{topic}` is left in, since
    the topic may change while people look at it.
    """
    return [
        {
            "id": phase.id,
            "name": phase.name.of(language),
            "classic": phase.classic.of(language),
            "purpose": phase.purpose.of(language),
            "picture": phase.picture,
            "steps": [_step_json(step, language) for step in phase.steps],
            "feeds": phase.feeds.of(language),
            "mistakes": [text.of(language) for text in phase.mistakes],
            "outputs": [text.of(language) for text in phase.outputs],
        }
        for phase in PHASES
    ]
