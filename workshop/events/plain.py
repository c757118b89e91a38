"""Plain language: what may come in and go out when people weigh what the language helper marks."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from workshop.entities import Id, Lang, Wording
from workshop.events.base import Command, Fact, drop, put

Passage = Annotated[str, Meta(max_length=5000)]


class LanguageCheck(Command, tag="language.check", frozen=True):
    """Ask what is hard to read in these texts. Nothing of it is kept or passed on.
    Answered with `checks`, one for each text."""

    texts: Annotated[list[Passage], Meta(max_length=40)]
    language: Lang


class WordingAccept(Command, tag="wording.accept", frozen=True):
    """Say that these words are fine here: they are not marked any more."""

    wording: Id
    words: Annotated[str, Meta(min_length=1, max_length=1000)]


class WordingReopen(Command, tag="wording.reopen", frozen=True):
    """Have these words marked again."""

    wording: Id


class WordingAccepted(Fact, tag="wording.accepted", frozen=True):
    """Some words are fine here."""

    wording: Wording
    op = put("wordings", "wording")


class WordingReopened(Fact, tag="wording.reopened", frozen=True):
    """Some words may be marked again."""

    wording: str
    op = drop("wordings", "wording", erases=True)
