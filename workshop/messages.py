"""Finds every text in the sources and keeps the catalogues equal to them.

`python -m workshop.messages extract` brings the catalogues up to date, `merge FILE…` also fills in
translations from JSON files ({"English": "Nederlands"}, a plural as {"one|many": "een|veel"}),
`compile` makes what the server reads, `strings` prints what the front end's build reads. A text with a
context has the context and a "\\x04" in front, in the sources and in JSON files alike.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

from workshop.i18n import (
    CONTEXT_END,
    LANGUAGES,
    SOURCE_LANGUAGE,
    compile_catalogues,
    po_path,
    read_catalogue,
)
from workshop.plurals import script_of

ROOT = Path(__file__).resolve().parent.parent
MsgId = str | tuple[str, str]
KEYWORDS: Mapping[str, Any] = {
    "_": None,
    "gettext": None,
    "lazy_gettext": None,
    "N_": None,
    "C_": ((1, "c"), 2),
    "NN_": (1, 2),
    "translate": None,
    "ngettext": (1, 2),
    "translate_n": (1, 2),
}
TS_CALL = re.compile(r"(?<![\w.$])(tn|t)\(\s*")
TS_STRING = re.compile(r""""((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\$]|\\.)*)`""", re.DOTALL)
TS_JOIN = re.compile(r"\s*\+\s*(?=[\"'`])")
TS_COMMA = re.compile(r"\s*,\s*")
TS_ESCAPE = re.compile(r"\\(u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|.)", re.DOTALL)


def source_messages(root: Path = ROOT) -> Iterator[tuple[MsgId, str]]:
    """Every text that goes through the catalogue, with the file it is in."""
    folders = ("workshop", "exports", "phases")
    python = [root / "app.py", *(path for folder in folders for path in (root / folder).rglob("*.py"))]
    for path in sorted(path for path in python if path.exists()):
        yield from _python_or_template(path, "python", root)
    for path in sorted((root / "templates").rglob("*.*")):
        yield from _python_or_template(path, "jinja2.ext:babel_extract", root)
    for path in sorted((root / "static" / "src").rglob("*.ts*")):
        if ".test." not in path.name and "generated" not in path.parts:
            for message in typescript_messages(path.read_text(encoding="utf-8")):
                yield message, path.relative_to(root).as_posix()


def _python_or_template(path: Path, method: str, root: Path) -> Iterator[tuple[MsgId, str]]:
    options = {"silent": "false"} if method != "python" else {}
    for _line, message, _comments, context in extract_from_file(method, path, KEYWORDS, options=options):
        found: MsgId = message if isinstance(message, str) else (message[0], message[1])
        if context and isinstance(found, str):
            found = context + CONTEXT_END + found
        if found:
            yield found, path.relative_to(root).as_posix()


def typescript_messages(source: str) -> Iterator[MsgId]:
    """Every text in `t("…")` and `tn("…", "…", n)` of a TypeScript source.

    Args:
        source: the source; a text may be literals joined by `+`, on several lines.
    """
    for call in TS_CALL.finditer(source):
        first = _ts_argument(source, call.end())
        if first is None:
            continue
        if call.group(1) == "t":
            yield first[0]
            continue
        comma = TS_COMMA.match(source, first[1])
        second = _ts_argument(source, comma.end()) if comma else None
        if second is not None:
            yield first[0], second[0]


def _ts_argument(source: str, at: int) -> tuple[str, int] | None:
    """The text at `at` and the place after it; None when that is no literal."""
    parts: list[str] = []
    while match := TS_STRING.match(source, at):
        literal = next(group for group in match.groups() if group is not None)
        parts.append(TS_ESCAPE.sub(_ts_escaped, literal))
        at = match.end()
        joined = TS_JOIN.match(source, at)
        if joined is None:
            return "".join(parts), at
        at = joined.end()
    return None


def _ts_escaped(match: re.Match[str]) -> str:
    escape = match.group(1)
    if escape[0] == "u" and len(escape) > 1:
        return chr(int(escape[1:].strip("{}"), 16))
    return {"n": "\n", "t": "\t", "\n": ""}.get(escape, escape)


def template() -> Catalog:
    """A catalogue of every text in the sources, without translations."""
    catalogue = Catalog(project="Minidorp", copyright_holder="", charset="utf-8")
    for message, path in source_messages():
        context, _, text = message.rpartition(CONTEXT_END) if isinstance(message, str) else ("", "", message)
        catalogue.add(text, locations=[(path, 0)], context=context or None)
    return catalogue


def update(language: str, translated: Mapping[str, str]) -> list[str]:
    """Bring a language's catalogue up to date with the sources.

    Args:
        language: whose catalogue.
        translated: new translations: English -> the text; "one|many" -> "one|many" for a plural.
    Returns:
        The texts that have no translation yet.
    """
    catalogue, fresh = read_catalogue(language), template()
    catalogue.update(fresh, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    missing = []
    for message in catalogue:
        key = message_key(message)
        if not key:
            continue
        if key in translated:
            text = translated[key]
            message.string = tuple(text.split("|")) if message.pluralizable else text
        if not all(strings(message)):
            missing.append(key)
    catalogue.fuzzy = False
    catalogue.header_comment = f"# {LANGUAGES[language]}: texts of Minidorp, updated by `make strings`."
    catalogue.version = "1"
    catalogue.msgid_bugs_address = catalogue.last_translator = catalogue.language_team = ""
    path = po_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=110, sort_output=True, include_lineno=False)
    return missing


def message_key(message: Message) -> str:
    """The English text of a message, with its context in front; "one|many" for a plural."""
    text = message.id if isinstance(message.id, str) else "|".join(message.id)
    return f"{message.context}{CONTEXT_END}{text}" if message.context else text


def strings(message: Message) -> tuple[str, ...]:
    """The translations of a message: one, or one for each plural form."""
    if message.string is None or isinstance(message.string, str):
        return (message.string or "",)
    return tuple(message.string)


def front_end_strings(language: str) -> dict[str, str | list[str]]:
    """What the front end's texts are in a language; empty for English."""
    wanted = {
        message if isinstance(message, str) else message[0]
        for message, path in source_messages()
        if path.startswith("static/")
    }
    found: dict[str, str | list[str]] = {}
    for message in read_catalogue(language):
        first = message.id if isinstance(message.id, str) else message.id[0]
        if first in wanted and not message.context and all(strings(message)):
            found[first] = list(strings(message)) if message.pluralizable else strings(message)[0]
    return found


def plural_rule(language: str) -> str:
    """Which plural form a number takes in a language, as an expression in `n` that a browser can run.

    Raises:
        ValueError: the catalogue's Plural-Forms header is not a plain expression.
    """
    catalogue = read_catalogue(language)
    return script_of(catalogue.plural_expr, catalogue.num_plurals)


def _merge(files: Iterable[str]) -> int:
    translated: dict[str, str] = {}
    for name in files:
        translated.update(json.loads(Path(name).read_text(encoding="utf-8")))
    for language in LANGUAGES:
        if language == SOURCE_LANGUAGE:
            continue
        missing = update(language, translated)
        known = {message_key(message) for message in read_catalogue(language)}
        for key in sorted(set(translated) - known):
            print(f"{language}: not in the sources: {key!r}", file=sys.stderr)
        for key in missing:
            print(f"{language}: not translated: {key!r}", file=sys.stderr)
        print(f"{language}: {len(known) - 1} texts, {len(missing)} not translated", file=sys.stderr)
    return 0


def main(arguments: list[str] | None = None) -> int:
    """The command line: `python -m workshop.messages extract|merge|compile|strings`."""
    parser = argparse.ArgumentParser(prog="python -m workshop.messages", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("extract", help="bring the catalogues up to date with the sources")
    merge = commands.add_parser("merge", help="the same, and fill in translations from JSON files")
    merge.add_argument("files", nargs="+", metavar="FILE")
    commands.add_parser("compile", help="compile the catalogues that have changed")
    commands.add_parser("strings", help="print the front end's texts in every language as JSON")
    given = parser.parse_args(arguments)
    if given.command == "strings":
        found = {
            language: {"plural": plural_rule(language), "texts": front_end_strings(language)}
            for language in LANGUAGES
        }
        json.dump(found, sys.stdout, ensure_ascii=False, sort_keys=True)
        return 0
    if given.command == "compile":
        compile_catalogues()
        return 0
    return _merge(given.files if given.command == "merge" else [])


if __name__ == "__main__":
    raise SystemExit(main())
