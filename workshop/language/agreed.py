"""Words for which the group agreed on words of its own: each place is marked, with those words first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from workshop.language import dutch, dutch_forms
from workshop.language.counting import Reading
from workshop.language.fit_adjectives import adjective
from workshop.language.fit_nouns import noun
from workshop.language.fit_verbs import verb
from workshop.language.fits import Fit, fits
from workshop.language.frequency import frequencies
from workshop.language.insertion import Insertion, change, english, said_already
from workshop.language.lists import Entry
from workshop.language.mark import Mark, span
from workshop.language.place import Change, Place
from workshop.language.term_forms import term_forms

LONGEST_VERBAL = 3
"""Words of a plain phrase with a verb ("samen praten") that may still stand where a noun stood."""
COUNTED = 2.5
"""The Zipf value of its plural from which on a noun is one that is counted."""
WORD_KINDS = frozenset(
    ["rare", "abstract", "jargon", "formal", "abbreviation", "deficit", "nominalisation", "agreed"]
)
"""Marks that say something of a word: what the group agreed on comes before them."""
_GENDER_OF_END = (("heid", "d"), ("ing", "d"), ("tie", "d"), ("teit", "d"), ("je", "h"), ("ment", "h"))


@dataclass(frozen=True, slots=True)
class Agreed:
    """A settled word, and the words that the group uses instead."""

    word: str
    plain: str


@dataclass(frozen=True, slots=True)
class _Form:
    words: tuple[str, ...]
    agreed: Agreed
    sort: str
    name: str


def agreed_marks(reading: Reading, agreed: Iterable[Agreed], language: str) -> list[Mark]:
    """A mark for each place of a sentence in which one of these words stands, in any of its forms."""
    marks = []
    for first, last, form in _found(reading, agreed, language):
        entry = Entry(form.agreed.word.lower(), form.sort, (form.agreed.plain,), "formal")
        changes = _changes(Place(reading, first, last, form.name), entry, language)
        marks.append(
            span(
                reading,
                first,
                last,
                "agreed",
                proposals=() if changes else entry.simpler,
                insertions=tuple(changes),
                plain=form.agreed.plain,
            )
        )
    return marks


def with_agreed(marks: Sequence[Mark], agreed: Sequence[Mark]) -> list[Mark]:
    """The marks of a text with those of agreed words, which take the place of others on the same words."""
    kept = [
        mark
        for mark in marks
        if mark.kind not in WORD_KINDS
        or not any(mark.start < other.end and other.start < mark.end for other in agreed)
    ]
    return sorted([*kept, *agreed], key=lambda mark: (mark.start, -mark.end))


@lru_cache(maxsize=32)
def _starts(agreed: tuple[Agreed, ...], language: str) -> dict[str, list[_Form]]:
    """The forms of words by their first word, the longest first."""
    starts: dict[str, list[_Form]] = {}
    for one in agreed:
        for spelled, (sort, name) in term_forms(one.word, language).items():
            words = tuple(spelled.split())
            starts.setdefault(words[0], []).append(_Form(words, one, sort, name))
    for forms in starts.values():
        forms.sort(key=lambda form: -len(form.words))
    return starts


def _found(reading: Reading, agreed: Iterable[Agreed], language: str) -> Iterator[tuple[int, int, _Form]]:
    """Every place of a form, the longest form first; no word belongs to two."""
    starts = _starts(tuple(agreed), language)
    lower = [token.lower for token in reading.tokens]
    after = 0
    for at, word in enumerate(lower):
        if at < after:
            continue
        for form in starts.get(word, ()):
            if tuple(lower[at : at + len(form.words)]) == form.words:
                after = at + len(form.words)
                yield at, after - 1, form
                break


def _changes(place: Place, entry: Entry, language: str) -> list[Insertion]:
    if language == "en":
        plain = entry.simpler[0]
        fits_sort = entry.sort in ("n", "v") and " " not in plain
        return english(place, entry) if fits_sort else []
    if language != "nl" or place.form in ("small", "degree") or entry.sort not in ("n", "v", "a"):
        return []
    if place.first and place.reading.is_name(place.first):
        return []
    options = _fits(entry.simpler[0], entry.sort)
    changed = [_changed(place, entry.sort, fit) for fit in options]
    # Where the gender is not known, only what is right with either is put in.
    if not changed or changed[0] is None or any(one != changed[0] for one in changed):
        return []
    if entry.sort == "n" and _counted(place) and not _countable(options[0]):
        return []
    if said_already(place.reading, place.first, options[0].word):
        return []
    return [change(place.reading, *changed[0])]


def _counted(place: Place) -> bool:
    """Whether "een" stands before the noun, at most two words away."""
    return "een" in (place.lower(place.first - 1), place.lower(place.first - 2))


def _countable(fit: Fit) -> bool:
    """Whether there may be one of it: "een plek", no "een hulp"."""
    head = fit.word.split()[0]
    return not fit.mass and frequencies("nl").get(dutch_forms.plural(head), 0.0) > COUNTED


def _changed(place: Place, sort: str, fit: Fit) -> Change | None:
    if sort == "n":
        return noun(place, fit)
    return verb(place, fit) if sort == "v" else adjective(place, fit)


def _fits(plain: str, sort: str) -> list[Fit]:
    """How the plain words may stand for a word of a sort; several where their gender is not known."""
    first, _, rest = plain.partition(" ")
    infinitive = dutch.is_infinitive(plain.split()[-1], frequencies("nl"))
    if sort == "v":
        return [Fit(plain, "", False, False, "")] if infinitive and not rest else []
    if sort == "a":
        return (
            [] if infinitive or first.lower() in ("de", "het", "een") else [Fit(plain, "", False, False, "")]
        )
    if first.lower() in ("de", "het") and rest:
        many = first.lower() == "de" and _is_plural(rest.split()[0])
        return [Fit(rest, "d" if first.lower() == "de" else "h", False, many, "")]
    if rest and (not infinitive or plain.count(" ") >= LONGEST_VERBAL or not _loose(plain)):
        return []
    if infinitive:
        return [Fit(plain, "h", True, False, "")]
    return _nouns(plain)


def _loose(plain: str) -> bool:
    """Whether a phrase is a verb and what is said of it: "samen praten", not "wat helpt bij eten"."""
    return all(dutch.KIND.get(word, "adv") in ("adv", "prep") for word in plain.split()[:-1])


def _nouns(plain: str) -> list[Fit]:
    known = _known_nouns().get(plain)
    if known:
        return [known]
    word = plain.lower()
    gender = next((gender for end, gender in _GENDER_OF_END if word.endswith(end)), "")
    if _is_plural(word):
        return [Fit(plain, "d", False, True, "")]
    return [Fit(plain, one, False, False, "") for one in (gender or "dh")]


def _is_plural(noun: str) -> bool:
    """Whether a noun looks like more than one; in doubt it does."""
    return noun.endswith(("en", "s"))


_NOUNS: dict[str, Fit] = {}


def _known_nouns() -> dict[str, Fit]:
    """The nouns whose gender the lists of what fits know."""
    if not _NOUNS:
        for known in fits("nl").values():
            for option in known.options:
                if option.gender:
                    _NOUNS.setdefault(option.word, option)
    return _NOUNS
