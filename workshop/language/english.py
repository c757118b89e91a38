"""What is known of English words: the closed lists, participles, the ends that make abstract nouns."""

from __future__ import annotations

import re
from functools import lru_cache

from workshop.language.wordlists import word_lists
from workshop.language.words import Vocabulary, Word, is_latin, syllables

_W = word_lists("en")
_ORDER = ("neg", "be", "have", "modal", "we", "you", "det", "coord", "sub", "prep", "pron", "adv")
KIND: dict[str, str] = {}
for _name in _ORDER:
    for _word in _W[_name]:
        KIND.setdefault(_word, _name)

_IRREGULAR = frozenset(_W["participles"])
_NOT_PARTICIPLE = frozenset(_W["never participles"])
_STAYS = frozenset(["gone", "become", "fallen", "risen", "grown", "happened", "born"]) - {"born"}
_NOUN_OF_VERB = re.compile(
    r"[a-z]{3,}(?:tion|tions|sion|sions|ment|ments|ance|ances|ence|ences|ity|ities|ness|al)$"
)
_ABSTRACT = re.compile(
    r"[a-z]{4,}(?:ism|isms|ology|ological|ization|isation|ize|ise|ized|ised|ic|ical|ive|ous|ary)$"
)
_SUFFIXES = ("s", "es", "ed", "d", "ing", "er", "ers", "ly", "'s", "est", "r")


def is_participle(form: str, zipf: dict[str, float]) -> bool:
    """Whether a form may be a past participle."""
    if form in _IRREGULAR:
        return True
    return len(form) > 4 and form.endswith("ed") and form not in _NOT_PARTICIPLE


def easiest(form: str, zipf: dict[str, float]) -> float:
    """The highest Zipf value among a form and the words it may be made of."""
    best = zipf.get(form, 0.0)
    if len(form) < 5:
        return best
    for suffix in _SUFFIXES:
        if form.endswith(suffix):
            stem = form[: -len(suffix)]
            if len(stem) < 3:
                continue
            best = max(best, zipf.get(stem, 0.0))
            if suffix in ("ed", "ing", "er", "ers", "est"):
                best = max(best, zipf.get(stem + "e", 0.0) - 0.1)
                if stem[-1] == stem[-2]:
                    best = max(best, zipf.get(stem[:-1], 0.0))
    if form.endswith(("ies", "ied")):
        best = max(best, zipf.get(form[:-3] + "y", 0.0))
    return best


def describe(form: str, zipf: dict[str, float]) -> Word:
    """All that is known of one English form in lower case."""
    kind = KIND.get(form.replace("’", "'"), "")
    value = zipf.get(form, 0.0)
    latin = is_latin(form)
    content = latin and not kind
    participle = content and is_participle(form, zipf)
    top = easiest(form, zipf) if content else value
    parts: tuple[str, ...] = ()
    if content and "-" in form.strip("-"):
        parts = tuple(part for part in form.split("-") if part)
        top = max(top, min(easiest(part, zipf) for part in parts))
    return Word(
        form,
        value,
        top,
        syllables(form, "en"),
        len(form),
        kind,
        content,
        latin,
        parts,
        participle,
        content and form.endswith("ing"),
        kind in ("be", "have", "modal"),
        content
        and _NOUN_OF_VERB.match(form) is not None
        and form not in ("moment", "city", "cities", "animal"),
        content and _ABSTRACT.match(form) is not None,
    )


LISTED: dict[str, frozenset[str]] = {
    "of": frozenset({"of"}),
    "relative": frozenset(["which", "that", "who", "whom", "whose"]),
    "to": frozenset({"to"}),
    "the": frozenset({"the"}),
    "a": frozenset({"a", "an"}),
    "and_or": frozenset({"and", "or"}),
    "person": frozenset(["i", "he", "she", "it", "they"]),
    "would": frozenset(["would", "could", "might", "may", "must", "shall"]),
    "ends_ly": frozenset({"ly"}),
    "ends_ing": frozenset({"ing"}),
    "ends_ion": frozenset({"tion", "tions", "sion", "sions"}),
    "ends_er": frozenset({"er", "ers"}),
    "ends_al": frozenset({"al", "ic", "ive", "ous", "ary"}),
}


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The English vocabulary; loaded when first asked for."""
    return Vocabulary("en", describe, LISTED)
