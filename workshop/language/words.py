"""What is known of a word by itself, whatever the sentence: worked out once for every word that occurs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from workshop.language.frequency import UNKNOWN, frequencies

MANY_WORDS = 150_000
"""How many words are remembered; then the memory starts anew, so that it stays bounded."""

_VOWELS = {
    "nl": re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|ie|oe|oo|uu|ij|ei|au|ou|ui|eu|ai|oi|[aeiouyáéíóúàèëïöüêâî]"),
    "en": re.compile(r"[aeiouyáéíóúàèëïöü]+"),
}
_SILENT = re.compile(r"(?<=[bcdfghklmnprstvz])e[ds]?$")
_LATIN = re.compile(r"[a-zß-öø-ÿœ][a-zß-öø-ÿœ0-9\u0300-\u036f'’@&-]*$")


@dataclass(slots=True)
class Word:
    """One word form.

    `zipf` is that of the form, `easiest` the highest among the form, its lemma and the head of a compound.
    `kind` is what a closed list says of it ("det", "prep", …), "name" for no entry of its own, else "".
    """

    form: str
    zipf: float
    easiest: float
    syllables: int
    letters: int
    kind: str
    content: bool
    latin: bool
    parts: tuple[str, ...] = ()
    participle: bool = False
    infinitive: bool = False
    finite: bool = False
    noun_of_verb: bool = False
    abstract: bool = False
    tags: tuple[str, ...] = ()
    """What is counted of it (see `workshop.language.counting`)."""


def syllables(word: str, language: str) -> int:
    """About how many syllables a word has: groups of vowels that are said together. At least 1."""
    count = len(_VOWELS[language].findall(word))
    if (
        language == "en"
        and count > 1
        and _SILENT.search(word)
        and not word.endswith(("le", "les", "ted", "ded"))
    ):
        count -= 1
    return count or 1


def is_latin(word: str) -> bool:
    """Whether a word (in lower case) is written in the Latin script; others are not judged."""
    return _LATIN.match(word) is not None


Listed = dict[str, frozenset[str]]
"""Names of things to count, each with its words; a name that starts with ENDS has the ends of its words."""
ENDS = "ends_"


def _tags(word: Word, listed: dict[str, list[str]], ends: list[tuple[str, tuple[str, ...]]]) -> Iterator[str]:
    """What is counted when this word occurs."""
    if word.letters > 6:
        yield "long"
        if word.letters > 11:
            yield "very_long"
    if not word.latin:
        yield "foreign"
    yield from listed.get(word.form, ())
    if not word.content:
        if word.kind:
            yield word.kind
        if word.finite:
            yield "finite"
        return
    yield "content"
    if word.participle:
        yield "participle"
    if word.infinitive:
        yield "infinitive"
    if word.finite:
        yield "finite"
    if word.noun_of_verb:
        yield "noun_of_verb"
    if word.abstract:
        yield "abstract"
    if word.parts:
        yield "compound"
    for name, suffixes in ends:
        if word.form.endswith(suffixes):
            yield name


class Vocabulary:
    """All words of one language, worked out when they are first asked for."""

    def __init__(
        self, language: str, describe: Callable[[str, dict[str, float]], Word], listed: Listed
    ) -> None:
        self.language = language
        self.zipf = frequencies(language)
        self._describe = describe
        self._ends = [(name, tuple(forms)) for name, forms in listed.items() if name.startswith(ENDS)]
        self._listed: dict[str, list[str]] = {}
        for name, forms in listed.items():
            for form in () if name.startswith(ENDS) else forms:
                self._listed.setdefault(form, []).append(name)
        self._known: dict[str, Word] = {}

    def __getitem__(self, form: str) -> Word:
        """The word of a form in lower case."""
        found = self._known.get(form)
        if found is None:
            if len(self._known) >= MANY_WORDS:
                self._known.clear()
            found = self._describe(form, self.zipf)
            found.tags = tuple(_tags(found, self._listed, self._ends))
            self._known[form] = found
        return found

    def frequency(self, form: str) -> float:
        """The Zipf value of a form in lower case; 0 when it is not known."""
        return self.zipf.get(form, UNKNOWN)
