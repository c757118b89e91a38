"""Refusals: every code is declared, used, and said in the person's language."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from workshop.core.errors import DomainError
from workshop.refusals import MESSAGES, message_of

ROOT = Path(__file__).resolve().parent.parent
SOURCES = [path for folder in ("workshop", "exports") for path in sorted((ROOT / folder).rglob("*.py"))]
RETURNING_CODES = {"check", "refusal"}


def raised(tree: ast.AST) -> Iterator[str]:
    """Every code that a source refuses with, written out."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "DomainError":
            first = node.args[0]
            parts = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
            yield from (str(part.value) for part in parts if isinstance(part, ast.Constant))


def test_every_code_that_is_raised_is_declared() -> None:
    codes = {code for path in SOURCES for code in raised(ast.parse(path.read_text(encoding="utf-8")))}
    assert len(codes) > 40
    assert codes - set(MESSAGES) == set()


def test_every_code_that_is_declared_is_used() -> None:
    literals: list[str] = []
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        keys = {id(key) for node in ast.walk(tree) if isinstance(node, ast.Dict) for key in node.keys}
        literals += [
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in keys
        ]
    assert [code for code in MESSAGES if code not in literals] == []


def test_a_refusal_is_said_in_the_persons_language() -> None:
    error = DomainError("password.short", least=10)
    assert message_of(error, "en") == "Take a longer password: at least 10 characters."
    assert message_of(error, "nl") != message_of(error, "en")
