"""Measures Minidorp beside what people would pick instead: `make bench`, or
`python -m tests.load.bench [--rounds 3] [--only board,storm] [--quick]`.

Each round measures every target on the same work, one after the other, so that whatever else the machine
does meets all of them. The table shows medians over the rounds.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable

from tests.load import board, cowriting, growth, houses, newcomer, picture, report, storm
from tests.load.measure import Figure, GeneratorError, Notes
from tests.load.targets import machine

WORK: dict[str, Callable[[int, Notes], list[Figure]]] = {
    "board": board.measure,
    "storm": storm.measure,
    "cowriting": cowriting.measure,
    "newcomer": newcomer.measure,
    "houses": houses.measure,
    "growth": growth.measure,
}


def run(names: list[str], rounds: int, notes: Notes) -> list[Figure]:
    """Measure; what fails is said and left out, the rest goes on.

    Args:
        names: keys of `WORK`.
        rounds: how many times everything is measured.
        notes: where to say what a reader must know.
    """
    figures: list[Figure] = []
    for number in range(1, rounds + 1):
        for name in names:
            start = time.monotonic()
            print(f"Round {number} of {rounds}: {name} …", flush=True)
            try:
                figures += WORK[name](number, notes)
            except (GeneratorError, RuntimeError, OSError) as error:
                notes.say(f"Round {number}: {name} could not be measured: {str(error)[:600]}")
            print(f"  {time.monotonic() - start:.0f} s", flush=True)
    return figures


def main() -> None:
    """Measure, print the table, and keep a whole run in `docs/`."""
    parser = argparse.ArgumentParser(prog="python -m tests.load.bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how many times everything is measured (3)")
    parser.add_argument("--only", default=",".join(WORK), help=f"some of {','.join(WORK)}")
    parser.add_argument("--quick", action="store_true", help="one short round to try; nothing is kept")
    parser.add_argument("--keep", action="store_true", help="write docs/performance.* of a part as well")
    parser.add_argument("--draw", action="store_true", help="only table and picture, from the JSON")
    given = parser.parse_args()
    if given.draw:
        kept = json.loads(report.JSON_PATH.read_text(encoding="utf-8"))
        figures = [Figure(**one) for one in kept["figures"]]
        print(report.table(figures))
        picture.draw(figures, kept["rounds"], kept["machine"], kept["day"])
        report.write_page(figures, kept["rounds"], kept["notes"], kept["machine"], kept["day"])
        return
    names = [name for name in given.only.split(",") if name]
    unknown = [name for name in names if name not in WORK]
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}")
    notes, rounds = Notes(quick=given.quick), 1 if given.quick else max(1, given.rounds)
    start = time.monotonic()
    figures = run(names, rounds, notes)
    print(f"\nAll medians over {rounds} round(s)\n\n{report.everything(figures)}")
    print(f"\nBeside the others\n\n{report.table(figures)}\n")
    print("\n".join(f"* {line}" for line in notes.lines))
    print(f"\n{(time.monotonic() - start) / 60:.1f} minutes")
    if not given.quick and (given.keep or names == list(WORK)):
        day, about = time.strftime("%Y-%m-%d"), machine()
        report.write(report.as_json(figures, rounds, notes.lines, about, day))
        picture.draw(figures, rounds, about, day)
        report.write_page(figures, rounds, notes.lines, about, day)
        print(f"Kept in {report.JSON_PATH.name} and {picture.PATH.name}, in docs/")
    sys.exit(0 if figures else 1)


if __name__ == "__main__":
    main()
