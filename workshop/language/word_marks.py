"""The marks on words and phrases of one sentence: from the lists, rare words, hidden verbs, abbreviations."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.language import constructions, dutch_forms
from workshop.language.clauses import reflexive, verb_form
from workshop.language.counting import Reading
from workshop.language.dutch import strong_stem
from workshop.language.insertion import Insertion, insertions, means_other
from workshop.language.lists import Entry, Found, Lists, lists, office
from workshop.language.mark import COMPOUND, Mark, span
from workshop.language.suggest import name_in_sentence, same_case
from workshop.language.verb_nouns import verb_nouns
from workshop.language.wordlists import rows_of, word_lists
from workshop.language.words import Word

RARE = 3.1
"""The Zipf value below which a word is rare."""
LONG_COMPOUND = 16
VERY_LONG_COMPOUND = 20
SHORT_COMPOUND = 9
LITTLE_USED = 3.3
"""Letters from which on, and the Zipf value below which, a compound of words of offices is marked."""
"""Letters from which on a compound of common words is marked as well."""
COMMON = 4.55
"""A formal word of our own list that is as common as this is left alone."""
MOST_PROPOSALS = 4
MOST_INSERTIONS = 2

LONG_ABSTRACT = 11
FEW = 3.4
"""Letters from which on, and the Zipf value below which, an abstract word is marked."""

_W = word_lists("nl")
_PLAIN_ENOUGH = {"nl": frozenset(_W["plain enough"]), "en": frozenset[str]()}
_FIXED: dict[str, list[tuple[str, ...]]] = {}
for _phrase in rows_of(_W["fixed phrases"]):
    _FIXED.setdefault(_phrase[0], []).append(tuple(_phrase))
_KNOWN_SHORT = frozenset(_W["known abbreviations"])
_OFFICE_HEADS = frozenset(_W["heads of office compounds"])
_OFFICE_FIRSTS = frozenset(_W["first parts of office compounds"])
_OFFICE_PARTS = tuple(sorted(_OFFICE_FIRSTS))
_EVERYDAY = tuple(_W["everyday ends"])
_QUIET_FORMS = frozenset(["geachte", "geacht", "gezien", "appels", "praktisch"])


def word_marks(reading: Reading, language: str) -> list[Mark]:
    """The marks of the words of a sentence; no word has two."""
    taken: set[int] = set()
    marks: list[Mark] = []
    if language == "nl":
        taken |= _fixed(reading)
        marks += _built(reading, taken)
    marks += _listed(reading, language, taken)
    if language == "nl":
        marks += _with_nouns(reading, taken)
        marks += _pairs(reading, taken)
    marks += _nominalisations(reading, language, taken)
    marks += _others(reading, language, taken)
    marks += _short(reading, taken)
    return marks


def _fixed(reading: Reading) -> set[int]:
    """The words of fixed phrases, which are neither marked nor replaced one by one."""
    lower = [token.lower for token in reading.tokens]
    found: set[int] = set()
    for at in [at for at, word in enumerate(lower) if word in _FIXED]:
        for phrase in _FIXED[lower[at]]:
            if tuple(lower[at : at + len(phrase)]) == phrase:
                found.update(range(at, at + len(phrase)))
    return found


def _free(first: int, last: int, taken: set[int]) -> bool:
    return taken.isdisjoint(range(first, last + 1))


def _built(reading: Reading, taken: set[int]) -> Iterator[Mark]:
    """Verbs torn apart, and "dient … te doen"."""
    for part in constructions.parted(reading):
        if part.first in taken or part.last in taken:
            continue
        taken.update((part.first, part.last))
        changes = [part.insertion] if part.insertion else []
        yield _formal(reading, part.first, part.last, part.entry, changes)
    for first, change in constructions.must(reading):
        if first not in taken:
            taken.add(first)
            entry = Entry("dienen", "v", ("moeten",), "office")
            yield _formal(reading, first, first, entry, [change] if change else [])


def _with_nouns(reading: Reading, taken: set[int]) -> Iterator[Mark]:
    """Verbs that say little, with their noun: "een verzoek indienen"."""
    for found in verb_nouns(reading):
        if found.verb in taken:
            continue
        first, last = found.first, found.last
        if not taken.isdisjoint((first, last)):
            first = last = found.verb
        taken.update((first, last))
        yield _formal(reading, first, last, found.entry, [])


def _formal(reading: Reading, first: int, last: int, entry: Entry, changes: list[Insertion]) -> Mark:
    return span(
        reading,
        first,
        last,
        "formal",
        proposals=() if changes else entry.simpler[:MOST_PROPOSALS],
        insertions=tuple(changes),
        word=entry.word,
    )


def _listed(reading: Reading, language: str, taken: set[int]) -> Iterator[Mark]:
    lower = [token.lower for token in reading.tokens]
    found = [
        item
        for item in office(language).find(lower)
        # "overleg" is a noun before it is a form of "overleggen".
        if _free(item.first, item.last, taken) and item.form not in ("stem", "doing")
    ]
    held = {at for item in found for at in range(item.first, item.last + 1)}
    found += [
        item
        for item in reading.found
        if _free(item.first, item.last, taken)
        and (_free(item.first, item.last, held) or item.last > item.first)
        and counts(item, reading, language)
    ]
    # The longer phrase is the better reading of the same words.
    for item in sorted(found, key=lambda one: (one.first - one.last, one.first)):
        if not _free(item.first, item.last, taken) or _in_pair(reading, item.first):
            continue
        item = _as_it_stands(
            reading, item, office(language) if item.entry.listed == "office" else lists(language)
        )
        if item.entry.listed == "office" and item.first == item.last and reading.is_name(item.first):
            continue
        if item.entry.word in _FIRST and item.first:
            continue
        if item.entry.word in _BESIDE_A_SIGN and not _beside_a_sign(reading, item):
            continue
        if language == "nl" and item.entry.sort == "v" and reflexive(reading, item.first):
            # "Zich realiseren" is another verb than "realiseren".
            continue
        taken.update(range(item.first, item.last + 1))
        yield _of_list(reading, item, lower, language)


_FIRST = frozenset(["hierbij"])
"""Words that are formal where they open a sentence only."""
_BESIDE_A_SIGN = frozenset(["te weten"])
"""Phrases that are a verb when no sign stands beside them: "je hoeft niets te weten"."""


def _beside_a_sign(reading: Reading, item: Found) -> bool:
    around = (
        *reading.tokens[max(item.first - 1, 0) : item.first],
        *reading.tokens[item.last + 1 : item.last + 2],
    )
    return any(token.text in ",;:" for token in around)


def counts(item: Found, reading: Reading, language: str) -> bool:
    """Whether an entry that was found is worth a mark: what everybody knows is not."""
    one = item.first == item.last
    form = reading.tokens[item.first].lower
    if one and (item.entry.word in _PLAIN_ENOUGH[language] or form in _QUIET_FORMS):
        return False
    if item.entry.listed in ("own", "jargon") and one and reading.is_name(item.first):
        return False
    if item.entry.listed == "own":
        word = reading.words[item.first]
        return item.form != "stem" and word is not None and word.easiest < COMMON
    return not (item.entry.listed == "formal" and item.form == "stem")


def _as_it_stands(reading: Reading, item: Found, known: Lists) -> Found:
    """The entry with the sort of word that stands there: "wij verzoeken" is no plural of "verzoek"."""
    rows = known.single.get(reading.tokens[item.first].lower, ()) if item.first == item.last else ()
    if not {"n", "v"} <= {entry.sort for entry, _ in rows}:
        return item
    before = reading.words[item.first - 1] if item.first else None
    noun = before is not None and (before.kind in ("det", "prep") or before.form.endswith("e"))
    for entry, form in rows:
        if entry.sort == ("n" if noun else "v"):
            return Found(item.first, item.last, entry, form)
    return item


def _of_list(reading: Reading, item: Found, lower: list[str], language: str) -> Mark:
    entry = item.entry
    kind = "formal" if entry.listed in ("own", "office") else entry.listed
    text = reading.text[reading.tokens[item.first].start : reading.tokens[item.last].end]
    form = name_in_sentence(entry, item.form, text.lower(), lower, language)
    if entry.sort == "v" and language == "nl":
        form = verb_form(reading, item.first, dutch_forms.verb_forms(entry.word), form)
    changes = insertions(reading, item.first, item.last, entry, form, language)[:MOST_INSERTIONS]
    ideas = tuple(same_case(text, option) for option in entry.simpler if option != text.lower())
    if language == "nl" and means_other(reading, item.first, entry):
        ideas = ()
    return span(
        reading,
        item.first,
        item.last,
        kind,
        proposals=() if changes else ideas[:MOST_PROPOSALS],
        insertions=tuple(changes),
        word=entry.word,
    )


# ------------------------------------------------------------------------------ words on no list


def _in_pair(reading: Reading, at: int) -> bool:
    """Whether a word is half of "opvoed- en opgroeisteun"."""
    return _pair_of(reading, at) is not None


def _pair_of(reading: Reading, at: int) -> tuple[int, int] | None:
    tokens = reading.tokens
    for first in (at, at - 3):
        if first < 0 or first + 3 >= len(tokens):
            continue
        one, hyphen, joint, other = tokens[first : first + 4]
        if (
            one.kind == other.kind == "word"
            and hyphen.text == "-"
            and hyphen.start == one.end
            and joint.lower in ("en", "of", "and", "or")
        ):
            return first, first + 3
    return None


def _pairs(reading: Reading, taken: set[int]) -> Iterator[Mark]:
    """Two compounds with one head are marked as one, when one of them is rare."""
    for at in [at - 1 for at, token in enumerate(reading.tokens) if token.text == "-"]:
        pair = _pair_of(reading, at)
        if pair is None or pair[0] != at or not _free(*pair, taken):
            continue
        taken.update(range(pair[0], pair[1] + 1))
        other = reading.words[pair[1]]
        if other is not None and other.content and other.easiest < COMMON and other.letters >= 9:
            yield span(reading, *pair, "rare")


def _others(reading: Reading, language: str, taken: set[int]) -> Iterator[Mark]:
    for at, word in enumerate(reading.words):
        if word is None or not word.content or at in taken or word.letters < 5 or word.easiest >= COMMON:
            continue
        if not word.latin or reading.is_name(at) or reading.tokens[at].text.isupper():
            continue
        if word.form in _PLAIN_ENOUGH[language] or (language == "nl" and constructions.plain_form(word.form)):
            continue
        if word.parts and len(word.parts) == 2 and _hard_compound(word, language):
            first, second = word.parts
            yield span(reading, at, at, "rare", because=COMPOUND, first=first, second=second)
        elif (
            len(word.parts) != 2
            and word.easiest < RARE
            and not (at == 0 and word.zipf == 0)
            and not _everyday(word.form)
        ):
            yield span(reading, at, at, "rare")
        elif _abstract(word, language):
            yield span(reading, at, at, "abstract")


def _abstract(word: Word, language: str) -> bool:
    """Whether a word names what one cannot picture: long nouns of verbs, verbs with a foreign ending."""
    if word.abstract and word.letters >= LONG_ABSTRACT and word.easiest < 4.0:
        return not word.parts or language == "nl"
    if language == "en" or word.zipf >= FEW:
        return False
    if word.abstract and word.form.endswith("eren"):
        return word.letters >= SHORT_COMPOUND and strong_stem(word.form).endswith("eer")
    return (
        word.noun_of_verb
        and word.letters >= LONG_ABSTRACT
        and not word.form.endswith(constructions.PLAIN_NOUNS)
    )


def _hard_compound(word: Word, language: str) -> bool:
    if language == "en":
        return word.letters >= LONG_COMPOUND or word.easiest < RARE
    head = word.parts[1]
    if word.zipf < LITTLE_USED and word.letters >= SHORT_COMPOUND and head in _OFFICE_HEADS:
        return True
    return (word.easiest < RARE or word.letters >= VERY_LONG_COMPOUND) and not _everyday(word.form)


def _everyday(form: str) -> bool:
    """Whether a rare word is something one can point at, such as "taxibus", not a word of offices."""
    return form.endswith(_EVERYDAY) and not form.startswith(_OFFICE_PARTS)


def _nominalisations(reading: Reading, language: str, taken: set[int]) -> Iterator[Mark]:
    words = reading.words
    of = "van" if language == "nl" else "of"
    for at in range(len(words) - 1):
        word, after = words[at], words[at + 1]
        if word is None or after is None or after.form != of or at in taken:
            continue
        before = words[at - 1] if at else None
        form = before.form if before is not None else ""
        hides = language == "nl" and form == "het" and word.infinitive
        if language == "en":
            hides = form == "the" and word.noun_of_verb and word.letters > 8
        elif constructions.hides_verb(word) and not reading.is_name(at):
            hides = True
        if hides:
            first = at - 1 if form in ("de", "het", "the") else at
            taken.update(range(first, at + 2))
            yield span(reading, first, at + 1, "nominalisation")
    if language == "nl":
        for first, last in constructions.hidden_verbs(reading):
            if _free(first, last, taken):
                taken.update((first, last))
                yield span(reading, first, last, "nominalisation")


def _short(reading: Reading, taken: set[int]) -> Iterator[Mark]:
    for at, token in enumerate(reading.tokens):
        if at in taken:
            continue
        if (token.kind == "short" and len(token.text) > 3) or _capitals(reading, at):
            yield span(reading, at, at, "abbreviation")


def _capitals(reading: Reading, at: int) -> bool:
    """Whether a word is an abbreviation that not everybody knows: "VOG", not "TV" or "LET OP"."""
    token = reading.tokens[at]
    word = token.text
    if token.kind != "word" or not (word.isupper() and word.isalpha()) or token.lower in _KNOWN_SHORT:
        return False
    around = [*reading.tokens[max(at - 1, 0) : at], *reading.tokens[at + 1 : at + 2]]
    return 2 < len(word) < 6 and not any(one.kind == "word" and one.text.isupper() for one in around)
