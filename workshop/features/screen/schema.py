"""The screen of the group: the card that is discussed, and whose first name may stand on it."""

from __future__ import annotations

from workshop.core.access import core_team, every_member
from workshop.core.schema import Command, Fact, Id, Record, drop, put
from workshop.core.sight import EVERYBODY

SCREEN = "screen"
"""The id of the one spotlight."""


class Spotlight(Record, collection="spotlight", sight=EVERYBODY):
    """The card that fills the screen while the group talks about it; the collection holds at most one
    record, with id "screen"."""

    card: str


class ScreenName(Record, collection="screen_names", sight=EVERYBODY):
    """A member who wants their first name on the screen; `id` is the member. Nobody's is there unasked."""


class ScreenPoint(Command, tag="screen.point", who=core_team, offline="waits", on_behalf=False):
    """Show one card on the whole screen, or no card (null). Another step takes it off by itself."""

    card: Id | None = None


class ScreenNameShow(Command, tag="screen.name", who=every_member, offline="waits", on_behalf=True):
    """Say whether one's own first name may stand on the screen."""

    shown: bool


class ScreenPointed(Fact, tag="screen.pointed"):
    """A card fills the screen."""

    spotlight: Spotlight
    op = put(Spotlight, "spotlight")


class ScreenCleared(Fact, tag="screen.cleared"):
    """No card fills the screen any more."""

    spotlight: str = SCREEN
    op = drop(Spotlight, "spotlight", erases=True)


class ScreenNameShown(Fact, tag="screen.name_shown"):
    """Somebody's first name may stand on the screen."""

    name: ScreenName
    op = put(ScreenName, "name")


class ScreenNameHidden(Fact, tag="screen.name_hidden"):
    """Somebody's first name does not stand on the screen any more."""

    name: str
    op = drop(ScreenName, "name", erases=True)
