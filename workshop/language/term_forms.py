"""The forms in which a word of the word exchange stands in a text: the one place that knows.

The server finds words with these forms, and so does the browser, which is sent them.
"""

from __future__ import annotations

from functools import lru_cache

from workshop.language import dutch_forms, english_forms
from workshop.language.dutch import is_infinitive
from workshop.language.frequency import frequencies
from workshop.language.lists import lists, sort_of

KNOWN = 1.0
"""The Zipf value from which on a form that was only guessed is a word."""
RARER = 2.5
"""How much rarer than its plural a singular may be."""
_DIMINUTIVES = ("je", "tje", "etje", "pje", "kje")
_NO_ADJECTIVES = frozenset(["de", "het", "een", "the", "a", "an"])


@lru_cache(maxsize=1024)
def term_forms(word: str, language: str) -> dict[str, tuple[str, str]]:
    """Every ordinary form of a word or phrase in lower case, with its sort and the name of the form.

    The sort is v, n, a or b (never changes), or p for a phrase that only stands there as it is. A language
    that nobody helps with has the word itself.
    """
    words = word.lower().split()
    if not words:
        return {}
    base = " ".join(words)
    if language not in ("nl", "en"):
        return {base: ("b", "base")}
    if len(words) > 1:
        return _phrase(words, base, language)
    found: dict[str, tuple[str, str]] = {}
    for lemma, sort in _lemmas(base, language):
        for form, name in _single(lemma, sort, language).items():
            found.setdefault(form, (sort, name))
    return {base: found.pop(base, ("b", "base")), **found}


def _lemmas(word: str, language: str) -> list[tuple[str, str]]:
    """The word, or what it may be a form of, with its sort: people ask about it as it stands in a text."""
    known = [(entry.word, entry.sort) for entry, _ in lists(language).single.get(word, ())]
    found = [(lemma, sort) for lemma, sort in dict.fromkeys(known) if sort != "b"]
    if found:
        return found
    guess = sort_of(word, "", language)
    if language == "nl" and word.endswith("e") and _short(word) and sort_of(_short(word), "", "nl") == "a":
        return [(_short(word), "a")]
    # Most words of professionals are nouns.
    noun = (_singular(word, language), "n")
    if language == "en":
        return [noun, (word, "v")] if guess == "v" else [noun]
    return [(word, guess)] if guess in ("v", "a") else [noun]


def _singular(word: str, language: str) -> str:
    """The noun of which a word is the plural; the word itself when it is none."""
    if language == "en":
        ends = (word[:-1], word[:-2], word[:-3] + "y") if word.endswith("s") else ()
        used = frequencies("en")
        return next((one for one in ends if english_forms.plural(one) == word and one in used), word)
    options: tuple[str, ...] = ()
    if word.endswith("en") and len(word) > 4:
        stem = word[:-2]
        hard = stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1])
        options = (stem[:-1], hard[:-1] + hard[-2:], stem, hard)
    elif word.endswith("s"):
        options = (word[:-1],)
    known = frequencies("nl")
    # A common plural has a singular that people use.
    least = known.get(word, 0.0) - RARER
    return next(
        (one for one in options if known.get(one, 0.0) > least and dutch_forms.plural(one) == word), word
    )


def _single(word: str, sort: str, language: str) -> dict[str, str]:
    if language == "en":
        forms = english_forms.forms_of(word, sort)
        known = frequencies("en")
        return {form: name for form, name in forms.items() if form == word or known.get(form, 0.0) > KNOWN}
    if sort == "v":
        forms = {form: name for name, form in reversed(dutch_forms.verb_forms(word).items())}
        return {**forms, word: "inf"}
    if sort == "a":
        return {**_degrees(word), dutch_forms.adjective_e(word): "e", word: "base"}
    known = frequencies("nl")
    small = (word + end for end in _DIMINUTIVES)
    found = {form: "small" for one in small for form in (one, one + "s") if known.get(one, 0.0) > KNOWN}
    return {**found, dutch_forms.plural(word): "plural", word: "base"}


def _degrees(word: str) -> dict[str, str]:
    """Laagdrempeliger, laagdrempeligst: how much of it, which is nothing to put another word for."""
    long = dutch_forms.adjective_e(word)
    if not long.endswith("e"):
        return {}
    more = long[:-1] + ("der" if word.endswith("r") else "er")
    most = word + ("t" if word.endswith("s") else "st")
    return dict.fromkeys((more, more + "e", most, most + "e"), "degree")


def _phrase(words: list[str], base: str, language: str) -> dict[str, tuple[str, str]]:
    """A phrase with its last word inflected: a noun with its adjective, or a verb with what goes with it."""
    *rest, last = words
    before = " ".join(rest)
    found = {base: ("p", "base")}
    if language == "nl" and is_infinitive(last, frequencies("nl")) and not rest[-1].endswith("e"):
        for name, form in dutch_forms.verb_forms(last).items():
            found.setdefault(f"{before} {form}", ("p", name))
            found.setdefault(f"{form} {before}", ("p", name))
        return found
    many = dutch_forms.plural(last) if language == "nl" else english_forms.plural(last)
    found[base] = ("n", "base")
    found[f"{before} {many}"] = ("n", "plural")
    if language == "nl" and len(words) == 2 and rest[0] not in _NO_ADJECTIVES:
        long = dutch_forms.adjective_e(rest[0])
        found.setdefault(f"{long} {last}", ("n", "base"))
        found.setdefault(f"{long} {many}", ("n", "plural"))
        if rest[0].endswith("e") and _short(rest[0]):
            found.setdefault(f"{_short(rest[0])} {last}", ("n", "base"))
    return found


def _short(adjective: str) -> str:
    """An adjective without its -e, when that is a word: doorgaande -> doorgaand."""
    known = frequencies("nl")
    short = adjective[:-1]
    return short if dutch_forms.adjective_e(short) == adjective and known.get(short, 0.0) > KNOWN else ""
