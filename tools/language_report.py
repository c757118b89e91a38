"""Prints how good the plain-language helper is, beside its peers and what it has to reach.

python -m tools.language_report [--data FOLDER] [--write]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tools.language_data import PEERS, Floats, Text, auc, data_folder, f1, interval, pairwise, rows, spearman
from tools.language_fit import Dutch, English, Pairs, Splits, write
from tools.language_judged import PARTS, report_lines
from workshop.language.counting import Reader
from workshop.language.suggest import suggest

Places = npt.NDArray[np.int64]
Measure = Callable[[Places], float]


def line(
    name: str, reach: float | None, documents: Sequence[str], ours: Measure, peers: Mapping[str, Measure]
) -> None:
    """Print one row: what is measured, ours with its interval, the peers, and what is to be reached."""
    every = np.arange(len(documents))
    value = ours(every)
    low, high = interval(documents, ours)
    beside = "  ".join(f"{peer} {measure(every):.3f}" for peer, measure in peers.items())
    verdict = "" if reach is None else f"  reach {reach:.2f} {'yes' if value >= reach - 0.0005 else 'NO'}"
    print(f"{name:<46} {value:.3f} [{low:.3f}, {high:.3f}]{verdict:<18} {beside}")


def peer_scores(texts: list[Text], language: str) -> dict[str, Floats]:
    """What the peers' formulas say of texts."""
    return {name: np.array([peer(text.text, language) for text in texts]) for name, peer in PEERS.items()}


def pairwise_of(hard: Floats, easy: Floats) -> Measure:
    """How often the simple side scores easier, among chosen pairs."""
    return lambda at: pairwise(hard[at], easy[at])


def auc_of(scores: Floats, truth: npt.NDArray[np.bool_]) -> Measure:
    """How often a true case scores higher than an untrue one, among chosen cases."""
    return lambda at: auc(scores[at], truth[at])


def spearman_of(one: Floats, other: Floats) -> Measure:
    """The correlation of two rankings of chosen texts."""
    return lambda at: spearman(one[at], other[at])


def pair_line(
    name: str, reach: float | None, pairs: Pairs, language: str, kept: Places | None = None
) -> None:
    """The row of a file of pairs: how often the simple side scores easier."""
    chosen = np.arange(len(pairs.documents)) if kept is None else kept
    hard, easy = pairs.scores
    peers = {
        peer: pairwise_of(scores[chosen], other[peer][chosen])
        for other in [peer_scores(pairs.easy_texts, language)]
        for peer, scores in peer_scores(pairs.hard_texts, language).items()
    }
    documents = [pairs.documents[at] for at in chosen]
    line(name, reach, documents, pairwise_of(hard[chosen], easy[chosen]), peers)


def not_shorter(pairs: Pairs) -> Places:
    """The pairs whose simple side has at least as many words as the other."""

    def words(text: Text) -> int:
        return len(text.text.split())

    both = zip(pairs.hard_texts, pairs.easy_texts, strict=True)
    return np.array([at for at, (hard, easy) in enumerate(both) if words(easy) >= words(hard)])


def auc_line(pairs: Pairs) -> None:
    """The row for telling hard paragraphs from easy ones, among all."""
    scores = np.concatenate(pairs.scores)
    truth = np.repeat([True, False], len(pairs.documents))
    peers = peer_scores(pairs.hard_texts + pairs.easy_texts, "nl")
    line(
        "Dutch Wikipedia paragraphs, AUC",
        0.96,
        pairs.documents * 2,
        auc_of(scores, truth),
        {name: auc_of(values, truth) for name, values in peers.items()},
    )


def mark_lines(splits: Splits) -> None:
    """The rows for the passive and the tangconstructie."""
    found = np.array([any(reading.passives for reading in text.readings) for text in splits.texts])
    line("Dutch passive, F1", 0.88, splits.documents, lambda at: f1(found[at], splits.passive[at]), {})
    length = peer_scores(splits.texts, "nl")["sentence length"]
    for width, reach in ((5, None), (6, None), (7, 0.82), (8, None)):
        truth = splits.widest >= width
        line(
            f"Dutch tangconstructie ({width}+ words), AUC",
            reach,
            splits.documents,
            auc_of(splits.scores, truth),
            {"sentence length": auc_of(length, truth)},
        )


def suggestion_line(folder: Path) -> None:
    """How often the first suggestion is one that annotators accepted, and for how many words there is one."""
    source = rows(folder, "dev_nl_lexical_hobo.tsv")
    given = [suggest(row["word"], row["sentence"], "nl") for row in source]
    right = [
        float(bool(options) and options[0] in row["accepted_simpler"].split("|"))
        for options, row in zip(given, source, strict=True)
    ]
    answered = np.array([bool(options) for options in given])
    kept = np.flatnonzero(answered)
    values = np.array(right)[kept]
    line(
        f"first suggestion accepted (of {answered.mean():.2f} given)",
        0.76,
        [str(at) for at in kept],
        lambda at: float(values[at].mean()),
        {},
    )


def speed_line(texts: list[Text]) -> None:
    """Words a second on one core, with nothing remembered."""
    whole = "\n".join(text.text for text in texts)
    start = time.process_time()
    words = sum(reading.length for _, reading in Reader("nl").read(whole))
    print(
        f"{'speed, words a second (reading and counting)':<46} {words / (time.process_time() - start):,.0f}"
    )


def report(folder: Path, dutch: Dutch, english: English, splits: Splits) -> None:
    """Print the whole table."""
    print("Cross-validated over documents on the dev texts; 95% intervals by drawing documents.\n")
    sentences = dutch.files["sentences"]
    pair_line("Dutch municipal sentences (substantive)", 0.84, sentences, "nl")
    pair_line("  of those: simple side not shorter", 0.65, sentences, "nl", not_shorter(sentences))
    pair_line("  small edits", None, dutch.files["small edits"], "nl")
    pair_line("Dutch municipal passages", 0.93, dutch.files["passages"], "nl")
    pair_line("Dutch Wikipedia paragraphs", 0.98, dutch.files["paragraphs"], "nl")
    auc_line(dutch.files["paragraphs"])
    general = dutch.files["general sentences"]
    pair_line("Dutch Wikipedia sentences, cut from those", 0.88, general, "nl")
    pair_line("  of those: simple side not shorter", None, general, "nl", not_shorter(general))
    mark_lines(splits)
    suggestion_line(folder)
    peers = peer_scores(english.texts, "en")
    line(
        "English CEFR-SP, Spearman",
        0.82,
        english.documents,
        spearman_of(english.scores, english.levels),
        {name: spearman_of(values, english.levels) for name, values in peers.items()},
    )
    pair_line("English OneStop advanced-elementary", 1.0, english.files["advanced"], "en")
    pair_line("English OneStop advanced-intermediate", None, english.files["upper"], "en")
    pair_line("English OneStop intermediate-elementary", None, english.files["lower"], "en")
    speed_line(dutch.files["paragraphs"].hard_texts)


def judged_report() -> None:
    """Print the figures of the hand-judged texts, which are in this repository."""
    for part in PARTS:
        print("\n".join(report_lines(part)), end="\n\n")


def main() -> None:
    """Fit, and print the table; see the module."""
    parser = argparse.ArgumentParser(description="Fit the plain-language helper and print how good it is.")
    parser.add_argument("--data", help="the folder with the dev_* files (MINIDORP_LANGUAGE_DATA)")
    parser.add_argument("--write", action="store_true", help="write the coefficients")
    given = parser.parse_args()
    judged_report()
    folder = data_folder(given.data)
    dutch, english, splits = Dutch(folder), English(folder), Splits(folder)
    if given.write:
        write("nl", dutch.scale, dutch.fit(None), splits.fit(None))
        write("en", english.scale, english.fit(None), None)
    for part in (dutch, english, splits):
        part.cross_validate()
    report(folder, dutch, english, splits)


if __name__ == "__main__":
    main()
