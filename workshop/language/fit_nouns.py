"""Puts a simpler noun in the place of another: article, number, adjective and pronoun have to go with it."""

from __future__ import annotations

from workshop.language import dutch_forms
from workshop.language.fits import Fit
from workshop.language.frequency import frequencies
from workshop.language.place import ANY_GENDER, OF_DE, OF_HET, Change, Place, looks_like_adjective

_TIED = frozenset(["aan", "tot", "naar", "op", "om", "tegen", "jegens"])
"""Prepositions that mostly belong to the noun before them: "toegang tot" is no "ingang tot"."""


def noun(place: Place, fit: Fit) -> Change | None:
    """The change that puts a noun in place; None when the sentence may not survive it."""
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


def _many_for_one(place: Place, word: str) -> Change | None:
    """A plural for a singular: only where no verb and no article shows the number."""
    before = place.reading.words[place.first - 1] if place.first else None
    if before is None or before.kind != "prep" or place.form == "plural":
        return None
    following = place.reading.words[place.last + 1] if place.last + 1 < len(place.reading.words) else None
    return None if following is not None and following.finite else (place.first, place.last, word)


def _names_something(place: Place) -> bool:
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


def _one(place: Place, fit: Fit) -> Change | None:
    words = place.reading.words
    at = place.first - 1
    adjectives: list[int] = []
    while at >= 0 and len(adjectives) < 3:
        word = words[at]
        if word is None or not looks_like_adjective(word):
            break
        adjectives.insert(0, at)
        at -= 1
    if adjectives and " " in fit.word:
        return None
    article = place.lower(at)
    kind = words[at].kind if at >= 0 and words[at] is not None else ""  # type: ignore[union-attr]
    if article in OF_HET or article in OF_DE:
        if _points_back(place, fit, article in OF_HET):
            return None
        renewed = (OF_DE if fit.gender == "d" else OF_HET).get(article, article)
        if renewed == article:
            return place.first, place.last, fit.word
        between = " ".join(place.reading.tokens[one].text for one in adjectives)
        return at, place.last, " ".join(part for part in (renewed, between, fit.word) if part)
    if article in ANY_GENDER:
        return _with_adjectives(place, fit, adjectives)
    if kind == "det":
        return None
    # Without an article only what cannot be counted stands alone, and "in principe" is a phrase of its own.
    if not fit.mass or (kind == "prep" and not adjectives and article in ("ter", "ten", "per")):
        return None
    return _with_adjectives(place, fit, adjectives)


def _points_back(place: Place, fit: Fit, was_de: bool) -> bool:
    """Whether a pronoun further on shows the gender of the noun and the gender changes: "het traject dat"."""
    if was_de == (fit.gender == "d"):
        return False
    after = [place.lower(place.last + 1), place.lower(place.last + 2)]
    return after[0] in ("die", "dat") or (after[0] == "," and after[1] in ("die", "dat"))


def _with_adjectives(place: Place, fit: Fit, adjectives: list[int]) -> Change | None:
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
