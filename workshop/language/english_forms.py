"""The forms of English words: which form stands in a sentence, and the same form of a simpler word."""

from __future__ import annotations

from workshop.language.frequency import frequencies
from workshop.language.wordlists import rows_of, word_lists

# infinitive: third person, past, participle, -ing
_IRREGULAR = {first: tuple(rest) for first, *rest in rows_of(word_lists("en")["irregular verbs"])}
_NAMES = ("third", "past", "part", "doing")


def verb_forms(verb: str) -> dict[str, str]:
    """The forms of a verb by name: inf, third, past, part, doing."""
    if verb in _IRREGULAR:
        return {"inf": verb, **dict(zip(_NAMES, _IRREGULAR[verb], strict=True))}
    if verb.endswith("e"):
        past, doing = verb + "d", verb[:-1] + "ing"
    elif verb.endswith("y") and verb[-2:-1] not in tuple("aeiou"):
        past, doing = verb[:-1] + "ied", verb + "ing"
    else:
        double = verb + verb[-1] + "ed"
        known = frequencies("en")
        twice = known.get(double, 0.0) > known.get(verb + "ed", 0.0)
        past, doing = (double, verb + verb[-1] + "ing") if twice else (verb + "ed", verb + "ing")
    return {"inf": verb, "third": plural(verb), "past": past, "part": past, "doing": doing}


def plural(word: str) -> str:
    """A word with the -s of a plural or of a verb: try -> tries, push -> pushes."""
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def forms_of(word: str, sort: str) -> dict[str, str]:
    """Every form of a word with the name of the form; `sort` is v, n, a or b as in the lists."""
    if sort == "v":
        forms = verb_forms(word)
        return {forms[name]: name for name in ("doing", "past", "part", "third", "inf")}
    if sort == "n":
        return {plural(word): "plural", word: "base"}
    return {word: "base"}


def inflect(word: str, sort: str, name: str) -> str | None:
    """A word in the form with a name. Of several words, the first changes: carry out -> carried out."""
    if sort == "v" and name != "inf":
        first, _, rest = word.partition(" ")
        form = verb_forms(first).get(name)
        return f"{form} {rest}".strip() if form else None
    if sort == "n" and name == "plural":
        return plural(word)
    return word
