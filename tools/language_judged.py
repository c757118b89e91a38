"""How good the marks are that the plain-language helper makes, judged one by one by hand.

The texts and what was judged are in tools/judged_texts (see its README). A text has in it what a judge would
have marked: `{f:bescheiden}`. A judged mark is right (r), useless (u) or wrong (w), and of each change that
may be put in it is told whether the sentence survives it.

python -m tools.language_judged prints the marks that nobody judged yet.
"""

from __future__ import annotations

import argparse
import csv
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from workshop.language import Mark, check

FOLDER = Path(__file__).resolve().parent / "judged_texts"
PARTS = {"worked_on": "worked on", "kept_apart": "kept apart"}
_WANTED = re.compile(r"\{([a-z]):([^{}]*)\}")
_SHOWN = 60
_WORDS = frozenset(
    [
        "formal",
        "rare",
        "abstract",
        "jargon",
        "abbreviation",
        "nominalisation",
        "deficit",
        "brackets",
        "double_negative",
        "prepositions",
    ]
)
_ANSWERS = {
    "l": frozenset(["long"]),
    "p": frozenset(["passive"]),
    "t": frozenset(["tangconstructie"]),
    "c": frozenset(["splice"]),
    "s": frozenset(["list", "paragraph", "late"]),
}
"""Which kinds of marks answer to what a judge wants marked; all others are about words."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a judge would mark."""

    start: int
    end: int
    sort: str
    words: str

    def found(self, marks: list[Mark]) -> bool:
        """Whether the helper marks it, or marked the same word earlier in the text."""
        kinds = _ANSWERS.get(self.sort, _WORDS)
        return any(
            mark.kind in kinds
            and ((self.start < mark.end and mark.start < self.end) or _same(mark.text, self.words))
            for mark in marks
        )


def _same(one: str, other: str) -> bool:
    return one.lower() == other.lower()


@dataclass(frozen=True, slots=True)
class JudgedText:
    """A text, what a judge would mark in it, and what the helper marks."""

    name: str
    text: str
    wanted: list[Wanted]
    marks: list[Mark]


Key = tuple[str, str, str]


@dataclass(slots=True)
class Judged:
    """The texts of one part and the verdicts on their marks."""

    texts: list[JudgedText]
    verdicts: dict[Key, str]
    survives: dict[tuple[Key, str], bool] = field(default_factory=dict)


def short(words: str) -> str:
    """Words on one line; of many the first and the last."""
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[:30]} … {line[-25:]}"


def texts(part: str) -> Iterator[JudgedText]:
    """The texts of a part, with the helper's marks."""
    raw = (FOLDER / f"{part}.txt").read_text(encoding="utf-8")
    for piece in re.split(r"^== ", raw, flags=re.MULTILINE)[1:]:
        head, body = piece.split("\n", 1)
        text, wanted, after = "", [], 0
        body = body.strip()
        for match in _WANTED.finditer(body):
            text += body[after : match.start()]
            wanted.append(Wanted(len(text), len(text) + len(match[2]), match[1], match[2]))
            text += match[2]
            after = match.end()
        text += body[after:]
        yield JudgedText(head.split()[0], text, wanted, check(text, "nl"))


def key_of(text: JudgedText, mark: Mark) -> Key:
    """What a verdict is remembered by."""
    return text.name, mark.kind, short(mark.text)


def load(part: str) -> Judged:
    """The texts and verdicts of a part."""
    judged = Judged(list(texts(part)), {})
    with (FOLDER / f"{part}.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            key = (row["text"], row["kind"], row["words"])
            judged.verdicts[key] = row["verdict"]
            for change in filter(None, row["changes"].split(" | ")):
                new, _, survives = change.rpartition("=")
                judged.survives[key, new] = survives == "yes"
    return judged


def wilson(successes: int, trials: int) -> tuple[float, float]:
    """The 95% interval of a share."""
    if not trials:
        return 0.0, 1.0
    z, share = 1.96, successes / trials
    middle = (share + z * z / (2 * trials)) / (1 + z * z / trials)
    half = z / (1 + z * z / trials) * math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials))
    return max(0.0, middle - half), min(1.0, middle + half)


def share_line(name: str, successes: int, trials: int, reach: float | None = None) -> str:
    """A share with its interval, how many it is of, and whether it reaches what it has to."""
    if not trials:
        return f"{name:<46} none"
    low, high = wilson(successes, trials)
    share = successes / trials
    verdict = "" if reach is None else f"  reach {reach:.2f} {'yes' if share >= reach else 'NO'}"
    return f"{name:<46} {share:.3f} [{low:.3f}, {high:.3f}]{verdict}  of {trials}"


def report_lines(part: str) -> Iterator[str]:
    """The figures of one part: precision, by kind as well, surviving changes, and recall."""
    judged = load(part)
    found = [(key_of(text, mark), mark) for text in judged.texts for mark in text.marks]
    verdicts = [(mark.kind, judged.verdicts[key]) for key, mark in found if key in judged.verdicts]
    changes = [(key, short(change.text)) for key, mark in found for change in mark.insertions]
    survive = [judged.survives[one] for one in changes if one in judged.survives]
    wanted = [one.found(text.marks) for text in judged.texts for one in text.wanted]
    yield f"Hand-judged texts, {PARTS[part]}: {len(judged.texts)} texts, {len(found)} marks"
    yield share_line("  marks that are right", _count(verdicts, "r"), len(verdicts), 0.88)
    yield share_line("  useless", _count(verdicts, "u"), len(verdicts))
    yield share_line("  wrong", _count(verdicts, "w"), len(verdicts))
    for kind in sorted({kind for kind, _ in verdicts}):
        of_kind = [one for one in verdicts if one[0] == kind]
        yield share_line(f"    {kind}", _count(of_kind, "r"), len(of_kind))
    yield share_line("  changes whose sentence survives", sum(survive), len(survive), 0.95)
    yield share_line("  found of what a judge would mark", sum(wanted), len(wanted), 0.75)
    open_marks = len(found) - len(verdicts) + len(changes) - len(survive)
    if open_marks:
        yield f"  not judged yet: {open_marks}"


def _count(verdicts: list[tuple[str, str]], verdict: str) -> int:
    return sum(one == verdict for _, one in verdicts)


def main() -> None:
    """Print the marks that nobody judged yet, ready for the table."""
    parser = argparse.ArgumentParser(description="Print the marks that nobody judged yet.")
    parser.add_argument("part", choices=sorted(PARTS))
    part = parser.parse_args().part
    judged = load(part)
    for text in judged.texts:
        for mark in text.marks:
            key = key_of(text, mark)
            changes = [short(change.text) for change in mark.insertions]
            new = [change for change in changes if (key, change) not in judged.survives]
            if key not in judged.verdicts or new:
                print(
                    "\t".join(
                        [*key, judged.verdicts.get(key, "?"), " | ".join(f"{one}=?" for one in changes)]
                    )
                )


if __name__ == "__main__":
    main()
