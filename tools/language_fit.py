"""Fits the plain-language helper on the dev texts; tools/language_report.py prints how good it is.

Every figure of ours is cross-validated: a text is scored by coefficients fitted without its document.
With its `--write` the coefficients, fitted on everything, go to workshop/language/data/model_*.json.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from tools.language_data import FOLDS, Floats, Row, Text, folds, read, rows
from tools.language_sentences import sentence_pairs
from workshop.language.features import features
from workshop.language.lists import DATA
from workshop.language.model import BOUND, share_of_text, split_features

RIDGE = 10.0
SPLIT_RIDGE = 3.0
WIDE = 7
"""Words between two words that belong together, from which on it is a tangconstructie."""
CEFR_PARTNERS = 12
# How much a pair of each file weighs. The municipal texts are nearest to what people write here.
WEIGHTS = {
    "sentences": 1.0,
    "small edits": 0.3,
    "passages": 1.0,
    "paragraphs": 0.2,
    "general sentences": 0.1,
    "onestop": 3.0,
    "cefr": 0.1,
}


class Scale:
    """Brings features to one scale, and adds a second copy that counts in running text only."""

    def __init__(self, groups: list[Floats], names: list[str]) -> None:
        together = np.concatenate(groups)
        self.names = names
        self.mean = np.array([round(float(value), 5) for value in together.mean(0)])
        spread = np.mean([group.std(0) for group in groups], axis=0)
        self.scale = np.array([round(float(value), 5) for value in np.maximum(spread, 1e-3)])

    def __call__(self, raw: Floats, running: Floats) -> Floats:
        scaled = np.clip((raw - self.mean) / self.scale, -BOUND, BOUND)
        return np.concatenate([scaled, scaled * running[:, None]], axis=1)


def newton(differences: Floats, weights: Floats, ridge: float, rounds: int = 15) -> Floats:
    """Logistic regression without a constant: weights for which the differences are most surely positive."""
    found = np.zeros(differences.shape[1])
    for _ in range(rounds):
        sure = 1 / (1 + np.exp(-np.clip(differences @ found, -30, 30)))
        slope = differences.T @ (weights * (1 - sure)) - ridge * found
        curve = (differences * (weights * sure * (1 - sure))[:, None]).T @ differences
        found = found + np.linalg.solve(curve + ridge * np.eye(len(found)), slope)
    return found


def matrix(texts: list[Text], language: str) -> tuple[Floats, Floats]:
    """The features of texts, and how much each counts as running text."""
    raw = np.array([list(features(text.counts, language).values()) for text in texts])
    running = np.array([share_of_text(int(text.counts["sentences"])) for text in texts])
    return raw, running


class Pairs:
    """The pairs of one file: hard sides, easy sides, and the document of each."""

    def __init__(self, source: list[Row], language: str, hard: str, easy: str, prefix: str) -> None:
        self.documents = [prefix + row["doc"] for row in source]
        self.fold = folds(self.documents)
        self.hard_texts = [read(row[hard], language) for row in source]
        self.easy_texts = [read(row[easy], language) for row in source]
        self.hard_raw, self.hard_running = matrix(self.hard_texts, language)
        self.easy_raw, self.easy_running = matrix(self.easy_texts, language)
        self.hard = self.easy = np.zeros((0, 0))
        self.scores = (np.zeros(len(source)), np.zeros(len(source)))

    def apply(self, scale: Scale) -> None:
        """Bring both sides to the scale."""
        self.hard = scale(self.hard_raw, self.hard_running)
        self.easy = scale(self.easy_raw, self.easy_running)


def names_of(language: str) -> list[str]:
    """The features in order."""
    return list(features(read("x", language).counts, language))


class Dutch:
    """The Dutch difficulty: five kinds of pairs, one model."""

    def __init__(self, folder: Path) -> None:
        sentences = rows(folder, "dev_nl_amsterdam_sentences.tsv")
        paragraphs = rows(folder, "dev_nl_leesplank_paragraphs.tsv")
        self.files = {
            "sentences": Pairs(
                [r for r in sentences if r["substantive"] == "1"], "nl", "complex", "simple", "a"
            ),
            "small edits": Pairs(
                [r for r in sentences if r["substantive"] != "1"], "nl", "complex", "simple", "a"
            ),
            "passages": Pairs(rows(folder, "dev_nl_amsterdam_passages.tsv"), "nl", "complex", "simple", "a"),
            "paragraphs": Pairs(paragraphs, "nl", "complex", "simple", "l"),
            # One sentence of general text has no neighbours to tell by: these keep the weights of a sentence
            # from fitting municipal letters only.
            "general sentences": Pairs(list(sentence_pairs(paragraphs)), "nl", "complex", "simple", "l"),
        }
        main = [self.files["sentences"], self.files["paragraphs"]]
        self.scale = Scale([np.concatenate([p.hard_raw, p.easy_raw]) for p in main], names_of("nl"))
        for pairs in self.files.values():
            pairs.apply(self.scale)

    def fit(self, without: int | None) -> Floats:
        """The coefficients, fitted without one fold."""
        drawn = np.random.default_rng(0)
        differences, weights = [], []
        for name, pairs in self.files.items():
            kept = pairs.fold != without
            hard, easy = pairs.hard[kept], pairs.easy[kept]
            differences.append(hard - easy)
            # Paragraphs are also compared with other ones: a hard text is hard among all.
            if name == "paragraphs":
                differences += [hard - easy[drawn.permutation(len(easy))] for _ in range(2)]
            weights += [np.full(len(hard), WEIGHTS[name])] * (3 if name == "paragraphs" else 1)
        return newton(np.concatenate(differences), np.concatenate(weights), RIDGE)

    def cross_validate(self) -> None:
        """Score every side by coefficients that never saw its document."""
        for fold in range(FOLDS):
            found = self.fit(fold)
            for pairs in self.files.values():
                for side, values in zip(pairs.scores, (pairs.hard, pairs.easy), strict=True):
                    side[pairs.fold == fold] = values[pairs.fold == fold] @ found


class English:
    """The English difficulty: sentences with levels, and texts in three versions."""

    def __init__(self, folder: Path) -> None:
        levels = rows(folder, "dev_en_cefrsp_sentences.tsv")
        onestop = rows(folder, "dev_en_onestop_texts.tsv")
        self.levels = np.array([(int(row["levelA"]) + int(row["levelB"])) / 2 for row in levels])
        self.documents = [row["id"] for row in levels]
        self.fold = folds(self.documents)
        self.texts = [read(row["sentence"], "en") for row in levels]
        self.raw, running = matrix(self.texts, "en")
        self.files = {
            "advanced": Pairs(onestop, "en", "complex", "simple", "o"),
            "upper": Pairs(onestop, "en", "complex", "middle", "o"),
            "lower": Pairs(onestop, "en", "middle", "simple", "o"),
        }
        advanced = self.files["advanced"]
        self.scale = Scale([self.raw, np.concatenate([advanced.hard_raw, advanced.easy_raw])], names_of("en"))
        self.values = self.scale(self.raw, running)
        for pairs in self.files.values():
            pairs.apply(self.scale)
        self.scores = np.zeros(len(levels))

    def fit(self, without: int | None) -> Floats:
        """The coefficients, fitted without one fold."""
        drawn = np.random.default_rng(0)
        kept = np.flatnonzero(self.fold != without)
        one = np.repeat(kept, CEFR_PARTNERS)
        other = drawn.choice(kept, len(one))
        apart = self.levels[one] - self.levels[other]
        differences = [(self.values[one] - self.values[other]) * np.sign(apart)[:, None]]
        weights = [np.abs(apart) * WEIGHTS["cefr"]]
        for pairs in self.files.values():
            chosen = pairs.fold != without
            differences.append(pairs.hard[chosen] - pairs.easy[chosen])
            weights.append(np.full(int(chosen.sum()), WEIGHTS["onestop"]))
        return newton(np.concatenate(differences), np.concatenate(weights), RIDGE * 10)

    def cross_validate(self) -> None:
        """Score everything by coefficients that never saw it."""
        for fold in range(FOLDS):
            found = self.fit(fold)
            mine = self.fold == fold
            self.scores[mine] = self.values[mine] @ found
            for pairs in self.files.values():
                for side, values in zip(pairs.scores, (pairs.hard, pairs.easy), strict=True):
                    side[pairs.fold == fold] = values[pairs.fold == fold] @ found


class Splits:
    """The tangconstructie: how far apart the words of a sentence are that belong together."""

    def __init__(self, folder: Path) -> None:
        source = rows(folder, "dev_nl_ud_marks.tsv")
        self.texts = [read(row["sentence"], "nl") for row in source]
        self.documents = [row["id"].split(".")[0] for row in source]
        self.fold = folds(self.documents)
        self.widest = np.array([int(row["max_split"]) for row in source])
        self.passive = np.array([row["passive"] == "1" for row in source])
        raw = np.array([np.max([split_features(r) for r in text.readings], axis=0) for text in self.texts])
        self.mean, self.spread = raw.mean(0), np.maximum(raw.std(0), 1e-3)
        self.mean[-1], self.spread[-1] = 0.0, 1.0
        self.values = (raw - self.mean) / self.spread
        self.scores = np.zeros(len(source))

    def fit(self, without: int | None) -> Floats:
        """The coefficients, fitted without one fold, for the features as they are."""
        kept = self.fold != without
        truth = np.where(self.widest[kept] >= WIDE, 1.0, -1.0)
        values = self.values[kept]
        found = newton(values * truth[:, None], np.ones(len(values)), SPLIT_RIDGE)
        plain: Floats = found / self.spread
        plain[-1] = found[-1] - float((found[:-1] * self.mean[:-1] / self.spread[:-1]).sum())
        return plain

    def cross_validate(self) -> None:
        """Score every sentence by coefficients that never saw its document."""
        raw = self.values * self.spread + self.mean
        for fold in range(FOLDS):
            mine = self.fold == fold
            self.scores[mine] = raw[mine] @ self.fit(fold)


def write(language: str, scale: Scale, found: Floats, split: Floats | None) -> None:
    """Write the coefficients of a language where the helper reads them."""
    half = len(scale.names)

    def rounded(values: Floats) -> list[float]:
        return [round(float(value), 5) for value in values]

    raw = {
        "names": scale.names,
        "mean": rounded(scale.mean),
        "scale": rounded(scale.scale),
        "sentence": rounded(found[:half]),
        "text": rounded(found[half:]),
        "split": rounded(split) if split is not None else [],
    }
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(values)}" for name, values in raw.items())
    (DATA / f"model_{language}.json").write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")
