"""The forms of Dutch words: which form stands in a sentence, and the same form of a simpler word."""

from __future__ import annotations

from functools import lru_cache

from workshop.language.dutch import strong_stem
from workshop.language.frequency import frequencies
from workshop.language.wordlists import rows_of, word_lists

_W = word_lists("nl")
SEPARABLE = tuple(sorted(_W["separable"], key=len, reverse=True))
_INSEPARABLE = ("be", "ver", "ont", "her", "er", "ge", "mis", "weer")
_FIXED = frozenset(_W["inseparable verbs"])
_WHOLE = frozenset(_W["whole verbs with a participle in ge-"])

# infinitive: past of one, past of many, participle
_STRONG: dict[str, tuple[str, str, str]] = {
    first: (past, pasts, participle) for first, past, pasts, participle in rows_of(_W["strong verbs"])
}
_THIRD = {
    "zijn": "is",
    "hebben": "heeft",
    "kunnen": "kan",
    "mogen": "mag",
    "willen": "wil",
    "zullen": "zal",
    "gaan": "gaat",
    "staan": "staat",
    "slaan": "slaat",
    "doen": "doet",
    "zien": "ziet",
    "komen": "komt",
}
_STEM = {"zijn": "ben", "hebben": "heb"}
_VOICELESS = frozenset("tkfschpx")


def _parts(infinitive: str) -> tuple[str, str]:
    """The separable part of a verb (or nothing) and the rest."""
    if infinitive in _FIXED or infinitive in _WHOLE:
        return "", infinitive
    for part in SEPARABLE:
        rest = infinitive[len(part) :]
        if (
            infinitive.startswith(part)
            and len(rest) >= 4
            and rest.endswith("n")
            and (rest in _STRONG or frequencies("nl").get(rest, 0.0) > 2.5 or rest in _base_with_prefix(rest))
        ):
            return part, rest
    return "", infinitive


def _base_with_prefix(verb: str) -> tuple[str, ...]:
    return (verb,) if any(verb.startswith(p) and verb[len(p) :] in _STRONG for p in _INSEPARABLE) else ()


@lru_cache(maxsize=4096)
def verb_forms(infinitive: str) -> dict[str, str]:
    """The forms of a verb by name: inf, stem, third, past, pasts, part, part_e, doing, doing_e, te."""
    part, rest = _parts(infinitive)
    past, pasts, participle = _past_forms(rest)
    stem, third = _present_forms(rest)
    forms = {
        "inf": infinitive,
        "stem": part + stem,
        "third": part + third,
        "past": part + past,
        "pasts": part + pasts,
        "part": part + participle,
        "part_e": adjective_e(part + participle),
        "doing": infinitive + "d",
        "doing_e": infinitive + "de",
    }
    if part:
        forms["te"] = f"{part} te {rest}"
    return forms


def _past_forms(verb: str) -> tuple[str, str, str]:
    """Past of one, past of many and participle of a verb without a separable part."""
    base, prefix = _strong_base(verb)
    if base:
        past, pasts, participle = _STRONG[base]
        bare = participle[2:] if prefix and participle.startswith("ge") else participle
        return prefix + past, prefix + pasts, prefix + bare
    stem = strong_stem(verb)
    raw = verb[:-2] if verb.endswith("en") else verb[:-1]
    ending = "t" if raw[-1:] in _VOICELESS else "d"
    participle = stem if stem.endswith(ending) else stem + ending
    if verb not in _FIXED and not verb.startswith(_INSEPARABLE):
        # Two vowels that are said apart: geïnformeerd, geëist.
        participle = "ge" + {"i": "ï", "e": "ë"}.get(participle[:1], participle[:1]) + participle[1:]
    return stem + ending + "e", stem + ending + "en", participle


def _present_forms(verb: str) -> tuple[str, str]:
    """The form with "ik" and the form with "zij" of a verb without a separable part."""
    base, prefix = _strong_base(verb)
    stem = verb[:-2] if verb.endswith("komen") else _STEM.get(verb) or strong_stem(verb)
    if base in _THIRD:
        return stem, prefix + _THIRD[base]
    return stem, stem if stem.endswith("t") else stem + "t"


def _strong_base(verb: str) -> tuple[str, str]:
    if verb in _STRONG:
        return verb, ""
    for prefix in (*_INSEPARABLE, "onder", "over", "vol", "voor", "door", "om"):
        rest = verb[len(prefix) :]
        if (
            verb.startswith(prefix)
            and rest in _STRONG
            and (verb in _FIXED or prefix in _INSEPARABLE)
            and verb not in ("verwachten", "bewerken")
        ):
            return rest, prefix
    return "", ""


def separable_part(infinitive: str) -> str:
    """The part of a verb that stands apart in a main clause: "uit" of uitvoeren; "" when none does."""
    return _parts(infinitive)[0]


@lru_cache(maxsize=4096)
def adjective_e(base: str) -> str:
    """An adjective as it stands before most nouns: duidelijk -> duidelijke."""
    if base.endswith(("en", "e", "a", "o")) and base not in (
        "een",
        "alleen",
        "algemeen",
        "gemeen",
        "groen",
        "schoon",
    ):
        return base
    if base.endswith("ieel"):
        return base[:-4] + "iële"
    spelled = _spelled(base, "e")
    return _best([base + "e", *spelled], spelled[0] if base.endswith("aan") else base + "e")


@lru_cache(maxsize=4096)
def plural(noun: str) -> str:
    """The plural of a noun that is most common: gevolg -> gevolgen."""
    if noun.endswith("heid"):
        return noun[:-4] + "heden"
    if noun.endswith("is") and len(noun) > 5 and noun.endswith("nis"):
        return noun + "sen"
    if noun.endswith(("igde", "ende", "gene", "ene", "dige", "eerde", "nde", "kene", "gere", "dere")):
        return noun + "n"
    options = [*_spelled(noun, "en"), noun + "en", noun + "s", noun + "'s", noun + "eren", noun + "ën"]
    if noun.endswith("ie"):
        options = [noun + "s", noun + "ën"]
    if noun.endswith("ing"):
        options = [noun + "en"]
    if not any(form in frequencies("nl") for form in options):
        for at in range(3, len(noun) - 3):
            if frequencies("nl").get(noun[at:], 0.0) > 3.0:
                return noun[:at] + plural(noun[at:])
    return _best(options, noun + ("s" if noun.endswith(("e", "el", "en", "er")) else "en"))


def _best(options: list[str], otherwise: str) -> str:
    zipf = frequencies("nl")
    best = max(options, key=lambda form: zipf.get(form, 0.0))
    return best if zipf.get(best, 0.0) > 1.0 else otherwise


def _spelled(base: str, ending: str) -> list[str]:
    """A base with an ending as Dutch spells it: groot -> grote, dik -> dikke, lief -> lieve."""
    if len(base) < 3 or base[-1] in "aeiou":
        return []
    last, before = base[-1], base[-2]
    soft = {"f": "v", "s": "z"}.get(last, last)
    if before in "aeou" and base[-3] == before:
        return [base[:-2] + last + ending, base[:-2] + soft + ending]
    if before in "aeiou" and base[-3] not in "aeiou":
        return [base + last + ending]
    return [base[:-1] + soft + ending] if soft != last else []


FORM_NAMES_VERB = ("inf", "te", "third", "stem", "part", "part_e", "past", "pasts", "doing", "doing_e")


def forms_of(word: str, sort: str) -> dict[str, str]:
    """Every form of a word with the name of the form.

    Args:
        word: the word as a dictionary has it.
        sort: "v" (verb), "n" (noun), "a" (adjective) or "b" (never changes).
    """
    if sort == "v":
        forms = verb_forms(word)
        return {forms[name]: name for name in reversed(FORM_NAMES_VERB) if name in forms}
    if sort == "n":
        return {plural(word): "plural", word: "base"}
    if sort == "a":
        return {adjective_e(word): "e", word: "base"}
    return {word: "base"}


def inflect(word: str, sort: str, name: str) -> str | None:
    """A word in the form with a name; None when it has no such form. Of several words, the verb changes."""
    if sort == "b" or name in ("base", "inf"):
        return word
    if sort == "a":
        return adjective_e(word) if name == "e" and " " not in word else word
    if sort == "n":
        if name != "plural":
            return word
        many = plural(word)
        return many if " " not in word and frequencies("nl").get(many, 0.0) > 2.0 else word
    if sort == "v" and " " not in word:
        return verb_forms(word).get(name if name != "te" else "te", f"te {word}" if name == "te" else None)
    return None
