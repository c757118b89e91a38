"""Wordings: people weigh what the language helper marks, and say what is fine here."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from workshop.core.access import every_member
from workshop.core.schema import Command, Fact, Id, Lang, Record, drop, put
from workshop.core.sight import EVERYBODY

Passage = Annotated[str, Meta(max_length=5000)]


class Wording(Record, collection="wordings", sight=EVERYBODY):
    """Words of which people said "this is fine here": the language helper leaves them alone."""

    words: str


class LanguageCheck(Command, tag="language.check", who=every_member, offline="refused", on_behalf=False):
    """Ask what is hard to read in these texts. Nothing of it is kept or passed on.
    Answered with `checks`, one for each text."""

    texts: Annotated[list[Passage], Meta(max_length=40)]
    language: Lang


class WordingAccept(Command, tag="wording.accept", who=every_member, offline="kept", on_behalf=False):
    """Say that these words are fine here: they are not marked any more."""

    wording: Id
    words: Annotated[str, Meta(min_length=1, max_length=1000)]


class WordingReopen(Command, tag="wording.reopen", who=every_member, offline="kept", on_behalf=False):
    """Have these words marked again."""

    wording: Id


class WordingAccepted(Fact, tag="wording.accepted"):
    """Some words are fine here."""

    wording: Wording
    op = put(Wording, "wording")


class WordingReopened(Fact, tag="wording.reopened"):
    """Some words may be marked again."""

    wording: str
    op = drop(Wording, "wording", erases=True)
