"""Which cards may be quoted, and how: the one place that decides about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import phases
from exports.outline.model import Voice
from exports.outline.words import Words
from phases import Process
from workshop.core.state import State
from workshop.features.cards.quoting import attribution
from workshop.features.cards.schema import Card
from workshop.features.community.decide import community_of
from workshop.features.sections.schema import Source


def process_of(state: State) -> Process:
    """The process that the community follows.

    Raises:
        UnknownProcess: this program does not have it.
    """
    return phases.process(community_of(state).process)


def groups(process: Process) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Boards whose cards are voices of the neighbourhood, under a heading each."""
    for heading in dict.fromkeys(kind.heading for kind in process.kinds if kind.heading):
        kinds = frozenset(kind.id for kind in process.kinds if kind.heading == heading)
        yield heading, process.producing(kinds)


def quotable(card: Card) -> bool:
    """Whether a card may be in the document: its writer allows it and everyone has seen it."""
    return card.quote and not card.hidden and bool(card.text.strip())


def on_boards(state: State, boards: Iterable[str]) -> list[Card]:
    """The quotable cards on these boards, in their order."""
    wanted = tuple(boards)
    cards = (card for card in state[Card].values() if card.board in wanted and quotable(card))
    return sorted(cards, key=lambda card: (wanted.index(card.board), card.column, card.rank, card.id))


def who(state: State, card: Card, words: Words) -> str:
    """Who says it: with a name only when the writer wants that, and never so that a role tells who."""
    column = process_of(state).column(card.board, card.column)
    if column is not None and column.shared:
        return words.gettext("written together")
    kind, value = attribution(state, card)
    if kind == "name":
        return value
    if kind == "role":
        return words.one_of(value)
    return words.gettext("somebody of the group") if kind == "somebody" else words.gettext("without name")


def voice(state: State, card: Card, words: Words) -> Voice:
    """A quotable card as a quotation in its own language, with the translation if there is one."""
    foreign = card.lang != words.language
    return Voice(
        text=card.text.strip(),
        lang=card.lang if foreign else "",
        by=who(state, card, words),
        translation=card.translation.strip() if foreign else "",
    )


def behind(state: State, section: str) -> list[Card]:
    """The quotable personal cards, such as stories, that are sources of a section."""
    process = process_of(state)
    personal = process.producing(frozenset(kind.id for kind in process.kinds if kind.personal))
    sources = [source for source in state[Source].values() if source.section == section]
    cards = (state[Card].get(source.card) for source in sorted(sources, key=lambda source: source.id))
    return [card for card in cards if card and card.board in personal and quotable(card)]
