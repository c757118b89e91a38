"""What may be private in a text: a phone number, an address, an e-mail address, a child's name.

It would rather miss something than point at a place, a day or a number that everybody may know. The
patterns and lists are in private.json; the browser has the same rules (static/src/core/private).
"""

from __future__ import annotations

import json
import re
from bisect import bisect
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

Kind = Literal["email", "phone", "address", "name"]

MAX_LOOK_BACK = 60
"""So many signs before a name say what it is the name of."""
MAX_GAP = 2
"""So many signs may stand between a street and its postcode: they are one address."""


class Private(NamedTuple):
    """Something in a text that may be private; `sure`: the words beside a name say that it is a child's."""

    kind: Kind
    start: int
    end: int
    sure: bool = True


class _Rules(NamedTuple):
    patterns: tuple[tuple[Kind, re.Pattern[str]], ...]
    names: Mapping[str, re.Pattern[str]]
    known: frozenset[str]
    also_words: frozenset[str]
    not_names: frozenset[str]


@cache
def _rules() -> _Rules:
    source: dict[str, Any] = json.loads(Path(__file__).with_name("private.json").read_text("utf-8"))
    letters, names = source["letters"], source["names"]
    tokens = {
        "{U}": letters["upper"],
        "{l}": letters["lower"] + letters["marks"],
        "{L}": letters["upper"] + letters["lower"] + letters["marks"],
        "{s}": letters["space"],
        "{end}": r"\Z",
        "{name}": names["name"],
        **{f"{{{name}}}": f"(?:{'|'.join(map(_word, words))})" for name, words in source["lists"].items()},
    }

    def made(pattern: str) -> re.Pattern[str]:
        # A name is made of letters itself.
        for token in ("{name}", *tokens):
            pattern = pattern.replace(token, tokens[token])
        return re.compile(pattern)

    return _Rules(
        patterns=tuple((cast(Kind, one["kind"]), made(one["pattern"])) for one in source["patterns"]),
        names={name: made(value) for name, value in names.items() if isinstance(value, str)},
        known=frozenset(names["known"]),
        also_words=frozenset(names["also_words"]),
        not_names=frozenset(names["not_names"]),
    )


def _word(word: str) -> str:
    """A word that may begin with a capital, as a pattern."""
    return f"[{word[0].upper()}{word[0].lower()}]{re.escape(word[1:])}"


def find(text: str, fine: Collection[str] = ()) -> list[Private]:
    """Return what may be private in a text, in its order; nothing overlaps.

    Args:
        text: what somebody wrote.
        fine: first names that are those of members: only words beside them make them a child's.
    """
    found: list[Private] = []
    for kind, pattern in _rules().patterns:
        for match in pattern.finditer(text):
            _add(found, Private(kind, *match.span()))
    for one in _names(text):
        if one.sure or text[one.start : one.end] not in fine:
            _add(found, one)
    return list(_joined(found, text))


def _add(found: list[Private], one: Private) -> None:
    """Put something in its place, unless that is taken; what is found stays in order."""
    place = bisect(found, one.start, key=_start)
    if not _taken(found, place, one.start, one.end):
        found.insert(place, one)


def _start(one: Private) -> int:
    return one.start


def _taken(found: Sequence[Private], place: int, start: int, end: int) -> bool:
    """Whether what stands before or after this place in the list reaches into these signs."""
    before = place > 0 and found[place - 1].end > start
    return before or (place < len(found) and found[place].start < end)


def _joined(found: list[Private], text: str) -> Iterator[Private]:
    """A street and its postcode are one address."""
    last: Private | None = None
    for one in found:
        gap = text[last.end : one.start] if last else "\n"
        if last and last.kind == one.kind == "address" and len(gap) <= MAX_GAP and "\n" not in gap:
            last = last._replace(end=one.end)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _names(text: str) -> list[Private]:
    rules = _rules()
    found: list[Private] = []
    named: set[str] = set()
    for match in rules.names["after_kin"].finditer(text):
        if match[5] not in rules.not_names:
            found.append(Private("name", match.start(5), match.end()))
            named.add(match[5])
    for match in rules.names["loose"].finditer(text):
        name, (start, end) = match[0], match.span()
        if _taken(found, bisect(found, start, key=_start), start, end):
            continue
        sure = name in named or _is_young(text, name, start, end)
        if sure or _is_known(text, name, start, end):
            _add(found, Private("name", start, end, sure))
            named |= {name} if sure else set()
    return found


def _before(text: str, start: int) -> str:
    return text[max(0, start - MAX_LOOK_BACK) : start]


def _is_other(text: str, name: str, start: int, end: int) -> bool:
    """Whether it is something else with a capital: a place, a grown-up, a title, a day."""
    rules, before = _rules(), _before(text, start)
    names = rules.names
    if name in rules.not_names or names["before_place"].search(before):
        return True
    if names["before_grown_up"].search(before):
        return True
    if names["next_title"].match(text, end) and name not in rules.known:
        return True
    previous = names["previous_title"].search(before)
    return previous is not None and not names["sentence_start"].search(before[: previous.start(1)])


def _is_known(text: str, name: str, start: int, end: int) -> bool:
    rules = _rules()
    if name not in rules.known or _is_other(text, name, start, end):
        return False
    return name not in rules.also_words or not rules.names["sentence_start"].search(_before(text, start))


def _is_young(text: str, name: str, start: int, end: int) -> bool:
    """Whether an age comes after the name, or "kleine" before it."""
    names, before = _rules().names, _before(text, start)
    if _is_other(text, name, start, end):
        return False
    if names["sentence_start"].search(before) and name not in _rules().known:
        return False
    return bool(names["age_after"].match(text, end) or names["before_small"].search(before))


def key_of(kind: str, words: str) -> str:
    """Return a number for words that look private, by which they are known again; the words are not in it.

    It is FNV-1a over UTF-16, twice: browsers without a secure connection have nothing stronger, and the
    words stand in the text itself.
    """
    units = f"{kind}:{words}".encode("utf-16-le", "surrogatepass")
    numbers = [int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2)]
    return "".join(f"{_fnv(numbers, seed):08x}" for seed in (0x811C9DC5, 0x01000193))


def _fnv(numbers: list[int], seed: int) -> int:
    for number in numbers:
        seed = (seed ^ number) * 0x01000193 & 0xFFFFFFFF
    return seed
