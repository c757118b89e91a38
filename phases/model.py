"""What a process is made of: plain frozen data.

A process has phases, a phase has steps, and a step that people write in has a board with columns;
the board's id is the step's id. Every text is an English msgid, marked with `N_`, `C_` or `NN_`; the
gettext catalogues hold it in other languages. Nothing in here knows a database, a socket or a page.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Literal

Tool = Literal["talk", "board", "guide", "themes", "dots", "terms", "vision", "consent", "agreements"]
"""What people have on their screen during a step."""

HELP: Mapping[Tool, str] = MappingProxyType(
    {
        "talk": "dreaming",
        "board": "cards",
        "guide": "pairs",
        "themes": "stories",
        "dots": "choose",
        "terms": "words",
        "vision": "vision",
        "consent": "consent",
        "agreements": "promises",
    }
)
"""Which page of the guide for facilitators is about a tool."""

ItemKind = Literal["step", "coffee", "recap", "break", "round", "celebrate", "other"]
"""What an item of a meeting's agenda is: a step, or something that no step is for."""

BlockKind = Literal["core", "value", "agreements"]
"""What a building block of the vision asks for."""

Colour = Literal["amber", "leaf", "violet", "brick", "teal"]
"""The hues of the style sheets that a phase can have."""

CONTEXT_END = "\x04"
"""Separates a context from its text within a msgid, as in gettext's compiled catalogues."""

CARDS = frozenset(
    {
        "card.add",
        "card.edit",
        "card.move",
        "card.withdraw",
        "card.quote",
        "board.hide",
        "board.reveal",
    }
)
"""What is allowed on every board that people write on."""

GROUPED = frozenset({"card.group"})
"""Cards of this board may lie in a theme."""

THEMES = frozenset({"card.group", "theme.add", "theme.rename", "theme.remove"})
"""What is allowed in a step in which cards become themes."""

DOTS = frozenset({"dots.open", "dot.place", "dot.take", "dots.close"})
"""What is allowed in a step with a dot round."""

NOTHING: frozenset[str] = frozenset()


def N_(msgid: str) -> str:
    """Mark a text for the catalogue. Returns it unchanged."""
    return msgid


def C_(context: str, msgid: str) -> str:
    """Mark a text that means something else elsewhere. Returns the msgid with its context in front."""
    return f"{context}{CONTEXT_END}{msgid}"


def NN_(one: str, many: str) -> tuple[str, str]:
    """Mark a text with a plural for the catalogue. Returns both forms."""
    return one, many


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of card that a step makes.

    `heading`: the document quotes these cards under it; not quoted without one. Kinds with the same
    heading stand together. `count`: how the document counts them; not counted without one.
    `personal`: told by one person, so that the document may quote it beside a text that comes from it.
    """

    id: str
    heading: str | None = None
    count: tuple[str, str] | None = None
    personal: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A place on a board.

    `shared`: a group writes here together, so a card has no author and anyone may
    change it. `starter`: the first words of a card, already filled in. `pictures`: there
    are pictures to choose from; a card may have one, with or without words. `dated`: a
    card may say before which day. `onward`: the heading under which the document lists
    these cards in its chapter about what comes next.
    """

    id: str
    title: str
    hint: str
    shared: bool = False
    starter: str | None = None
    pictures: bool = False
    dated: bool = False
    onward: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Cards that a step takes over from an earlier one: of one column, or of the whole board."""

    step: str
    column: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One activity.

    `shows`: steps whose cards are worked on here. `takes`: earlier cards that lie beside this board's
    own, as if they were written here. `earlier`: what is shown as "from earlier": a step's cards (of a
    step with dots, those with most dots), "topic" or "themes". `allows`: the commands this step's
    board takes. `script`: to be read aloud. `guide`: questions for a talk in pairs.
    `produces`: the kind of card that is made here. `offers_topic`: a card of this board may
    become the topic. `dots`: how many everybody has unless the group chose another number; `how` says it as
    `{dots}`. `drafts`: from here on sentences go into the vision. `tips`: whoever
    writes gets tips for plain language. `about`: the page of the guide about this step, where that of
    its tool says less.
    """

    id: str
    phase: str
    name: str
    how: str
    minutes: int
    grouping: str
    tool: Tool
    prompts: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    shows: tuple[str, ...] = ()
    takes: tuple[Source, ...] = ()
    earlier: tuple[str, ...] = ()
    allows: frozenset[str] = NOTHING
    dots: int = 0
    hidden: bool = False
    script: str | None = None
    checklist: tuple[str, ...] = ()
    example: tuple[str, str] | None = None
    guide: tuple[str, ...] = ()
    produces: str | None = None
    offers_topic: bool = False
    drafts: bool = False
    tips: bool = False
    about: str | None = None

    @property
    def help(self) -> str:
        """The page of the guide for facilitators that belongs to this step."""
        return self.about or HELP[self.tool]

    @property
    def wordings(self) -> tuple[str, ...]:
        """All that a community may reword: the prompts, and counted on, the guide."""
        return self.prompts + self.guide

    def column(self, column_id: str) -> Column | None:
        """The column with that id, if this board has it."""
        return next((column for column in self.columns if column.id == column_id), None)

    def holds(self, board: str, column: str) -> bool:
        """Whether a card that lies there is on this step's screen: an own, a shown or a taken one."""
        taken = any(one.step == board and one.column in (None, column) for one in self.takes)
        return taken or board == self.id or board in self.shows


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A part of the process, with what it is for and what the next phase gets from it.

    `name` is what people see; `classic` is the name in the books. `feeds` and `mistakes`
    are for whoever guides the group. `colour` is its hue on the pages. `picture` names its
    drawing, `phase-<picture>.svg`, and its icon, `house-<picture>`.
    """

    id: str
    name: str
    classic: str
    purpose: str
    colour: Colour
    picture: str
    steps: tuple[Step, ...]
    feeds: str
    mistakes: tuple[str, ...]
    outputs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameSet:
    """One name for every phase, to choose from. `names`: by phase id, in the set's own language."""

    id: str
    language: str
    title: str
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BuildingBlock:
    """What a vision of this process tells; a section carries it by its id.

    `about`: what to write, as a question. `kind`: "core" is in every vision; a "value" has words, an
    example and a voice; "agreements" is followed by the list of agreements. `within`: blocks whose
    sections may tell this one too, when they use one of its `signs`: words by language, in small letters.
    """

    id: str
    name: str
    about: str
    kind: BlockKind = "core"
    within: tuple[str, ...] = ()
    signs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SectionPlan:
    """A section that a vision begins with. `kind` is that of the vision's sections; `block` one of the
    process's building blocks."""

    heading: str
    level: int = 1
    kind: Literal["text", "summary"] = "text"
    block: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """A part of a meeting. A `step`, or something else that its `kind` tells.

    `title`: where the name of the step or of the kind does not say enough.
    """

    id: str
    minutes: int
    kind: ItemKind = "step"
    step: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPlan:
    """A meeting as the process has it in mind.

    `phases`: what it is about. `between`: steps that a few people do after it, before the next one.
    """

    id: str
    title: str
    phases: tuple[str, ...]
    agenda: tuple[AgendaItem, ...]
    between: tuple[str, ...] = ()

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return sum(item.minutes for item in self.agenda)


@dataclass(frozen=True, kw_only=True)
class Process:
    """A way to work from a first meeting to a vision.

    `summary`: one plain sentence for whoever chooses. `start_topic`: the topic until the group
    chooses its own. `blocks`: what its vision tells. `outline`: the first sections of the vision.
    `account`: what the document says about how it was made, before the topic, which `topic_intro`
    introduces. `meetings`: what is done when, in order.
    """

    id: str
    name: str
    summary: str
    start_topic: str
    account: str
    topic_intro: str
    phases: tuple[Phase, ...]
    kinds: tuple[Kind, ...] = ()
    name_sets: tuple[NameSet, ...] = ()
    blocks: tuple[BuildingBlock, ...] = ()
    outline: tuple[SectionPlan, ...] = ()
    meetings: tuple[MeetingPlan, ...] = ()

    @cached_property
    def steps(self) -> Mapping[str, Step]:
        """Every step by its id, in order."""
        return MappingProxyType({step.id: step for phase in self.phases for step in phase.steps})

    @property
    def first(self) -> Step:
        """The step that a community starts with."""
        return self.phases[0].steps[0]

    def phase(self, phase_id: str) -> Phase | None:
        """The phase with that id, if this process has it."""
        return next((phase for phase in self.phases if phase.id == phase_id), None)

    def phase_of(self, step_id: str) -> Phase:
        """The phase a step belongs to.

        Raises:
            KeyError: there is no such step.
        """
        wanted = self.steps[step_id]
        return next(phase for phase in self.phases if wanted in phase.steps)

    def block(self, block_id: str | None) -> BuildingBlock | None:
        """The building block with that id, if this process has it."""
        return next((block for block in self.blocks if block.id == block_id), None)

    def column(self, step_id: str, column_id: str) -> Column | None:
        """The column of a step's board, if there are both."""
        step = self.steps.get(step_id)
        return step.column(column_id) if step else None

    def meeting_for(self, phases: Collection[str], number: int) -> MeetingPlan | None:
        """The plan for a meeting.

        Args:
            phases: what the meeting is about; may be empty.
            number: which meeting it is, counted from 0, for when the phases do not tell.
        Returns: the plan for exactly these phases, or else the first one that is about any of them;
            without phases, the plan with that number; None when there is no such plan.
        """
        if not phases:
            return self.meetings[number] if number < len(self.meetings) else None
        wanted = set(phases)
        exact = (plan for plan in self.meetings if set(plan.phases) == wanted)
        return next(exact, None) or next((plan for plan in self.meetings if wanted & {*plan.phases}), None)

    def producing(self, kinds: frozenset[str]) -> tuple[str, ...]:
        """The ids of the steps that make cards of these kinds, in order."""
        return tuple(step.id for step in self.steps.values() if step.produces in kinds)


def fill(text: str, topic: str, dots: int = 0) -> str:
    """Put in a text what it asks for: `{topic}`, the community's topic, `{dots}`, everybody's dots.

    The topic's own full stop is left out: it stands inside a sentence.
    """
    filled = text.replace("{topic}", topic.strip().rstrip(".").rstrip() or "…")
    return filled.replace("{dots}", str(dots))
