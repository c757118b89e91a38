"""What the browser gets of a process: all texts in one language, as typed data.

The browser's TypeScript types are generated from these structs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from phases.model import BlockKind, Colour, Column, ItemKind, MeetingPlan, Phase, Process, Step, Tool

Translate = Callable[[str], str]


class ColumnView(msgspec.Struct, frozen=True, kw_only=True):
    """A column as the browser knows it."""

    id: str
    title: str
    hint: str
    shared: bool
    starter: str | None
    pictures: bool
    dated: bool
    onward: str | None


class SourceView(msgspec.Struct, frozen=True, kw_only=True):
    """Where a step takes cards from, as the browser knows it."""

    step: str
    column: str | None


class StepView(msgspec.Struct, frozen=True, kw_only=True):
    """A step as the browser knows it."""

    id: str
    phase: str
    name: str
    how: str
    minutes: int
    grouping: str
    tool: Tool
    prompts: list[str]
    columns: list[ColumnView]
    shows: list[str]
    takes: list[SourceView]
    earlier: list[str]
    allows: list[str]
    dots: int
    hidden: bool
    script: str | None
    checklist: list[str]
    example: tuple[str, str] | None
    guide: list[str]
    offers_topic: bool
    drafts: bool
    tips: bool
    help: str


class PhaseView(msgspec.Struct, frozen=True, kw_only=True):
    """A phase as the browser knows it."""

    id: str
    name: str
    classic: str
    purpose: str
    colour: Colour
    picture: str
    steps: list[StepView]
    feeds: str
    mistakes: list[str]
    outputs: list[str]


class AgendaItemView(msgspec.Struct, frozen=True, kw_only=True):
    """An item of an agenda as the browser knows it; `title` is empty where the step or kind names it."""

    id: str
    kind: ItemKind
    step: str | None
    title: str
    minutes: int


class MeetingPlanView(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting of a process as the browser knows it."""

    id: str
    title: str
    phases: list[str]
    agenda: list[AgendaItemView]
    between: list[str]


class BlockView(msgspec.Struct, frozen=True, kw_only=True):
    """A building block of the vision as the browser knows it."""

    id: str
    name: str
    about: str
    kind: BlockKind


VIEWS: tuple[type[msgspec.Struct], ...] = (
    ColumnView,
    SourceView,
    StepView,
    PhaseView,
    AgendaItemView,
    MeetingPlanView,
    BlockView,
)
"""The structs, each after those that it holds."""


def view(process: Process, translate: Translate) -> list[PhaseView]:
    """All phases and steps of a process for the browser.

    A community's own wording of prompt n (`Prompt` with id "step.n") replaces `prompts[n]`,
    and counted on after the prompts, `guide[n - len(prompts)]`. `{topic}` is left in, since
    the topic may change while people look at it.

    Args:
        process: the process.
        translate: gives a msgid's text in the reader's language.
    """
    return [_phase(phase, translate) for phase in process.phases]


def meetings_view(process: Process, translate: Translate) -> list[MeetingPlanView]:
    """The meetings of a process for the browser.

    Args:
        process: the process.
        translate: gives a msgid's text in the reader's language.
    """
    return [_meeting(plan, translate) for plan in process.meetings]


def blocks_view(process: Process, translate: Translate) -> list[BlockView]:
    """The building blocks of a process's vision for the browser.

    Args:
        process: the process.
        translate: gives a msgid's text in the reader's language.
    """
    return [
        BlockView(id=block.id, name=translate(block.name), about=translate(block.about), kind=block.kind)
        for block in process.blocks
    ]


def _meeting(plan: MeetingPlan, translate: Translate) -> MeetingPlanView:
    return MeetingPlanView(
        id=plan.id,
        title=translate(plan.title),
        phases=list(plan.phases),
        agenda=[
            AgendaItemView(
                id=item.id,
                kind=item.kind,
                step=item.step,
                title=translate(item.title) if item.title else "",
                minutes=item.minutes,
            )
            for item in plan.agenda
        ],
        between=list(plan.between),
    )


def _each(texts: Iterable[str], translate: Translate) -> list[str]:
    return [translate(text) for text in texts]


def _column(column: Column, translate: Translate) -> ColumnView:
    return ColumnView(
        id=column.id,
        title=translate(column.title),
        hint=translate(column.hint),
        shared=column.shared,
        starter=translate(column.starter) if column.starter else None,
        pictures=column.pictures,
        dated=column.dated,
        onward=translate(column.onward) if column.onward else None,
    )


def _step(step: Step, translate: Translate) -> StepView:
    return StepView(
        id=step.id,
        phase=step.phase,
        name=translate(step.name),
        how=translate(step.how),
        minutes=step.minutes,
        grouping=translate(step.grouping),
        tool=step.tool,
        prompts=_each(step.prompts, translate),
        columns=[_column(column, translate) for column in step.columns],
        shows=list(step.shows),
        takes=[SourceView(step=one.step, column=one.column) for one in step.takes],
        earlier=list(step.earlier),
        allows=sorted(step.allows),
        dots=step.dots,
        hidden=step.hidden,
        script=translate(step.script) if step.script else None,
        checklist=_each(step.checklist, translate),
        example=(translate(step.example[0]), translate(step.example[1])) if step.example else None,
        guide=_each(step.guide, translate),
        offers_topic=step.offers_topic,
        drafts=step.drafts,
        tips=step.tips,
        help=step.help,
    )


def _phase(phase: Phase, translate: Translate) -> PhaseView:
    return PhaseView(
        id=phase.id,
        name=translate(phase.name),
        classic=translate(phase.classic),
        purpose=translate(phase.purpose),
        colour=phase.colour,
        picture=phase.picture,
        steps=[_step(step, translate) for step in phase.steps],
        feeds=translate(phase.feeds),
        mistakes=_each(phase.mistakes, translate),
        outputs=_each(phase.outputs, translate),
    )
