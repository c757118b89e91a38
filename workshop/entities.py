"""What a community's state is made of: one typed record per noun.

Every record lives in one collection of the state, under its own id, and in one
table with the same columns. Facts put, patch or drop exactly one of them.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from phases import DEFAULT_PROCESS

Id = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{8,40}\Z", description="by the client, 8-40 characters")]
Key = Annotated[str, Meta(pattern=r"^[A-Za-z0-9._-]{1,60}\Z", description="a name from the phases")]
Name = Annotated[str, Meta(min_length=1, max_length=40)]
Line = Annotated[str, Meta(min_length=1, max_length=200)]
OptionalLine = Annotated[str, Meta(max_length=200)]
Body = Annotated[str, Meta(min_length=1, max_length=800)]
OptionalBody = Annotated[str, Meta(max_length=800)]
Date = Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}\Z", description="a day, YYYY-MM-DD")]
Lang = Annotated[str, Meta(pattern=r"^[a-z]{2,3}\Z", description="language, ISO 639")]
Secret = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{16,64}\Z", description="kept on the device only")]
Dots = Annotated[int, Meta(ge=1, le=20)]

Role = Literal["parent", "professional", "researcher", "guest"]
Seat = Literal["researcher", "professional", "parent"]
Organisation = Literal[
    "childcare", "school", "clinic", "doctor", "social_team", "welfare", "library",
    "municipality", "college", "care", "other",
]
Answer = Literal["agree", "concern", "objection"]
Picture = Literal[
    "table", "swing", "book", "bicycle", "bench", "boots", "door", "coffee", "ball", "circle", "moon",
    "hands",
]


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """A record of the state; `id` is its key within the community."""

    id: str


class Community(Entity, frozen=True, kw_only=True):
    """The community itself; its collection holds one record, with id "community".
    `process`: which process it follows; that never changes."""

    name: str
    language: str
    process: str = DEFAULT_PROCESS
    topic: str
    topic_card: str | None = None
    title: str = ""
    step: str | None = None
    visited: list[str] = []
    timer_ends: int | None = None
    timer_seconds: int | None = None


class Member(Entity, frozen=True, kw_only=True):
    """Somebody who takes part. `paper`: without a phone, the core team types.

    `facilitator`: signs in with an account. `removed`: left; the name is gone.
    """

    name: str
    role: Role
    organisation: Organisation | None = None
    paper: bool = False
    facilitator: bool = False
    removed: bool = False


class SeatHolder(Entity, frozen=True, kw_only=True):
    """Who sits in a seat of the core team; `id` is the seat."""

    member: str


class PhaseTitle(Entity, frozen=True, kw_only=True):
    """A community's own name for a phase; `id` is the phase."""

    name: str


class Prompt(Entity, frozen=True, kw_only=True):
    """A community's own wording of a prompt; `id` is "step.number"."""

    text: str


class Meeting(Entity, frozen=True, kw_only=True):
    """A gathering. `state`: planned, open or closed. `present`: member ids."""

    date: str
    title: str
    place: str = ""
    phases: list[str] = []
    state: Literal["planned", "open", "closed"] = "planned"
    present: list[str] = []


class Board(Entity, frozen=True, kw_only=True):
    """What a step's board is set to; `id` is the step. `hidden`: new cards stay
    hidden until reveal. `round`: the dot round on it, if one was ever opened."""

    hidden: bool = False
    round: int = 0
    dots_open: bool = False
    dots_budget: int = 0
    dots_totals: dict[str, int] | None = None


class Card(Entity, frozen=True, kw_only=True):
    """A card. Without name: `nameless`, no author, and `key` holds the hash of a
    secret that only the writer's device knows (never sent to anyone). With a
    `picture` the text may be empty."""

    board: str
    column: str
    rank: str
    text: str
    picture: Picture | None = None
    author: str | None = None
    nameless: bool = False
    hidden: bool = False
    key: str | None = None
    lang: str = "nl"
    translation: str = ""
    theme: str | None = None
    quote: bool = False
    origins: list[str] = []
    due: str | None = None
    rev: int = 0


class Theme(Entity, frozen=True, kw_only=True):
    """A named group of cards."""

    name: str
    rank: str


class Dot(Entity, frozen=True, kw_only=True):
    """One dot of one member in one dot round. Only its giver ever sees it, and `typed_by`:
    who of the core team gave it for somebody without a phone."""

    board: str
    round: int
    member: str
    card: str
    typed_by: str | None = None


class Term(Entity, frozen=True, kw_only=True):
    """A jargon word on its way through the word exchange.

    `state`: asked, explained (by a professional), said (in own words), settled."""

    word: str
    asked_by: str | None = None
    explanation: str = ""
    explained_by: str | None = None
    own_words: str = ""
    said_by: str | None = None
    plain: str = ""
    settled_by: str | None = None
    state: Literal["asked", "explained", "said", "settled"] = "asked"


class Wording(Entity, frozen=True, kw_only=True):
    """Words of which people said "this is fine here": the language helper leaves them alone."""

    words: str


class Section(Entity, frozen=True, kw_only=True):
    """A chapter of the vision; its text is a shared document of its own.

    `kind` summary is the page in short; `block` names a recurring building block."""

    heading: str
    level: int
    rank: str
    kind: Literal["text", "summary"] = "text"
    block: Literal["strength", "craft", "experience", "agreements"] | None = None
    removed: bool = False


class Source(Entity, frozen=True, kw_only=True):
    """A card behind a paragraph (or behind the whole section: paragraph "")."""

    section: str
    paragraph: str
    card: str


class Version(Entity, frozen=True, kw_only=True):
    """A frozen text of the vision. `adopted`: the day it was agreed on, if it was."""

    label: str
    date: str
    adopted: str | None = None


class ConsentRound(Entity, frozen=True, kw_only=True):
    """A round of consent on a version. `state`: open (answers are private),
    revealed (everyone answered), closed. `answered`: how many did."""

    version: str
    number: int
    members: list[str]
    answered: int = 0
    state: Literal["open", "revealed", "closed"] = "open"
    adopted: bool = False


class ConsentAnswer(Entity, frozen=True, kw_only=True):
    """One member's answer. Until the reveal only that member sees it, and `typed_by`:
    who of the core team typed it for somebody without a phone."""

    round: str
    member: str
    answer: Answer
    reason: str = ""
    revealed: bool = False
    typed_by: str | None = None


class Agreement(Entity, frozen=True, kw_only=True):
    """What was agreed: what, who, when, who pays. Empty fields are shown as open."""

    text: str
    owner: str | None = None
    helpers: list[str] = []
    start: str | None = None
    paid_by: str = ""
    card: str | None = None
    section: str | None = None
    rank: str = "a0"
    rev: int = 0


COLLECTIONS: dict[str, type[Entity]] = {
    "community": Community,
    "members": Member,
    "seats": SeatHolder,
    "phase_titles": PhaseTitle,
    "prompts": Prompt,
    "meetings": Meeting,
    "boards": Board,
    "cards": Card,
    "themes": Theme,
    "dots": Dot,
    "terms": Term,
    "wordings": Wording,
    "sections": Section,
    "sources": Source,
    "versions": Version,
    "rounds": ConsentRound,
    "answers": ConsentAnswer,
    "agreements": Agreement,
}
"""Collection name (also the table's name) -> the record it holds."""
