"""Cards: what people write, or show with a picture, on a board."""

from __future__ import annotations

import hashlib
import hmac
from typing import Annotated, Literal, Protocol, cast

from msgspec import Meta
from msgspec.structs import replace

from workshop.core.access import Actor, every_member, rule
from workshop.core.schema import (
    Command,
    Date,
    Fact,
    Id,
    Key,
    Lang,
    OptionalBody,
    Record,
    Secret,
    drop,
    members,
    patch,
    put,
)
from workshop.core.sight import Sight
from workshop.core.state import GroupedBy, Highest, State

Picture = Literal[
    "table",
    "swing",
    "book",
    "bicycle",
    "bench",
    "boots",
    "door",
    "coffee",
    "ball",
    "circle",
    "moon",
    "hands",
]


def _without_key(card: Card) -> Card:
    return replace(card, key=None) if card.key is not None else card


def _face_down(card: Card) -> Card:
    if not card.hidden:
        return _without_key(card)
    return replace(
        card,
        key=None,
        text="",
        picture=None,
        author=None,
        nameless=False,
        lang="nl",
        translation="",
        origins=[],
        due=None,
        rev=0,
    )


FACE_DOWN_FOR_OTHERS: Sight[Card] = Sight(
    owners=lambda card: members(card.author) if card.hidden else members(),
    public=_face_down,
    own=_without_key,
)
"""Everybody sees a card; of a hidden one only its author sees what is on it. Nobody is sent its key."""


class Card(Record, collection="cards", sight=FACE_DOWN_FOR_OTHERS):
    """A card. Without name: `nameless`, no author, and `key` holds the hash of a
    secret that only the writer's device knows (never sent to anyone). With a
    `picture` the text may be empty. `quote`: the document may quote it; `quote_name`: with the
    writer's name."""

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
    quote_name: bool = False
    origins: list[str] = []
    due: str | None = None
    rev: int = 0


LAST_RANKS: Highest[Card] = Highest(lambda card: (card.board, card.column), lambda card: card.rank)
"""The highest rank ever used per board and column: the thousandth card is placed as fast as the tenth."""
BY_BOARD: GroupedBy[Card] = GroupedBy(lambda card: card.board)
"""The cards of a board."""

# ---------------------------------------------------------------------- who may


class _AboutOneCard(Protocol):
    card: str
    key: str | None


def hash_key(key: str) -> str:
    """Return what is kept of a device's secret for a card without name."""
    return hashlib.sha256(key.encode()).hexdigest()


def owns(actor: Actor, card: Card, key: str | None) -> bool:
    """Tell whether the card is the actor's own: as its author, or by its device's secret."""
    if card.nameless:
        return key is not None and card.key is not None and hmac.compare_digest(card.key, hash_key(key))
    return card.author == actor.id


def is_shared(card: Card) -> bool:
    """Tell whether a card was written by a group: nobody's own, everybody's to mend."""
    return card.author is None and not card.nameless


def _refusal(actor: Actor, command: Command, state: State, shared: bool, others: bool) -> str | None:
    """Say why not: `shared` whether this actor may with a shared card, `others` with somebody else's.
    A card that is gone is nobody's, so that the decision says it is gone."""
    about = cast(_AboutOneCard, command)
    card = state[Card].get(about.card)
    if card is None or owns(actor, card, about.key):
        return None
    if is_shared(card):
        return None if shared else "not_allowed"
    return None if others else "card.not_yours"


@rule("writer_or_shared")
def writer_or_shared(actor: Actor, command: Command, state: State) -> str | None:
    """Its writer; everybody for a card that a group wrote together."""
    return _refusal(actor, command, state, shared=True, others=False)


@rule("writer")
def writer(actor: Actor, command: Command, state: State) -> str | None:
    """Its writer; the core team for a card that a group wrote together."""
    return _refusal(actor, command, state, shared=actor.steering, others=False)


@rule("writer_or_core_team")
def writer_or_core_team(actor: Actor, command: Command, state: State) -> str | None:
    """Its writer; the core team for any card: it may take away what hurts somebody, but never reword it."""
    return _refusal(actor, command, state, shared=actor.steering, others=actor.steering)


# ---------------------------------------------------------------------- commands


class CardAdd(Command, tag="card.add", who=every_member, offline="kept", on_behalf=True):
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


class CardEdit(Command, tag="card.edit", who=writer_or_shared, offline="kept", on_behalf=True):
    """Change an own card (or a shared statement). `rev` is the one that was read."""

    card: Id
    rev: int
    text: OptionalBody
    key: Secret | None = None
    lang: Lang | None = None
    translation: OptionalBody | None = None
    due: Date | None = None


class CardMove(Command, tag="card.move", who=every_member, offline="kept", on_behalf=False):
    """Put a card in a column of its board, before another card or at the end."""

    card: Id
    column: Key
    before: Id | None = None


class CardWithdraw(Command, tag="card.withdraw", who=writer_or_core_team, offline="kept", on_behalf=True):
    """Take a card away, everywhere and for good."""

    card: Id
    key: Secret | None = None


class CardQuote(Command, tag="card.quote", who=writer, offline="kept", on_behalf=True):
    """Say whether the document may quote an own card; `named`: with one's name under it."""

    card: Id
    allowed: bool
    named: bool = False
    key: Secret | None = None


# ---------------------------------------------------------------------- facts


class CardAdded(Fact, tag="card.added"):
    """A card is on a board."""

    card: Card
    op = put(Card, "card")


class CardEdited(Fact, tag="card.edited"):
    """A card has another text."""

    card: Card
    op = put(Card, "card", erases=True)


class CardRevealed(Fact, tag="card.revealed"):
    """A hidden card is there for everyone to read."""

    card: Card
    op = put(Card, "card")


class CardUnnamed(Fact, tag="card.unnamed"):
    """A card has lost its author, because that member left."""

    card: Card
    op = put(Card, "card", erases=True)


class CardMoved(Fact, tag="card.moved"):
    """A card lies elsewhere."""

    card: str
    column: str
    rank: str
    op = patch(Card, "card", "column", "rank")


class CardQuotable(Fact, tag="card.quotable"):
    """A card may be quoted in the document, or no longer."""

    card: str
    quote: bool
    quote_name: bool = False
    op = patch(Card, "card", "quote", "quote_name")


class CardWithdrawn(Fact, tag="card.withdrawn"):
    """A card is gone."""

    card: str
    op = drop(Card, "card", erases=True)
