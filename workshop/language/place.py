"""Where an entry of a list stands in a sentence, and what its neighbours tell about it."""

from __future__ import annotations

from dataclasses import dataclass

from workshop.language.counting import Reading
from workshop.language.words import Word

Change = tuple[int, int, str]
"""The first and the last place of what changes, and the new words."""
ANY_GENDER = frozenset(["een", "mijn", "jouw", "je", "uw", "zijn", "haar", "hun", "geen", "jullie"])
"""What stands before a noun whatever its gender."""
OF_HET = {
    "de": "het",
    "deze": "dit",
    "die": "dat",
    "onze": "ons",
    "elke": "elk",
    "iedere": "ieder",
    "welke": "welk",
    "dezelfde": "hetzelfde",
}
"""What stands before a noun with "de", and what with "het" instead."""
OF_DE = {het: de for de, het in OF_HET.items()}
DETERMINERS = ANY_GENDER | frozenset(OF_HET) | frozenset(OF_DE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands in a sentence, and in which form."""

    reading: Reading
    first: int
    last: int
    form: str

    def lower(self, at: int) -> str:
        """The word at a place in lower case; "" outside the sentence."""
        return self.reading.tokens[at].lower if 0 <= at < len(self.reading.tokens) else ""


def before_noun(place: Place) -> bool:
    """Whether the word is said of the noun right after it."""
    at = place.last + 1
    following = place.reading.words[at] if at < len(place.reading.words) else None
    return (
        following is not None
        and following.content
        and not (following.participle or following.infinitive or following.finite)
    )


def is_noun(place: Place) -> bool:
    """Whether an adjective is a noun here: "het uniform", "een futuristisch uiterlijk"."""
    before = place.reading.words[place.first - 1] if place.first else None
    if before is None:
        return False
    points = before.form in ("dit", "dat", "deze", "die")
    return (
        (before.kind == "det" and not points)
        or before.form == "als"
        or (before.content and before.form.endswith("e"))
    )


_ADJECTIVES = frozenset(
    ["goed", "klein", "groot", "nieuw", "oud", "lang", "kort", "hoog", "laag", "jong", "eigen", "open"]
)  # fmt: skip
_ADJECTIVE_ENDS = ("lijk", "ig", "baar", "isch", "zaam", "eel", "aal", "ief", "air", "loos")


def looks_like_adjective(word: Word) -> bool:
    """Whether a word has the shape of an adjective, with or without -e."""
    if not word.content:
        return False
    return (
        word.form in _ADJECTIVES
        or word.form.endswith(_ADJECTIVE_ENDS)
        or (word.form.endswith("e") and not word.finite)
    )
