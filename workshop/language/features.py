"""What a text is like, in figures: made from the counts of its sentences, whatever its length."""

from __future__ import annotations

import math
from collections import Counter

_SHARED = [
    "bracket",
    "comma",
    "quote",
    "slash",
    "colon",
    "number",
    "short",
    "prep",
    "sub",
    "det",
    "coord",
    "pron",
    "adv",
    "have",
    "be",
    "modal",
    "neg",
    "we",
    "you",
    "name",
    "capitals",
    "content",
    "participle",
    "infinitive",
    "noun_of_verb",
    "abstract",
    "compound",
    "finite",
    "long",
    "very_long",
    "below_45",
    "below_40",
    "below_30",
    "passive",
    "passive_be",
    "list_formal",
    "list_own",
    "list_jargon",
    "list_abbreviation",
    "relative",
    "and_or",
    "would",
    "ends_ing",
    "lack50",
    "lack45",
]
A_WORD: dict[str, list[str]] = {
    "nl": [
        *_SHARED,
        *["become", "van", "te", "er", "this", "simple_link", "het", "de", "een", "ends_isch", "ends_elijk"],
    ],
    "en": [*_SHARED, *["of", "to", "the", "a", "person", "ends_ly", "ends_ion", "ends_er", "ends_al"]],
}
"""What is counted per ten words."""
A_SENTENCE = [
    "passive",
    "passive_be",
    "bracket",
    "gap",
    "wide_gap",
    "comma",
    "slash",
    "colon",
    "dash",
    "quote",
    "question",
    "capitals",
    "short",
    "sub",
    "prep",
    "modal",
    "list_formal",
    "lack50",
    "lack45",
    "lack40",
    "log_lack50",
    "log_lack45",
    "rarest",
]
"""What is counted per sentence."""
_A_WORD = {language: [(name, f"{name}_10w") for name in names] for language, names in A_WORD.items()}
_A_SENTENCE = [(name, f"{name}_s") for name in A_SENTENCE]


def features(counts: Counter[str], language: str) -> dict[str, float]:
    """The features of a text, by name.

    Args:
        counts: the sum of the counts of its sentences (see `workshop.language.counting`).
        language: "nl" or "en".
    """
    sentences = max(counts["sentences"], 1)
    words = max(counts["words"], 1)
    length = words + counts["number"] + counts["short"]
    shown = counts["shown"]
    found = {
        "words_a_sentence": length / sentences,
        "log_words_a_sentence": math.log1p(length / sentences),
        "syllables_a_word": counts["syllables"] / words,
        "letters_a_word": counts["letters"] / words,
        "zipf_content": counts["easiest"] / shown if shown else 4.6,
        "zipf_content_form": counts["zipf"] / shown if shown else 4.4,
        "zipf_all": counts["zipf_all"] / words,
    }
    get = counts.get
    for name, column in _A_WORD[language]:
        found[column] = 10 * get(name, 0) / length
    for name, column in _A_SENTENCE:
        found[column] = get(name, 0) / sentences
    return found
