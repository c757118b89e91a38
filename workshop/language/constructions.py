"""Finds what is hard in a Dutch sentence: verbs torn apart, hidden verbs, a comma for a full stop."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from workshop.language import dutch_forms
from workshop.language.clauses import CLAUSE_ENDS, clause_of
from workshop.language.counting import Reading
from workshop.language.dutch import PARTICLES, infinitives
from workshop.language.fits import fits
from workshop.language.frequency import frequencies
from workshop.language.insertion import Insertion, change
from workshop.language.lists import Entry, lists, office
from workshop.language.wordlists import word_lists
from workshop.language.words import Word

_W = word_lists("nl")
_HIDING = frozenset(_W["hidden verbs after a preposition"])
PLAIN_NOUNS = tuple(
    word for word in (*_W["plain nouns of a verb"], *_W["no noun of a verb"]) if len(word) > 5
)
_PLAIN_ENOUGH = frozenset(_W["plain enough"])
_MUST = {"dient": "moet", "dienen": "moeten", "diende": "moest", "dienden": "moesten"}
WELL_KNOWN = 3.1
_SMALL = ("tjes", "tje", "etjes", "etje", "pjes", "pje", "jes", "je")
_ADVERBS = frozenset(["buiten", "binnen", "samen", "thuis", "boven", "goed"])
"""Particles that are words of their own as well: "buiten te spelen"."""
_FINITE_FORMS = ("third", "past", "pasts", "inf", "stem")
COMMON_VERB = 2.7
"""The Zipf value from which on a particle and a verb are one verb: "door te geven"."""
FAR = 18
"""Words within which the particle of a verb is looked for."""


@dataclass(frozen=True, slots=True)
class Parted:
    """A listed verb whose particle stands apart: "kennen … toe"."""

    first: int
    last: int
    entry: Entry
    insertion: Insertion | None


@lru_cache(maxsize=1)
def _separable() -> dict[str, list[tuple[str, str, Entry]]]:
    """Listed separable verbs by the form that stands without the particle: form -> particle, name, entry."""
    found: dict[str, list[tuple[str, str, Entry]]] = {}
    for known in (lists("nl"), office("nl")):
        for rows in known.single.values():
            for entry, name in rows:
                part = dutch_forms.separable_part(entry.word) if entry.sort == "v" else ""
                if part and name in _FINITE_FORMS:
                    form = dutch_forms.verb_forms(entry.word)[name][len(part) :]
                    found.setdefault(form, []).append((part, name, entry))
    return found


def parted(reading: Reading) -> Iterator[Parted]:
    """Listed separable verbs whose parts stand apart, or around "te"."""
    known = _separable()
    for at in [at for at, token in enumerate(reading.tokens) if token.lower in known]:
        for part, name, entry in known[reading.tokens[at].lower]:
            if entry.listed != "office" and entry.word in _PLAIN_ENOUGH:
                continue
            if at >= 2 and reading.tokens[at - 1].lower == "te" and reading.tokens[at - 2].lower == part:
                if name == "inf":
                    yield Parted(at - 2, at, entry, _joined(reading, at - 2, at, entry))
                    break
                continue
            end = _particle(reading, at, part)
            if end is not None and end - at > 1:
                yield Parted(at, end, entry, _put_together(reading, at, end, name, entry))
                break


def _particle(reading: Reading, at: int, part: str) -> int | None:
    """The place of a particle that closes the clause of a verb, or stands before its last words."""
    for place in range(at + 1, min(clause_of(reading, at)[1], at + FAR)):
        word = reading.words[place]
        if word is None:
            continue
        if word.finite and word.kind:
            return None
        if word.form == part:
            return place if _may_end(reading, place) else None
    return None


def _may_end(reading: Reading, place: int) -> bool:
    """Whether a particle closes its clause; "toe" and "af" may have a preposition after them, "op" is one."""
    if place + 1 >= len(reading.words) or reading.tokens[place + 1].text in CLAUSE_ENDS:
        return True
    particle, following = reading.words[place], reading.words[place + 1]
    if particle is None or following is None:
        return False
    if following.kind == "prep":
        return particle.kind != "prep"
    return following.kind in ("coord", "sub") or following.form in ("dat", "om")


def _simple(entry: Entry) -> str:
    known = fits("nl").get(entry.word)
    option = known.options[0].word if known else ""
    return "" if " " in option or dutch_forms.separable_part(option) else option


def _joined(reading: Reading, first: int, last: int, entry: Entry) -> Insertion | None:
    option = _simple(entry)
    return change(reading, first, last, f"te {option}") if option else None


def _put_together(reading: Reading, at: int, end: int, name: str, entry: Entry) -> Insertion | None:
    option = _simple(entry)
    if not option:
        return None
    between = reading.text[reading.tokens[at].end : reading.tokens[end - 1].end]
    return change(reading, at, end, dutch_forms.verb_forms(option)[name] + between)


def must(reading: Reading) -> Iterator[tuple[int, Insertion | None]]:
    """Each "dient … te doen" with its place and the change to "moet … doen"."""
    for at in [at for at, token in enumerate(reading.tokens) if token.lower in _MUST]:
        simple = _MUST[reading.tokens[at].lower]
        if _serves(reading, at):
            continue
        places = [
            place
            for place in range(at + 1, min(clause_of(reading, at)[1], at + FAR))
            if reading.tokens[place].lower == "te"
            and place + 1 < len(reading.words)
            and _verb(reading, place + 1)
        ]
        if places:
            yield at, _to_must(reading, at, places[0], simple) if len(places) == 1 else None


def _serves(reading: Reading, at: int) -> bool:
    """Whether "dient" has its old meaning: "dient als plek om te spelen"."""
    clause = reading.tokens[at + 1 : clause_of(reading, at)[1]]
    return any(token.lower in ("als", "om", "tot", "ertoe") for token in clause)


def _verb(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return word is not None and (
        word.infinitive or word.kind in ("become", "have", "be", "modal") or word.form.endswith("n")
    )


def _to_must(reading: Reading, at: int, te: int, simple: str) -> Insertion:
    text, tokens = reading.text, reading.tokens
    last = te + 1
    before = tokens[te - 1].lower
    particle = before in PARTICLES and before not in _ADVERBS and te - 1 > at
    if before == "voor" and any(token.lower == "zorg" for token in tokens[at:te]):
        particle = False  # "zorg voor te dragen" has no verb "voordragen"
    joined = before + tokens[last].lower
    if particle and dutch_forms.separable_part(joined) and frequencies("nl").get(joined, 0.0) > COMMON_VERB:
        between = text[tokens[at].end : tokens[te - 1].start]
        return change(reading, at, last, simple + between + joined)
    between = text[tokens[at].end : tokens[te].start]
    return change(reading, at, last, simple + between + tokens[last].text)


def plain_form(form: str) -> bool:
    """Whether a rare form belongs to a well-known word: "uitleent", "doorloop", "tuintjes", "collega’s"."""
    zipf = frequencies("nl")
    bases = [form.replace("’", "'"), *infinitives(form)]
    bases += [form.removesuffix(ending) for ending in _SMALL if form.endswith(ending)]
    if form.startswith("ge") and form.endswith(("d", "t")):
        bases += infinitives(form[2:-1])
    if form.endswith("t"):
        bases += [form[len(part) :] for part in dutch_forms.SEPARABLE if form.startswith(part)]
    return any(zipf.get(base, 0.0) > WELL_KNOWN for base in bases)


def hidden_verbs(reading: Reading) -> Iterator[tuple[int, int]]:
    """Nouns that hide a verb right after a preposition: "na ondertekening", "ter voorkoming"."""
    for at in range(len(reading.words) - 1):
        before, noun = reading.words[at], reading.words[at + 1]
        if before is None or noun is None or before.form not in _HIDING:
            continue
        if hides_verb(noun) and not reading.is_name(at + 1):
            yield at, at + 1


def hides_verb(word: Word) -> bool:
    """Whether a noun says what somebody does: toewijzing, realisatie; not afdeling or organisatie."""
    return (
        word.noun_of_verb
        and word.letters > 8
        and word.form.endswith(("ing", "atie", "itie"))
        and not word.form.endswith(PLAIN_NOUNS)
    )
