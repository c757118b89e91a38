"""Finds a noun with a verb that says little, where one plain verb does: "een verzoek indienen"."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from workshop.language.clauses import clause_of
from workshop.language.counting import Reading
from workshop.language.dutch_forms import separable_part, verb_forms
from workshop.language.lists import Entry
from workshop.language.wordlists import DATA

NEAR = 4
"""Words from the noun to the verb that still are marked as one."""
_FORMS = ("inf", "third", "past", "pasts", "part")


@dataclass(frozen=True, slots=True)
class VerbNoun:
    """A verb with its noun: the places of the mark, and what the list says of the two."""

    first: int
    last: int
    verb: int
    entry: Entry


@lru_cache(maxsize=1)
def _verbs() -> dict[str, list[tuple[str, dict[str, Entry]]]]:
    """By the form of a verb: the particle that has to stand apart, and the nouns it goes with."""
    nouns: dict[str, dict[str, Entry]] = {}
    with (DATA / "verb_with_noun_nl.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            for verb in row["verbs"].split():
                for noun in row["noun"].split():
                    entry = Entry(f"{noun} {verb}", "p", tuple(row["simpler"].split("|")), "office")
                    nouns.setdefault(verb, {})[noun] = entry
    found: dict[str, list[tuple[str, dict[str, Entry]]]] = {}
    for verb, entries in nouns.items():
        part = separable_part(verb)
        forms = verb_forms(verb)
        for name in _FORMS:
            found.setdefault(forms[name], []).append(("", entries))
            if part and name != "part":
                found.setdefault(forms[name].removeprefix(part), []).append((part, entries))
    return found


def verb_nouns(reading: Reading) -> Iterator[VerbNoun]:
    """Each verb that says little, with the noun in its clause that says what is done."""
    known = _verbs()
    for at in [at for at, token in enumerate(reading.tokens) if token.lower in known]:
        first, last = clause_of(reading, at)
        clause = [one.lower for one in reading.tokens[first:last]]
        for part, entries in known[reading.tokens[at].lower]:
            if part and part not in clause:
                continue
            noun = next((place for place, form in enumerate(clause, first) if form in entries), None)
            if noun is None or noun == at:
                continue
            entry = entries[clause[noun - first]]
            if abs(noun - at) > NEAR:
                yield VerbNoun(at, at, at, entry)
            else:
                before = reading.words[noun - 1] if noun > first else None
                start = (
                    noun - 1
                    if before is not None and (before.kind == "prep" or before.form == "tot")
                    else noun
                )
                yield VerbNoun(min(start, at), max(noun, at), at, entry)
            break
