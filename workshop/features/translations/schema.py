"""Translations: what a section says in another language, written by people, paragraph by paragraph."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from workshop.core.access import every_member
from workshop.core.schema import Command, Fact, Id, Lang, Record, put
from workshop.core.sight import EVERYBODY

Words = Annotated[str, Meta(min_length=1, max_length=10_000)]
OptionalWords = Annotated[str, Meta(max_length=10_000)]


class Translation(Record, collection="translations", sight=EVERYBODY):
    """That a section is translated into a language; `id` is "section.language". The words are asked for
    with `translation.read`. `paragraphs`: how many have a translation. `rev`: grows with every change, so
    that whoever shows the words asks for them again."""

    section: str
    lang: str
    paragraphs: int = 0
    rev: int = 0


class TranslationRead(Command, tag="translation.read", who=every_member, offline="refused", on_behalf=False):
    """Read a section in a language beside its text as it is now. Answered with `rows`: each with the
    paragraph's words as they are (`original`), what it says in the language (`words`), and `state`: `kept`,
    `behind` (the paragraph changed since; `was`, `old` and `new` say how) or `missing`. The first row is
    the heading."""

    section: Id
    lang: Lang


class TranslationWrite(Command, tag="translation.write", who=every_member, offline="waits", on_behalf=False):
    """Say what a paragraph says in a language. `original`: the paragraph's words as the translator read them;
    by these it is found again. `was`: the earlier words of which there was a translation. Without `words`
    the translation is taken away."""

    section: Id
    lang: Lang
    original: Words
    words: OptionalWords
    was: OptionalWords = ""


class TranslationChanged(Fact, tag="translation.changed"):
    """A section says something else in a language."""

    translation: Translation
    op = put(Translation, "translation")
