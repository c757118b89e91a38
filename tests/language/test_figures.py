"""How good the helper is on texts that nobody here wrote.

These texts are not in this repository: some may not be passed on. They are in the folder that
MINIDORP_LANGUAGE_DATA names, by default ../shared/data/plain-language. Without it these tests are skipped,
which under CI is a failure.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np
import pytest

from tools.language_data import ROOT, Text, f1, pairwise, read, rows, spearman
from workshop.language import check, score, suggest
from workshop.language.features import features
from workshop.language.lists import DATA
from workshop.language.model import difficulty

FOLDER = ROOT / os.environ.get("MINIDORP_LANGUAGE_DATA", "../shared/data/plain-language")
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"the texts are not in {FOLDER}")


def figure(text: Text, language: str) -> float:
    return difficulty(text.counts, language)[0]


def accuracy(name: str, language: str = "nl", few: int = 400) -> float:
    pairs = [row for row in rows(FOLDER, name) if row.get("substantive", "1") == "1"][:few]
    hard = np.array([figure(read(row["complex"], language), language) for row in pairs])
    easy = np.array([figure(read(row["simple"], language), language) for row in pairs])
    return pairwise(hard, easy)


# Fitted on these very texts, so somewhat flattered; `make language-report` cross-validates.
@pytest.mark.parametrize(
    ("name", "language", "reach"),
    [
        ("dev_nl_amsterdam_sentences.tsv", "nl", 0.84),
        ("dev_nl_amsterdam_passages.tsv", "nl", 0.93),
        ("dev_nl_leesplank_paragraphs.tsv", "nl", 0.98),
        ("dev_en_onestop_texts.tsv", "en", 0.98),
    ],
)
def test_the_simple_side_scores_easier(name: str, language: str, reach: float) -> None:
    assert accuracy(name, language) >= reach


def test_the_figure_follows_the_levels_of_english_sentences() -> None:
    source = rows(FOLDER, "dev_en_cefrsp_sentences.tsv")
    levels = np.array([int(row["levelA"]) + int(row["levelB"]) for row in source], dtype=float)
    assert spearman(np.array([figure(read(row["sentence"], "en"), "en") for row in source]), levels) >= 0.76


def test_passives_are_found() -> None:
    source = rows(FOLDER, "dev_nl_ud_marks.tsv")[::3]
    found = np.array([any(mark.kind == "passive" for mark in check(row["sentence"])) for row in source])
    assert f1(found, np.array([row["passive"] == "1" for row in source])) >= 0.88


def test_first_suggestions_are_accepted() -> None:
    source = rows(FOLDER, "dev_nl_lexical_hobo.tsv")
    given = [(suggest(row["word"], row["sentence"]), row["accepted_simpler"].split("|")) for row in source]
    answered = [(options, accepted) for options, accepted in given if options]
    assert len(answered) >= 0.6 * len(given)
    assert sum(options[0] in accepted for options, accepted in answered) >= 0.76 * len(answered)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_coefficients_are_for_these_features(language: str) -> None:
    fitted = json.loads(Path(DATA / f"model_{language}.json").read_text(encoding="utf-8"))
    assert fitted["names"] == list(features(read("x", language).counts, language))


def test_a_text_gets_the_same_figure_by_either_road() -> None:
    text = rows(FOLDER, "dev_nl_amsterdam_passages.tsv")[0]["complex"]
    assert score(text).difficulty == pytest.approx(figure(read(text, "nl"), "nl"), abs=1e-3)
