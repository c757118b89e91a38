"""Cuts paragraphs that were made simple into pairs of a hard sentence and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.language_data import Row

FEWEST_WORDS = 4
SHARE_OF_SIMPLE = 0.5
SHARE_OF_HARD = 0.4
"""How many of its long words a sentence has to share with the other side to be taken for the same."""
_STEM = 6

_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9\"'])")
_WORD = re.compile(r"[a-zà-ÿ0-9]{4,}")


def sentence_pairs(paragraphs: list[Row]) -> Iterator[Row]:
    """Return a hard sentence with the run of simple ones that says the same, where one is found.

    Args:
        paragraphs: rows with `doc`, `complex` and `simple`.

    Returns:
        Rows with the same three columns, one a sentence; sentences that nothing became of are left out.
    """
    for row in paragraphs:
        simple = _sentences(row["simple"])
        for hard in _sentences(row["complex"]):
            found = _same(hard, simple)
            if found and found != hard:
                yield {"doc": row["doc"], "complex": hard, "simple": found}


def _sentences(text: str) -> list[str]:
    return [one for one in _END.split(text.strip()) if len(one.split()) >= FEWEST_WORDS]


def _stems(sentence: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(sentence.lower())}


def _same(hard: str, simple: list[str]) -> str | None:
    stems = _stems(hard)
    near = [len(stems & own) >= SHARE_OF_SIMPLE * max(1, len(own)) for own in map(_stems, simple)]
    if len(stems) < FEWEST_WORDS - 1 or True not in near:
        return None
    first = near.index(True)
    last = next((at for at in range(first, len(near)) if not near[at]), len(near))
    run = " ".join(simple[first:last])
    return run if len(stems & _stems(run)) >= SHARE_OF_HARD * len(stems) else None
