"""A text beside its translation: which paragraph a translation belongs to, and whether it still fits.

A paragraph has no lasting name, so a translation keeps the words that were translated. A paragraph with the
same words has that translation, wherever it stands. One that is much like what was translated has a
translation that is behind.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from workshop.vision.compare import ALIKE, MAX_PAIRS, Piece, likeness, words_of
from workshop.vision.sentences import Kind, passages
from workshop.vision.tree import Tree

MAX_KEPT = 600
"""Translated paragraphs that are kept for a section and a language; those of the past go first."""
MAX_LETTERS = 400_000
"""Letters of all of them together."""


class Pair(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a paragraph said, and what that is in the other language. `past`: there is a translation of what
    the paragraph says since; this one serves earlier versions of the text."""

    original: str
    words: str
    past: bool = False


class Row(msgspec.Struct, frozen=True):
    """A paragraph as it is now, beside its translation. `was`: what the translation was made of, when that
    is something else; `old` and `new`: the words of both, with whether the other has them too."""

    kind: Kind | Literal["title"]
    original: str
    state: Literal["kept", "behind", "missing"]
    words: str = ""
    was: str = ""
    old: tuple[Piece, ...] = ()
    new: tuple[Piece, ...] = ()


def tidy(words: str) -> str:
    """Return words as they are compared: with single spaces."""
    return " ".join(words.split())


def paragraphs(heading: str, tree: Tree) -> list[tuple[Kind | Literal["title"], str]]:
    """Return the heading of a section and its paragraphs, each with its kind."""
    found: list[tuple[Kind | Literal["title"], str]] = [("title", tidy(heading))]
    found += [(one.kind, " ".join(one.sentences)) for one in passages(tree)]
    return found


def beside(heading: str, tree: Tree, pairs: Sequence[Pair]) -> list[Row]:
    """Return a section's heading and paragraphs as they are now, each beside its translation.

    Args:
        heading: of the section.
        tree: its text.
        pairs: what was translated.
    """
    rows = paragraphs(heading, tree)
    known = {pair.original: pair for pair in pairs}
    present = {original for _, original in rows}
    lacking = [at for at, (_, original) in enumerate(rows) if original not in known]
    left = [pair for pair in pairs if not pair.past and pair.original not in present]
    behind = _behind([rows[at][1] for at in lacking], left)
    found = []
    for at, (kind, original) in enumerate(rows):
        if original in known:
            found.append(Row(kind, original, "kept", known[original].words))
        elif at in lacking and (pair := behind.get(lacking.index(at))):
            old, new = words_of(pair.original, original)
            found.append(Row(kind, original, "behind", pair.words, pair.original, old, new))
        else:
            found.append(Row(kind, original, "missing"))
    return found


def _behind(originals: Sequence[str], left: Sequence[Pair]) -> dict[int, Pair]:
    """Which paragraph, by its place, became of which pair: those most alike find each other first."""
    if len(originals) * len(left) > MAX_PAIRS:
        return {}
    alike = [
        (-score, at, number)
        for at, original in enumerate(originals)
        for number, pair in enumerate(left)
        if (score := likeness(pair.original, original)) >= ALIKE
    ]
    found: dict[int, Pair] = {}
    taken: set[int] = set()
    for _, at, number in sorted(alike):
        if at not in found and number not in taken:
            found[at] = left[number]
            taken.add(number)
    return found


def written(pairs: Sequence[Pair], original: str, words: str, was: str = "") -> list[Pair]:
    """Return the pairs after somebody translated a paragraph.

    Args:
        pairs: until now.
        original: the paragraph's words.
        words: what they are in the other language; empty to take the translation away.
        was: the earlier words of that paragraph, of which there was a translation.
    """
    original, was = tidy(original), tidy(was)
    after = []
    for pair in pairs:
        if pair.original == original:
            continue
        if pair.original != was:
            after.append(pair)
        elif words:
            after.append(Pair(pair.original, pair.words, past=True))
    if words:
        after.append(Pair(original, words))
    return _fitting(after)


def _fitting(pairs: list[Pair]) -> list[Pair]:
    """Leave out what is of the past, the oldest first, as far as there is too much."""
    letters = sum(len(pair.original) + len(pair.words) for pair in pairs)
    kept, many = [], len(pairs)
    for pair in pairs:
        if pair.past and (many > MAX_KEPT or letters > MAX_LETTERS):
            many -= 1
            letters -= len(pair.original) + len(pair.words)
        else:
            kept.append(pair)
    return kept


def too_much(pairs: Sequence[Pair]) -> bool:
    """Tell whether these are more than may be kept."""
    letters = sum(len(pair.original) + len(pair.words) for pair in pairs)
    return len(pairs) > MAX_KEPT or letters > MAX_LETTERS
