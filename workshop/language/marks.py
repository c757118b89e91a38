"""What is hard in a text, where, why, and what might be said instead.

A mark only proposes. Its reason is an English message with placeholders, shown in the reader's language.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from workshop.i18n import N_, translate
from workshop.language.counting import Reading
from workshop.language.lists import Found
from workshop.language.model import split_likelihood
from workshop.language.splits import Gap
from workshop.language.suggest import name_in_sentence, needs_rewriting, replacements, same_case
from workshop.language.words import Word

REASONS: dict[str, str] = {
    "rare": N_("Few people use the word “%(text)s”."),
    "compound": N_("“%(text)s” is a long word, made of “%(first)s” and “%(second)s”."),
    "abstract": N_("“%(text)s” is hard to picture. Say what you see or do."),
    "jargon": N_("“%(text)s” is a word of professionals. Not everybody knows it."),
    "formal": N_("“%(text)s” is formal. There is a simpler way to say it."),
    "long": N_("This sentence has %(words)s words. Two short sentences read more easily."),
    "passive": N_("Who does this? Name the person: “we do it” reads more easily than “it is done”."),
    "tangconstructie": N_(
        "“%(first)s” and “%(last)s” belong together, but %(words)s words stand in between."
    ),
    "prepositions": N_(
        "There are %(words)s little words such as “of”, “in” and “for” close together. Use a verb."
    ),
    "nominalisation": N_("“%(text)s” hides what somebody does. Say who does what."),
    "double_negative": N_("Two words here say “not”. Say how it is, without “not”."),
    "abbreviation": N_("Not everybody knows the abbreviation “%(text)s”. Write it in full."),
    "brackets": N_("Brackets and slashes make readers stop. Write it out, or leave it out."),
    "deficit": N_("“%(text)s” says what people lack. Say what they can do or what they need."),
    "address": N_("Nobody is named in this text. Say “we” and “you”, so that people know who it is about."),
}
REWRITE = N_("needs another word order")

LONG_SENTENCE = 20
"""Words in a sentence that is not yet long."""
RARE = 3.1
"""The Zipf value below which a word is rare."""
EASY_PART = 3.9
LONG_COMPOUND = 16
COMMON = 4.55
"""A formal word of our own list that is as common as this is left alone."""
SPLIT = 0.5
SPLIT_OF_VERB = 0.4
"""How likely a split must be to be marked; less when the two parts of the verb were found far apart."""
SPLIT_WORDS = 6
PREPOSITIONS = 4
PREPOSITION_WINDOW = 11
MANY_WORDS_WITHOUT_PEOPLE = 45
PEOPLE = ("we", "you")


@dataclass(frozen=True, slots=True)
class Mark:
    """One place in a text that is hard to read."""

    start: int
    end: int
    kind: str
    text: str
    proposals: tuple[str, ...] = ()
    """What might stand there instead, best first, in the form of the sentence."""
    rewrite: bool = False
    """Whether the first proposal needs another word order."""
    because: str = ""
    """The message of its reason, when that is not the one of its kind."""
    details: dict[str, str | int] = field(default_factory=dict, compare=False)

    @property
    def key(self) -> str:
        """What is remembered when people say "this is fine here"."""
        return f"{self.kind}:{' '.join(self.text.lower().split())}"

    def reason(self, language: str) -> str:
        """Why it is marked, in plain words of a language."""
        text = self.because or REASONS[self.kind]
        return translate(text, language, text=self.text, **self.details)

    def at(self, start: int) -> Mark:
        """The same mark in a text where its sentence starts at a place."""
        return Mark(
            self.start + start,
            self.end + start,
            self.kind,
            self.text,
            self.proposals,
            self.rewrite,
            self.because,
            self.details,
        )


def is_accepted(mark: Mark, accepted: Collection[str]) -> bool:
    """Whether people said that this is fine: the key of the mark, or simply its words."""
    return mark.key in accepted or " ".join(mark.text.lower().split()) in accepted


def sentence_marks(reading: Reading, language: str) -> list[Mark]:
    """The marks of one sentence, by place."""
    if 2 * reading.counts["foreign"] > reading.counts["words"]:
        return []
    listed = list(_listed(reading, language))
    taken = {
        at for item in reading.found for at in range(item.first, item.last + 1) if _counts(item, reading)
    }
    marks = [mark for mark, _ in listed]
    marks += _words(reading, taken)
    marks += _whole(reading)
    marks += _passives(reading)
    if language == "nl":
        marks += _splits(reading)
    marks += _prepositions(reading)
    marks += _nominalisations(reading, language, taken)
    marks += _negatives(reading, language)
    marks += _signs(reading, taken)
    return sorted(marks, key=lambda mark: (mark.start, -mark.end))


def _span(reading: Reading, first: int, last: int, kind: str, /, **more: str | int) -> Mark:
    start, end = reading.tokens[first].start, reading.tokens[last].end
    return Mark(start, end, kind, reading.text[start:end], details=dict(more))


# ------------------------------------------------------------------------------ words


def _counts(item: Found, reading: Reading) -> bool:
    """Whether an entry that was found is to be marked: common words of our own list are not."""
    if item.entry.listed in ("own", "jargon") and item.first == item.last and reading.is_name(item.first):
        return False
    if item.entry.listed == "own":
        word = reading.words[item.first]
        return item.form != "stem" and word is not None and word.easiest < COMMON
    return not (item.entry.listed == "formal" and item.form == "stem")


def _listed(reading: Reading, language: str) -> Iterator[tuple[Mark, Found]]:
    around: list[str] | None = None
    for item in reading.found:
        if not _counts(item, reading):
            continue
        if around is None:
            around = [token.lower for token in reading.tokens]
        start, end = reading.tokens[item.first].start, reading.tokens[item.last].end
        text = reading.text[start:end]
        kind = "formal" if item.entry.listed == "own" else item.entry.listed
        form = name_in_sentence(item.entry, item.form, text.lower(), around, language)
        options = [option for option in replacements(item.entry, form, language) if option != text.lower()]
        rewrite = bool(options) and needs_rewriting(item.entry, form, options[0], language)
        yield Mark(start, end, kind, text, tuple(same_case(text, o) for o in options[:4]), rewrite), item


def _words(reading: Reading, taken: set[int]) -> Iterator[Mark]:
    for at, word in enumerate(reading.words):
        if word is None or not word.content or at in taken or word.letters < 5 or word.easiest >= COMMON:
            continue
        if not word.latin or reading.is_name(at) or reading.tokens[at].text.isupper():
            continue
        if word.parts and len(word.parts) == 2:
            yield from _compound(reading, at, word)
        elif word.easiest < RARE and not (at == 0 and word.zipf == 0):
            yield _span(reading, at, at, "rare")
        elif word.abstract and word.letters >= 11 and word.easiest < 4.0:
            yield _span(reading, at, at, "abstract")


def _compound(reading: Reading, at: int, word: Word) -> Iterator[Mark]:
    if word.letters >= LONG_COMPOUND or word.easiest < RARE:
        mark = _span(reading, at, at, "rare", first=word.parts[0], second=word.parts[1])
        yield Mark(
            mark.start, mark.end, mark.kind, mark.text, because=REASONS["compound"], details=mark.details
        )


# ------------------------------------------------------------------------------ sentences


def _whole(reading: Reading) -> Iterator[Mark]:
    if reading.length > LONG_SENTENCE:
        yield Mark(0, len(reading.text), "long", reading.text, details={"words": reading.length})


def _passives(reading: Reading) -> Iterator[Mark]:
    for auxiliary, participle in reading.passives:
        yield _span(reading, min(auxiliary, participle), max(auxiliary, participle), "passive")


def _splits(reading: Reading) -> Iterator[Mark]:
    candidates = [gap for gap in reading.gaps if gap.words >= SPLIT_WORDS and gap.kind != "predicate"]
    frame = max((gap.words for gap in candidates if gap.kind in ("frame", "particle")), default=0)
    if not candidates or split_likelihood(reading) < (SPLIT_OF_VERB if frame >= 8 else SPLIT):
        return
    order = ("particle", "frame", "clause", "whole", "subject", "noun")
    widest: Gap = min(candidates, key=lambda gap: (order.index(gap.kind), -gap.words))
    yield _span(
        reading,
        widest.first,
        widest.last,
        "tangconstructie",
        first=reading.tokens[widest.first].text,
        last=reading.tokens[widest.last].text,
        words=widest.words,
    )


def _prepositions(reading: Reading) -> Iterator[Mark]:
    places = [at for at, word in enumerate(reading.words) if word is not None and word.kind == "prep"]
    for number in range(len(places) - PREPOSITIONS + 1):
        first, last = places[number], places[number + PREPOSITIONS - 1]
        if last - first < PREPOSITION_WINDOW and not any(
            reading.tokens[at].text in ",;:." for at in range(first, last)
        ):
            end = min(last + 2, len(reading.tokens) - 1)
            while reading.tokens[end].kind == "sign" and end > last:
                end -= 1
            yield _span(reading, first, end, "prepositions", words=PREPOSITIONS)
            return


def _nominalisations(reading: Reading, language: str, taken: set[int]) -> Iterator[Mark]:
    words = reading.words
    of = "van" if language == "nl" else "of"
    for at in range(1, len(words) - 1):
        word, before, after = words[at], words[at - 1], words[at + 1]
        if word is None or before is None or after is None or after.form != of or at in taken:
            continue
        hides = (before.form == "het" and word.infinitive) if language == "nl" else False
        if before.form in ("de", "het", "the") and word.noun_of_verb and word.letters > 8:
            hides = True
        if hides:
            yield _span(reading, at - 1, at + 1, "nominalisation")


def _negatives(reading: Reading, language: str) -> Iterator[Mark]:
    words = reading.words
    places = [at for at, word in enumerate(words) if word is not None and word.kind == "neg"]
    for first, last in pairwise(places):
        between = reading.tokens[first + 1 : last]
        if last - first <= 5 and not any(
            token.kind == "sign" or token.lower in _NEW_START for token in between
        ):
            yield _span(reading, first, last, "double_negative")
            return
    negative = ("on",) if language == "nl" else ("un", "in", "im")
    for at in places:
        following = words[at + 1] if at + 1 < len(words) else None
        if following is None or not following.content or following.letters < 7:
            continue
        if words[at] is not None and reading.tokens[at].lower in ("niet", "not"):
            rest = following.form[2:]
            known = following.form.startswith(negative) and following.form.endswith(_ADJECTIVE_ENDS[language])
            if known and rest not in _NO_OPPOSITE:
                yield _span(reading, at, at + 1, "double_negative")


_NEW_START = frozenset(["maar", "en", "of", "want", "dat", "die", "but", "and", "or", "that"])
_ADJECTIVE_ENDS = {
    "nl": (
        "lijk",
        "lijke",
        "baar",
        "bare",
        "ig",
        "ige",
        "waar",
        "bekend",
        "woon",
        "wone",
        "gewoon",
        "voldoende",
    ),
    "en": ("able", "ible", "al", "ful", "ent", "ant", "common", "usual", "known", "fair"),
}
_NO_OPPOSITE = frozenset(
    ["derlijk", "middellijk", "telijk", "telligent", "ternational", "ternal", "dividual", "portant", "itial"]
)


def _signs(reading: Reading, taken: set[int]) -> Iterator[Mark]:
    tokens = reading.tokens
    for at, token in enumerate(tokens):
        if token.kind == "short" and at not in taken and len(token.text) > 3:
            yield _span(reading, at, at, "abbreviation")
        elif token.text == "(" and at + 1 < len(tokens):
            closing = next(
                (to for to in range(at + 1, min(at + 40, len(tokens))) if tokens[to].text == ")"), at
            )
            yield _span(reading, at, closing, "brackets")
        elif token.text == "/" and _between_words(reading, at):
            yield _span(reading, at - 1, at + 1, "brackets")


def _between_words(reading: Reading, at: int) -> bool:
    around = reading.tokens[max(at - 1, 0) : at + 2]
    return len(around) == 3 and around[0].kind == around[2].kind == "word"


def address_mark(readings: list[tuple[int, Reading]]) -> Mark | None:
    """The mark of a text that names nobody; None when it does, or when it is short."""
    words = sum(reading.length for _, reading in readings)
    if words < MANY_WORDS_WITHOUT_PEOPLE or len(readings) < 3:
        return None
    if any(reading.counts[name] for _, reading in readings for name in PEOPLE):
        return None
    start, first = readings[0]
    return Mark(start, start + len(first.text), "address", first.text)
