"""The difficulty of a text and how likely a sentence pulls apart what belongs together: two fitted sums.

Both are logistic models; their coefficients are in data/model_*.json and are made by tools/language_fit.py.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from workshop.language.counting import Reading
from workshop.language.features import features
from workshop.language.lists import DATA

MANY_SENTENCES = 4
"""From this many sentences a text is weighed as running text; one sentence is weighed as a sentence."""
GAP_KINDS = ("frame", "particle", "clause", "noun", "subject", "whole", "predicate")
_STEPS = (4, 7, 10)


@dataclass(frozen=True, slots=True)
class Model:
    """The coefficients of one language, feature by feature."""

    names: tuple[str, ...]
    mean: tuple[float, ...]
    scale: tuple[float, ...]
    sentence: tuple[float, ...]
    """Weights in a single sentence."""
    text: tuple[float, ...]
    """What is added to them in running text."""
    split: tuple[float, ...]
    """Weights of `split_features`, the constant last."""


@lru_cache(maxsize=2)
def model(language: str) -> Model:
    """The fitted model of a language."""
    raw = json.loads((DATA / f"model_{language}.json").read_text(encoding="utf-8"))
    return Model(**{name: tuple(values) for name, values in raw.items()})


def share_of_text(sentences: int) -> float:
    """How much a text counts as running text: 0 for one sentence, 1 from MANY_SENTENCES."""
    return min(1.0, math.log(max(sentences, 1)) / math.log(MANY_SENTENCES))


def difficulty(counts: Counter[str], language: str) -> tuple[float, dict[str, float], dict[str, float]]:
    """How hard a text is (higher = harder, 0 is about the middle), its features, and their shares in it.

    Args:
        counts: the sum of the counts of its sentences.
        language: "nl" or "en".
    """
    found = features(counts, language)
    running = share_of_text(int(counts["sentences"]))
    shares: dict[str, float] = {}
    for name, mean, scale, weight, more in _columns(language):
        value = (found[name] - mean) / scale
        if value > BOUND:
            value = BOUND
        elif value < -BOUND:
            value = -BOUND
        shares[name] = (weight + running * more) * value
    return sum(shares.values()), found, shares


@lru_cache(maxsize=2)
def _columns(language: str) -> list[tuple[str, float, float, float, float]]:
    fitted = model(language)
    return list(zip(fitted.names, fitted.mean, fitted.scale, fitted.sentence, fitted.text, strict=True))


BOUND = 6.0
"""A feature counts for at most this many spreads, so that one odd thing cannot outweigh all others."""


def split_features(reading: Reading) -> list[float]:
    """What tells whether a sentence pulls apart what belongs together."""
    longest = dict.fromkeys(GAP_KINDS, 0)
    for gap in reading.gaps:
        if gap.words > longest[gap.kind]:
            longest[gap.kind] = gap.words
    row: list[float] = []
    for most in (*longest.values(), max(longest.values())):
        row.append(math.log1p(most))
        row.extend(float(most >= step) for step in _STEPS)
    run = stretch = 0
    for token in reading.tokens:
        if token.kind != "sign":
            run += 1
            stretch = max(stretch, run)
        elif token.text in ",;:.":
            run = 0
    counts, length = reading.counts, reading.length
    verbs = counts["participle"] + counts["infinitive"]
    commas = min(counts["comma"], 6)
    row += [
        math.log1p(length),
        min(length, 60) / 20,
        math.log1p(stretch),
        float(stretch >= 10),
        commas / 3,
        min(counts["bracket"], 2),
        min(counts["finite"], 6) / 3,
        min(verbs, 4) / 2,
        math.log1p(commas) * math.log1p(length),
        10 * counts["finite"] / max(length, 1),
        1.0,
    ]
    return row


def split_likelihood(reading: Reading) -> float:
    """How likely (0 to 1) two words that belong together stand seven or more words apart. Dutch only."""
    if reading.split is None:
        if reading.length < 6 or not reading.gaps:
            reading.split = 0.0
        else:
            weights = model("nl").split
            total = sum(
                [value * weight for value, weight in zip(split_features(reading), weights, strict=True)]
            )
            reading.split = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
    return reading.split
