"""Names are the field's: what was once named by a metaphor, or is "the rest of" something, is found."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

METAPHORS = {
    "house": "container",
    "town": "live server",
    "village": "group",
    "ranks": "ordering",
    "course": "agenda",
    "aside": "run_in_thread",
    "drawer": "PendingStore",
    "keep": "UnsentUpdates",
    "desk": "VisionPage",
    "pen": "TypingIndicator",
    "came": "Reply",
    "ear": "EventListener",
    "hear": "on_event",
}
"""What a class, a function or a module is not named after -> the field's word."""

FIELD_TERMS = {"static/src/pages/room/": {"drawer"}}
"""Where such a word is the field's own: a drawer is a panel at the side of a page."""

PORTS = {"ledger", "journal", "broker", "publisher", "gateway", "db", "vision", "rooms", "communities"}
"""Parts of the program: they get what they need when they are made."""


def sources(*endings: str) -> list[Path]:
    """The sources in git, and those that are new."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    names = [name for name in listed.stdout.split("\0") if name.endswith(endings)]
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def words(name: str) -> set[str]:
    """The words of a name in any spelling: PendingStore, pending_store, pending-store."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def defined(source: str) -> Iterator[str]:
    """The names of classes and functions that a Python source defines."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name


def defined_in_typescript(source: str) -> Iterator[str]:
    """The names of classes, functions, interfaces and types that a TypeScript source defines."""
    yield from re.findall(r"^\s*(?:export )?(?:class|function|interface|type) (\w+)", source, re.MULTILINE)


def field_terms(path: Path) -> set[str]:
    """The words that are no metaphor in this file."""
    where = path.relative_to(ROOT).as_posix()
    return {word for folder, terms in FIELD_TERMS.items() if where.startswith(folder) for word in terms}


def metaphors(name: str) -> set[str]:
    """The metaphors in a name: any word of a class, the whole name of a function. Some are plain words."""
    if name[:1].isupper():
        return words(name) & (METAPHORS.keys() - {"aside"})
    return {name.strip("_")} & (METAPHORS.keys() - {"keep"})


def assigned_from_outside(source: str) -> list[str]:
    """Assignments to an attribute of a part of the program by something else than the part itself."""
    found = []
    for node in ast.walk(ast.parse(source)):
        targets = node.targets if isinstance(node, ast.Assign) else []
        for target in targets:
            if not isinstance(target, ast.Attribute):
                continue
            owner = ast.unparse(target.value).rpartition(".")[2].lstrip("_")
            if owner in PORTS:
                found.append(ast.unparse(target))
    return found


def test_no_class_or_function_is_named_by_a_metaphor() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sources(".py")
        for name in defined(path.read_text(encoding="utf-8"))
        if metaphors(name)
    ]
    found += [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sources(".ts", ".tsx")
        for name in defined_in_typescript(path.read_text(encoding="utf-8"))
        if metaphors(name) - field_terms(path)
    ]
    assert found == []


def test_no_module_is_named_by_a_metaphor_or_as_the_rest_of_another() -> None:
    rest = {"util", "utils", "helper", "helpers", "misc", "common", "rest", "other", "more", "stuff", "part"}
    found = [
        path.relative_to(ROOT).as_posix()
        for path in sources(".py", ".ts", ".tsx", ".css", ".mjs")
        if words(path.name.partition(".")[0]) & (METAPHORS.keys() | rest) - field_terms(path)
    ]
    assert [name for name in found if not name.startswith("tests/") or "/load/" not in name] == []


@pytest.mark.parametrize("name", ["VillageHouse", "VisionDesk", "hear", "aside", "EarPiece"])
def test_a_metaphor_is_found(name: str) -> None:
    assert metaphors(name)


@pytest.mark.parametrize("name", ["Pending", "open_container", "appeared"])
def test_an_ordinary_name_is_left_alone(name: str) -> None:
    assert not metaphors(name)


def test_no_part_is_changed_from_outside_after_it_was_made() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): lines
        for path in sources(".py")
        if path.relative_to(ROOT).parts[0] in ("workshop", "exports", "app.py")
        and (lines := assigned_from_outside(path.read_text(encoding="utf-8")))
    }
    assert found == {}


def test_a_part_that_is_changed_from_outside_is_found() -> None:
    assert assigned_from_outside("container.ledger.publish = send") == ["container.ledger.publish"]
    assert assigned_from_outside("self._ledger.connected = who") == ["self._ledger.connected"]
    assert assigned_from_outside("self._ledger = ledger\nwork.settled = over") == []
