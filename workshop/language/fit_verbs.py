"""Puts a simpler verb in the place of another, in its form: with "te", its particle and its reflexive."""

from __future__ import annotations

from workshop.language import dutch_forms
from workshop.language.clauses import clause_of, closes, comes_after_modal, in_subordinate, reflexive
from workshop.language.fits import Fit
from workshop.language.place import Change, Place, before_noun

LONGEST_REST = 10
"""Words over which the particle of a verb is moved."""
_WITH_ZIJN = frozenset(
    ["beginnen", "gaan", "komen", "blijven", "gebeuren", "stoppen", "doorgaan", "stilstaan"]
)


def verb(place: Place, fit: Fit) -> Change | None:
    """The change that puts a verb in place; None when the sentence may not survive it."""
    reading, at, form = place.reading, place.first, place.form
    if reflexive(reading, at) or " " in fit.word:
        return None
    forms = dutch_forms.verb_forms(fit.word)
    before = reading.words[at - 1] if at else None
    if form == "inf" and before is not None and before.kind == "det" and before.form != "het":
        return None
    part = dutch_forms.separable_part(fit.word)
    if form in ("part", "part_e"):
        return None if fit.word in _WITH_ZIJN or not _participle_fits(place, fit) else (at, at, forms[form])
    if form in ("doing", "doing_e") or (form == "past" and before_noun(place)):
        return None
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


def _participle_fits(place: Place, fit: Fit) -> bool:
    """Whether the new verb has the participle that is asked for: nothing "wordt gekregen"."""
    if place.form == "part_e":
        return fit.word != "zien"
    clause = place.reading.words[slice(*clause_of(place.reading, place.first))]
    passive = any(word is not None and word.kind == "become" for word in clause)
    return not (passive and fit.word in ("krijgen", "hebben", "horen"))


def _parted(place: Place, form: str, part: str) -> Change | None:
    """A separable verb in a main clause: its particle goes to the end, when the rest is simple."""
    reading, at = place.reading, place.first
    if comes_after_modal(reading, at) or in_subordinate(reading, at):
        return None
    end = clause_of(reading, at)[1]
    rest = range(at + 1, end)
    if len(rest) > LONGEST_REST or (not rest and at - clause_of(reading, at)[0] > 2):
        return None
    for one in rest:
        word = reading.words[one]
        if word is None or word.kind in ("coord", "sub") or word.finite or word.infinitive or word.participle:
            return None
    tail = reading.text[reading.tokens[at].end : reading.tokens[end - 1].end] if rest else ""
    return at, end - 1, f"{form[len(part) :]}{tail} {part}"
