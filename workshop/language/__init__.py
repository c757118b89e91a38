"""Plain language: marks what is hard to read and why, gives a figure, proposes simpler words.

    >>> from workshop.language import check, score, suggest
    >>> [mark.text for mark in check("Wij participeren hierin.", "nl")]
    ['participeren']

It works offline, always gives the same answer, knows nothing of the web, and decides nothing: people do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from workshop.i18n import N_
from workshop.language.agreed import Agreed, agreed_marks, with_agreed
from workshop.language.counting import LANGUAGES, Reading, reader
from workshop.language.insertion import Insertion
from workshop.language.mark import Mark, is_accepted
from workshop.language.marks import once, sentence_marks, text_marks
from workshop.language.model import difficulty, model, split_likelihood
from workshop.language.suggest import suggest
from workshop.language.term_forms import term_forms

__all__ = [
    "BECAUSE",
    "LANGUAGES",
    "Agreed",
    "Insertion",
    "Mark",
    "Score",
    "SentenceScore",
    "check",
    "score",
    "sentence_scores",
    "suggest",
    "term_forms",
]

BECAUSE: dict[str, str] = {
    "words_a_sentence": N_("long sentences"),
    "log_words_a_sentence": N_("long sentences"),
    "syllables_a_word": N_("long words"),
    "long_10w": N_("long words"),
    "very_long_10w": N_("long words"),
    "zipf_content": N_("words that few people use"),
    "lack50_s": N_("words that few people use"),
    "log_lack50_s": N_("words that few people use"),
    "below_40_10w": N_("words that few people use"),
    "passive_s": N_("sentences that do not say who does it"),
    "passive_10w": N_("sentences that do not say who does it"),
    "passive_be_s": N_("sentences that do not say who does it"),
    "gap_s": N_("words that belong together but stand far apart"),
    "sub_s": N_("sentences inside sentences"),
    "comma_s": N_("sentences inside sentences"),
    "prep_s": N_("many little words such as “of”, “in” and “for”"),
    "prep_10w": N_("many little words such as “of”, “in” and “for”"),
    "bracket_s": N_("brackets"),
    "noun_of_verb_10w": N_("nouns that hide what somebody does"),
    "abstract_10w": N_("words that are hard to picture"),
    "list_formal_10w": N_("formal words"),
    "list_formal_s": N_("formal words"),
    "list_jargon_10w": N_("words of professionals"),
    "capitals_10w": N_("abbreviations"),
}
"""What makes a text hard, in plain words, for the features that people can do something about."""

MAX_MARKS = 2_000
"""Marks that are given for one text; a text with more is not read mark by mark."""

_remembered: dict[tuple[str, int], tuple[Reading, list[Mark]]] = {}


@dataclass(frozen=True, slots=True)
class SentenceScore:
    """One sentence of a text and how hard it is."""

    start: int
    end: int
    difficulty: float


@dataclass(frozen=True, slots=True)
class Score:
    """How hard a text is to read."""

    difficulty: float
    """Higher is harder; 0 is about the middle of the texts that it was fitted on."""
    features: dict[str, float]
    because: tuple[str, ...]
    """The features that make it hard, the strongest first; what they mean is in BECAUSE."""
    marks: tuple[Mark, ...]


def check(
    text: str, language: str = "nl", accepted: Collection[str] = (), agreed: Collection[Agreed] = ()
) -> list[Mark]:
    """What is hard in a text, by place.

    Sentences are remembered, so checking a text again after one changed costs little more than that one.

    Args:
        text: the text; only its first 400,000 characters are looked at.
        language: the language of the text, "nl" or "en".
        accepted: what people said is fine here: keys of marks (`Mark.key`), or just words.
        agreed: words for which the group has words of its own.

    Raises:
        ValueError: for another language.
    """
    return _marks(text, list(reader(language).read(text)), language, accepted, agreed)


def _marks(
    text: str,
    readings: list[tuple[int, Reading]],
    language: str,
    accepted: Collection[str],
    agreed: Collection[Agreed],
) -> list[Mark]:
    found = list(text_marks(text, readings, language))
    for start, reading in readings:
        marks: Sequence[Mark] = _marks_of(reading, language)
        if agreed:
            marks = with_agreed(marks, agreed_marks(reading, agreed, language))
        found.extend(mark.at(start) for mark in marks)
        if len(found) > MAX_MARKS:
            break
    return [mark for mark in once(found, text) if not is_accepted(mark, accepted)][:MAX_MARKS]


def _marks_of(reading: Reading, language: str) -> list[Mark]:
    # The reader gives the same object for the same sentence as long as it remembers it.
    key = (language, id(reading))
    known = _remembered.get(key)
    if known is not None and known[0] is reading:
        return known[1]
    marks = sentence_marks(reading, language)
    if len(_remembered) >= 4096:
        _remembered.clear()
    _remembered[key] = (reading, marks)
    return marks


def score(
    text: str, language: str = "nl", accepted: Collection[str] = (), agreed: Collection[Agreed] = ()
) -> Score:
    """How hard a text is, why, and its marks.

    Args:
        text: the text; only its first 400,000 characters are looked at.
        language: the language of the text, "nl" or "en".
        accepted, agreed: as for `check`.

    Raises:
        ValueError: for another language.
    """
    readings = list(reader(language).read(text))
    counts: Counter[str] = Counter()
    split = passive = 0.0
    for _, reading in readings:
        for name, number in reading.counts.items():
            counts[name] += number
        passive = max(passive, float(bool(reading.passives)))
        if language == "nl":
            split = max(split, split_likelihood(reading))
    total, features, shares = difficulty(counts, language)
    features |= {"passive": passive, "tangconstructie": round(split, 4)}
    usual = dict(zip(model(language).names, model(language).mean, strict=True))
    above = [name for name in BECAUSE if (features[name] < usual[name]) == name.startswith("zipf")]
    strongest = sorted((name for name in above if shares[name] > 0.15), key=lambda name: -shares[name])
    marks = _marks(text, readings, language, accepted, agreed)
    return Score(round(total, 4), features, tuple(strongest[:5]), tuple(marks))


def sentence_scores(text: str, language: str = "nl") -> list[SentenceScore]:
    """How hard each sentence of a text is, in order: for a picture of the text from easy to hard.

    Raises:
        ValueError: for another language.
    """
    return [
        SentenceScore(start, start + len(reading.text), round(difficulty(reading.counts, language)[0], 4))
        for start, reading in reader(language).read(text)
    ]
