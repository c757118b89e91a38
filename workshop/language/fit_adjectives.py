"""Puts a simpler adjective in the place of another, with the ending that its place asks for."""

from __future__ import annotations

from workshop.language import dutch_forms
from workshop.language.fits import Fit
from workshop.language.place import DETERMINERS, Change, Place, before_noun, is_noun, looks_like_adjective


def adjective(place: Place, fit: Fit) -> Change | None:
    """The change that puts an adjective in place; None when the sentence may not survive it."""
    before = place.lower(place.first - 1)
    if place.form != "e" and not before_noun(place) and is_noun(place):
        return None
    words, after = place.reading.words, place.last + 1
    following = words[after] if after < len(words) else None
    degree = place.form != "e" and following is not None and looks_like_adjective(following)
    # "Aanzienlijk hogere kosten" says how much higher.
    of_noun = not degree and (place.form == "e" or before_noun(place))
    if fit.use == "attr" and not of_noun:
        return None
    if fit.use == "adv" and of_noun:
        return None
    if place.form == "e":
        changed = dutch_forms.inflect(fit.word, "a", "e")
        plain = changed == fit.word and not fit.word.endswith(("en", "a", "e"))
        if changed is None or plain or (" " in fit.word and before in DETERMINERS):
            return None
        return place.first, place.last, changed
    if of_noun and (before in DETERMINERS) and (" " in fit.word or fit.word == "genoeg"):
        return None
    return place.first, place.last, fit.word
