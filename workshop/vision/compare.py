"""Two versions beside each other, as a reader compares: sentence by sentence, and the words in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

import msgspec

from workshop.vision.sentences import Kind, passages
from workshop.vision.tree import Tree
from workshop.vision.versions import Frozen

Change = Literal["kept", "new", "gone", "changed"]
Piece = tuple[str, bool]
"""Words, and whether the other side has them too."""

ALIKE = 0.5
"""From which share of common words on two sentences are the same sentence, changed."""
MAX_PAIRS = 4_000
"""Pairs of sentences that are held against each other in one changed stretch."""

_WORDS = re.compile(r"\s*\S+")


class Row(msgspec.Struct, frozen=True):
    """A sentence on either side. `begins`: it is the first one of its paragraph."""

    change: Change
    kind: Kind
    begins: bool
    old: tuple[Piece, ...] = ()
    new: tuple[Piece, ...] = ()


class ComparedSection(msgspec.Struct, frozen=True):
    """A chapter on both sides. `was`: its earlier heading, when that is another one."""

    id: str
    heading: str
    was: str
    change: Change
    rows: tuple[Row, ...]


class _Sentence(msgspec.Struct, frozen=True):
    text: str
    kind: Kind
    begins: bool


def compare(old: Frozen, new: Frozen) -> list[ComparedSection]:
    """Return every chapter of both texts, in the order of the new one; what is gone comes last."""
    before = {one.section.id: one for one in old.sections}
    after = {one.section.id: one for one in new.sections}
    found = []
    for section in [*after, *(gone for gone in before if gone not in after)]:
        then, now = before.get(section), after.get(section)
        rows = tuple(_rows(_sentences(then.text if then else None), _sentences(now.text if now else None)))
        heading = now.section.heading if now else then.section.heading if then else ""
        was = then.section.heading if then and now and then.section.heading != heading else ""
        same = not was and all(row.change == "kept" for row in rows)
        change: Change = "new" if not then else "gone" if not now else "kept" if same else "changed"
        found.append(ComparedSection(section, heading, was, change, rows))
    return found


def _sentences(tree: Tree | None) -> list[_Sentence]:
    return [
        _Sentence(sentence, passage.kind, not place)
        for passage in (passages(tree) if tree else ())
        for place, sentence in enumerate(passage.sentences)
    ]


def _rows(old: Sequence[_Sentence], new: Sequence[_Sentence]) -> Iterator[Row]:
    matcher = SequenceMatcher(None, [one.text for one in old], [one.text for one in new], autojunk=False)
    for tag, low, high, start, end in matcher.get_opcodes():
        if tag == "equal":
            for one in new[start:end]:
                words: tuple[Piece, ...] = ((one.text, True),)
                yield Row("kept", one.kind, one.begins, words, words)
        else:
            yield from _changed(old[low:high], new[start:end])


def _changed(old: Sequence[_Sentence], new: Sequence[_Sentence]) -> Iterator[Row]:
    """What became of a stretch: sentences that are alike stand beside each other."""
    at, to = 0, 0
    for mine, theirs in [*_pairs(old, new), (len(old), len(new))]:
        for gone in old[at:mine]:
            yield Row("gone", gone.kind, gone.begins, old=((gone.text, False),))
        for added in new[to:theirs]:
            yield Row("new", added.kind, added.begins, new=((added.text, False),))
        if mine < len(old):
            one = new[theirs]
            yield Row("changed", one.kind, one.begins, *words_of(old[mine].text, one.text))
        at, to = mine + 1, theirs + 1


def _pairs(old: Sequence[_Sentence], new: Sequence[_Sentence]) -> list[tuple[int, int]]:
    """Which sentences are the same one, changed: the pairs in order that are together most alike."""
    if not old or not new or len(old) * len(new) > MAX_PAIRS:
        return []
    alike = [[likeness(one.text, other.text) for other in new] for one in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            joined = best[i + 1][j + 1] + alike[i][j] if alike[i][j] >= ALIKE else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], joined)
    pairs, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if alike[i][j] >= ALIKE and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def likeness(old: str, new: str) -> float:
    """Return the share of words that two sentences have in common, in the same order: 0 to 1."""
    return SequenceMatcher(None, old.lower().split(), new.lower().split(), autojunk=False).ratio()


def words_of(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return the words of two sentences, with whether the other one has them too."""
    mine, theirs = _WORDS.findall(old), _WORDS.findall(new)
    left: list[Piece] = []
    right: list[Piece] = []
    matcher = SequenceMatcher(None, [w.strip() for w in mine], [w.strip() for w in theirs], autojunk=False)
    for tag, low, high, start, end in matcher.get_opcodes():
        if high > low:
            left.append(("".join(mine[low:high]), tag == "equal"))
        if end > start:
            right.append(("".join(theirs[start:end]), tag == "equal"))
    return tuple(left), tuple(right)
