"""The catalogue: every command that may come in and every fact that may go out.

It is the one truth for the server, the browser (its types and its fold are generated
from here), `docs/protocol.md` and the tests.

A command says what somebody wants. A fact says what happened, and does exactly one
thing to one record of the state: put it, patch some of its fields, or drop it.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

import msgspec
from msgspec import Meta

from workshop.entities import (
    Agreement, Answer, Board, Body, Card, Community, ConsentAnswer, ConsentRound, Date, Dot,
    Dots, Id, Key, Lang, Line, Meeting, Member, Name, OptionalBody, OptionalLine, Organisation,
    PhaseName, PhaseTitle, Prompt, Role, Seat, SeatHolder, Secret, Section, Source, Term, Theme,
    Version,
)

# --------------------------------------------------------------------------- commands


class Command(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type"):
    """What every command carries. `command` makes a resend harmless: the same id is
    carried out once. `as_member`: the core team types for somebody without a phone."""

    command: Id
    as_member: Id | None = None


class CommunityEdit(Command, tag="community.edit"):
    """Change the community's name or its vision's title."""

    name: Line | None = None
    title: Line | None = None


class TopicSet(Command, tag="topic.set"):
    """Set what the community wants more of, in words or by choosing a card."""

    text: Line | None = None
    card: Id | None = None


class MemberAdd(Command, tag="member.add"):
    """Add somebody who has no phone."""

    member: Id
    name: Name
    role: Role
    organisation: Organisation | None = None


class MemberEdit(Command, tag="member.edit"):
    """Change one's own name, role or organisation."""

    name: Name | None = None
    role: Role | None = None
    organisation: Organisation | None = None


class MemberRemove(Command, tag="member.remove"):
    """Leave, or (core team) take somebody off the list. Cards stay, without a name."""

    member: Id


class SeatGive(Command, tag="seat.give"):
    """Give a seat of the core team to a member, or empty it."""

    seat: Seat
    member: Id | None = None


class StepStart(Command, tag="step.start"):
    """Bring everyone to a step. Any step, forward or back; nothing is lost."""

    step: Key


class TimerStart(Command, tag="timer.start"):
    """Start a soft timer. It never stops anybody's typing."""

    seconds: Annotated[int, Meta(ge=10, le=7200)]


class TimerStop(Command, tag="timer.stop"):
    """Take the timer away."""


class PhaseRename(Command, tag="phase.rename"):
    """Give a phase the community's own name; an empty name restores the first one."""

    phase: PhaseName
    name: Annotated[str, Meta(max_length=40)]


class PromptSet(Command, tag="prompt.set"):
    """Reword a prompt of a step (counted from 0); an empty text restores the first one."""

    step: Key
    number: Annotated[int, Meta(ge=0, le=30)]
    text: Annotated[str, Meta(max_length=300)]


class MeetingPlan(Command, tag="meeting.plan"):
    """Plan a meeting, or change a planned one (same id)."""

    meeting: Id
    date: Date
    title: Line
    place: OptionalLine = ""
    phases: Annotated[list[PhaseName], Meta(max_length=5)] = []


class MeetingOpen(Command, tag="meeting.open"):
    """Open a meeting: who is here counts as present. An open one is closed first."""

    meeting: Id
    present: Annotated[list[Id], Meta(max_length=500)] = []


class MeetingClose(Command, tag="meeting.close"):
    """Close the open meeting."""

    meeting: Id


class MeetingRemove(Command, tag="meeting.remove"):
    """Take a planned meeting off the list."""

    meeting: Id


class CardAdd(Command, tag="card.add"):
    """Put a card on a board. Without name: give `key`, a secret the device keeps."""

    card: Id
    board: Key
    column: Key
    text: Body
    nameless: bool = False
    key: Secret | None = None
    lang: Lang = "nl"
    translation: OptionalBody = ""
    quote: bool = False
    origins: Annotated[list[Id], Meta(max_length=20)] = []
    due: Date | None = None


class CardEdit(Command, tag="card.edit"):
    """Change an own card (or a shared statement). `rev` is the one that was read."""

    card: Id
    rev: int
    text: Body
    key: Secret | None = None
    lang: Lang | None = None
    translation: OptionalBody | None = None
    due: Date | None = None


class CardMove(Command, tag="card.move"):
    """Put a card in a column of its board, before another card or at the end."""

    card: Id
    column: Key
    before: Id | None = None


class CardWithdraw(Command, tag="card.withdraw"):
    """Take a card away, everywhere and for good."""

    card: Id
    key: Secret | None = None


class CardQuote(Command, tag="card.quote"):
    """Say whether the document may quote an own card."""

    card: Id
    allowed: bool
    key: Secret | None = None


class CardGroup(Command, tag="card.group"):
    """Put a card in a theme, or take it out (null)."""

    card: Id
    theme: Id | None = None


class ThemeAdd(Command, tag="theme.add"):
    """Make a theme, with the cards in it. The same id brings a taken-apart theme back."""

    theme: Id
    name: Name
    cards: Annotated[list[Id], Meta(max_length=500)] = []


class ThemeRename(Command, tag="theme.rename"):
    """Give a theme another name."""

    theme: Id
    name: Name


class ThemeRemove(Command, tag="theme.remove"):
    """Take a theme apart; its cards stay."""

    theme: Id


class BoardHide(Command, tag="board.hide"):
    """From now on cards on this board stay hidden until they are revealed."""

    board: Key


class BoardReveal(Command, tag="board.reveal"):
    """Show all hidden cards of a board to everyone at once."""

    board: Key


class DotsOpen(Command, tag="dots.open"):
    """Open a dot round: everyone has `budget` dots; totals stay hidden until closed."""

    board: Key
    budget: Dots


class DotPlace(Command, tag="dot.place"):
    """Give one dot to a card."""

    dot: Id
    board: Key
    card: Id


class DotTake(Command, tag="dot.take"):
    """Take an own dot back."""

    dot: Id


class DotsClose(Command, tag="dots.close"):
    """Close the dot round and show the totals."""

    board: Key


class TermAsk(Command, tag="term.ask"):
    """Ask what a word means."""

    term: Id
    word: Annotated[str, Meta(min_length=1, max_length=60)]


class TermExplain(Command, tag="term.explain"):
    """A professional says what the word means."""

    term: Id
    text: Body


class TermSay(Command, tag="term.say"):
    """A parent says it in own words, and proposes the plain words for the text."""

    term: Id
    own_words: Body
    plain: Line


class TermSettle(Command, tag="term.settle"):
    """A parent confirms the plain words; only then is the term settled."""

    term: Id


class TermRemove(Command, tag="term.remove"):
    """Take a word off the list."""

    term: Id


class SectionAdd(Command, tag="section.add"):
    """Add a section to the vision, after another one or at the end."""

    section: Id
    heading: Line
    level: Annotated[int, Meta(ge=1, le=2)] = 1
    after: Id | None = None


class SectionEdit(Command, tag="section.edit"):
    """Change a section's heading or level."""

    section: Id
    heading: Line | None = None
    level: Annotated[int, Meta(ge=1, le=2)] | None = None


class SectionMove(Command, tag="section.move"):
    """Put a section after another one, or first (null)."""

    section: Id
    after: Id | None = None


class SectionRemove(Command, tag="section.remove"):
    """Put a section aside. Its text is kept."""

    section: Id


class SectionRestore(Command, tag="section.restore"):
    """Bring a section that was put aside back."""

    section: Id


class SourceAdd(Command, tag="source.add"):
    """Put a card behind a paragraph, as its source."""

    source: Id
    section: Id
    paragraph: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{0,40}$")]
    card: Id


class SourceRemove(Command, tag="source.remove"):
    """Take a source away."""

    source: Id


class ConsentOpen(Command, tag="consent.open"):
    """Freeze the text as a version and ask these members whether they can go on with it."""

    round: Id
    version: Id
    label: Annotated[str, Meta(pattern=r"^\d{1,2}\.\d{1,2}$")]
    members: Annotated[list[Id], Meta(min_length=1, max_length=500)]


class ConsentGive(Command, tag="consent.answer"):
    """Answer: agree, agree with a concern, or an objection. May be changed until closed."""

    round: Id
    answer: Answer
    reason: OptionalBody = ""


class ConsentClose(Command, tag="consent.close"):
    """Close the round. `adopt`: only when everyone answered and nobody objects."""

    round: Id
    adopt: bool = False


class AgreementAdd(Command, tag="agreement.add"):
    """Write down an agreement; what is not known yet stays open."""

    agreement: Id
    text: Body
    owner: Id | None = None
    helpers: Annotated[list[Id], Meta(max_length=50)] = []
    start: Date | None = None
    paid_by: OptionalLine = ""
    card: Id | None = None
    section: Id | None = None


class AgreementEdit(Command, tag="agreement.edit"):
    """Replace an agreement's content. `rev` is the one that was read."""

    agreement: Id
    rev: int
    text: Body
    owner: Id | None = None
    helpers: Annotated[list[Id], Meta(max_length=50)] = []
    start: Date | None = None
    paid_by: OptionalLine = ""
    card: Id | None = None
    section: Id | None = None


class AgreementRemove(Command, tag="agreement.remove"):
    """Take an agreement off the list."""

    agreement: Id


class VisionOpen(Command, tag="vision.open"):
    """Open a section's text. `vector`: the Yjs state vector of what the client has.
    Answered with `update` (what the client lacks) and `vector` (what the server has)."""

    section: Id
    schema: int
    vector: bytes = b""


class VisionUpdate(Command, tag="vision.update"):
    """Yjs update bytes for a section's text, in the client's own batches."""

    section: Id
    schema: int
    update: bytes


class VisionCursor(Command, tag="vision.cursor"):
    """A Yjs awareness update of this client, passed on to who has the section open."""

    section: Id
    update: bytes


class VisionClose(Command, tag="vision.close"):
    """Stop following a section's text."""

    section: Id


class Writing(Command, tag="writing"):
    """Tell that somebody is writing on a board, not what. Not kept."""

    board: Key
    on: bool


class Enter(Command, tag="enter"):
    """First command on a connection. `seq`: the last fact this client has, or -1.
    Answered with the facts since then, or with the whole state."""

    seq: int = -1


COMMANDS: tuple[type[Command], ...] = (
    Enter, Writing, CommunityEdit, TopicSet, MemberAdd, MemberEdit, MemberRemove, SeatGive, StepStart,
    TimerStart, TimerStop, PhaseRename, PromptSet, MeetingPlan, MeetingOpen, MeetingClose,
    MeetingRemove, CardAdd, CardEdit, CardMove, CardWithdraw, CardQuote, CardGroup, ThemeAdd,
    ThemeRename, ThemeRemove, BoardHide, BoardReveal, DotsOpen, DotPlace, DotTake, DotsClose,
    TermAsk, TermExplain, TermSay, TermSettle, TermRemove, SectionAdd, SectionEdit, SectionMove,
    SectionRemove, SectionRestore, SourceAdd, SourceRemove, ConsentOpen, ConsentGive, ConsentClose,
    AgreementAdd, AgreementEdit, AgreementRemove, VisionOpen, VisionUpdate, VisionCursor, VisionClose,
)

# ------------------------------------------------------------------------------ facts


class Op(msgspec.Struct, frozen=True):
    """What a fact does. `kind` put: `field` holds the record. patch: `field` holds the
    record's id and `fields` are set. drop: `field` holds the id of the record that goes.
    `erases`: earlier facts about the same record are wiped from the log."""

    kind: Literal["put", "patch", "drop"]
    collection: str
    field: str
    fields: tuple[str, ...] = ()
    erases: bool = False


class Fact(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """Something that happened. Numbered per community when it is recorded."""

    op: ClassVar[Op]


def _put(collection: str, field: str, erases: bool = False) -> Op:
    return Op("put", collection, field, (), erases)


def _patch(collection: str, field: str, *fields: str) -> Op:
    return Op("patch", collection, field, fields)


def _drop(collection: str, field: str, erases: bool = False) -> Op:
    return Op("drop", collection, field, (), erases)


class CommunityEdited(Fact, tag="community.edited"):
    """The community as a whole: when it was made, or its name or title changed."""

    community: Community
    op = _put("community", "community")


class TopicChanged(Fact, tag="topic.changed"):
    """There is a topic."""

    topic: str
    topic_card: str | None
    community: Literal["community"] = "community"
    op = _patch("community", "community", "topic", "topic_card")


class StepStarted(Fact, tag="step.started"):
    """Everyone is brought to a step."""

    step: str
    visited: list[str]
    community: Literal["community"] = "community"
    op = _patch("community", "community", "step", "visited")


class TimerSet(Fact, tag="timer.set"):
    """A timer runs until `timer_ends` (milliseconds since 1970, server's clock), or none."""

    timer_ends: int | None
    timer_seconds: int | None
    community: Literal["community"] = "community"
    op = _patch("community", "community", "timer_ends", "timer_seconds")


class MemberJoined(Fact, tag="member.joined"):
    """Somebody takes part."""

    member: Member
    op = _put("members", "member")


class MemberEdited(Fact, tag="member.edited"):
    """Somebody has another name, role or organisation."""

    member: Member
    op = _put("members", "member")


class MemberRemoved(Fact, tag="member.removed"):
    """Somebody left; the record keeps only the role, for the counts."""

    member: Member
    op = _put("members", "member", erases=True)


class SeatGiven(Fact, tag="seat.given"):
    """Somebody has a seat in the core team."""

    seat: SeatHolder
    op = _put("seats", "seat")


class SeatEmptied(Fact, tag="seat.emptied"):
    """A seat in the core team is empty."""

    seat: Seat
    op = _drop("seats", "seat")


class PhaseRenamed(Fact, tag="phase.renamed"):
    """A phase has the community's own name."""

    phase: PhaseTitle
    op = _put("phase_titles", "phase")


class PhaseNameRestored(Fact, tag="phase.restored"):
    """A phase has its first name again."""

    phase: str
    op = _drop("phase_titles", "phase")


class PromptChanged(Fact, tag="prompt.changed"):
    """A prompt is reworded."""

    prompt: Prompt
    op = _put("prompts", "prompt")


class PromptRestored(Fact, tag="prompt.restored"):
    """A prompt has its first wording again."""

    prompt: str
    op = _drop("prompts", "prompt")


class MeetingChanged(Fact, tag="meeting.changed"):
    """A meeting was planned, changed, opened or closed."""

    meeting: Meeting
    op = _put("meetings", "meeting")


class MeetingAttended(Fact, tag="meeting.attended"):
    """Who is or was there."""

    meeting: str
    present: list[str]
    op = _patch("meetings", "meeting", "present")


class MeetingRemoved(Fact, tag="meeting.removed"):
    """A planned meeting is off the list."""

    meeting: str
    op = _drop("meetings", "meeting")


class CardAdded(Fact, tag="card.added"):
    """A card is on a board."""

    card: Card
    op = _put("cards", "card")


class CardEdited(Fact, tag="card.edited"):
    """A card has another text."""

    card: Card
    op = _put("cards", "card", erases=True)


class CardRevealed(Fact, tag="card.revealed"):
    """A hidden card is there for everyone to read."""

    card: Card
    op = _put("cards", "card")


class CardUnnamed(Fact, tag="card.unnamed"):
    """A card has lost its author, because that member left."""

    card: Card
    op = _put("cards", "card", erases=True)


class CardMoved(Fact, tag="card.moved"):
    """A card lies elsewhere."""

    card: str
    column: str
    rank: str
    op = _patch("cards", "card", "column", "rank")


class CardGrouped(Fact, tag="card.grouped"):
    """A card is in a theme, or in none."""

    card: str
    theme: str | None
    op = _patch("cards", "card", "theme")


class CardQuotable(Fact, tag="card.quotable"):
    """A card may be quoted in the document, or no longer."""

    card: str
    quote: bool
    op = _patch("cards", "card", "quote")


class CardWithdrawn(Fact, tag="card.withdrawn"):
    """A card is gone."""

    card: str
    op = _drop("cards", "card", erases=True)


class ThemeAdded(Fact, tag="theme.added"):
    """There is a theme."""

    theme: Theme
    op = _put("themes", "theme")


class ThemeRenamed(Fact, tag="theme.renamed"):
    """A theme has another name."""

    theme: str
    name: str
    op = _patch("themes", "theme", "name")


class ThemeRemoved(Fact, tag="theme.removed"):
    """A theme was taken apart."""

    theme: str
    op = _drop("themes", "theme")


class BoardChanged(Fact, tag="board.changed"):
    """A board hides or shows new cards, or its dot round opened or closed."""

    board: Board
    op = _put("boards", "board")


class DotPlaced(Fact, tag="dot.placed"):
    """A dot lies on a card. Goes to its giver only."""

    dot: Dot
    op = _put("dots", "dot")


class DotTaken(Fact, tag="dot.taken"):
    """A dot was taken back. Goes to its giver only."""

    dot: str
    member: str
    op = _drop("dots", "dot")


class TermChanged(Fact, tag="term.changed"):
    """A word was asked about, explained, said in own words, or settled."""

    term: Term
    op = _put("terms", "term")


class TermRemoved(Fact, tag="term.removed"):
    """A word is off the list."""

    term: str
    op = _drop("terms", "term")


class SectionAdded(Fact, tag="section.added"):
    """The vision has a section more."""

    section: Section
    op = _put("sections", "section")


class SectionEdited(Fact, tag="section.edited"):
    """A section has another heading, level or place, was put aside or came back."""

    section: Section
    op = _put("sections", "section")


class SourceAdded(Fact, tag="source.added"):
    """A card is behind a paragraph."""

    source: Source
    op = _put("sources", "source")


class SourceRemoved(Fact, tag="source.removed"):
    """A card is no longer behind a paragraph."""

    source: str
    op = _drop("sources", "source")


class VersionFrozen(Fact, tag="version.frozen"):
    """The text of the vision was frozen under a label."""

    version: Version
    op = _put("versions", "version")


class VersionAdopted(Fact, tag="version.adopted"):
    """A version was agreed on, on a day."""

    version: str
    adopted: str
    op = _patch("versions", "version", "adopted")


class ConsentOpened(Fact, tag="consent.opened"):
    """A consent round is open."""

    round: ConsentRound
    op = _put("rounds", "round")


class ConsentCounted(Fact, tag="consent.counted"):
    """So many have answered; with the last one the round is revealed."""

    round: str
    answered: int
    state: Literal["open", "revealed", "closed"]
    op = _patch("rounds", "round", "answered", "state")


class ConsentAnswered(Fact, tag="consent.answered"):
    """Somebody answered. Goes to that member only until the reveal."""

    answer: ConsentAnswer
    op = _put("answers", "answer", erases=True)


class ConsentClosed(Fact, tag="consent.closed"):
    """A consent round is over."""

    round: str
    adopted: bool
    state: Literal["closed"] = "closed"
    op = _patch("rounds", "round", "state", "adopted")


class AgreementChanged(Fact, tag="agreement.changed"):
    """There is an agreement, or it has another content."""

    agreement: Agreement
    op = _put("agreements", "agreement")


class AgreementRemoved(Fact, tag="agreement.removed"):
    """An agreement is off the list."""

    agreement: str
    op = _drop("agreements", "agreement")


FACTS: tuple[type[Fact], ...] = (
    CommunityEdited, TopicChanged, StepStarted, TimerSet, MemberJoined, MemberEdited, MemberRemoved,
    SeatGiven, SeatEmptied, PhaseRenamed, PhaseNameRestored, PromptChanged, PromptRestored,
    MeetingChanged, MeetingAttended, MeetingRemoved, CardAdded, CardEdited, CardRevealed, CardUnnamed,
    CardMoved, CardGrouped, CardQuotable, CardWithdrawn, ThemeAdded, ThemeRenamed, ThemeRemoved,
    BoardChanged, DotPlaced, DotTaken, TermChanged, TermRemoved, SectionAdded, SectionEdited,
    SourceAdded, SourceRemoved, VersionFrozen, VersionAdopted, ConsentOpened, ConsentCounted,
    ConsentAnswered, ConsentClosed, AgreementChanged, AgreementRemoved,
)
