"""What the document has and what it misses, decided from the state and the texts alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec
from msgspec.structs import replace

from phases import BuildingBlock, Process
from workshop.core.state import State
from workshop.features.agreements.schema import Agreement
from workshop.features.cards.schema import Card
from workshop.features.document.links import Dead, dead_links
from workshop.features.document.private import find, key_of
from workshop.features.document.schema import BY_HOLDER, Accepted
from workshop.features.members.schema import Member
from workshop.features.sections.decide import in_order
from workshop.features.sections.schema import Section, Source

MIN_WORDS = 8
"""A part with fewer words does not tell anything yet."""
MIN_QUOTED_WORDS = 4
"""Fewer words between quotation marks are a name or a manner of speaking."""
MAX_LINES = 60
"""So many lines of one rule are shown; who mends those sees the rest."""
EXAMPLES: Mapping[str, tuple[str, ...]] = {
    "nl": ("bijvoorbeeld", "zoals", "bv", "denk aan"),
    "en": ("for example", "for instance", "such as"),
}
"""Words with which an example begins, by language."""

Rule = Literal["block", "words", "example", "voice", "owner", "quote", "link", "private"]
_QUOTED = re.compile(r"[“„\"]([^“”„\"\n]{10,600})[”\"]|‘([^‘’\n]{10,600})’")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading or item of a part; `ids`: what sources call it; `quoted`: it is a quotation."""

    text: str
    ids: tuple[str, ...] = ()
    quoted: bool = False


class Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that the document has or misses, and where.

    `text`: the passage in which it stands, `start` and `end` the place in it, counted as in JavaScript, and
    `words` what stands there. `reason`: what is wrong with a link or with a building block, what a private
    thing is. `fingerprint`: by which private words are accepted."""

    rule: Rule
    present: bool
    block: str = ""
    section: str = ""
    card: str = ""
    agreement: str = ""
    source: str = ""
    reason: str = ""
    words: str = ""
    text: str = ""
    start: int = 0
    end: int = 0
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """What is looked at: the community's state and the texts of its sections, by section."""

    community: str
    state: State
    process: Process
    language: str
    texts: Mapping[str, Sequence[Passage]]


def check(document: Document) -> list[Line]:
    """Return what the document has and what it misses, rule by rule."""
    lines = [*_blocks(document)]
    for found in (_owners(document), _quotes(document), _links(document), _private(document)):
        rule, missing = found[0], found[1][:MAX_LINES]
        lines += missing or [Line(rule=rule, present=True)]
    return lines


def missing(lines: Iterable[Line]) -> int:
    """Return how many things the document misses."""
    return sum(not line.present for line in lines)


# ---------------------------------------------------------------- what every vision tells


def _blocks(document: Document) -> Iterator[Line]:
    sections = in_order(document.state)
    for block in document.process.blocks:
        own = [section for section in sections if section.block == block.id]
        if block.kind == "core":
            yield _core(document, block, own, [s for s in sections if s.block in block.within])
        elif block.kind == "value":
            yield from _value(document, block, own)


def _core(document: Document, block: BuildingBlock, own: list[Section], others: list[Section]) -> Line:
    signs = block.signs.get(document.language, ())
    for section in own:
        if _tells(document, section):
            return Line(rule="block", present=True, block=block.id, section=section.id)
    for section in others:
        if _tells(document, section) and _says(_all_words(document, section), signs):
            return Line(rule="block", present=True, block=block.id, section=section.id)
    first = own[0].id if own else ""
    return Line(
        rule="block", present=False, block=block.id, section=first, reason="empty" if own else "absent"
    )


def _value(document: Document, block: BuildingBlock, own: list[Section]) -> Iterator[Line]:
    """The words of a value, an example in them, and somebody's own voice."""
    section = next((one for one in own if _tells(document, one)), own[0] if own else None)
    place = section.id if section else ""
    reason = "" if section else "absent"
    told = section is not None and _tells(document, section)
    yield Line(rule="words", present=told, block=block.id, section=place, reason=reason)
    if section is None:
        return
    personal = document.process.producing(frozenset(k.id for k in document.process.kinds if k.personal))
    behind = [card for card in _behind(document.state, section.id) if not card.hidden and card.text.strip()]
    words = _all_words(document, section)
    example = _says(words, EXAMPLES.get(document.language, ())) or any(c.board in personal for c in behind)
    yield Line(rule="example", present=example, block=block.id, section=place)
    voice = any(card.quote for card in behind) or any(one.quoted for one in _passages(document, section.id))
    yield Line(rule="voice", present=voice, block=block.id, section=place)


def _passages(document: Document, section: str) -> Sequence[Passage]:
    return document.texts.get(section, ())


def _tells(document: Document, section: Section) -> bool:
    return len(_all_words(document, section).split()) >= MIN_WORDS


def _all_words(document: Document, section: Section) -> str:
    return _plain(" ".join(one.text for one in _passages(document, section.id)))


def _plain(text: str) -> str:
    """Words as they are compared: small letters, single spaces, no signs."""
    return " ".join(re.findall(r"\w+", text.lower()))


def _says(plain: str, signs: Iterable[str]) -> bool:
    return any(f" {sign} " in f" {plain} " for sign in signs)


def _behind(state: State, section: str) -> list[Card]:
    cards = (state[Card].get(one.card) for one in state[Source].values() if one.section == section)
    return [card for card in cards if card]


# ---------------------------------------------------------------- agreements and quotes


def _owners(document: Document) -> tuple[Rule, list[Line]]:
    open_ones = [one for one in document.state[Agreement].values() if one.owner is None]
    lines = [
        Line(rule="owner", present=False, agreement=one.id, words=one.text)
        for one in sorted(open_ones, key=lambda one: (one.rank, one.id))
    ]
    return "owner", lines


def _quotes(document: Document) -> tuple[Rule, list[Line]]:
    """Words of a card that the text quotes, while its writer did not say that they may be quoted."""
    cards = [(card, _plain(card.text)) for card in document.state[Card].values() if not card.hidden]
    lines: list[Line] = []
    for section in in_order(document.state):
        for passage in _passages(document, section.id):
            for start, end in _quoted(passage):
                card = _said_on(_plain(passage.text[start:end]), cards)
                if card and not card.quote:
                    lines.append(_at("quote", section.id, passage, start, end, card=card.id))
    return "quote", lines


def _quoted(passage: Passage) -> Iterator[tuple[int, int]]:
    if passage.quoted:
        yield 0, len(passage.text)
        return
    for match in _QUOTED.finditer(passage.text):
        yield match.span(1 if match[1] is not None else 2)


def _said_on(words: str, cards: Iterable[tuple[Card, str]]) -> Card | None:
    """The card with these words; one that may be quoted, if there is one."""
    if len(words.split()) < MIN_QUOTED_WORDS:
        return None
    same = [card for card, text in cards if f" {words} " in f" {text} " or _holds(words, text)]
    return next((card for card in same if card.quote), same[0] if same else None)


def _holds(words: str, text: str) -> bool:
    return len(text.split()) >= MIN_QUOTED_WORDS and f" {text} " in f" {words} "


# ---------------------------------------------------------------- links


def _links(document: Document) -> tuple[Rule, list[Line]]:
    state = document.state
    lines: list[Line] = []
    for section in in_order(state):
        for passage in _passages(document, section.id):
            for dead in dead_links(passage.text, document.community, state):
                lines.append(_dead(section.id, passage, dead))
    for agreement in state[Agreement].values():
        part = state[Section].get(agreement.section) if agreement.section else None
        if agreement.section and (part is None or part.removed):
            lines.append(
                Line(
                    rule="link",
                    present=False,
                    agreement=agreement.id,
                    reason="section",
                    words=agreement.text,
                )
            )
    return "link", lines + _lost_sources(document)


def _dead(section: str, passage: Passage, dead: Dead) -> Line:
    return _at("link", section, passage, dead.start, dead.end, reason=dead.reason)


def _lost_sources(document: Document) -> list[Line]:
    """Cards that stand behind a paragraph that is no longer in the text."""
    lines = []
    here = {section.id for section in in_order(document.state)}
    for source in document.state[Source].values():
        if not source.paragraph or source.section not in here or source.section not in document.texts:
            continue
        if any(source.paragraph in passage.ids for passage in _passages(document, source.section)):
            continue
        card = document.state[Card].get(source.card)
        words = card.text if card else ""
        lines.append(
            Line(
                rule="link", present=False, section=source.section, card=source.card, source=source.id,
                reason="paragraph", words=words,
            )
        )  # fmt: skip
    return lines


# ---------------------------------------------------------------- what may be private


def _private(document: Document) -> tuple[Rule, list[Line]]:
    """In the text and its headings, in agreements, and on cards that the document may quote."""
    state = document.state
    fine = first_names(state)
    lines: list[Line] = []
    for section in in_order(state):
        heading = _private_in(state, fine, section.id, Passage(section.heading))
        # A heading is no passage of the text: the line leads to the part.
        lines += [replace(line, section=section.id, text="", start=0, end=0) for line in heading]
        for passage in _passages(document, section.id):
            found = _private_in(state, fine, section.id, passage)
            lines += [replace(line, section=section.id) for line in found]
    for agreement in state[Agreement].values():
        lines += [
            replace(line, agreement=agreement.id)
            for text in (agreement.text, agreement.paid_by)
            for line in _private_in(state, fine, agreement.id, Passage(text))
        ]
    for card in state[Card].values():
        if card.quote and not card.hidden:
            lines += [
                replace(line, card=card.id)
                for text in (card.text, card.translation)
                for line in _private_in(state, fine, card.id, Passage(text))
            ]
    return "private", lines


def first_names(state: State) -> frozenset[str]:
    """The first names of the members: they are not those of children."""
    names = (member.name.split() for member in state[Member].values() if not member.removed)
    return frozenset(words[0] for words in names if words)


def _private_in(state: State, fine: frozenset[str], place: str, passage: Passage) -> list[Line]:
    accepted = {one.fingerprint for one in state.group(Accepted, BY_HOLDER, place).values()}
    lines = []
    for one in find(passage.text, fine):
        key = key_of(one.kind, passage.text[one.start : one.end])
        if key not in accepted:
            lines.append(_at("private", "", passage, one.start, one.end, reason=one.kind, fingerprint=key))
    return lines


def _at(
    rule: Rule,
    section: str,
    passage: Passage,
    start: int,
    end: int,
    *,
    card: str = "",
    reason: str = "",
    fingerprint: str = "",
) -> Line:
    """A line that leads to a place in a passage."""
    return Line(
        rule=rule,
        present=False,
        section=section,
        card=card,
        reason=reason,
        fingerprint=fingerprint,
        words=passage.text[start:end],
        text=passage.text,
        start=_units(passage.text[:start]),
        end=_units(passage.text[:end]),
    )


def _units(text: str) -> int:
    """The length of a text in JavaScript."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
