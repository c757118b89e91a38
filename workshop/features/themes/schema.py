"""Themes: named groups of cards."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from workshop.core.access import every_member
from workshop.core.schema import Command, Fact, Id, Name, Record, drop, patch, put
from workshop.core.sight import EVERYBODY
from workshop.features.cards.schema import Card


class Theme(Record, collection="themes", sight=EVERYBODY):
    """A named group of cards."""

    name: str
    rank: str


class CardGroup(Command, tag="card.group", who=every_member, offline="kept", on_behalf=False):
    """Put a card in a theme, or take it out (null)."""

    card: Id
    theme: Id | None = None


class ThemeAdd(Command, tag="theme.add", who=every_member, offline="kept", on_behalf=False):
    """Make a theme, with the cards in it. The same id brings a taken-apart theme back."""

    theme: Id
    name: Name
    cards: Annotated[list[Id], Meta(max_length=500)] = []


class ThemeRename(Command, tag="theme.rename", who=every_member, offline="kept", on_behalf=False):
    """Give a theme another name."""

    theme: Id
    name: Name


class ThemeRemove(Command, tag="theme.remove", who=every_member, offline="kept", on_behalf=False):
    """Take a theme apart; its cards stay."""

    theme: Id


class CardGrouped(Fact, tag="card.grouped"):
    """A card is in a theme, or in none."""

    card: str
    theme: str | None
    op = patch(Card, "card", "theme")


class ThemeAdded(Fact, tag="theme.added"):
    """There is a theme."""

    theme: Theme
    op = put(Theme, "theme")


class ThemeRenamed(Fact, tag="theme.renamed"):
    """A theme has another name."""

    theme: str
    name: str
    op = patch(Theme, "theme", "name")


class ThemeRemoved(Fact, tag="theme.removed"):
    """A theme was taken apart."""

    theme: str
    op = drop(Theme, "theme")
