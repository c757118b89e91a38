"""The plain-language helper on the command line: `flask --app app language --help`."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import TextIO

import click

from workshop.language import BECAUSE, LANGUAGES, Mark, check, score, suggest
from workshop.language.mark import IDEA
from workshop.language.reading import MAX_TEXT

MAX_LINE = 4 * MAX_TEXT
"""Bytes of a line that are read; a character takes at most four."""

_language = click.option(
    "--lang", type=click.Choice(LANGUAGES), default="nl", show_default=True, help="The language of the text."
)
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group("language", help="Plain language: what is hard to read and why, a figure, and simpler words.")
def language_commands() -> None:
    """The group that the application adds to its commands."""


@language_commands.command("check")
@click.argument("file", type=click.File("rb"), default="-")
@_language
@_json
def check_command(file: TextIO, lang: str, as_json: bool) -> None:
    """Print what is hard to read in FILE (or standard input), and why."""
    raw = file.read(MAX_LINE)
    text = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else raw
    marks = check(text, lang)
    if as_json:
        click.echo(json.dumps([as_row(mark, lang) for mark in marks], ensure_ascii=False, indent=2))
        return
    for mark in marks:
        click.echo(_line(text, mark, lang))
    if not marks:
        click.echo("Nothing is marked.")


@language_commands.command("score")
@_language
def score_command(lang: str) -> None:
    """Read one text a line from standard input; print one JSON object a line."""
    # Nothing here makes rings of objects, and looking for them takes a tenth of the time.
    gc.disable()
    for line in _lines():
        found = score(line, lang)
        row = {
            "difficulty": found.difficulty,
            "because": list(dict.fromkeys(BECAUSE[name] for name in found.because)),
            "marks": [as_row(mark, lang) for mark in found.marks],
            "features": {name: round(value, 4) for name, value in found.features.items()},
        }
        _write(row)


@language_commands.command("suggest")
@_language
def suggest_command(lang: str) -> None:
    """Read WORD<TAB>SENTENCE a line from standard input; print one JSON object a line."""
    for line in _lines():
        word, _, sentence = line.partition("\t")
        _write({"word": word.strip(), "suggestions": suggest(word, sentence, lang)})


def as_row(mark: Mark, language: str) -> dict[str, object]:
    """A mark as JSON has it, its reason in a language."""
    row = asdict(mark)
    del row["because"], row["details"]
    insertions = [{**asdict(one), "sentence": one.sentence} for one in mark.insertions]
    swaps = [one.text for one in mark.insertions if (one.start, one.end) == (mark.start, mark.end)]
    return {
        **row,
        "proposals": swaps or list(mark.proposals),
        "rewrite": not insertions,
        "insertions": insertions,
        "reason": mark.reason(language),
        "key": mark.key,
    }


def _line(text: str, mark: Mark, language: str) -> str:
    from workshop.i18n import translate

    row = text.count("\n", 0, mark.start) + 1
    shown = mark.text if len(mark.text) <= 60 else mark.text[:57] + "…"
    proposal = ""
    if mark.insertions:
        proposal = " → " + " / ".join(change.sentence for change in mark.insertions)
    elif mark.proposals:
        proposal = " → " + " / ".join(mark.proposals[:3]) + f" ({translate(IDEA, language)})"
    return f"{row}: {' '.join(shown.split())}: {mark.reason(language)}{proposal}"


def _lines() -> Iterator[str]:
    """The lines of standard input; bytes that are no UTF-8 become question marks, and no line is endless."""
    source = sys.stdin.buffer
    while raw := source.readline(MAX_LINE):
        line = raw.decode("utf-8", "replace")
        while raw and not raw.endswith(b"\n"):
            raw = source.readline(MAX_LINE)
        yield line.rstrip("\r\n")


def _write(row: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    sys.stdout.flush()
