"""The lists of formal words, jargon, abbreviations and words about people; finds them in a text."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from workshop.language.dutch import is_infinitive
from workshop.language.dutch_forms import adjective_e, forms_of, plural
from workshop.language.english_forms import forms_of as forms_of_english
from workshop.language.frequency import frequencies

DATA = Path(__file__).resolve().parent / "data"


@dataclass(frozen=True, slots=True)
class Entry:
    """One word or phrase of a list, with what may be said instead."""

    word: str
    sort: str
    """v, n, a or b (never changes), for a single word; p for a phrase."""
    simpler: tuple[str, ...]
    listed: str
    """formal, own, jargon, deficit, abbreviation or office."""
    rewrite: bool = False
    """Whether the sentence needs another word order when this is replaced."""


@dataclass(frozen=True, slots=True)
class Found:
    """An entry in a sentence: the first and last of its words, and the form in which it stands there."""

    first: int
    last: int
    entry: Entry
    form: str


class Lists:
    """Lists of one language, ready to look up words and phrases.

    Args:
        language: "nl" or "en".
        office: the words of offices only, which are marked but not counted; by default all that are counted.
    """

    def __init__(self, language: str, office: bool = False) -> None:
        self.language = language
        self.single: dict[str, list[tuple[Entry, str]]] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for entry in _office(language) if office else _entries(language):
            self._add(entry)
        for phrases in self.phrases.values():
            phrases.sort(key=lambda item: -len(item[0]))
        self.starts = frozenset(self.single) | frozenset(self.phrases)

    def _add(self, entry: Entry) -> None:
        if entry.sort != "p":
            inflected = forms_of if self.language == "nl" else forms_of_english
            for form, name in inflected(entry.word, entry.sort).items():
                self.single.setdefault(form, []).append((entry, name))
            return
        forms = _phrase_forms(entry.word, self.language)
        for words in [tuple(entry.word.split())] if entry.listed == "office" else forms:
            self.phrases.setdefault(words[0], []).append((words, entry))

    def find(self, words: list[str]) -> Iterator[Found]:
        """Every entry in a row of words in lower case; a phrase before the words in it."""
        after = 0
        starts = self.starts
        for at in [at for at, word in enumerate(words) if word in starts]:
            if at < after:
                continue
            word = words[at]
            for phrase, entry in self.phrases.get(word, ()):
                if tuple(words[at : at + len(phrase)]) == phrase:
                    after = at + len(phrase)
                    yield Found(at, after - 1, entry, "base")
                    break
            else:
                single = self.single.get(word)
                if single:
                    yield Found(at, at, *single[0])


def _phrase_forms(phrase: str, language: str) -> Iterator[tuple[str, ...]]:
    """A phrase as it may stand in a text: adjectives and nouns also with an ending, without its verb."""
    words = tuple(phrase.split())
    yield words
    if language != "nl":
        yield (*words[:-1], words[-1] + "s")
        return
    last = words[-1]
    if len(words) > 1 and last in _VERBS:
        if len(words) > 2 or words[0] in _ENOUGH:
            yield words[:-1]
        return
    yield (*words[:-1], plural(last))
    if len(words) == 2:
        yield (adjective_e(words[0]), last)
        yield (adjective_e(words[0]), plural(last))


_VERBS = frozenset(
    [
        "zijn",
        "nemen",
        "stellen",
        "gaan",
        "vinden",
        "toekomen",
        "scheppen",
        "betuigen",
        "geven",
        "brengen",
        "maken",
        "houden",
    ]
)
_ENOUGH = frozenset(["voornemens", "werkzaam", "woonachtig", "zich"]) - {"zich"}


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _options(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip() and not part.startswith("("))


def _entries(language: str) -> Iterator[Entry]:
    own = {row["word"]: row for row in _rows(f"own_{language}.tsv")}
    sorts = {row["word"]: row["sort"] for row in _rows(f"sorts_{language}.tsv")}
    for name, listed in (("jargon", "jargon"), ("deficit", "deficit"), ("abbreviations", "abbreviation")):
        for row in _rows(f"{name}_{language}.tsv"):
            for word in row["word"].split("|"):
                if listed == "abbreviation" and word.count(".") == 1:
                    word = word.rstrip(".")  # "enz." is read as a word and a full stop
                yield Entry(
                    word, sort_of(word, row.get("sort") or "", language), _options(row["simpler"]), listed
                )
    official = set()
    for row in _rows(f"simpler_{language}.tsv"):
        word = row["word"].lower()
        if word in _UNFIT[language]:
            continue
        official.add(word)
        mine = own.get(word)
        simpler = _options(row["simpler"])
        if mine:
            first = _options(mine["simpler"])
            simpler = (*first, *(option for option in simpler if option not in first))
        sort = sort_of(word, sorts.get(word) or (mine["sort"] if mine else ""), language)
        yield Entry(word, sort, simpler, "formal", row["kind"] == "rewrite")
    for word, row in own.items():
        if word not in official:
            yield Entry(word, sort_of(word, row["sort"], language), _options(row["simpler"]), "own")


def _office(language: str) -> Iterator[Entry]:
    for row in _rows(f"office_{language}.tsv"):
        word = row["word"]
        yield Entry(word, sort_of(word, row["sort"], language), _options(row["simpler"]), "office")


_UNFIT = {
    "nl": frozenset(),
    "en": frozenset(
        {
            "for example",
            "there is",
            "there are",
            "it is",
            "address",
            "subject",
            "type",
            "function",
            "forward",
            "said, some, such",
            "this activity, command",
            "/ (slash)",
            "a and/or b",
            "vice",
            "\\_\\_\\_\\_\\_\\_etc.",
            "not later than 10 may",
            "not later than 1600",
            "benefit",
            "contains",
            "elect",
            "the use of",
            "your office",
            "remain",
            "option",
            "render",
            "desire",
            "however",
            "therefore",
            "request",
            "previous",
            "provide",
            "require",
            "reflect",
            "perform",
            "operate",
            "similar to",
        }
    ),
}


def sort_of(word: str, given: str, language: str) -> str:
    """What sort of word an entry is; a guess from its ending when the list does not say."""
    if " " in word:
        return "p"
    if given:
        return given
    if language == "en":
        return "n" if word.endswith(("ion", "ity", "ment", "ance", "ness")) else "v"
    if word.endswith("en") and is_infinitive(word, frequencies("nl")):
        return "v"
    if word.endswith(
        ("ief", "eel", "air", "ant", "ent", "uut", "lijk", "ig", "aal", "oom", "nd", "eerd", "isch")
    ):
        return "a"
    return "n" if word.endswith(_NOUN_ENDINGS) else "b"


_NOUN_ENDINGS = (
    "atie",
    "ing",
    "heid",
    "tie",
    "iteit",
    "us",
    "ose",
    "ct",
    "iek",
    "um",
    "nda",
    "ment",
    "gie",
    "orie",
    "tal",
    "gevolg",
    "merk",
    "nemen",
    "get",
    "ium",
    "pic",
    "holder",
)


@lru_cache(maxsize=2)
def lists(language: str) -> Lists:
    """The lists of a language; loaded when first asked for."""
    return Lists(language)


@lru_cache(maxsize=2)
def office(language: str) -> Lists:
    """The words of offices: marked, but not counted in the figure, whose weights were fitted without them."""
    return Lists(language, office=True)
