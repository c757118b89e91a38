"""Decides which proposals may be put into a sentence as they are, and shows the sentence that results.

A proposal is an idea until it is known to fit: data/fits_nl.tsv says which word may stand for which, with
the gender of a noun, and the rules here check what the sentence asks for: article, number, ending of the
adjective, "te", separable verbs, reflexives and what a preposition ties to a word. In doubt it stays an idea.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from workshop.language import english_forms
from workshop.language.clauses import clause_of
from workshop.language.counting import Reading
from workshop.language.fit_adjectives import adjective
from workshop.language.fit_nouns import noun
from workshop.language.fit_verbs import verb
from workshop.language.fits import Fit, Fits, fits
from workshop.language.lists import Entry
from workshop.language.place import DETERMINERS, Change, Place, before_noun, is_noun

NEARBY = 8
"""Words on both sides in which a new word must not stand already."""


@dataclass(frozen=True, slots=True)
class Insertion:
    """A change that leaves the sentence whole. Places are counted from the start of the sentence."""

    start: int
    end: int
    text: str
    """What comes between them; more than the word itself changes when its article does."""
    before: str
    """What stays of the sentence before it."""
    after: str
    """What stays of the sentence after it."""

    @property
    def sentence(self) -> str:
        """The whole new sentence."""
        return self.before + self.text + self.after

    def at(self, start: int) -> Insertion:
        """The same change in a text where the sentence starts at a place."""
        return replace(self, start=self.start + start, end=self.end + start)


def insertions(
    reading: Reading, first: int, last: int, entry: Entry, form: str, language: str
) -> list[Insertion]:
    """The changes that may replace an entry in its sentence, best first.

    Args:
        reading: the sentence.
        first: the place of the first word of the entry.
        last: the place of its last word.
        entry: what stands there.
        form: in which form.
        language: "nl" or "en".
    """
    place = Place(reading, first, last, form)
    if language == "en":
        return english(place, entry)
    known = fits(language).get(entry.word)
    if known is None or (first and reading.is_name(first) and not reading.tokens[first].text.isupper()):
        return []
    if means_other(reading, first, entry):
        return []
    found: list[Insertion] = []
    for fit in known.options:
        changed = _changed(place, entry, known, fit)
        if changed is not None and not said_already(reading, first, fit.word):
            found.append(change(reading, *changed))
    return found


def said_already(reading: Reading, at: int, word: str) -> bool:
    """Whether the new word stands nearby already: "in openheid en transparantie"."""
    if at and reading.tokens[at - 1].lower in (word, word.split()[0]):
        return True
    near = {token.lower for token in reading.tokens[max(at - NEARBY, 0) : at + NEARBY + 1]}
    return len(word) > 3 and word in near


def means_other(reading: Reading, at: int, entry: Entry) -> bool:
    """Whether another word of the clause gives an entry another meaning: "voldoen aan" is not "betalen"."""
    known = fits("nl").get(entry.word)
    around = {token.lower for token in reading.tokens[slice(*clause_of(reading, at))]}
    return known is not None and not known.not_with.isdisjoint(around)


def change(reading: Reading, first: int, last: int, text: str) -> Insertion:
    """A change of the words between two places; a capital and a full stop stay where they were."""
    tokens = reading.tokens
    start, end = tokens[first].start, tokens[last].end
    old = reading.text[start:end]
    if old[:1].isupper() and not (old[1:2].isupper() and first):
        text = text[:1].upper() + text[1:]
    if old.endswith(".") and last == len(tokens) - 1:
        text += "."
    return Insertion(start, end, text, reading.text[:start], reading.text[end:])


def _changed(place: Place, entry: Entry, known: Fits, fit: Fit) -> Change | None:
    if entry.listed == "abbreviation" and not fit.gender:
        return _abbreviation(place, fit)
    if fit.gender:
        return noun(place, fit)
    if entry.sort == "n":
        return None
    if entry.sort == "v":
        return verb(place, fit)
    if entry.sort == "a":
        return adjective(place, fit)
    if not _in_place(place, fit):
        return None
    return place.first, place.last, fit.word


_FEW = frozenset(
    ["een", "één", "enkele", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"]
)


def _in_place(place: Place, fit: Fit) -> bool:
    """Whether a word that never changes stands where the new one may stand."""
    at = place.last + 1
    tokens = place.reading.tokens
    if fit.use == "adv":
        return not before_noun(place) and not is_noun(place)
    if fit.use == "det":
        return place.lower(at) in DETERMINERS - {"een", "geen"}
    if fit.use == "noun":
        return not place.first or _after_noun(place)
    if fit.use == "end":
        return at >= len(tokens) or tokens[at].kind == "sign"
    if fit.use == "uncounted":
        return at < len(tokens) and tokens[at].kind != "number" and place.lower(at) not in _FEW
    return True


def _after_noun(place: Place) -> bool:
    before = place.reading.words[place.first - 1]
    return before is not None and before.content and not (before.finite or before.participle)


def _abbreviation(place: Place, fit: Fit) -> Change | None:
    last = place.last
    tokens = place.reading.tokens
    if (
        place.lower(last + 1) == "."
        and last + 2 < len(tokens)
        and not tokens[last + 2].text[:1].isupper()
        and tokens[last + 1].start == tokens[last].end
        and not tokens[last].text.endswith(".")
    ):
        last += 1
    return place.first, last, fit.word


# ------------------------------------------------------------------------------ English

_ARTICLES = ("a", "an")


def english(place: Place, entry: Entry) -> list[Insertion]:
    """The first proposal of the list, with "a" or "an" as the new word asks."""
    if entry.rewrite or entry.listed not in ("formal", "own", "abbreviation") or not entry.simpler:
        return []
    option = entry.simpler[0]
    if entry.sort != "p":
        changed = english_forms.inflect(option, entry.sort, place.form)
        if changed is None or (" " in option and entry.sort in ("v", "a")):
            return []
        option = changed
    first = place.first
    article = place.lower(first - 1)
    if article in _ARTICLES:
        if place.form == "plural" or option.endswith("s"):
            return []
        option = ("an " if option[:1] in "aeiou" else "a ") + option
        first -= 1
    if option == place.reading.text[place.reading.tokens[first].start :][: len(option)].lower():
        return []
    return [change(place.reading, first, place.last, option)]
