"""Finds what is hard in the build of a text: long paragraphs, a list inside a sentence, a late main point."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workshop.language.counting import Reading

LONG_PARAGRAPH = 120
"""Words in a paragraph that is not yet long."""
LIST_ITEMS = 4
LIST_WORDS = 18
"""From so many items and words on, an enumeration reads more easily as a list."""
LONGEST_ITEM = 9
"""Words of one thing that is counted up."""
_AND = ("en", "of", "and", "or")
LATE = 60
"""Words before the main point that are not yet many."""

_PARAGRAPH = re.compile(r"\n\s*\n|\n")
_POINT = re.compile(
    r"\b(?:wij|we)\s+(?:hebben\s+besloten|kennen|wijzen|willigen|delen)\b"
    r"|\bu\s+(?:krijgt|ontvangt)\b|\b(?:is|hebben|heeft)\s+(?:\w+\s+){0,3}besloten\b"
    r"|\bdelen\s+(?:wij|we)\b|\bberichten\s+(?:wij|we)\b",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\b(?:geachte|beste|dear)\b[^\n]{0,80}", re.IGNORECASE)


def long_paragraphs(text: str) -> Iterator[tuple[int, int, int]]:
    """The paragraphs of a text that are too long, each with its number of words."""
    start = 0
    for match in [*_PARAGRAPH.finditer(text), None]:
        end = match.start() if match else len(text)
        words = len(text[start:end].split())
        if words > LONG_PARAGRAPH:
            yield start, end, words
        start = match.end() if match else end


def enumerations(reading: Reading) -> Iterator[tuple[int, int, int]]:
    """The places between which a sentence counts up what would read more easily as a list."""
    if reading.length < LIST_WORDS:
        return
    tokens = reading.tokens
    commas = [at for at, token in enumerate(tokens) if token.text in ",;"]
    if len(commas) < LIST_ITEMS - 2:
        return
    joint = next((at for at in range(commas[-1] + 1, len(tokens)) if tokens[at].lower in _AND), None)
    if joint is None or joint - commas[-1] > LONGEST_ITEM or len(tokens) - joint > LONGEST_ITEM + 3:
        return
    run = [commas[-1]]
    for one, following in zip(reversed(commas[:-1]), reversed(commas[1:]), strict=True):
        if following - one > LONGEST_ITEM:
            break
        run.insert(0, one)
    if len(run) + 2 < LIST_ITEMS or _has_clauses(reading, run):
        return
    colon = next((at for at, token in enumerate(tokens) if token.text == ":"), -1)
    yield colon + 1, len(tokens) - 1, len(run) + 2


def _has_clauses(reading: Reading, commas: list[int]) -> bool:
    """Whether what is counted up are clauses of their own, not things."""
    for at in range(commas[0] + 1, len(reading.words)):
        word = reading.words[at]
        if word is None:
            continue
        if at - 1 in commas and (word.kind in ("sub", "coord") or word.form in ("die", "dat")):
            return True
        if word.finite and not word.form.endswith("n"):
            return True
    return False


def late_point(text: str) -> tuple[int, int] | None:
    """Where the main point of a letter stands when many words come before it; None when it does not."""
    opening = _LETTER.search(text)
    if opening is None or opening.start() > 400:
        return None
    point = _POINT.search(text, opening.end())
    if point is None or len(text[opening.end() : point.start()].split()) <= LATE:
        return None
    return point.start(), point.end()
