"""Where a clause starts and ends in a Dutch sentence, and what in it decides the place of a verb."""

from __future__ import annotations

from workshop.language.counting import Reading

_ENDS = frozenset('.;:!?…,()[]"“”„–—')
STARTS_GROUP = frozenset(
    ["de", "het", "een", "deze", "dit", "die", "dat", "onze", "ons", "uw", "mijn", "jouw", "zijn", "haar",
     "hun", "geen", "elk", "elke", "ieder", "iedere"]
)  # fmt: skip
_REFLEXIVES = {"zich": None, "ons": ("wij", "we"), "me": ("ik",), "mij": ("ik",)}


def clause_of(reading: Reading, at: int) -> tuple[int, int]:
    """The places between which the clause of a word lies: from the sign before it up to the one after it."""
    first = at
    while first > 0 and reading.tokens[first - 1].text not in _ENDS:
        first -= 1
    last = at
    while last < len(reading.tokens) and (last == at or reading.tokens[last].text not in _ENDS):
        last += 1
    return first, last


def closes(reading: Reading, at: int) -> bool:
    """Whether a verb is the last word of its clause: only other verbs may follow."""
    for place in range(at + 1, clause_of(reading, at)[1]):
        word = reading.words[place]
        if word is None:
            return False
        if word.kind in ("coord", "sub"):
            return True
        if not (word.infinitive or word.participle or word.kind in ("modal", "have", "be", "become")):
            return False
    return True


def comes_after_modal(reading: Reading, at: int) -> bool:
    """Whether a modal or "gaan" stands before a verb in its clause, so that the verb is an infinitive."""
    first = clause_of(reading, at)[0]
    return any(word is not None and word.kind == "modal" for word in reading.words[first:at])


def in_subordinate(reading: Reading, at: int) -> bool:
    """Whether a conjunction opens the clause of a verb: "dat wij meedoen"."""
    first = clause_of(reading, at)[0]
    return any(
        word is not None and (word.kind == "sub" or (word.form in ("die", "dat", "om") and place == first))
        for place, word in enumerate(reading.words[first:at], first)
    )


def reflexive(reading: Reading, at: int) -> bool:
    """Whether a verb has a reflexive in its clause: "zich manifesteren", "wij richten ons"."""
    first, last = clause_of(reading, at)
    forms = [token.lower for token in reading.tokens[first:last]]
    for pronoun, subjects in _REFLEXIVES.items():
        if pronoun in forms and (subjects is None or any(subject in forms for subject in subjects)):
            return True
    return False
