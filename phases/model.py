"""The words of which a phase is made: plain frozen data, in Dutch and in English.

A phase has steps. A step that people write in has a board with columns; the
board's id is the step's id. Nothing in here knows a database, a socket or a page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tool = Literal["talk", "board", "guide", "themes", "dots", "terms", "vision", "consent", "agreements"]
"""What people have on their screen during a step."""

LANGUAGES = ("nl", "en")

CARDS = frozenset({
    "card.add", "card.edit", "card.move", "card.withdraw", "card.quote", "board.hide", "board.reveal",
})
"""What is allowed on every board that people write on."""

GROUPED = frozenset({"card.group"})
"""Cards of this board may lie in a theme."""

THEMES = frozenset({"card.group", "theme.add", "theme.rename", "theme.remove"})
"""What is allowed in a step in which cards become themes."""

DOTS = frozenset({"dots.open", "dot.place", "dot.take", "dots.close"})
"""What is allowed in a step with a dot round."""

NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Text:
    """One text in the two languages of the program."""

    nl: str
    en: str

    def of(self, language: str) -> str:
        """The text in Dutch for `nl`, in English for every other language."""
        return self.nl if language == "nl" else self.en


@dataclass(frozen=True, slots=True)
class Column:
    """A place on a board.

    `shared`: a group writes here together, so a card has no author and anyone may
    change it. `starter`: the first words of a card, already filled in. `pictures`: there
    are pictures to choose from; a card may have one, with or without words.
    """

    id: str
    title: Text
    hint: Text
    shared: bool = False
    starter: Text | None = None
    pictures: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One activity.

    `shows`: steps whose cards are worked on here. `earlier`: what is shown as "from
    earlier": a step's cards, "topic" or "themes". `allows`: the commands this step's
    board takes. `script`: to be read aloud. `guide`: questions for a talk in pairs.
    """

    id: str
    phase: str
    name: Text
    how: Text
    minutes: int
    grouping: Text
    tool: Tool
    prompts: tuple[Text, ...] = ()
    columns: tuple[Column, ...] = ()
    shows: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    allows: frozenset[str] = NOTHING
    dots: int = 0
    hidden: bool = False
    script: Text | None = None
    checklist: tuple[Text, ...] = ()
    example: tuple[Text, Text] | None = None
    guide: tuple[Text, ...] = ()

    @property
    def wordings(self) -> tuple[Text, ...]:
        """All that a community may reword: the prompts, and counted on, the guide."""
        return self.prompts + self.guide

    def column(self, column_id: str) -> Column | None:
        """The column with that id, if this board has it."""
        return next((column for column in self.columns if column.id == column_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A part of the road, with what it is for and what the next phase gets from it.

    `name` is what people see; `classic` is the name in the books. `feeds` and `mistakes`
    are for whoever guides the group.
    """

    id: str
    name: Text
    classic: Text
    purpose: Text
    picture: str
    steps: tuple[Step, ...]
    feeds: Text
    mistakes: tuple[Text, ...]
    outputs: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class NameSet:
    """Five names for the five phases, to choose from. `names`: by phase id."""

    id: str
    language: str
    title: Text
    names: dict[str, str]
