"""The texts that the plain-language helper is judged by, the measures, and the peers' formulas."""

from __future__ import annotations

import csv
import math
import os
import re
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from workshop.language.counting import Reading, reader
from workshop.language.words import syllables

ROOT = Path(__file__).resolve().parent.parent
FOLDS = 5
Floats = npt.NDArray[np.float64]
Row = dict[str, str]


def data_folder(given: str | None) -> Path:
    """Where the texts are: as given, else MINIDORP_LANGUAGE_DATA, else beside the repository."""
    name = given or os.environ.get("MINIDORP_LANGUAGE_DATA") or "../shared/data/plain-language"
    folder = Path(name) if Path(name).is_absolute() else ROOT / name
    if not folder.is_dir():
        raise SystemExit(f"No folder {folder}: give one, or set MINIDORP_LANGUAGE_DATA.")
    return folder


def rows(folder: Path, name: str) -> list[Row]:
    """The rows of one file."""
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def folds(documents: Sequence[str]) -> npt.NDArray[np.int64]:
    """The fold of every row; rows of one document share theirs, in whatever file they are."""
    return np.array([zlib.crc32(document.encode()) % FOLDS for document in documents])


@dataclass(slots=True)
class Text:
    """A text, read once."""

    text: str
    counts: Counter[str]
    readings: list[Reading]


_READ: dict[tuple[str, str], Text] = {}


def read(text: str, language: str) -> Text:
    """A text with its counts and the readings of its sentences."""
    found = _READ.get((language, text))
    if found is None:
        readings = [reading for _, reading in reader(language).read(text)]
        counts: Counter[str] = Counter()
        for reading in readings:
            counts.update(reading.counts)
        found = _READ[(language, text)] = Text(text, counts, readings)
    return found


# ------------------------------------------------------------------------------ measures


def pairwise(hard: Floats, easy: Floats) -> float:
    """How often the simple side scores easier; a tie counts for half."""
    return float(np.mean((hard > easy) + 0.5 * (hard == easy)))


def average_ranks(values: Floats) -> Floats:
    """Ranks from 1, equal values sharing theirs."""
    order = np.argsort(values, kind="stable")
    _, inverse, counts = np.unique(values[order], return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    out = np.empty(len(values))
    out[order] = (ends - (counts - 1) / 2)[inverse]
    return out


def auc(scores: Floats, truth: npt.NDArray[np.bool_]) -> float:
    """How often a true case scores higher than an untrue one."""
    positives = int(truth.sum())
    negatives = len(truth) - positives
    if not positives or not negatives:
        return math.nan
    pairs = positives * negatives
    return float((average_ranks(scores)[truth].sum() - positives * (positives + 1) / 2) / pairs)


def spearman(one: Floats, other: Floats) -> float:
    """The correlation of two rankings."""
    return float(np.corrcoef(average_ranks(one), average_ranks(other))[0, 1])


def f1(found: npt.NDArray[np.bool_], truth: npt.NDArray[np.bool_]) -> float:
    """The harmonic mean of precision and recall."""
    hits = int((found & truth).sum())
    return 2 * hits / max(int(found.sum()) + int(truth.sum()), 1)


def interval(
    documents: Sequence[str], measure: Callable[[npt.NDArray[np.int64]], float], rounds: int = 400
) -> tuple[float, float]:
    """The 95% interval of a measure over rows, drawing whole documents."""
    places: dict[str, list[int]] = {}
    for at, document in enumerate(documents):
        places.setdefault(document, []).append(at)
    groups = [np.array(group) for group in places.values()]
    drawn = np.random.default_rng(7)
    values = []
    for _ in range(rounds):
        chosen = np.concatenate([groups[i] for i in drawn.integers(0, len(groups), len(groups))])
        value = measure(chosen)
        if not math.isnan(value):
            values.append(value)
    return float(np.quantile(values, 0.025)), float(np.quantile(values, 0.975))


# ------------------------------------------------------------------------------ peers

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_END = re.compile(r"[.!?]+(?:\s|$)")


def _plain(text: str) -> tuple[list[str], int]:
    words = _WORD.findall(text)
    return words or ["x"], max(len(_END.findall(text)), 1)


def mean_sentence_length(text: str, language: str) -> float:
    """Words a sentence."""
    words, sentences = _plain(text)
    return len(words) / sentences


def lix(text: str, language: str) -> float:
    """Björnsson's LIX: words a sentence, and the share of words of more than six letters."""
    words, sentences = _plain(text)
    return len(words) / sentences + 100 * sum(len(word) > 6 for word in words) / len(words)


def flesch(text: str, language: str) -> float:
    """Flesch-Douma for Dutch (turned round, so that higher is harder), Flesch-Kincaid's grade for English."""
    words, sentences = _plain(text)
    each = sum(syllables(word.lower(), language) for word in words) / len(words)
    if language == "nl":
        return 0.93 * len(words) / sentences + 77 * each - 206.84
    return 0.39 * len(words) / sentences + 11.8 * each - 15.59


PEERS: dict[str, Callable[[str, str], float]] = {
    "Flesch": flesch,
    "LIX": lix,
    "sentence length": mean_sentence_length,
}
