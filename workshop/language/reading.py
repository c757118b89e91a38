"""Cuts a text into sentences and words, in one pass whose time grows with the length of the text only.

Nothing here can fail on a text: whatever is no word is a sign, and what is too long is cut off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MAX_TEXT = 400_000
"""Characters that are looked at; the rest of a longer text is left alone."""
MAX_TOKENS = 400
"""Words and signs in one sentence; what runs on without an end is cut there."""
MAX_WORD = 60
"""Letters of what may still be a word."""

_TOKEN = re.compile(
    r"""
    (?P<url>(?:https?://|www\.)\S{1,2000})
  | (?P<short>(?:[^\W\d_]\.){2,12}(?!\w)|(?:[^\W\d_]\.){2,12})
  | (?P<number>\d+(?:[.,:]\d+)*(?:e|ste|de|th|st|nd|rd)?(?![^\W_]))
  | (?P<word>[^\W_][\w\u0300-\u036f]*(?:[-'’@&][^\W_][\w\u0300-\u036f]*)*)
  | (?P<line>\n\s*)
  | (?P<sign>[^\w\s]|_)
    """,
    re.VERBOSE,
)
_END = frozenset(".!?…。؟")
_CLOSE = frozenset("\"'”’»)]")
_OPEN = frozenset("\"'“‘«([-–—•*#¿")

_ABBREVIATIONS = frozenset(
    [
        "afd",
        "art",
        "bijv",
        "bv",
        "ca",
        "dhr",
        "dr",
        "drs",
        "d.w.z",
        "enz",
        "etc",
        "evt",
        "excl",
        "fam",
        "incl",
        "ing",
        "ir",
        "jl",
        "jr",
        "max",
        "mej",
        "mevr",
        "min",
        "mr",
        "mw",
        "nr",
        "nrs",
        "o.a",
        "pag",
        "par",
        "prof",
        "resp",
        "sr",
        "st",
        "tel",
        "t.a.v",
        "vlg",
        "vgl",
        "vs",
        "wo",
        "zgn",
        "approx",
        "dept",
        "e.g",
        "est",
        "fig",
        "gen",
        "gov",
        "i.e",
        "inc",
        "ltd",
        "mrs",
        "ms",
        "no",
        "rev",
        "sen",
        "sgt",
        "vol",
        "capt",
        "col",
        "lt",
        "jan",
        "feb",
        "mrt",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "okt",
        "oct",
        "nov",
        "dec",
    ]
)


@dataclass(slots=True)
class Token:
    """A word, a number or a sign, with its place in the text."""

    text: str
    lower: str
    start: int
    end: int
    kind: str
    """word, number, short (an abbreviation with full stops), url or sign."""


@dataclass(slots=True)
class Sentence:
    """One sentence: where it is, and its words and signs in order."""

    start: int
    end: int
    tokens: list[Token]


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text, in order; a new line that starts a sentence or an item ends the one before.

    Args:
        text: any text at all. Only the first MAX_TEXT characters are looked at.
    """
    part = text[:MAX_TEXT]
    tokens: list[Token] = []
    ended = False
    for match in _TOKEN.finditer(part):
        kind = match.lastgroup or "sign"
        found = match.group()
        if kind == "line":
            if tokens and (ended or found.count("\n") > 1 or _starts_anew(part, match.end())):
                yield _sentence(tokens)
                tokens, ended = [], False
            continue
        start = match.start()
        if (ended and start > tokens[-1].end and _may_start(found)) or len(tokens) >= MAX_TOKENS:
            yield _sentence(tokens)
            tokens, ended = [], False
        token = Token(found, found.lower() if len(found) <= MAX_WORD else "", start, match.end(), kind)
        ended = _ends(tokens, token, ended)
        tokens.append(token)
    if tokens:
        yield _sentence(tokens)


def _sentence(tokens: list[Token]) -> Sentence:
    return Sentence(tokens[0].start, tokens[-1].end, tokens)


def _may_start(found: str) -> bool:
    first = found[0]
    return not first.islower() and (first.isalnum() or first in _OPEN)


def _starts_anew(text: str, at: int) -> bool:
    """Whether what comes after a new line is a new sentence: wrapped lines mostly go on in lower case."""
    return at >= len(text) or not (text[at].islower() or text[at] in ",;)")


def _ends(before: list[Token], token: Token, ended: bool) -> bool:
    if token.kind != "sign":
        return False
    if token.text in _END:
        if token.text != "." or not before:
            return True
        last = before[-1]
        initial = len(last.text) == 1 and last.text.isupper() and last.end == token.start
        return (
            last.kind != "short"
            and not initial
            and not (last.lower in _ABBREVIATIONS and last.end == token.start)
        )
    return ended and token.text in _CLOSE
