"""What goes out: a fact says what happened, and does one thing to one record."""

from __future__ import annotations

from typing import Literal

from workshop.entities import (
    Board,
    Card,
    Community,
    Dot,
    Meeting,
    Member,
    PhaseTitle,
    Prompt,
    Seat,
    SeatHolder,
    Section,
    Source,
    Term,
    Theme,
    Version,
)
from workshop.events.agreeing import (
    AgreementChanged,
    AgreementRemoved,
    ConsentAnswered,
    ConsentClosed,
    ConsentCounted,
    ConsentOpened,
    ConsentTakenBack,
)
from workshop.events.base import Fact, drop, patch, put
from workshop.events.plain import WordingAccepted, WordingReopened


class CommunityEdited(Fact, tag="community.edited", frozen=True):
    """The community as a whole: when it was made, or its name or title changed."""

    community: Community
    op = put("community", "community", erases=True)


class TopicChanged(Fact, tag="topic.changed", frozen=True):
    """There is a topic."""

    topic: str
    topic_card: str | None
    community: Literal["community"] = "community"
    op = patch("community", "community", "topic", "topic_card")


class StepStarted(Fact, tag="step.started", frozen=True):
    """Everyone is brought to a step."""

    step: str
    visited: list[str]
    community: Literal["community"] = "community"
    op = patch("community", "community", "step", "visited")


class TimerSet(Fact, tag="timer.set", frozen=True):
    """A timer runs until `timer_ends` (milliseconds since 1970, server's clock), or none."""

    timer_ends: int | None
    timer_seconds: int | None
    community: Literal["community"] = "community"
    op = patch("community", "community", "timer_ends", "timer_seconds")


class MemberJoined(Fact, tag="member.joined", frozen=True):
    """Somebody takes part."""

    member: Member
    op = put("members", "member")


class MemberEdited(Fact, tag="member.edited", frozen=True):
    """Somebody has another name, role or organisation."""

    member: Member
    op = put("members", "member", erases=True)


class MemberRemoved(Fact, tag="member.removed", frozen=True):
    """Somebody left; the record keeps only the role, for the counts."""

    member: Member
    op = put("members", "member", erases=True)


class SeatGiven(Fact, tag="seat.given", frozen=True):
    """Somebody has a seat in the core team."""

    seat: SeatHolder
    op = put("seats", "seat")


class SeatEmptied(Fact, tag="seat.emptied", frozen=True):
    """A seat in the core team is empty."""

    seat: Seat
    op = drop("seats", "seat")


class PhaseRenamed(Fact, tag="phase.renamed", frozen=True):
    """A phase has the community's own name."""

    phase: PhaseTitle
    op = put("phase_titles", "phase")


class PhaseNameRestored(Fact, tag="phase.restored", frozen=True):
    """A phase has its first name again."""

    phase: str
    op = drop("phase_titles", "phase")


class PromptChanged(Fact, tag="prompt.changed", frozen=True):
    """A prompt is reworded."""

    prompt: Prompt
    op = put("prompts", "prompt")


class PromptRestored(Fact, tag="prompt.restored", frozen=True):
    """A prompt has its first wording again."""

    prompt: str
    op = drop("prompts", "prompt")


class MeetingChanged(Fact, tag="meeting.changed", frozen=True):
    """A meeting was planned, changed, opened or closed."""

    meeting: Meeting
    op = put("meetings", "meeting")


class MeetingAttended(Fact, tag="meeting.attended", frozen=True):
    """Who is or was there."""

    meeting: str
    present: list[str]
    op = patch("meetings", "meeting", "present")


class MeetingRemoved(Fact, tag="meeting.removed", frozen=True):
    """A planned meeting is off the list."""

    meeting: str
    op = drop("meetings", "meeting")


class CardAdded(Fact, tag="card.added", frozen=True):
    """A card is on a board."""

    card: Card
    op = put("cards", "card")


class CardEdited(Fact, tag="card.edited", frozen=True):
    """A card has another text."""

    card: Card
    op = put("cards", "card", erases=True)


class CardRevealed(Fact, tag="card.revealed", frozen=True):
    """A hidden card is there for everyone to read."""

    card: Card
    op = put("cards", "card")


class CardUnnamed(Fact, tag="card.unnamed", frozen=True):
    """A card has lost its author, because that member left."""

    card: Card
    op = put("cards", "card", erases=True)


class CardMoved(Fact, tag="card.moved", frozen=True):
    """A card lies elsewhere."""

    card: str
    column: str
    rank: str
    op = patch("cards", "card", "column", "rank")


class CardGrouped(Fact, tag="card.grouped", frozen=True):
    """A card is in a theme, or in none."""

    card: str
    theme: str | None
    op = patch("cards", "card", "theme")


class CardQuotable(Fact, tag="card.quotable", frozen=True):
    """A card may be quoted in the document, or no longer."""

    card: str
    quote: bool
    op = patch("cards", "card", "quote")


class CardWithdrawn(Fact, tag="card.withdrawn", frozen=True):
    """A card is gone."""

    card: str
    op = drop("cards", "card", erases=True)


class ThemeAdded(Fact, tag="theme.added", frozen=True):
    """There is a theme."""

    theme: Theme
    op = put("themes", "theme")


class ThemeRenamed(Fact, tag="theme.renamed", frozen=True):
    """A theme has another name."""

    theme: str
    name: str
    op = patch("themes", "theme", "name")


class ThemeRemoved(Fact, tag="theme.removed", frozen=True):
    """A theme was taken apart."""

    theme: str
    op = drop("themes", "theme")


class BoardChanged(Fact, tag="board.changed", frozen=True):
    """A board hides or shows new cards, or its dot round opened or closed."""

    board: Board
    op = put("boards", "board")


class DotPlaced(Fact, tag="dot.placed", frozen=True):
    """A dot lies on a card. Goes to its giver and to who typed for them only."""

    dot: Dot
    op = put("dots", "dot")


class DotTaken(Fact, tag="dot.taken", frozen=True):
    """A dot was taken back. Goes to its giver and to who typed for them only."""

    dot: str
    member: str
    typed_by: str | None = None
    op = drop("dots", "dot")


class TermChanged(Fact, tag="term.changed", frozen=True):
    """A word was asked about, explained, said in own words, or settled."""

    term: Term
    op = put("terms", "term", erases=True)


class TermRemoved(Fact, tag="term.removed", frozen=True):
    """A word is off the list."""

    term: str
    op = drop("terms", "term", erases=True)


class SectionAdded(Fact, tag="section.added", frozen=True):
    """The vision has a section more."""

    section: Section
    op = put("sections", "section")


class SectionEdited(Fact, tag="section.edited", frozen=True):
    """A section has another heading, level or place, was put aside or came back."""

    section: Section
    op = put("sections", "section")


class SourceAdded(Fact, tag="source.added", frozen=True):
    """A card is behind a paragraph."""

    source: Source
    op = put("sources", "source")


class SourceRemoved(Fact, tag="source.removed", frozen=True):
    """A card is no longer behind a paragraph."""

    source: str
    op = drop("sources", "source")


class VersionFrozen(Fact, tag="version.frozen", frozen=True):
    """The text of the vision was frozen under a label."""

    version: Version
    op = put("versions", "version")


class VersionAdopted(Fact, tag="version.adopted", frozen=True):
    """A version was agreed on, on a day."""

    version: str
    adopted: str
    op = patch("versions", "version", "adopted")


FACTS: tuple[type[Fact], ...] = (
    CommunityEdited, TopicChanged, StepStarted, TimerSet, MemberJoined, MemberEdited, MemberRemoved,
    SeatGiven, SeatEmptied, PhaseRenamed, PhaseNameRestored, PromptChanged, PromptRestored,
    MeetingChanged, MeetingAttended, MeetingRemoved, CardAdded, CardEdited, CardRevealed, CardUnnamed,
    CardMoved, CardGrouped, CardQuotable, CardWithdrawn, ThemeAdded, ThemeRenamed, ThemeRemoved,
    BoardChanged, DotPlaced, DotTaken, TermChanged, TermRemoved, SectionAdded, SectionEdited,
    SourceAdded, SourceRemoved, VersionFrozen, VersionAdopted, ConsentOpened, ConsentCounted,
    ConsentAnswered, ConsentTakenBack, ConsentClosed, AgreementChanged, AgreementRemoved,
    WordingAccepted, WordingReopened,
)
