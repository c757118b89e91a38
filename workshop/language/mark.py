"""One mark: where, of which kind, why, and what might be said instead."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from workshop.i18n import N_, translate
from workshop.language.counting import Reading
from workshop.language.insertion import Insertion

COMPOUND = N_("“%(text)s” is a long word, made of “%(first)s” and “%(second)s”.")
REASONS: dict[str, str] = {
    "rare": N_("Few people use the word “%(text)s”."),
    "compound": COMPOUND,
    "abstract": N_("“%(text)s” is hard to picture. Say what you see or do."),
    "jargon": N_("“%(text)s” is a word of professionals. Not everybody knows it."),
    "formal": N_("“%(text)s” is formal. There is a simpler way to say it."),
    "long": N_("This sentence has %(words)s words. Two short sentences read more easily."),
    "passive": N_("Who does this? Name the person: “we do it” reads more easily than “it is done”."),
    "tangconstructie": N_(
        "“%(first)s” and “%(last)s” belong together, but %(words)s words stand in between."
    ),
    "prepositions": N_(
        "There are %(words)s little words such as “of”, “in” and “for” close together. Use a verb."
    ),
    "nominalisation": N_("“%(text)s” hides what somebody does. Say who does what."),
    "double_negative": N_("Two words here say “not”. Say how it is, without “not”."),
    "abbreviation": N_("Not everybody knows the abbreviation “%(text)s”. Write it in full."),
    "brackets": N_("Brackets and slashes make readers stop. Write it out, or leave it out."),
    "deficit": N_("“%(text)s” says what people lack. Say what they can do or what they need."),
    "address": N_("Nobody is named in this text. Say “we” and “you”, so that people know who it is about."),
    "splice": N_("A comma joins two sentences here. Put a full stop, or a word such as “because”."),
    "paragraph": N_("This part has %(words)s words without a break. Cut it in two."),
    "list": N_("This sentence counts up %(words)s things. A list reads more easily."),
    "agreed": N_("“%(text)s” is a hard word. We agreed to say it like this: “%(plain)s”."),
    "late": N_("The main point comes late. Start with it."),
}
IDEA = N_("an idea, the sentence has to change with it")
ONCE_A_TEXT = frozenset(["rare", "abstract", "jargon", "formal", "abbreviation", "deficit"])
"""Kinds that are marked where a word comes first in a text, and not again."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One place in a text that is hard to read."""

    start: int
    end: int
    kind: str
    text: str
    proposals: tuple[str, ...] = ()
    """Ideas of what might be said instead, best first: they do not fit as they are."""
    insertions: tuple[Insertion, ...] = ()
    """Changes that leave the sentence whole, best first."""
    because: str = ""
    """The message of its reason, when that is not the one of its kind."""
    details: dict[str, str | int] = field(default_factory=dict, compare=False)

    @property
    def key(self) -> str:
        """What is remembered when people say "this is fine here"."""
        return f"{self.kind}:{' '.join(self.text.lower().split())}"

    @property
    def subject(self) -> tuple[str, str]:
        """What is marked, whatever its form: two marks with the same subject say the same."""
        return self.kind, str(self.details.get("word", self.text.lower()))

    def reason(self, language: str) -> str:
        """Why it is marked, in plain words of a language."""
        text = self.because or REASONS[self.kind]
        return translate(text, language, text=self.text, **self.details)

    def at(self, start: int) -> Mark:
        """The same mark in a text where its sentence starts at a place."""
        moved = tuple(change.at(start) for change in self.insertions)
        return replace(self, start=self.start + start, end=self.end + start, insertions=moved)


def span(
    reading: Reading,
    first: int,
    last: int,
    kind: str,
    /,
    *,
    proposals: tuple[str, ...] = (),
    insertions: tuple[Insertion, ...] = (),
    because: str = "",
    **more: str | int,
) -> Mark:
    """A mark from one word of a sentence to another; further arguments are the details of its reason."""
    start, end = reading.tokens[first].start, reading.tokens[last].end
    return Mark(start, end, kind, reading.text[start:end], proposals, insertions, because, dict(more))


def is_accepted(mark: Mark, accepted: Collection[str]) -> bool:
    """Whether people said that this is fine: the key of the mark, or simply its words."""
    return mark.key in accepted or " ".join(mark.text.lower().split()) in accepted
