"""The closed lists of words in data/words_*.txt: articles, prepositions, auxiliaries, irregular verbs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).resolve().parent / "data"


@lru_cache(maxsize=2)
def word_lists(language: str) -> dict[str, tuple[str, ...]]:
    """The lists of a language by name, their words in order."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in (DATA / f"words_{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
            found[name] = []
        elif line and not line.startswith("#"):
            found[name] += line.split()
    return {name: tuple(words) for name, words in found.items()}


def rows_of(words: Iterable[str]) -> Iterator[list[str]]:
    """The rows of a list in which every row ends with a semicolon."""
    row: list[str] = []
    for word in words:
        row.append(word.rstrip(";"))
        if word.endswith(";"):
            yield row
            row = []
