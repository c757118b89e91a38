"""The port for drafts that neighbours read: their page asks it for the text, and gives it what they say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

MAX_LETTERS = 500
MAX_NAME = 40


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of a published draft; `place` counts through the whole text."""

    place: int
    section: str
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a neighbour said of a paragraph, and the core team shows."""

    place: int
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A published draft: its chapters with text (id and heading), paragraphs, and what is shown of them."""

    reading: str
    closed: bool
    title: str
    sections: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    said: tuple[Said, ...]


class Drafts(Protocol):
    """Knows the drafts that are, or were, published."""

    def find(self, community_id: str, address: str) -> Draft | None:
        """Return the draft behind an address, or None when there is none.

        Raises:
            DomainError: `community.gone`.
        """

    def react(self, community_id: str, reading: str, part: Part, name: str, words: str) -> None:
        """Keep what a neighbour says of a paragraph, until the core team has read it.

        Raises:
            DomainError: `reading.closed`, `reading.full`, or what is wrong with the words.
        """
