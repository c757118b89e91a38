"""Reads one sentence: its words, its passives and splits, what is on a list, and what is counted of it.

Counts of sentences add up to those of a text, so a text is as cheap as its changed sentences: readings are
remembered by the text of the sentence.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from workshop.language import dutch, english
from workshop.language.lists import Found, Lists, lists
from workshop.language.passive import passives_en, passives_nl
from workshop.language.reading import Sentence, Token, sentences
from workshop.language.splits import Gap, gaps
from workshop.language.words import Vocabulary, Word

LANGUAGES = ("nl", "en")
REMEMBERED = 4096
"""Sentences whose reading is remembered; then the memory starts anew."""
MAX_REMEMBERED = 2_000
"""Characters of a sentence that is still remembered."""

_SIGNS = {
    "(": "bracket",
    "[": "bracket",
    ",": "comma",
    "/": "slash",
    "|": "slash",
    ":": "colon",
    ";": "colon",
    "–": "dash",
    "-": "dash",
    "—": "dash",
    '"': "quote",
    "“": "quote",
    "”": "quote",
    "‘": "quote",
    "’": "quote",
    "'": "quote",
    "„": "quote",
    "?": "question",
}


@dataclass(slots=True)
class Reading:
    """One sentence, read. Places are counted from its own start."""

    text: str
    tokens: list[Token]
    words: list[Word | None]
    """For each token its word; None for a sign, a number or an abbreviation with full stops."""
    length: int
    """Words and numbers."""
    passives: list[tuple[int, int]]
    gaps: list[Gap]
    found: list[Found]
    counts: Counter[str]
    split: float | None = None
    """How likely it pulls apart what belongs together, once that has been worked out."""

    def is_name(self, at: int) -> bool:
        """Whether a word looks like a name: a capital inside the sentence."""
        return _is_name(self.tokens, at)


def _is_name(tokens: list[Token], at: int) -> bool:
    return at > 0 and tokens[at].text[:1].isupper() and tokens[at - 1].text not in _AFTER_WHICH_CAPITALS


_AFTER_WHICH_CAPITALS = frozenset('.:?!"“‘#*•-–„')


class Reader:
    """Reads sentences of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.vocabulary: Vocabulary = dutch.vocabulary() if language == "nl" else english.vocabulary()
        self.lists: Lists = lists(language)
        self._remembered: dict[str, Reading] = {}

    def read(self, text: str) -> Iterator[tuple[int, Reading]]:
        """The sentences of a text in order, each with the place where it starts."""
        for sentence in sentences(text):
            piece = text[sentence.start : sentence.end]
            reading = self._remembered.get(piece)
            if reading is None:
                reading = self._read(piece, sentence)
                if len(piece) <= MAX_REMEMBERED:
                    if len(self._remembered) >= REMEMBERED:
                        self._remembered.clear()
                    self._remembered[piece] = reading
            yield sentence.start, reading

    def _read(self, piece: str, sentence: Sentence) -> Reading:
        tokens, offset = sentence.tokens, sentence.start
        vocabulary = self.vocabulary
        words: list[Word | None] = []
        for token in tokens:
            token.start -= offset
            token.end -= offset
            words.append(vocabulary[token.lower] if token.kind == "word" else None)
        if self.language == "nl":
            passives, splits = passives_nl(tokens, words), gaps(tokens, words)
        else:
            passives, splits = passives_en(tokens, words), []
        found = list(self.lists.find([token.lower for token in tokens]))
        counts = _count(tokens, words)
        for at, _ in passives:
            auxiliary = words[at]
            counts["passive_be" if auxiliary is not None and auxiliary.kind == "be" else "passive"] += 1
        for item in found:
            counts["list_" + item.entry.listed] += 1
        _count_splits(counts, splits)
        length = int(counts["words"] + counts["number"] + counts["short"])
        return Reading(piece, tokens, words, length, passives, splits, found, counts)


def _count(tokens: list[Token], words: list[Word | None]) -> Counter[str]:
    counts: Counter[str] = Counter()
    tags: list[str] = []
    total = content = shown = 0
    syllables = letters = 0
    zipf_all = zipf = easiest = 0.0
    shown_easiest: list[float] = []
    for at, word in enumerate(words):
        if word is None:
            token = tokens[at]
            tags.append(_SIGNS.get(token.text, "sign") if token.kind == "sign" else token.kind)
            continue
        total += 1
        syllables += word.syllables
        letters += word.letters
        zipf_all += word.zipf if word.latin else 4.0
        tags.extend(word.tags)
        capital = tokens[at].text[:1].isupper()
        if capital and word.letters > 1 and tokens[at].text.isupper():
            tags.append("capitals")
        if word.content:
            content += 1
            if capital and _is_name(tokens, at):
                tags.append("name")
                continue
            shown += 1
            zipf += word.zipf
            top = word.easiest
            easiest += top
            shown_easiest.append(top)
            if top < 4.5:
                tags.append("below_45")
                if top < 4.0:
                    tags.append("below_40")
                    if top < 3.0:
                        tags.append("below_30")
    counts.update(tags)
    counts.update(words=total, syllables=syllables, letters=letters, shown=shown, sentences=1)
    _add_rarity(counts, shown_easiest)
    _add(counts, zipf_all=zipf_all, zipf=zipf, easiest=easiest)
    return counts


def _add_rarity(counts: Counter[str], values: list[float]) -> None:
    """Add how far the words of a sentence are from common ones, given their Zipf values."""
    lack50 = sum([5.0 - value for value in values if value < 5.0])
    lack45 = sum([4.5 - value for value in values if value < 4.5])
    rarest = sorted(values)[:3] or [5.0]
    _add(
        counts,
        lack50=lack50,
        lack45=lack45,
        lack40=sum([4.0 - value for value in values if value < 4.0]),
        log_lack50=math.log1p(lack50),
        log_lack45=math.log1p(lack45),
        rarest=sum(rarest) / len(rarest),
    )


def _add(counts: Counter[str], **values: float) -> None:
    for name, value in values.items():
        counts[name] += value  # type: ignore[assignment]


def _count_splits(counts: Counter[str], splits: list[Gap]) -> None:
    longest: dict[str, int] = {}
    for gap in splits:
        if gap.words > longest.get(gap.kind, 0):
            longest[gap.kind] = gap.words
    most = max(longest.values(), default=0)
    _add(counts, gap=math.log1p(most))
    if most >= 6:
        counts["wide_gap"] += 1


@lru_cache(maxsize=2)
def reader(language: str) -> Reader:
    """The reader of a language; it loads its words when first asked for.

    Raises:
        ValueError: for another language than Dutch and English.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no plain-language help for {language!r}")
    return Reader(language)
