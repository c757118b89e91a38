"""Finds a comma that joins two Dutch sentences without a word between: "het is klaar, u hoort van ons"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from workshop.language.counting import Reading
from workshop.language.dutch import infinitives, is_stem, strong_stem
from workshop.language.frequency import frequencies
from workshop.language.passive import is_verb_zijn
from workshop.language.words import Word

_NOMINATIVE = frozenset(["ik", "je", "jij", "u", "hij", "ze", "wij", "we", "jullie", "er", "men", "iedereen"])
"""Words that are a subject wherever they come after a verb."""
_SUBJECTS = _NOMINATIVE | frozenset(["zij", "het", "dit", "dat", "niemand", "iemand", "alles", "niets"])
_ADVERBS = frozenset(
    ["nu", "dan", "daar", "daarna", "daarom", "daardoor", "toen", "hier", "zo", "toch", "ook",
    "misschien", "gelukkig", "helaas", "straks", "later", "vroeger", "soms", "vandaag", "morgen",
    "gisteren", "verder", "anders", "eerst", "inmiddels", "ondertussen", "intussen", "bovendien",
    "meestal", "vaak", "altijd", "binnenkort", "sindsdien", "tegenwoordig", "eigenlijk", "hierna",
    "vervolgens", "onlangs", "blijkbaar", "natuurlijk", "waarschijnlijk", "echter", "tevens", "eerder",
    "volgend", "vorig", "elke"]
)  # fmt: skip
_ARTICLES = frozenset(
    ["de", "het", "een", "onze", "ons", "deze", "dit", "die", "mijn", "haar", "zijn", "hun", "uw",
    "jullie", "alle", "veel", "sommige", "elke", "elk", "ieder", "iedere", "beide", "geen", "andere"]
)  # fmt: skip
_AFTER_VERB = _SUBJECTS | _ARTICLES
_SAYING = frozenset(
    ["zei", "zegt", "zeggen", "zeiden", "vroeg", "vraagt", "dacht", "riep", "roept", "schreef"]
)
_TWICE = frozenset(["hoe", "noch", "zowel", "hetzij", "enerzijds", "niet", "des", "liever"])
"""Words that open two halves that belong together: "hoe meer …, hoe beter", "niet alleen …"."""
_COMMON_VERBS = frozenset(["staat", "zegt", "gaat", "zit", "ligt", "wordt", "heet", "kost"])
"""Verbs that are nouns as well, or look like one."""
_SHORT = 3
_LONGEST_SUBJECT = 6
_NO_SENTENCE = frozenset(':;"“”„()')


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands between two commas."""

    first: int
    last: int
    verb: int | None
    """The verb of a main clause whose subject stands before it, or turned round after an adverb."""
    opens: str
    """"main", "sub", "coord", "verb" (it opens with its verb) or "" (no clause)."""
    turned: bool = False
    """Whether the verb stands before its subject."""


def splices(reading: Reading) -> Iterator[tuple[int, int]]:
    """The places of a subject and a verb after a comma where a new sentence starts."""
    tokens = reading.tokens
    commas = [at for at, token in enumerate(tokens) if token.text == ","]
    if not commas or tokens[0].lower in _TWICE or any(token.text in _NO_SENTENCE for token in tokens):
        return
    end = len(tokens)
    while end and tokens[end - 1].kind == "sign":
        end -= 1
    bounds = [-1, *commas, end]
    parts = [_part(reading, first + 1, last) for first, last in pairwise(bounds) if last > first + 1]
    if _counts_up(reading, parts):
        return
    complete = bool(parts) and _asks_to(reading, parts[0])
    for before, part in pairwise([None, *parts]):
        if part is None:
            continue
        if complete and before is not None and part.verb is not None and _starts_anew(reading, before, part):
            yield part.first, part.verb
        turned = part.opens == "verb" and before is not None and before.opens in ("sub", "")
        complete = complete or part.opens == "main" or turned


def _starts_anew(reading: Reading, before: _Part, part: _Part) -> bool:
    """Whether a main clause is a sentence of its own after what comes before its comma."""
    form = reading.tokens[part.first].lower
    if part.last - part.first < _SHORT or _says(reading, before):
        return False
    if form in ("dan", "zo") and before.opens in ("sub", "verb"):
        return False
    words = reading.words[before.first : before.last]
    open_clause = any(
        word is not None and (word.kind == "sub" or word.form in ("die", "dat")) for word in words[1:]
    )
    return form in _SUBJECTS or part.turned or not open_clause


def _part(reading: Reading, first: int, last: int) -> _Part:
    words = reading.words
    word = words[first]
    if word is None:
        return _Part(first, last, None, "")
    if word.kind == "coord" and word.form != "dan":
        return _Part(first, last, None, "coord")
    if word.form == "die":
        return _Part(first, last, *_pointing(words, first, last))
    if word.kind == "sub" or word.form in ("mocht", "zodra"):
        return _Part(first, last, None, "main" if _goes_on(words, first, last) else "sub")
    if first + 1 < last and word.form in _SUBJECTS and _goes_with(word.form, words[first + 1]):
        return _Part(first, last, first + 1, "main")
    verb = _turned(words, first, last)
    if verb is not None:
        return _Part(first, last, verb, "main", turned=True)
    if word.form in _ARTICLES or word.kind == "num" or (word.content and not word.finite):
        verb = _after_noun(words, first, last)
        if verb is not None and not _counts_on(words, first):
            return _Part(first, last, verb, "main")
    return _Part(first, last, None, "verb" if word.finite else "")


def _pointing(words: list[Word | None], first: int, last: int) -> tuple[int | None, str]:
    """Whether "die" opens a sentence: its verb follows at once and does not close the clause."""
    verb = words[first + 1] if first + 1 < last else None
    after = words[first + 2] if first + 2 < last else None
    final = words[last - 1]
    if verb is None or after is None or final is None or last - first < _SHORT + 1:
        return None, "sub"
    if _is_verb(verb) and after.kind != "prep" and not verb.participle and not _is_verb(final):
        return first + 1, "main"
    return None, "sub"


def _goes_on(words: list[Word | None], first: int, last: int) -> bool:
    """Whether a main clause follows without a comma: "als het regent zitten we binnen"."""
    for place in range(first + 2, last - 1):
        before, word, after = words[place - 1], words[place], words[place + 1]
        if before is None or word is None or after is None:
            continue
        if _is_verb(before) and _is_verb(word) and after.form in _NOMINATIVE:
            return True
    return False


def _turned(words: list[Word | None], first: int, last: int) -> int | None:
    """The verb before its subject, after an adverb or a place or time: "op dinsdag is hij open"."""
    start = words[first]
    if start is None:
        return None
    adverb = start.form in _ADVERBS or start.form.startswith(("daar", "hier"))
    reach = _LONGEST_SUBJECT if start.kind == "prep" or start.form in ("vorig", "volgend", "elke") else 2
    for place in range(first + 1, min(first + reach, last - 1)):
        word, after = words[place], words[place + 1]
        if word is None:
            continue
        if word.kind in ("sub", "coord") or word.form in ("die", "dat"):
            return None
        if after is None or word.participle:
            continue
        sure = word.kind in _HELPING or word.finite or word.form in _COMMON_VERBS
        if after.form in _NOMINATIVE and (sure or word.content) and not (after.form == "er" and not sure):
            return place
        if (adverb or start.kind == "prep") and (sure or word.infinitive) and after.form in _AFTER_VERB:
            return place
    return None


_HELPING = frozenset(["modal", "be", "have", "become"])


def _after_noun(words: list[Word | None], first: int, last: int) -> int | None:
    """The verb after a subject of one to five words: "de scholen in de wijk werken"."""
    for place in range(first + 1, min(first + _LONGEST_SUBJECT, last - 1)):
        word, before = words[place], words[place - 1]
        if word is None or word.kind in ("sub", "coord", "pron") or word.form in ("die", "dat"):
            return None
        if word.kind in _HELPING:
            plural = before is not None and before.content and before.form.endswith(("en", "s"))
            if word.form != "zijn" or plural or is_verb_zijn(words, place):
                return place
        elif before is not None and before.content and _is_verb(word) and not word.participle:
            if not word.infinitive or before.form.endswith(("en", "s")):
                return place
        elif word.kind == "prep" and place == first + 1 and before is not None and not before.content:
            return None
    return None


def _counts_on(words: list[Word | None], first: int) -> bool:
    """Whether the comma stands between two adjectives: "een vaste, lage rente"."""
    before, word = words[first - 2] if first > 1 else None, words[first]
    return (
        before is not None
        and word is not None
        and word.content
        and before.content
        and (before.form.endswith("e") and word.form.endswith("e"))
    )


def _is_verb(word: Word) -> bool:
    if word.form in _COMMON_VERBS or word.finite or word.infinitive or word.kind in _HELPING:
        return True
    # "sluit" and "kost" have no ending that tells; their verb is about as common as they are.
    zipf = frequencies("nl")
    return word.form.endswith("t") and any(
        zipf.get(verb, 0.0) > word.zipf - 0.3 and strong_stem(verb) == word.form
        for verb in infinitives(word.form)
    )


def _goes_with(subject: str, verb: Word | None) -> bool:
    """Whether a form may be the verb of a pronoun: "wij werken", "het werkt"; not "het plein"."""
    if verb is None or verb.participle:
        return False
    if verb.kind:
        return verb.kind in _HELPING and not (verb.form == "zijn" and subject in ("het", "dat", "dit", "er"))
    if subject in ("ik", "je", "jij", "u", "we", "wij", "ze", "zij", "jullie", "hij"):
        return verb.content
    return _is_verb(verb)


def _asks_to(reading: Reading, part: _Part) -> bool:
    """Whether the first words ask somebody to do something: "kom gerust langs"."""
    first, after = reading.words[part.first], reading.words[part.first + 1]
    if first is None or after is None or part.last - part.first < _SHORT or part.opens not in ("", "verb"):
        return False
    if after.form in _AFTER_VERB or first.form.endswith(("t", "en")):
        return False
    return first.kind == "modal" or (not first.kind and is_stem(first.form, frequencies("nl")))


def _says(reading: Reading, part: _Part) -> bool:
    """Whether a half only says who speaks: "ze zei, ik kom straks"."""
    if part.last - part.first > _SHORT or part.verb is None:
        return False
    return reading.tokens[part.verb].lower in _SAYING


def _counts_up(reading: Reading, parts: list[_Part]) -> bool:
    """Whether short sentences are counted up: "wij zingen, wij dansen en wij eten"."""
    clauses = [part for part in parts if part.opens == "main"]
    if len(clauses) < 2:
        return False
    last = clauses[-1]
    joined = any(token.lower in ("en", "of") for token in reading.tokens[last.first : last.last])
    return joined and max(part.last - part.first for part in clauses[:-1]) <= _SHORT
