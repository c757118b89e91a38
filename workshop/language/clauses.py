"""Where a clause starts and ends in a Dutch sentence, and what in it decides the place of a verb."""

from __future__ import annotations

from workshop.language.counting import Reading

CLAUSE_ENDS = frozenset(".;:!?…,()[]–—")
_ENDS = CLAUSE_ENDS | frozenset('"“”„')
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


def verb_form(reading: Reading, at: int, forms: dict[str, str], name: str) -> str:
    """Which form a verb has where several look the same: "verstrekt", "ontvangen"; "" when that is not clear.

    Args:
        reading: the sentence.
        at: the place of the verb.
        forms: the forms of its verb by name.
        name: the form that the lists take it for.
    """
    form = reading.tokens[at].lower
    same = {one for one in ("inf", "third", "past", "pasts", "part") if forms.get(one) == form}
    if "part" not in same or len(same) == 1:
        return name
    first, last = clause_of(reading, at)
    helped = any(word is not None and word.kind in _HELPS for word in reading.words[first:last])
    if "inf" in same:
        before = reading.tokens[at - 1].lower if at else ""
        if before in ("te", "het") or comes_after_modal(reading, at):
            return "inf"
        return "part" if helped else "inf"
    if helped:
        return "part"
    elsewhere = any(word is not None and word.kind in _HELPS for word in reading.words)
    if elsewhere and closes(reading, at):
        return ""
    return next(one for one in ("third", "past", "pasts") if one in same)


_HELPS = frozenset(["have", "be", "become"])
