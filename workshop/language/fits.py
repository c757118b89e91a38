"""Which proposals may stand for which word: data/fits_*.tsv."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache

from workshop.language.wordlists import DATA


@dataclass(frozen=True, slots=True)
class Fit:
    """A proposal that means the same and asks for the same words around it."""

    word: str
    gender: str
    """d ("de") or h ("het") for a noun; "" for any other word."""
    mass: bool
    """A noun that is not counted: no plural, no article needed."""
    many: bool
    """A noun in the plural."""
    use: str
    """Where it fits: attr (before a noun), adv (not before one), det (before an article), noun (after a noun
    or first in a sentence), end (at the end of a clause), uncounted (not before a number); "" everywhere.
    """


@dataclass(frozen=True, slots=True)
class Fits:
    """The proposals for a word, best first, and the words with which none of them fits in one clause."""

    options: tuple[Fit, ...]
    not_with: frozenset[str]


@lru_cache(maxsize=2)
def fits(language: str) -> dict[str, Fits]:
    """What fits, by the word as the lists have it."""
    with (DATA / f"fits_{language}.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {
        row["word"]: Fits(
            tuple(_fit(option) for option in row["fits"].split("|")),
            frozenset((row["not_with"] or "").split()),
        )
        for row in rows
    }


def _fit(option: str) -> Fit:
    option, _, use = option.partition("@")
    word, slash, noun = option.rpartition("/")
    if not slash:
        return Fit(option, "", False, False, use)
    many = "p" in noun
    return Fit(word, "d" if many else noun[:1], "m" in noun, many, use)
