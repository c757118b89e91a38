"""Agendas of meetings in forms: one row for each part, and some empty ones, without a script."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from werkzeug.datastructures import MultiDict

from workshop.features.agenda.schema import PhaseTitle
from workshop.features.meetings.schema import AgendaItem
from workshop.i18n import translator
from workshop.web import choices
from workshop.web.application import new_id
from workshop.web.visit import Visit

EMPTY_ROWS = 2
LONGEST = 240
USUAL_MINUTES = "10"
COLUMNS = ("item", "place", "what", "item_title", "minutes")


def name_of(visit: Visit, translate: Callable[[str], str], item: AgendaItem) -> str:
    """What a part is called, on a page in the language of `translate`."""
    if item.title:
        return item.title
    step = visit.process.steps.get(item.step or "")
    if step is not None:
        return translate(step.name)
    return next((translate(kind.name) for kind in choices.ITEM_KINDS if kind.id == item.kind), item.kind)


def parts(visit: Visit, translate: Callable[[str], str]) -> list[tuple[str, list[tuple[str, str]]]]:
    """What can be chosen as a part: by phase its steps, and what no step is for, as (value, name)."""
    own, first = visit.state[PhaseTitle], translator(visit.community.language)
    groups = [
        (
            own[phase.id].name if phase.id in own else first(phase.name),
            [(f"step:{step.id}", translate(step.name)) for step in phase.steps],
        )
        for phase in visit.process.phases
    ]
    return [("", [(kind.id, translate(kind.name)) for kind in choices.ITEM_KINDS]), *groups]


def rows(agenda: Sequence[AgendaItem]) -> list[dict[str, Any]]:
    """The rows of the form: one for each part, and some empty ones to add more."""
    filled = [
        {
            "item": item.id,
            "what": f"step:{item.step}" if item.step else item.kind,
            "title": item.title,
            "minutes": item.minutes,
        }
        for item in agenda
    ]
    return [*filled, *({"item": "", "what": "", "title": "", "minutes": ""} for _ in range(EMPTY_ROWS))]


def read(form: MultiDict[str, str]) -> list[dict[str, Any]] | None:
    """The parts in the form, in the order of their numbers; None when the form has none.

    A row with nothing chosen is left out. A part that got the number of another one comes before it when
    it went up, and after it when it went down.
    """
    if "what" not in form:
        return None
    found = []
    for row, values in enumerate(zip(*(form.getlist(name) for name in COLUMNS), strict=False), 1):
        item, place, what, title, minutes = (value.strip() for value in values)
        if what:
            at = _number(place, row)
            moved = (at > row) - (at < row)
            found.append(((at, moved, row), _part(item, what, title, minutes)))
    return [part for _, part in sorted(found, key=lambda one: one[0])]


def _part(item: str, what: str, title: str, minutes: str) -> dict[str, Any]:
    kind, _, step = what.partition(":")
    takes = min(LONGEST, max(1, _number(minutes or USUAL_MINUTES, 1)))
    return {"id": item or new_id(), "kind": kind, "step": step or None, "title": title, "minutes": takes}


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else otherwise
