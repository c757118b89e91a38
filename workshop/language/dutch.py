"""What is known of Dutch words: the closed lists, the forms of verbs, the parts of compounds."""

from __future__ import annotations

import re
from functools import lru_cache

from workshop.language.frequency import frequencies
from workshop.language.wordlists import word_lists
from workshop.language.words import Vocabulary, Word, is_latin, syllables

_W = word_lists("nl")
# The order matters: what a word mostly is comes first.
_ORDER = ("neg", "become", "have", "be", "modal", "we", "you", "det", "coord", "sub", "prep", "pron", "adv")
KIND: dict[str, str] = {}
for _name in _ORDER:
    for _word in _W[_name]:
        KIND.setdefault(_word, _name)
AUXILIARY = frozenset({"become", "have", "be", "modal"})

PARTICLES = frozenset(_W["particles"])
_SEPARABLE = (
    ""
    "achteruit|bijeen|bekend|binnen|boven|buiten|deel|dicht|door|gelijk|goed|ineen|klaar|langs|los|mede|mee|mis|"
    ""
    "neer|omhoog|omver|onder|open|over|plaats|rond|samen|schoon|stil|tegemoet|tegen|teleur|voort|achter|samen|ineen|aaneen|heen|her|op|teniet|terecht|terug|"
    "thuis|toe|tussen|uiteen|uit|vast|vol|voorop|vooruit|voor|vrij|waar|weer|weg|aan|af|bij|in|na|om|op"
)
_GE = re.compile(rf"(?P<part>{_SEPARABLE})?ge(?P<stem>(?!en$)[a-zëïéè]{{2,}}(?:[dt]|en|aan|ien|daan))$")
_PREFIXED = re.compile(
    rf"(?P<part>{_SEPARABLE})?(?P<stem>(?:be|ver|ont|her|er|mis|onder|over|vol|voor|weer|om|door|achter)[a-zëï]{{2,}}"
    r"(?:[dt]|en|aan))$"
)
_NOT_PARTICIPLE = frozenset(_W["never participles"])
_IRREGULAR = frozenset(_W["participles"])
_STAYS = frozenset(_W["stay active"])
_NOUN_OF_VERB = re.compile(
    r"[a-zëï]{3,}(?:eling|(?<!l)ing|ingen|atie|aties|itie|ities|heid|heden|ering|eringen|ment)$"
)
_NO_NOUN_OF_VERB = frozenset(_W["no noun of a verb"])
_ABSTRACT = re.compile(
    r"[a-zëï]{4,}(?:iteit|iteiten|isme|ismen|logie|logisch|logische|schap|matig|matige|tief|tieve|ieel|iële|"
    r"eren|eert|eerd|eerde|baarheid|lijkheid|zaamheid)$"
)
_SUFFIXES = ("en", "e", "s", "t", "d", "de", "te", "den", "ten", "je", "jes", "er", "ere", "st", "ste", "n")
_LINKS = ("", "s", "en", "e", "n")


def strong_stem(infinitive: str) -> str:
    """The stem of a regular verb: maken -> maak, zetten -> zet, leven -> leef."""
    if infinitive == "beogen":
        return "beoog"
    if infinitive.endswith(("doen", "zien", "gaan", "staan", "slaan")):
        return infinitive[:-2] if infinitive.endswith("aan") else infinitive[:-1]
    stem = infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "aeiou":
        return stem[:-1]
    if stem.endswith(("uer", "iër", "eër")):
        return stem[:-2] + ("eer" if stem.endswith("uer") else "ëer")
    if (
        len(stem) > 1
        and stem[-1] not in "aeiouw"
        and stem[-2] in "aeou"
        and (len(stem) < 3 or stem[-3] not in "aeiou")
    ):
        long = stem[:-1] + stem[-2] + stem[-1]
        # leveren -> lever, but implementeren -> implementeer: only use tells.
        unstressed = stem[-2] == "e" and len(stem) > 3 and stem[-1] in "lnrm" and _has_vowel(stem[:-2])
        zipf = frequencies("nl") if unstressed else {}
        if stem[-1] != "x" and not (unstressed and zipf.get(stem + "t", 0.5) >= zipf.get(long + "t", 0.0)):
            stem = long
    return stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1])


def _has_vowel(text: str) -> bool:
    return any(letter in "aeiouyëïéè" for letter in text)


def is_infinitive(form: str, zipf: dict[str, float]) -> bool:
    """Whether a form may be an infinitive: its stem with -t is a known word as well."""
    if form in ("gaan", "staan", "zien", "doen", "slaan", "zijn") or form.endswith(
        ("gaan", "staan", "zien", "slaan")
    ):
        return True
    if len(form) < 5 or not form.endswith("en"):
        return False
    stem = strong_stem(form)
    third = stem if stem.endswith("t") else stem + "t"
    return zipf.get(third, 0.0) >= max(2.0, zipf.get(form, 0.0) - 2.2)


def is_participle(form: str, zipf: dict[str, float]) -> bool:
    """Whether a form may be a past participle."""
    if form in _IRREGULAR:
        return True
    if form in _NOT_PARTICIPLE or len(form) < 5 or form.endswith("heid"):
        return False
    match = _GE.match(form)
    if match:
        stem = match["stem"].replace("ë", "e").replace("ï", "i")
        if stem.endswith(("d", "t")):
            return (
                stem.endswith(("eerd", "racht", "ocht", "acht", "zet"))
                or is_stem(stem[:-1], zipf)
                or is_stem(stem, zipf)
            )
        # gezinnen and gesprekken are nouns: there is a well-known word without -en.
        return bool(match["part"]) or zipf.get(strong_stem(form), 0.0) < 3.2
    match = _PREFIXED.match(form)
    if match is None:
        return False
    stem = match["stem"]
    if stem.endswith("d"):
        return is_stem(stem[:-1], zipf) or is_stem(stem, zipf)
    if stem.endswith("t"):
        return (stem[-2] in "sfkpchx" and is_stem(stem[:-1], zipf)) or (
            stem[-2] not in "aeiou" and is_stem(stem, zipf)
        )
    return _strong_with_prefix(stem, zipf)


def _strong_with_prefix(form: str, zipf: dict[str, float]) -> bool:
    """verkozen, because gekozen is a word: strong participles without ge-."""
    for prefix in (
        "be",
        "ver",
        "ont",
        "her",
        "er",
        "mis",
        "onder",
        "over",
        "vol",
        "voor",
        "weer",
        "om",
        "door",
    ):
        if form.startswith(prefix):
            rest = form[len(prefix) :]
            if zipf.get("ge" + rest, 0.0) > 2.3 and zipf.get(rest, 0.0) < zipf.get("ge" + rest, 0.0):
                return True
    return False


def finite_verb(form: str, zipf: dict[str, float]) -> bool:
    """Whether a form looks like a verb with a subject: werkte, werkten, werkt."""
    if form.endswith(("de", "te")) and len(form) > 4:
        stem = form[:-2]
        return is_stem(stem, zipf) and zipf.get(form + "n", 0.0) > 0
    if form.endswith(("den", "ten")) and len(form) > 5:
        stem = form[:-3]
        return is_stem(stem, zipf) and zipf.get(form[:-1], 0.0) > 0
    if form.endswith("t") and len(form) > 3:
        # buurt is a noun, though there is a verb "buren": a verb form is not far more common than its verb.
        return is_stem(form[:-1], zipf, zipf.get(form, 0.0) - 0.8)
    return form in _FINITE


def is_stem(stem: str, zipf: dict[str, float], least: float = 2.0) -> bool:
    """Whether a form is the stem of a verb that is known: maak, of maken."""
    return any(
        zipf.get(candidate, 0.0) > max(least, 2.0) and strong_stem(candidate) == stem
        for candidate in infinitives(stem)
    )


def infinitives(stem: str) -> list[str]:
    """The infinitives that a stem may belong to: maak -> maken."""
    forms = [stem + "en", stem + stem[-1:] + "en"]
    if len(stem) > 2 and stem[-2] == stem[-3]:
        forms.append(stem[:-2] + stem[-1] + "en")
    last = {"f": "v", "s": "z"}.get(stem[-1:])
    if last:
        forms.append(stem[:-1] + last + "en")
        if len(stem) > 2 and stem[-2] == stem[-3]:
            forms.append(stem[:-2] + last + "en")
    return forms


_FINITE = frozenset(_W["finite"])


def stays_active(participle: str) -> bool:
    """Whether "is" with this participle says what happened, not what somebody did to it: is gekomen."""
    return participle in _STAYS or participle.endswith(("gekomen", "gegaan", "gebleven", "gelopen"))


def split_compound(form: str, zipf: dict[str, float]) -> tuple[str, str] | None:
    """The two known parts of a compound, the head last; None when it is none."""
    if len(form) < 9 or "-" in form:
        return tuple(form.rsplit("-", 1)) if "-" in form else None  # type: ignore[return-value]
    best, found = 2.9, None
    for at in range(3, len(form) - 3):
        head = form[at:]
        worth = zipf.get(head, 0.0)
        if worth < 2.9:
            continue
        for link in _LINKS:
            if link and not form[:at].endswith(link):
                continue
            first = form[: at - len(link)]
            if len(first) < 3:
                continue
            value = (
                min(worth, zipf.get(first, 0.0)) - (0.3 if link else 0.0) - (0.5 if len(head) < 4 else 0.0)
            )
            if value > best:
                best, found = value, (first, head)
    return found


def easiest(form: str, zipf: dict[str, float]) -> float:
    """The highest Zipf value among a form and the forms it may be made of."""
    best = zipf.get(form, 0.0)
    if len(form) < 4:
        return best
    for suffix in _SUFFIXES:
        if form.endswith(suffix):
            stem = form[: -len(suffix)]
            if len(stem) < 3:
                continue
            best = max(best, zipf.get(stem, 0.0), zipf.get(stem + "en", 0.0) - 0.2)
            if stem[-1] == stem[-2]:
                best = max(best, zipf.get(stem[:-1], 0.0))
            elif stem[-2] in "aeou" and stem[-1] not in "aeiou":
                best = max(best, zipf.get(stem[:-2] + stem[-2] + stem[-2] + stem[-1], 0.0))
    if form.startswith("ge") and form.endswith(("d", "t")):
        best = max(best, zipf.get(form[2:-1] + "en", 0.0), zipf.get(form[2:], 0.0) - 0.5)
    return best


def describe(form: str, zipf: dict[str, float]) -> Word:
    """All that is known of one Dutch form in lower case."""
    kind = KIND.get(form, "")
    value = zipf.get(form, 0.0)
    latin = is_latin(form)
    content = latin and not kind
    parts: tuple[str, ...] = ()
    top = easiest(form, zipf) if content else value
    if content and top < 4.0:
        split = split_compound(form, zipf)
        if split:
            parts = split
            top = max(top, min(easiest(split[1], zipf), 4.6) - 0.4)
    participle = content and is_participle(form, zipf)
    return Word(
        form,
        value,
        top,
        syllables(form, "nl"),
        len(form),
        kind,
        content,
        latin,
        parts,
        participle,
        content and not participle and is_infinitive(form, zipf),
        kind in AUXILIARY or (content and not participle and finite_verb(form, zipf)),
        content and form not in _NO_NOUN_OF_VERB and _NOUN_OF_VERB.match(form) is not None,
        content and _ABSTRACT.match(form) is not None,
    )


LISTED: dict[str, frozenset[str]] = {
    "van": frozenset({"van"}),
    "relative": frozenset({"die", "dat"}),
    "te": frozenset({"te"}),
    "er": frozenset({"er"}),
    "de": frozenset({"de"}),
    "het": frozenset({"het"}),
    "een": frozenset({"een"}),
    "and_or": frozenset({"en", "of"}),
    "this": frozenset(["deze", "dit", "hier", "hierbij", "hiervoor", "hiermee", "hierin", "hierdoor"]),
    "simple_link": frozenset(["daar", "daarom", "dan", "dus", "zo", "maar", "en", "want", "ook"]),
    "would": frozenset(["zal", "zullen", "zou", "zouden", "dient", "dienen", "kunnen", "moeten"]),
    "ends_ing": frozenset({"ing", "ingen"}),
    "ends_isch": frozenset({"ische", "isch", "ele", "elijke", "lijk", "ale"}),
    "ends_elijk": frozenset({"elijk", "elijke"}),
}


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The Dutch vocabulary; loaded when first asked for."""
    return Vocabulary("nl", describe, LISTED)
