"""Decides which proposals may be put into a sentence as they are, and shows the sentence that results.

A proposal is an idea until it is known to fit: data/fits_nl.tsv says which word may stand for which, with
the gender of a noun, and the rules here check what the sentence asks for: article, number, ending of the
adjective, "te", separable verbs, reflexives and what a preposition ties to a word. In doubt it stays an idea.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from workshop.language import dutch_forms, english_forms
from workshop.language.clauses import (
    STARTS_GROUP,
    clause_of,
    closes,
    comes_after_modal,
    in_subordinate,
    reflexive,
)
from workshop.language.counting import Reading
from workshop.language.fits import Fit, Fits, fits
from workshop.language.frequency import frequencies
from workshop.language.lists import Entry


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


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an entry stands in a sentence, and in which form."""

    reading: Reading
    first: int
    last: int
    form: str

    def lower(self, at: int) -> str:
        """The word at a place in lower case; "" outside the sentence."""
        return self.reading.tokens[at].lower if 0 <= at < len(self.reading.tokens) else ""


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
    place = _Place(reading, first, last, form)
    if language == "en":
        return _english(place, entry)
    known = fits(language).get(entry.word)
    if known is None or (first and reading.is_name(first) and not reading.tokens[first].text.isupper()):
        return []
    if means_other(reading, first, entry):
        return []
    found: list[Insertion] = []
    for fit in known.options:
        changed = _changed(place, entry, known, fit)
        if changed is not None:
            found.append(change(reading, *changed))
    return found


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


_Change = tuple[int, int, str]


def _changed(place: _Place, entry: Entry, known: Fits, fit: Fit) -> _Change | None:
    if entry.listed == "abbreviation" and not fit.gender:
        return _abbreviation(place, fit)
    if fit.gender:
        return _noun(place, fit)
    if entry.sort == "v":
        return _verb(place, fit)
    if entry.sort == "a":
        return _adjective(place, fit)
    if fit.use == "adv" and _before_noun(place):
        return None
    return place.first, place.last, fit.word


def _abbreviation(place: _Place, fit: Fit) -> _Change | None:
    last = place.last
    tokens = place.reading.tokens
    if (
        place.lower(last + 1) == "."
        and last + 2 < len(tokens)
        and tokens[last + 1].start == tokens[last].end
        and not tokens[last].text.endswith(".")
    ):
        last += 1
    return place.first, last, fit.word


# ------------------------------------------------------------------------------ nouns

_OF_HET = {
    "de": "het",
    "deze": "dit",
    "die": "dat",
    "onze": "ons",
    "elke": "elk",
    "iedere": "ieder",
    "welke": "welk",
    "dezelfde": "hetzelfde",
}
_OF_DE = {het: de for de, het in _OF_HET.items()}
_ANY_GENDER = frozenset(["een", "mijn", "jouw", "je", "uw", "zijn", "haar", "hun", "geen", "jullie"])
_OF_MANY = frozenset(["alle", "enkele", "sommige", "beide", "meerdere", "verschillende", "de", "deze", "die"])
_DETERMINERS = _ANY_GENDER | frozenset(_OF_HET) | frozenset(_OF_DE)
_TIED = frozenset(["aan", "tot", "naar", "op", "om", "tegen", "jegens"])
"""Prepositions that mostly belong to the noun before them: "toegang tot" is no "ingang tot"."""


def _noun(place: _Place, fit: Fit) -> _Change | None:
    many = place.form == "plural"
    word = fit.word
    if many:
        if fit.mass or " " in word:
            return None
        if not fit.many:
            word = dutch_forms.plural(word)
            if frequencies("nl").get(word, 0.0) < 2.0:
                return None
    if _names_something(place) or place.lower(place.last + 1) in _TIED:
        return None
    if many and fit.many:
        return place.first, place.last, word
    if fit.many:
        return _many_for_one(place, word)
    if many:
        return (
            None
            if place.lower(place.first - 1) in ("elk", "elke", "een")
            else (place.first, place.last, word)
        )
    return _one(place, fit)


def _many_for_one(place: _Place, word: str) -> _Change | None:
    """A plural for a singular: only where no verb and no article shows the number."""
    before = place.reading.words[place.first - 1] if place.first else None
    if before is None or before.kind != "prep" or place.form == "plural":
        return None
    following = place.reading.words[place.last + 1] if place.last + 1 < len(place.reading.words) else None
    return None if following is not None and following.finite else (place.first, place.last, word)


def _names_something(place: _Place) -> bool:
    """Whether the noun is part of a name or has a number: "verordening jeugdhulp", "fase 2"."""
    words, tokens = place.reading.words, place.reading.tokens
    at = place.last + 1
    if at >= len(tokens):
        return False
    following = words[at]
    if following is None:
        return tokens[at].kind == "number" or tokens[at].text in ("/", "-", "&", "(")
    verbal = following.finite or following.participle or following.infinitive
    return (
        following.content
        and (not verbal or tokens[at].text[:1].isupper())
        and not following.form.endswith("lijk")
    )


def _one(place: _Place, fit: Fit) -> _Change | None:
    words = place.reading.words
    at = place.first - 1
    adjectives: list[int] = []
    while at >= 0 and len(adjectives) < 3:
        word = words[at]
        if word is None or not word.content or word.finite or word.infinitive:
            break
        adjectives.insert(0, at)
        at -= 1
    if adjectives and " " in fit.word:
        return None
    article = place.lower(at)
    kind = words[at].kind if at >= 0 and words[at] is not None else ""  # type: ignore[union-attr]
    if article in _OF_HET or article in _OF_DE:
        if _points_back(place, fit, article in _OF_HET):
            return None
        renewed = (_OF_DE if fit.gender == "d" else _OF_HET).get(article, article)
        if renewed == article:
            return place.first, place.last, fit.word
        between = " ".join(place.reading.tokens[one].text for one in adjectives)
        return at, place.last, " ".join(part for part in (renewed, between, fit.word) if part)
    if article in _ANY_GENDER:
        return _with_adjectives(place, fit, adjectives)
    if kind == "det":
        return None
    # Without an article only what cannot be counted stands alone, and "in principe" is a phrase of its own.
    if not fit.mass or (kind == "prep" and not adjectives and article in ("ter", "ten", "per")):
        return None
    return _with_adjectives(place, fit, adjectives)


def _points_back(place: _Place, fit: Fit, was_de: bool) -> bool:
    """Whether a pronoun further on shows the gender of the noun and the gender changes: "het traject dat"."""
    if was_de == (fit.gender == "d"):
        return False
    after = [place.lower(place.last + 1), place.lower(place.last + 2)]
    return after[0] in ("die", "dat") or (after[0] == "," and after[1] in ("die", "dat"))


def _with_adjectives(place: _Place, fit: Fit, adjectives: list[int]) -> _Change | None:
    """After "een" and without an article the ending of an adjective shows the gender."""
    for at in adjectives:
        form = place.lower(at)
        if form.endswith("en"):
            continue
        if form.endswith("e") != (fit.gender == "d"):
            return None
    after = [place.lower(place.last + 1), place.lower(place.last + 2)]
    pronoun = after[0] if after[0] in ("die", "dat") else after[1] if after[0] == "," else ""
    if pronoun in ("die", "dat") and (pronoun == "die") != (fit.gender == "d"):
        return None
    return place.first, place.last, fit.word


# ------------------------------------------------------------------------------ verbs

LONGEST_REST = 10
"""Words over which the particle of a verb is moved."""
_WITH_ZIJN = frozenset(
    ["beginnen", "gaan", "komen", "blijven", "gebeuren", "stoppen", "doorgaan", "stilstaan"]
)
_ALSOLONGEST_REST = 10
"""Words over which the particle of a verb is moved."""
_WITH_ZIJN = frozenset(["aanvangen", "geschieden", "stagneren", "starten", "opstarten"])


def _verb(place: _Place, fit: Fit) -> _Change | None:
    reading, at = place.reading, place.first
    if reflexive(reading, at) or " " in fit.word:
        return None
    forms = dutch_forms.verb_forms(fit.word)
    part = dutch_forms.separable_part(fit.word)
    form = place.form
    if form in ("part", "part_e"):
        return None if fit.word in _WITH_ZIJN else (at, at, forms[form])
    if form in ("doing", "doing_e"):
        return at, at, forms[form]
    if form in ("inf", "te") and place.lower(at - 1) == "te":
        return (at - 1, at, forms["te"]) if part else (at, at, forms["inf"])
    if form == "stem" and "ik" not in (place.lower(at - 1), place.lower(at + 1)):
        return None
    if form not in forms:
        return None
    if not part:
        return at, at, forms[form]
    if form == "inf" and place.lower(at - 1) == "het":
        return at, at, forms[form]
    if closes(reading, at) and (comes_after_modal(reading, at) or in_subordinate(reading, at)):
        return at, at, forms[form]
    return _parted(place, forms[form], part)


def _parted(place: _Place, form: str, part: str) -> _Change | None:
    """A separable verb in a main clause: its particle goes to the end, when the rest is simple."""
    reading, at = place.reading, place.first
    if comes_after_modal(reading, at) or in_subordinate(reading, at):
        return None
    end = clause_of(reading, at)[1]
    rest = range(at + 1, end)
    if len(rest) > LONGEST_REST:
        return None
    for one in rest:
        word = reading.words[one]
        if word is None or word.kind in ("coord", "sub") or word.finite or word.infinitive or word.participle:
            return None
    tail = reading.text[reading.tokens[at].end : reading.tokens[end - 1].end] if rest else ""
    return at, end - 1, f"{form[len(part) :]}{tail} {part}"


# ------------------------------------------------------------------------------ adjectives


def _before_noun(place: _Place) -> bool:
    """Whether the word is said of the noun right after it."""
    at = place.last + 1
    following = place.reading.words[at] if at < len(place.reading.words) else None
    return (
        following is not None
        and following.content
        and not (following.participle or following.infinitive or following.finite)
    )


def _adjective(place: _Place, fit: Fit) -> _Change | None:
    before = place.lower(place.first - 1)
    of_noun = place.form == "e" or _before_noun(place)
    if fit.use == "attr" and not of_noun:
        return None
    if fit.use == "adv" and of_noun:
        return None
    if place.form == "e":
        changed = dutch_forms.inflect(fit.word, "a", "e")
        plain = changed == fit.word and not fit.word.endswith(("en", "a", "e"))
        if changed is None or plain or (" " in fit.word and before in _DETERMINERS):
            return None
        return place.first, place.last, changed
    if of_noun and (before in STARTS_GROUP) and (" " in fit.word or fit.word == "genoeg"):
        return None
    return place.first, place.last, fit.word


# ------------------------------------------------------------------------------ English

_ARTICLES = ("a", "an")


def _english(place: _Place, entry: Entry) -> list[Insertion]:
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
