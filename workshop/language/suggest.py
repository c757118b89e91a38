"""Simpler words for a word in its sentence, in the same form, best first."""

from __future__ import annotations

from workshop.language import dutch_forms, english_forms
from workshop.language.frequency import frequencies
from workshop.language.lists import Entry, lists
from workshop.language.reading import MAX_WORD, sentences

MAX_SENTENCE = 5_000
_HELPERS = frozenset(
    [
        "ben",
        "bent",
        "is",
        "zijn",
        "was",
        "waren",
        "geweest",
        "word",
        "wordt",
        "worden",
        "werd",
        "werden",
        "geworden",
        "heb",
        "hebt",
        "heeft",
        "hebben",
        "had",
        "hadden",
    ]
)
_DETERMINERS = frozenset(
    [
        "de",
        "het",
        "een",
        "deze",
        "die",
        "dit",
        "dat",
        "onze",
        "ons",
        "hun",
        "zijn",
        "haar",
        "mijn",
        "jouw",
        "uw",
        "geen",
        "elke",
        "alle",
    ]
)


def suggest(word: str, sentence: str, language: str = "nl") -> list[str]:
    """Simpler words for a word, in the form in which it stands; an empty list when none is known.

    When only several words could replace one, nothing is suggested: marks do propose those.

    Args:
        word: the word, as it is in the sentence. A phrase may be given as well.
        sentence: where it stands; tells "heeft verstrekt" from "verstrekt". May be empty.
        language: "nl" or "en".
    """
    form = " ".join(word.lower().split())[: MAX_WORD * 3]
    around = [token.lower for part in sentences(sentence[:MAX_SENTENCE]) for token in part.tokens]
    found: list[str] = []
    for entry, name in _entries(form, around, language):
        for option in replacements(entry, name, language, form):
            if option and option != form and option not in found:
                found.append(option)
    return [same_case(word, option) for option in _ranked(form, found, language)]


def _ranked(form: str, options: list[str], language: str) -> list[str]:
    """One word before several; what is no more common than the word itself comes last, rarer words go."""
    zipf = frequencies(language)
    own = zipf.get(form, 0.0)

    def rank(option: str) -> tuple[bool, bool]:
        return " " in option, " " not in option and zipf.get(option, 0.0) < own

    kept = [option for option in options if zipf.get(option, 9.0) > own - 1.0]
    if "deze" in kept and "dit" in kept:
        # There are far more words with "de", and all plurals.
        kept.remove("dit")
        kept.insert(kept.index("deze") + 1, "dit")
    if " " not in form and all(" " in option for option in kept):
        return []
    return sorted(kept, key=rank)


def _entries(form: str, around: list[str], language: str) -> list[tuple[Entry, str]]:
    known = lists(language)
    rows = list(known.single.get(form, []))
    for phrase, entry in known.phrases.get(form.split()[0] if form else "", []):
        if " ".join(phrase) == form:
            rows.append((entry, "base"))
    # What is said of the form only decides between readings; what the list says first stays first.
    rows = [(entry, name_in_sentence(entry, name, form, around, language)) for entry, name in rows]
    likely = [row for row in rows if row[1] not in ("stem", "doing")]
    return sorted(likely or rows, key=lambda row: row[0].listed in ("jargon", "deficit"))


def name_in_sentence(entry: Entry, name: str, form: str, around: list[str], language: str) -> str:
    """Which form a word is here, where two forms look the same: "verstrekt", "begonnen"."""
    if entry.sort != "v" or language != "nl":
        return name
    forms = dutch_forms.verb_forms(entry.word)
    if (
        form == forms["inf"]
        and form in around
        and around[around.index(form) - 1 : around.index(form)] == ["te"]
    ):
        return "inf"
    helped = not _HELPERS.isdisjoint(around)
    if form == forms["part"] and (form == forms["third"] or form == forms["pasts"] or form == forms["inf"]):
        return "part" if helped else ("third" if form == forms["third"] else "pasts")
    if form == forms["part_e"] and form == forms["past"]:
        before = around[around.index(form) - 1] if form in around and around.index(form) else ""
        return "part_e" if before in _DETERMINERS else "past"
    return name


def replacements(entry: Entry, name: str, language: str, form: str = "") -> list[str]:
    """What an entry proposes, each in the form with a name; what has no such form stays as it is listed."""
    inflect = dutch_forms.inflect if language == "nl" else english_forms.inflect
    options = []
    for simpler in entry.simpler:
        changed = None if entry.sort == "p" else inflect(simpler, _sort_of(simpler, entry, language), name)
        options.append(changed if changed is not None else simpler)
    return options


def _sort_of(simpler: str, entry: Entry, language: str) -> str:
    """What sort of word a proposal is: a verb for a verb, as far as its ending says so."""
    if entry.sort == "v" and language == "nl" and not simpler.endswith("n"):
        return "b"
    if entry.sort == "n" and simpler.endswith("en") and language == "nl" and not simpler.endswith("ingen"):
        known = frequencies("nl").get(simpler[:-2], 0.0) > 3.5
        return "b" if known and simpler == dutch_forms.plural(simpler[:-2]) else "n"
    if entry.sort == "a" and simpler in _NEVER_CHANGES:
        return "b"
    return entry.sort


_NEVER_CHANGES = frozenset(
    [
        "genoeg",
        "veel",
        "samen",
        "tegelijk",
        "vooraf",
        "soms",
        "altijd",
        "steeds",
        "vaak",
        "meteen",
        "daarna",
        "apart",
        "meer",
        "minder",
        "te",
        "af",
        "voldoende",
        "dit",
        "deze",
        "die",
        "pas",
        "hoogstens",
        "minstens",
        "terecht",
        "achteraf",
        "zo",
    ]
) - {"apart"}


def same_case(word: str, option: str) -> str:
    """An option with a capital when the word has one."""
    return option[:1].upper() + option[1:] if word[:1].isupper() and not word[1:2].isupper() else option
