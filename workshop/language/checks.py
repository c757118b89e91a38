"""The language helper for who is writing: what is hard to read in a text, and why. It keeps nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from gevent.lock import BoundedSemaphore

from workshop.core.text import seen_places, visible
from workshop.i18n import translate
from workshop.language import BECAUSE, LANGUAGES, Agreed, Insertion, Mark, score, sentence_scores
from workshop.threads import run_in_thread

EASY, HARD = -5.0, 1.0
"""Below the one a sentence is easy to read, above the other it is hard."""
MOST_REASONS = 3

_one_at_a_time = BoundedSemaphore(1)


def warm_up() -> None:
    """Load the words of every language, in a thread of its own: the first who writes does not wait."""
    for language in LANGUAGES:
        with _one_at_a_time:
            run_in_thread(score, "", language)


def checks(
    texts: list[str],
    language: str,
    accepted: Collection[str],
    shown: str,
    agreed: Collection[Agreed] = (),
) -> list[dict[str, Any]]:
    """Return what is hard in each text. Works in a thread of its own, for one at a time.

    Args:
        texts: what somebody writes.
        language: in which language; one that nobody helps with gets no marks.
        accepted: words that the community said are fine.
        shown: the language in which the reasons are given.
        agreed: words for which the community has words of its own.
    """
    found = []
    for text in texts:
        # Everybody else's turn comes between two texts.
        with _one_at_a_time:
            found.append(run_in_thread(check, text, language, accepted, shown, agreed))
    return found


def check(
    text: str, language: str, accepted: Collection[str], shown: str, agreed: Collection[Agreed] = ()
) -> dict[str, Any]:
    """Return how hard one text is, its sentences and its marks; places count as in JavaScript."""
    if language not in LANGUAGES:
        return {"difficulty": None, "sentences": [], "marks": []}
    kept = [*seen_places(text), len(text)]
    given, text = text, visible(text)
    whole = score(text, language, accepted, agreed)
    counted = _places(given)

    def at(place: int) -> int:
        return counted(kept[place])

    sentences = [
        {
            "start": at(one.start),
            "end": at(one.end),
            "difficulty": one.difficulty,
            "level": _level(one.difficulty),
            "because": because(text[one.start : one.end], language, shown) if one.difficulty > HARD else [],
        }
        for one in sentence_scores(text, language)
    ]

    def original(start: int, end: int) -> str:
        """The words as they were given, with the signs that nobody sees."""
        return given[kept[start] : kept[end]]

    marks = [_mark(mark, original, at, shown) for mark in whole.marks]
    return {"difficulty": whole.difficulty, "sentences": sentences, "marks": marks}


def because(text: str, language: str, shown: str) -> list[str]:
    """Return what makes a text hard to read, in plain words, the strongest first."""
    said = [translate(BECAUSE[name], shown) for name in score(text, language).because]
    return list(dict.fromkeys(said))[:MOST_REASONS]


def _level(difficulty: float) -> str:
    return "easy" if difficulty < EASY else "hard" if difficulty > HARD else "middle"


Original = Callable[[int, int], str]


def _mark(mark: Mark, original: Original, at: Callable[[int], int], shown: str) -> dict[str, Any]:
    return {
        "start": at(mark.start),
        "end": at(mark.end),
        "kind": mark.kind,
        "text": original(mark.start, mark.end) if mark.text else "",
        "reason": mark.reason(shown),
        "proposals": mark.proposals,
        "insertions": [_insertion(change, original, at) for change in mark.insertions],
        "key": mark.key,
    }


def _insertion(change: Insertion, original: Original, at: Callable[[int], int]) -> dict[str, Any]:
    """The change with the whole new sentence: what stays before it, the new words, what stays after it."""
    return {
        "start": at(change.start),
        "end": at(change.end),
        "old": original(change.start, change.end),
        "text": change.text,
        "before": change.before,
        "after": change.after,
    }


def _places(text: str) -> Callable[[int], int]:
    """Return how to count a place as JavaScript does: a sign outside the basic plane counts as two."""
    if not text or max(text) <= "\uffff":
        return int
    counted = [0]
    for sign in text:
        counted.append(counted[-1] + (2 if sign > "\uffff" else 1))
    return counted.__getitem__
