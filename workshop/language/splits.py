"""Finds the *tangconstructie*: two words that belong together with many words between them.

Without a parser this is a guess from the outside: where the verb with a subject stands, where its
participle, infinitive or particle stands, where a subordinate clause opens and closes, where the subject of
the sentence is. `gaps` measures those distances; `workshop.language.model` weighs them.
"""

from __future__ import annotations

from dataclasses import dataclass

from workshop.language.dutch import PARTICLES
from workshop.language.passive import is_verb_zijn
from workshop.language.reading import Token
from workshop.language.words import Word

REACH = 60
"""How many words on is looked for what belongs to a word."""

_HARD = frozenset(".;:!?…")
_OPENING = frozenset("([{")
_CLOSING = frozenset(")]}")
_NO_SUBJECT = frozenset({"prep", "adv", "sub", "coord", "neg"})


@dataclass(slots=True)
class Gap:
    """Two places in a sentence (indexes into its tokens) that belong together, and the words between."""

    kind: str
    first: int
    last: int
    words: int


@dataclass(slots=True)
class _Row:
    """The words of a sentence without its signs."""

    words: list[Word]
    at: list[int]
    """Where each word is among the tokens."""
    before: list[str]
    """The signs before each word, and after the last."""
    finite: list[bool]
    verbal: list[bool]


def _row(tokens: list[Token], words: list[Word | None]) -> _Row:
    row = _Row([], [], [], [], [])
    signs = ""
    for place, word in enumerate(words):
        if word is None:
            if tokens[place].kind == "sign":
                signs += tokens[place].text
                continue
            word = _NUMBER
        row.words.append(word)
        row.at.append(place)
        row.before.append(signs)
        zijn = word.form == "zijn" and not is_verb_zijn(words, place)
        row.finite.append(word.finite and not zijn)
        row.verbal.append(not zijn and (word.finite or word.participle or word.infinitive))
        signs = ""
    row.before.append(signs + ".")
    return row


_NUMBER = Word("0", 5.0, 5.0, 1, 1, "num", False, False)


def gaps(tokens: list[Token], words: list[Word | None]) -> list[Gap]:
    """The distances in a Dutch sentence between words that belong together, as far as they can be guessed."""
    row = _row(tokens, words)
    found: list[Gap] = []
    count = len(row.words)
    if count < 4:
        return found
    main = _main_verb(row)
    for at in range(count):
        word = row.words[at]
        if row.finite[at] and word.kind != "":
            _add(found, row, "frame", at, _closing_verb(row, at))
        if row.finite[at] and word.kind in ("", "modal"):
            _add(found, row, "particle", at, _particle(row, at))
        if word.kind == "sub" or word.form in ("die", "dat", "om"):
            _add(found, row, "clause", at, _clause_end(row, at))
        if word.kind == "det":
            _add(found, row, "noun", at, _noun(row, at))
    if main is not None:
        subject = _subject(row, main)
        if subject is not None:
            _add(found, row, "subject", subject, main)
            closing = _closing_verb(row, main)
            _add(found, row, "whole", subject, closing)
            if row.words[main].kind == "be" and closing is None:
                _add(found, row, "predicate", subject, _predicate(row, main))
    return found


def _add(found: list[Gap], row: _Row, kind: str, first: int, last: int | None) -> None:
    if last is not None and last - first > 1:
        found.append(Gap(kind, row.at[first], row.at[last], last - first - 1))


def _stops(row: _Row, at: int) -> bool:
    """Whether the clause cannot go on beyond the word at a place."""
    return any(sign in _HARD for sign in row.before[at])


def _main_verb(row: _Row) -> int | None:
    """The verb of the main clause: the first with a subject that no subordinate clause claims."""
    inside = row.words[0].kind == "sub"
    bracket = 0
    for at, word in enumerate(row.words):
        for sign in row.before[at]:
            bracket += (sign in _OPENING) - (sign in _CLOSING)
        if bracket > 0:
            continue
        if (at and "," in row.before[at] and (word.kind == "sub" or word.form in ("die", "dat"))) or (
            at and word.kind == "sub" and word.form not in ("dat", "als")
        ):
            inside = True
        if row.finite[at]:
            if inside:
                if at + 1 >= len(row.words) or "," in row.before[at + 1] or row.finite[at + 1]:
                    inside = False
                continue
            return at
    return None


def _subject(row: _Row, main: int) -> int | None:
    """The head of what stands before the main verb, when that can be its subject."""
    if main == 0 or row.words[0].kind in _NO_SUBJECT:
        return None
    at = 0
    while (
        at < main
        and row.words[at].kind in ("det", "num", "we", "you")
        and row.words[at].form not in ("dit", "dat", "we", "wij", "je", "u", "jullie")
    ):
        at += 1
    while at + 1 < main and row.words[at].content and row.words[at + 1].content and not row.before[at + 1]:
        if row.words[at].form[:1] and row.words[at + 1].zipf < 3.0:
            break
        at += 1
    return min(at, main - 1)


def _closing_verb(row: _Row, at: int) -> int | None:
    """The last participle or infinitive that goes with the verb at a place."""
    best = None
    comma = 0
    for place in range(at + 1, min(at + REACH, len(row.words))):
        if _stops(row, place):
            break
        word = row.words[place]
        if "," in row.before[place]:
            comma += 1
        if word.participle or word.infinitive:
            closed = _closes(row, place)
            if closed and (best is None or place - best <= 2 or comma):
                best = place
                if not comma or word.participle:
                    following = row.words[place + 1] if place + 1 < len(row.words) else None
                    if following is None or not (following.participle or following.infinitive):
                        break
        elif (comma and row.finite[place] and word.kind and best is not None) or (
            word.kind in ("coord", "sub") and best is not None
        ):
            break
    return best


def _closes(row: _Row, place: int) -> bool:
    """Whether a verb can be the end of its clause: no noun comes right after it."""
    if place + 1 >= len(row.words) or row.before[place + 1]:
        return True
    following = row.words[place + 1]
    return (
        bool(following.kind and following.kind != "det")
        or row.verbal[place + 1]
        or not row.words[place].participle
    )


def _particle(row: _Row, at: int) -> int | None:
    """The particle of a separable verb: "richtte … op"."""
    for place in range(at + 1, min(at + REACH, len(row.words))):
        if _stops(row, place):
            return None
        if row.words[place].form in PARTICLES and place > at + 1:
            ends = place + 1 >= len(row.words) or bool(row.before[place + 1])
            following = None if ends else row.words[place + 1]
            if ends or (following is not None and following.kind in ("coord", "sub", "prep")):
                return place
        if "," in row.before[place] and row.finite[place]:
            return None
    return None


def _clause_end(row: _Row, at: int) -> int | None:
    """The verb that closes the clause which opens at a place."""
    best = None
    for place in range(at + 1, min(at + REACH, len(row.words))):
        if _stops(row, place):
            break
        if "," in row.before[place] and best is not None:
            break
        if row.verbal[place]:
            best = place
            if row.finite[place] and _opens_anew(row, place + 1):
                break
    return best


def _opens_anew(row: _Row, place: int) -> bool:
    """Whether another part of the sentence starts at a place."""
    if place >= len(row.words) or row.verbal[place]:
        return False
    return bool(row.before[place]) or row.words[place].kind in ("coord", "sub", "prep", "modal")


def _noun(row: _Row, at: int) -> int | None:
    """The noun of an article: the last word of its group."""
    place = at + 1
    while place < len(row.words) and not row.before[place] and place - at < 12:
        word = row.words[place]
        if word.content and (
            place + 1 >= len(row.words) or row.before[place + 1] or not row.words[place + 1].content
        ):
            return place
        if not word.content and word.kind not in ("adv", "num", "prep", "det"):
            return None
        place += 1
    return None


def _predicate(row: _Row, main: int) -> int | None:
    """The noun or adjective that "is" says of its subject."""
    for place in range(main + 1, min(main + REACH, len(row.words))):
        if _stops(row, place) or "," in row.before[place]:
            return None
        word = row.words[place]
        if word.content and (
            place + 1 >= len(row.words) or row.before[place + 1] or not row.words[place + 1].content
        ):
            return place
        if word.kind == "prep":
            return None
    return None
