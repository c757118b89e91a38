"""What is hard in a text, where, why, and what might be said instead.

A mark only proposes. Its reason is an English message with placeholders, shown in the reader's language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from workshop.language import structure
from workshop.language.counting import Reading
from workshop.language.mark import ONCE_A_TEXT, Mark, span
from workshop.language.model import split_likelihood
from workshop.language.splices import splices
from workshop.language.splits import Gap
from workshop.language.word_marks import word_marks

LONG_SENTENCE = 20
"""Words in a sentence that is not yet long."""
SPLIT = 0.5
SPLIT_OF_VERB = 0.4
"""How likely a split must be to be marked; less when the two parts of the verb were found far apart."""
SPLIT_WORDS = 8
PREPOSITIONS = 4
BETWEEN_PREPOSITIONS = 4
"""Words from one preposition to the next in a pile of them."""
MANY_WORDS_WITHOUT_PEOPLE = 45
PEOPLE = ("we", "you", "name")


def sentence_marks(reading: Reading, language: str) -> list[Mark]:
    """The marks of one sentence, by place."""
    if 2 * reading.counts["foreign"] > reading.counts["words"]:
        return []
    marks = word_marks(reading, language)
    marks += _whole(reading)
    marks += _passives(reading)
    if language == "nl":
        marks += _splits(reading)
        marks += (span(reading, first, last, "splice") for first, last in splices(reading))
    marks += _prepositions(reading)
    marks += _negatives(reading, language)
    marks += _signs(reading)
    marks = [mark for mark in marks if mark.kind != "rare" or not _inside(mark, marks, "double_negative")]
    marks += (
        span(reading, first, last, "list", words=words)
        for first, last, words in structure.enumerations(reading)
    )
    return sorted(marks, key=lambda mark: (mark.start, -mark.end))


def _inside(mark: Mark, marks: list[Mark], kind: str) -> bool:
    return any(other.kind == kind and other.start <= mark.start < other.end for other in marks)


# ------------------------------------------------------------------------------ sentences


def _whole(reading: Reading) -> Iterator[Mark]:
    if reading.length > LONG_SENTENCE:
        yield Mark(0, len(reading.text), "long", reading.text, details={"words": reading.length})


def _passives(reading: Reading) -> Iterator[Mark]:
    for auxiliary, participle in reading.passives:
        yield span(reading, min(auxiliary, participle), max(auxiliary, participle), "passive")


def _splits(reading: Reading) -> Iterator[Mark]:
    candidates = [
        gap
        for gap in reading.gaps
        if gap.words >= SPLIT_WORDS and gap.kind != "predicate" and _in_one_clause(reading, gap)
    ]
    frame = max((gap.words for gap in candidates if gap.kind in ("frame", "particle")), default=0)
    if not candidates or split_likelihood(reading) < (SPLIT_OF_VERB if frame >= 8 else SPLIT):
        return
    order = ("particle", "frame", "clause", "whole", "subject", "noun")
    widest: Gap = min(candidates, key=lambda gap: (order.index(gap.kind), -gap.words))
    yield span(
        reading,
        widest.first,
        widest.last,
        "tangconstructie",
        first=reading.tokens[widest.first].text,
        last=reading.tokens[widest.last].text,
        words=widest.words,
    )


def _in_one_clause(reading: Reading, gap: Gap) -> bool:
    """Whether two words are in the same clause: others between them must open and close again."""
    tokens, words = reading.tokens, reading.words
    following = tokens[gap.last + 1].lower if gap.last + 1 < len(tokens) else ""
    after = words[gap.last + 1] if gap.last + 1 < len(words) else None
    if gap.kind == "particle" and after is not None and after.kind in ("sub", "det", "prep", "pron"):
        return False
    if tokens[gap.last].lower == "om" or following == "te" or tokens[gap.last - 1].lower == "te":
        # Who "vraagt … in te vullen" has two clauses.
        return False
    if gap.kind != "particle" and not _closing_verb(reading, gap):
        return False
    commas = [at for at in range(gap.first + 1, gap.last) if tokens[at].text in ",;:"]
    if any(tokens[at].text != "," for at in commas):
        return False
    if commas:
        opened = words[commas[0] + 1]
        relative = opened is not None and (opened.kind == "sub" or opened.form in ("die", "dat"))
        if not relative or len(commas) < 2:
            return False
    inside = range(commas[-1] + 1 if commas else gap.first + 1, gap.last)
    return not any(_opens_another(reading, at, gap.last) for at in inside)


def _closing_verb(reading: Reading, gap: Gap) -> bool:
    """Whether the last of two words is a verb that goes with the first: "voorgenomen besluiten" is none."""
    first, last, before = reading.words[gap.first], reading.words[gap.last], reading.words[gap.last - 1]
    if first is None or last is None or before is None:
        return False
    if not last.participle and last.infinitive and first.kind in ("be", "have", "become"):
        return False
    near = [word for word in reading.words[gap.last - 2 : gap.last] if word is not None]
    if any(word.kind == "coord" for word in near) or before.form in ("zoals", "ook"):
        return False
    noun_group = before.kind in ("det", "prep") or (before.content and before.form.endswith("e"))
    return not (noun_group and last.infinitive)


def _opens_another(reading: Reading, at: int, last: int) -> bool:
    """Whether another clause opens inside: "dat", "om te", or "en" with a verb of its own."""
    word = reading.words[at]
    if word is None:
        return False
    if word.kind == "sub" or word.form in ("om", "dat", "zonder"):
        return True
    before = reading.words[at - 1] if at else None
    if word.form == "die" and before is not None and before.content and not before.finite:
        return True
    following = [one for one in reading.words[at + 1 : last] if one is not None]
    return word.kind == "coord" and any(one.finite for one in following)


_ENDS_PILE = frozenset(["coord", "sub", "neg", "pron"])


def _prepositions(reading: Reading) -> Iterator[Mark]:
    """Four groups with a preposition on end, with no verb and no sign between them."""
    run: list[int] = []
    for at, word in enumerate(reading.words):
        if word is None or word.finite or word.infinitive or word.kind in _ENDS_PILE or word.form == "om":
            run = []
        elif word.kind == "prep":
            run = [*run, at] if run and 2 <= at - run[-1] <= BETWEEN_PREPOSITIONS else [at]
            if len(run) == PREPOSITIONS:
                last = at
                while last + 1 < len(reading.words) and last < at + 3 and _goes_on(reading, last + 1):
                    last += 1
                yield span(reading, run[0], last, "prepositions", words=PREPOSITIONS)
                return


def _goes_on(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return word is not None and (word.kind == "det" or (word.content and not word.finite))


def _negatives(reading: Reading, language: str) -> Iterator[Mark]:
    words = reading.words
    places = [at for at, word in enumerate(words) if word is not None and word.kind == "neg"]
    for first, last in pairwise(places):
        between = reading.tokens[first + 1 : last]
        if last - first <= 5 and not any(
            token.kind == "sign" or token.lower in _NEW_START for token in between
        ):
            yield span(reading, first, last, "double_negative")
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
                yield span(reading, at, at + 1, "double_negative")


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


def _signs(reading: Reading) -> Iterator[Mark]:
    tokens = reading.tokens
    for at, token in enumerate(tokens):
        if token.text == "(" and at + 1 < len(tokens):
            closing = next(
                (to for to in range(at + 1, min(at + 40, len(tokens))) if tokens[to].text == ")"), at
            )
            # One word, a number or an abbreviation in brackets stops nobody.
            if closing == at or closing - at > 2:
                yield span(reading, at, closing, "brackets")
        elif (
            token.text == "/"
            and _between_words(reading, at)
            and tokens[at - 1].end - tokens[at - 1].start > 1
        ):
            yield span(reading, at - 1, at + 1, "brackets")


def _between_words(reading: Reading, at: int) -> bool:
    around = reading.tokens[max(at - 1, 0) : at + 2]
    return len(around) == 3 and around[0].kind == around[2].kind == "word" and len(around[0].text) > 1


# ------------------------------------------------------------------------------ the whole text


def text_marks(text: str, readings: list[tuple[int, Reading]], language: str) -> Iterator[Mark]:
    """The marks that no sentence has by itself."""
    nobody = _address(readings)
    if nobody is not None:
        yield nobody
    for start, end, words in structure.long_paragraphs(text):
        yield Mark(start, end, "paragraph", text[start:end], details={"words": words})
    late = structure.late_point(text) if language == "nl" else None
    if late is not None:
        yield Mark(*late, "late", text[slice(*late)])


def once(marks: Iterable[Mark], text: str) -> list[Mark]:
    """Marks without those that say again what an earlier one said, or that the text itself explains."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for mark in marks:
        if mark.kind in ONCE_A_TEXT:
            if mark.subject in seen or (mark.kind == "abbreviation" and _explained(mark, text)):
                continue
            seen.add(mark.subject)
        kept.append(mark)
    return kept


def _explained(mark: Mark, text: str) -> bool:
    """Whether a text writes an abbreviation out: "Centrum voor Jeugd (CVJ)", "CVJ (Centrum …)"."""
    before, after = text[max(mark.start - 90, 0) : mark.start], text[mark.end : mark.end + 60].lstrip()
    if f"({mark.text})" in text[: mark.end + 1]:
        return True
    if after.startswith(("(", ", het ", ", de ")) and len(after.split()) > 1:
        return True
    return before.rstrip().endswith(("ofwel", "oftewel", "afgekort", "afkorting"))


def _address(readings: list[tuple[int, Reading]]) -> Mark | None:
    """The mark of a text that names nobody; None when it does, or when it is short."""
    words = sum(reading.length for _, reading in readings)
    if words < MANY_WORDS_WITHOUT_PEOPLE or len(readings) < 3:
        return None
    if any(reading.counts[name] for _, reading in readings for name in PEOPLE):
        return None
    start, first = readings[0]
    return Mark(start, start + len(first.text), "address", first.text)
