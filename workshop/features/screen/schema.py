"""The screen of the group: the card or paragraph that is discussed, and whose first name may stand on it."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from workshop.core.access import core_team, every_member
from workshop.core.schema import Command, Fact, Id, Record, drop, put
from workshop.core.sight import EVERYBODY

SCREEN = "screen"
"""The id of the one spotlight."""


class Spotlight(Record, collection="spotlight", sight=EVERYBODY):
    """What fills the screen while the group talks about it: a card, or a paragraph of a section's text. The
    collection holds at most one record, with id "screen"."""

    card: str = ""
    section: str = ""
    paragraph: str = ""


class ScreenName(Record, collection="screen_names", sight=EVERYBODY):
    """A member who wants their first name on the screen; `id` is the member. Nobody's is there unasked."""


class ScreenPoint(Command, tag="screen.point", who=core_team, offline="waits", on_behalf=False):
    """Show one card on the whole screen, or one paragraph of a section, or neither (null). Another step takes
    it off by itself."""

    card: Id | None = None
    section: Id | None = None
    paragraph: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{0,40}\Z")] = ""


class ScreenNameShow(Command, tag="screen.name", who=every_member, offline="waits", on_behalf=True):
    """Say whether one's own first name may stand on the screen."""

    shown: bool


class ScreenPointed(Fact, tag="screen.pointed"):
    """A card or a paragraph fills the screen."""

    spotlight: Spotlight
    op = put(Spotlight, "spotlight")


class ScreenCleared(Fact, tag="screen.cleared"):
    """Nothing of the kind fills the screen any more."""

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
