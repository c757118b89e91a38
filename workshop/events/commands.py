"""What may come in: a command says what somebody wants."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from workshop.entities import (
    Body,
    Date,
    Dots,
    Id,
    Key,
    Lang,
    Line,
    Name,
    OptionalBody,
    OptionalLine,
    Organisation,
    Picture,
    Role,
    Seat,
    Secret,
)
from workshop.events.agreeing import (
    AgreementAdd,
    AgreementEdit,
    AgreementRemove,
    ConsentClose,
    ConsentGive,
    ConsentOpen,
)
from workshop.events.base import Command
from workshop.events.live import Enter, VisionClose, VisionCursor, VisionOpen, VisionUpdate, Writing
from workshop.events.plain import LanguageCheck, WordingAccept, WordingReopen


class CommunityEdit(Command, tag="community.edit", frozen=True):
    """Change the community's name or its vision's title."""

    name: Line | None = None
    title: Line | None = None


class TopicSet(Command, tag="topic.set", frozen=True):
    """Set what the community wants more of, in words or by choosing a card."""

    text: Line | None = None
    card: Id | None = None


class MemberAdd(Command, tag="member.add", frozen=True):
    """Add somebody who has no phone."""

    member: Id
    name: Name
    role: Role
    organisation: Organisation | None = None


class MemberEdit(Command, tag="member.edit", frozen=True):
    """Change one's own name, role or organisation."""

    name: Name | None = None
    role: Role | None = None
    organisation: Organisation | None = None


class MemberRemove(Command, tag="member.remove", frozen=True):
    """Leave, or (core team) take somebody off the list. Cards stay, without a name."""

    member: Id


class SeatGive(Command, tag="seat.give", frozen=True):
    """Give a seat of the core team to a member, or empty it."""

    seat: Seat
    member: Id | None = None


class StepStart(Command, tag="step.start", frozen=True):
    """Bring everyone to a step. Any step, forward or back; nothing is lost."""

    step: Key


class TimerStart(Command, tag="timer.start", frozen=True):
    """Start a soft timer. It never stops anybody's typing."""

    seconds: Annotated[int, Meta(ge=10, le=7200)]


class TimerStop(Command, tag="timer.stop", frozen=True):
    """Take the timer away."""


class PhaseRename(Command, tag="phase.rename", frozen=True):
    """Give a phase the community's own name; an empty name restores the first one."""

    phase: Key
    name: Annotated[str, Meta(max_length=40)]


class PromptSet(Command, tag="prompt.set", frozen=True):
    """Reword a prompt of a step (counted from 0); an empty text restores the first one."""

    step: Key
    number: Annotated[int, Meta(ge=0, le=30)]
    text: Annotated[str, Meta(max_length=300)]


class MeetingPlan(Command, tag="meeting.plan", frozen=True):
    """Plan a meeting, or change a planned one (same id)."""

    meeting: Id
    date: Date
    title: Line
    place: OptionalLine = ""
    phases: Annotated[list[Key], Meta(max_length=20)] = []


class MeetingOpen(Command, tag="meeting.open", frozen=True):
    """Open a meeting: who is here counts as present. An open one is closed first."""

    meeting: Id
    present: Annotated[list[Id], Meta(max_length=500)] = []


class MeetingClose(Command, tag="meeting.close", frozen=True):
    """Close the open meeting."""

    meeting: Id


class MeetingRemove(Command, tag="meeting.remove", frozen=True):
    """Take a planned meeting off the list."""

    meeting: Id


class CardAdd(Command, tag="card.add", frozen=True):
    """Put a card on a board. Without name: give `key`, a secret the device keeps.
    A `picture` only where the column has pictures; the text may then be empty."""

    card: Id
    board: Key
    column: Key
    text: OptionalBody
    picture: Picture | None = None
    nameless: bool = False
    key: Secret | None = None
    lang: Lang = "nl"
    translation: OptionalBody = ""
    quote: bool = False
    origins: Annotated[list[Id], Meta(max_length=20)] = []
    due: Date | None = None


class CardEdit(Command, tag="card.edit", frozen=True):
    """Change an own card (or a shared statement). `rev` is the one that was read."""

    card: Id
    rev: int
    text: OptionalBody
    key: Secret | None = None
    lang: Lang | None = None
    translation: OptionalBody | None = None
    due: Date | None = None


class CardMove(Command, tag="card.move", frozen=True):
    """Put a card in a column of its board, before another card or at the end."""

    card: Id
    column: Key
    before: Id | None = None


class CardWithdraw(Command, tag="card.withdraw", frozen=True):
    """Take a card away, everywhere and for good."""

    card: Id
    key: Secret | None = None


class CardQuote(Command, tag="card.quote", frozen=True):
    """Say whether the document may quote an own card."""

    card: Id
    allowed: bool
    key: Secret | None = None


class CardGroup(Command, tag="card.group", frozen=True):
    """Put a card in a theme, or take it out (null)."""

    card: Id
    theme: Id | None = None


class ThemeAdd(Command, tag="theme.add", frozen=True):
    """Make a theme, with the cards in it. The same id brings a taken-apart theme back."""

    theme: Id
    name: Name
    cards: Annotated[list[Id], Meta(max_length=500)] = []


class ThemeRename(Command, tag="theme.rename", frozen=True):
    """Give a theme another name."""

    theme: Id
    name: Name


class ThemeRemove(Command, tag="theme.remove", frozen=True):
    """Take a theme apart; its cards stay."""

    theme: Id


class BoardHide(Command, tag="board.hide", frozen=True):
    """From now on cards on this board stay hidden until they are revealed."""

    board: Key


class BoardReveal(Command, tag="board.reveal", frozen=True):
    """Show all hidden cards of a board to everyone at once."""

    board: Key


class DotsOpen(Command, tag="dots.open", frozen=True):
    """Open a dot round: everyone has `budget` dots; totals stay hidden until closed."""

    board: Key
    budget: Dots


class DotPlace(Command, tag="dot.place", frozen=True):
    """Give one dot to a card."""

    dot: Id
    board: Key
    card: Id


class DotTake(Command, tag="dot.take", frozen=True):
    """Take an own dot back."""

    dot: Id


class DotsClose(Command, tag="dots.close", frozen=True):
    """Close the dot round and show the totals."""

    board: Key


class TermAsk(Command, tag="term.ask", frozen=True):
    """Ask what a word means."""

    term: Id
    word: Annotated[str, Meta(min_length=1, max_length=60)]


class TermExplain(Command, tag="term.explain", frozen=True):
    """A professional says what the word means."""

    term: Id
    text: Body


class TermSay(Command, tag="term.say", frozen=True):
    """A parent says it in own words, and proposes the plain words for the text."""

    term: Id
    own_words: Body
    plain: Line


class TermSettle(Command, tag="term.settle", frozen=True):
    """A parent confirms the plain words; only then is the term settled."""

    term: Id


class TermRemove(Command, tag="term.remove", frozen=True):
    """Take a word off the list."""

    term: Id


class SectionAdd(Command, tag="section.add", frozen=True):
    """Add a section to the vision, after another one or at the end."""

    section: Id
    heading: Line
    level: Annotated[int, Meta(ge=1, le=2)] = 1
    after: Id | None = None


class SectionEdit(Command, tag="section.edit", frozen=True):
    """Change a section's heading or level."""

    section: Id
    heading: Line | None = None
    level: Annotated[int, Meta(ge=1, le=2)] | None = None


class SectionMove(Command, tag="section.move", frozen=True):
    """Put a section after another one, or first (null)."""

    section: Id
    after: Id | None = None


class SectionRemove(Command, tag="section.remove", frozen=True):
    """Put a section aside. Its text is kept."""

    section: Id


class SectionRestore(Command, tag="section.restore", frozen=True):
    """Bring a section that was put aside back."""

    section: Id


class SourceAdd(Command, tag="source.add", frozen=True):
    """Put a card behind a paragraph, as its source."""

    source: Id
    section: Id
    paragraph: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{0,40}\Z")]
    card: Id


class SourceRemove(Command, tag="source.remove", frozen=True):
    """Take a source away."""

    source: Id


COMMANDS: tuple[type[Command], ...] = (
    Enter, Writing, CommunityEdit, TopicSet, MemberAdd, MemberEdit, MemberRemove, SeatGive, StepStart,
    TimerStart, TimerStop, PhaseRename, PromptSet, MeetingPlan, MeetingOpen, MeetingClose,
    MeetingRemove, CardAdd, CardEdit, CardMove, CardWithdraw, CardQuote, CardGroup, ThemeAdd,
    ThemeRename, ThemeRemove, BoardHide, BoardReveal, DotsOpen, DotPlace, DotTake, DotsClose,
    TermAsk, TermExplain, TermSay, TermSettle, TermRemove, SectionAdd, SectionEdit, SectionMove,
    SectionRemove, SectionRestore, SourceAdd, SourceRemove, ConsentOpen, ConsentGive, ConsentClose,
    AgreementAdd, AgreementEdit, AgreementRemove, VisionOpen, VisionUpdate, VisionCursor, VisionClose,
    LanguageCheck, WordingAccept, WordingReopen,
)
