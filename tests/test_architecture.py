"""The shape of the project: which way imports point, that none goes in a circle, how large a file gets."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAX_LINES = 400

LAYERS: dict[str, tuple[tuple[str, ...], set[str]]] = {
    # layer: (its modules, the layers it may import besides itself)
    "phases": (("phases", "phases.*"), set()),
    "core": (("workshop.core", "workshop.core.*"), set()),
    "base": (
        (
            "workshop",
            "workshop.addresses",
            "workshop.arrivals",
            "workshop.config",
            "workshop.messages",
            "workshop.threads",
            "workshop.version",
        ),
        {"i18n"},
    ),
    "i18n": (("workshop.i18n", "workshop.languages", "workshop.plurals"), set()),
    "features": (("workshop.features", "workshop.features.*"), {"core", "phases", "i18n"}),
    "store": (("workshop.store", "workshop.store.*"), {"core", "base", "i18n"}),
    "migrations": (("workshop.migrations", "workshop.migrations.*"), {"store"}),
    "refusals": (
        ("workshop.refusals", "workshop.accounts.errors"),
        {"core", "base", "i18n", "features"},
    ),
    "accounts": (
        ("workshop.accounts", "workshop.accounts.*"),
        {"core", "base", "i18n", "features", "store", "phases"},
    ),
    "catalogue": (("workshop.catalogue",), {"core", "base", "i18n", "features", "refusals", "phases"}),
    "handling": (("workshop.handling",), {"core", "features", "store", "refusals"}),
    "guide": (("workshop.guide",), {"core"}),
    "words": (("workshop.language", "workshop.language.*"), {"base", "i18n"}),
    "helper": (
        ("workshop.language.checks", "workshop.language.handlers"),
        {"core", "base", "i18n", "features", "store", "handling", "words"},
    ),
    "vision": (
        ("workshop.vision", "workshop.vision.*"),
        {"documents", "core", "base", "i18n", "phases", "features", "store", "handling", "words"},
    ),
    "tables": (("workshop.tables",), {"core", "features", "store", "accounts", "vision"}),
    "container": (
        ("workshop.container",),
        {
            "documents",
            "core",
            "base",
            "i18n",
            "features",
            "store",
            "accounts",
            "vision",
            "tables",
            "migrations",
        },
    ),
    "demo": (
        ("workshop.demo", "workshop.demo.*"),
        {"core", "base", "i18n", "phases", "features", "store", "accounts", "vision", "tables"},
    ),
    "documents": (("workshop.documents", "workshop.drafts"), set()),
    "exports": (
        ("exports", "exports.*"),
        {"documents", "core", "base", "i18n", "phases", "features", "store", "accounts", "vision"},
    ),
    "live": (
        ("workshop.live", "workshop.live.*"),
        {"core", "base", "i18n", "features", "store", "handling", "vision", "helper", "container"},
    ),
    "web": (
        ("workshop.web", "workshop.web.*"),
        {
            "core",
            "base",
            "i18n",
            "phases",
            "features",
            "refusals",
            "store",
            "accounts",
            "demo",
            "documents",
            "container",
            "guide",
        },
    ),
    "cli": (
        ("workshop.cli",),
        {
            "core",
            "base",
            "i18n",
            "features",
            "refusals",
            "store",
            "accounts",
            "demo",
            "documents",
            "container",
            "words",
            "migrations",
            "tables",
        },
    ),
    "app": (("app",), {"exports", "base", "i18n", "container", "live", "web", "cli"}),
}
"""A module belongs to the layer that names it most exactly. One that no layer names fails the test."""

FLASK = ("flask", "werkzeug", "jinja2", "wtforms")
SOCKETS = ("socketio", "engineio", "geventwebsocket", "flask_socketio")
EVENTLESS = ("gevent",)
DATABASE = ("sqlalchemy", "alembic", "psycopg")
MAY_KNOW: dict[tuple[str, ...], set[str]] = {
    FLASK: {"web", "live", "app"},
    SOCKETS: {"live", "app"},
    EVENTLESS: {"base", "helper", "live", "app"},
    DATABASE: {"store", "migrations", "accounts", "vision", "tables", "demo", "exports"},
}
"""Packages -> the layers that may import them. A feature knows none of them."""


def layer(module: str) -> str | None:
    """The layer that a module of the project belongs to; None for anything else, `?` when none names it."""
    if module.partition(".")[0] not in ("phases", "exports", "app", "workshop"):
        return None
    fits = [
        (len(pattern), name)
        for name, (patterns, _) in LAYERS.items()
        for pattern in patterns
        if fnmatchcase(module, pattern)
    ]
    return max(fits)[1] if fits else "?"


def imports(source: str, module: str, *, for_types: bool = False) -> Iterator[str]:
    """Every module that a source imports, inside functions too. `for_types`: also what only types need."""
    tree = ast.parse(source)
    skipped = (
        set()
        if for_types
        else {
            id(inner)
            for node in ast.walk(tree)
            if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
            for inner in ast.walk(node)
        }
    )
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(module.split(".")[: -node.level]) if node.level else ""
            origin = ".".join(part for part in (base, node.module or "") if part)
            inner = [f"{origin}.{alias.name}" for alias in node.names]
            known = [name for name in inner if name in MODULES]
            yield from known
            if len(known) < len(inner):
                yield origin


def complaints(module: str, source: str) -> list[str]:
    """What is wrong with a module's imports."""
    own = layer(module)
    if own is None:
        return []
    if own == "?":
        return [f"{module} belongs to no layer"]
    found = []
    for imported in imports(source, module):
        other = layer(imported)
        if other is not None and other != own and other not in LAYERS[own][1]:
            found.append(f"{module} ({own}) imports {imported} ({other})")
        package = imported.split(".")[0]
        for packages, layers in MAY_KNOW.items():
            if package.startswith(packages) and own not in layers:
                found.append(f"{module} ({own}) knows {package}")
    return found


def modules() -> dict[str, Path]:
    """Every Python module of the program, of its tests and of its tools, by its dotted name."""
    paths = [ROOT / "app.py"]
    for folder in ("workshop", "phases", "exports", "tests", "tools"):
        paths += sorted((ROOT / folder).rglob("*.py"))
    found = {}
    for path in paths:
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = modules()


def circles(graph: Mapping[str, set[str]]) -> list[list[str]]:
    """Groups of modules that import each other, directly or by a detour (Tarjan's algorithm)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(one: str) -> None:
        index[one] = low[one] = len(index)
        stack.append(one)
        for other in graph.get(one, ()):
            if other not in index:
                visit(other)
                low[one] = min(low[one], low[other])
            elif other in stack:
                low[one] = min(low[one], index[other])
        if low[one] == index[one]:
            at = stack.index(one)
            part = stack[at:]
            del stack[at:]
            if len(part) > 1 or one in graph.get(one, ()):
                found.append(sorted(part))

    for module in graph:
        if module not in index:
            visit(module)
    return found


def committed() -> list[Path]:
    """Every file in git."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).exists()]


def too_long(paths: Iterable[Path]) -> list[str]:
    """Sources of more than MAX_LINES lines."""
    counted = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in paths}
    return [f"{path}: {lines} lines" for path, lines in counted.items() if lines > MAX_LINES]


def inline_code(template: str) -> list[str]:
    """Scripts, styles and handlers inside a template; the content policy would not run them."""
    found = re.findall(r"<style\b|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:", template, re.I)
    for attributes in re.findall(r"<script\b([^>]*)>", template, re.I):
        if "src=" not in attributes and not re.search(r"type=[\"']application/json[\"']", attributes):
            found.append(f"<script{attributes}>")
    return found


def test_imports_point_one_way() -> None:
    assert [
        line for name, path in MODULES.items() for line in complaints(name, path.read_text("utf-8"))
    ] == []


@pytest.mark.parametrize(
    ("module", "source", "expected"),
    [
        (
            "workshop.features.cards.decide",
            "from workshop.live import publisher",
            "imports workshop.live.publisher",
        ),
        (
            "workshop.features.cards.decide",
            "def f():\n    import workshop.web.join",
            "imports workshop.web.join",
        ),
        ("workshop.features.cards.decide", "from workshop import live", "imports workshop.live (live)"),
        ("workshop.features.cards.decide", "from sqlalchemy import select", "knows sqlalchemy"),
        ("workshop.features.cards.decide", "import gevent", "knows gevent"),
        ("workshop.features.cards.decide", "from flask import g", "knows flask"),
        (
            "workshop.features.cards.decide",
            "from exports import documents",
            "imports exports.documents (exports)",
        ),
        ("workshop.vision.room", "from ..live import gateway", "imports workshop.live.gateway (live)"),
        (
            "workshop.store.ledger",
            "from workshop.features import CATALOGUE",
            "imports workshop.features (features)",
        ),
        ("workshop.store.ledger", "import workshop.vision.room", "imports workshop.vision.room (vision)"),
        (
            "workshop.core.text",
            "from workshop.features.cards import schema",
            "workshop.features.cards.schema",
        ),
        ("workshop.core.visibility", "import flask_socketio", "knows flask_socketio"),
        ("phases.model", "import workshop.core.text", "imports workshop.core.text (core)"),
        ("workshop.language.words", "import werkzeug.utils", "knows werkzeug"),
        ("workshop.something_new", "import json", "belongs to no layer"),
    ],
)
def test_a_wrong_import_is_found(module: str, source: str, expected: str) -> None:
    assert any(expected in line for line in complaints(module, source))


def test_a_right_import_is_left_alone() -> None:
    source = "from typing import TYPE_CHECKING\nfrom workshop.core import text\nimport phases\n"
    assert complaints("workshop.features.cards.decide", source) == []
    types_only = "import typing\nif typing.TYPE_CHECKING:\n    from workshop.live import gateway\n"
    assert complaints("workshop.features.cards.decide", types_only) == []


def test_no_import_goes_in_a_circle() -> None:
    graph = {
        name: {one for one in imports(path.read_text("utf-8"), name, for_types=True) if one in MODULES}
        - {name}
        for name, path in MODULES.items()
    }
    assert circles(graph) == []


def test_a_circle_is_found() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"a"}}) == [["b", "c"]]


def test_no_file_grows_too_long() -> None:
    sources = (".py", ".ts", ".tsx", ".mjs", ".css", ".html")
    # A migration is written out by Alembic, once, and never edited after.
    paths = [path for path in committed() if path.suffix in sources and path.parent.name != "versions"]
    assert too_long(paths) == []


def test_a_long_file_is_found(tmp_path: Path) -> None:
    long = tmp_path / "long.py"
    long.write_text("x = 1\n" * (MAX_LINES + 1))
    assert too_long([long]) == [f"{long}: {MAX_LINES + 1} lines"]


def test_templates_have_no_inline_code() -> None:
    found = {
        str(path): inline_code(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "templates").rglob("*.html"))
    }
    assert {path: lines for path, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "template",
    ["<script>x()</script>", "<p style='top: 0'>", '<a onclick="x()">', "<style>", '<a href="javascript:x">'],
)
def test_inline_code_is_found(template: str) -> None:
    assert inline_code(template)


def test_scripts_from_files_and_data_are_no_inline_code() -> None:
    assert inline_code('<script type="module" src="/static/build/room.js"></script>') == []
    assert inline_code('<script type="application/json" id="boot">{}</script>') == []


def test_nothing_of_others_is_committed() -> None:
    names = [path.relative_to(ROOT).as_posix() for path in committed()]
    built = re.compile(
        r"(^|/)(node_modules|vendor|\.venv)/|^static/(build|src/generated)/|\.min\.(js|css)$|\.(mo|whl|tgz)$"
    )
    assert [name for name in names if built.search(name)] == []
    assert [name for name in names if name.startswith("static/") and name.endswith(".js")] == []


def test_the_lock_file_names_no_registry() -> None:
    for name in ("package.json", "package-lock.json", ".npmrc", "requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert '"resolved"' not in text and "registry=" not in text and "index-url" not in text, name
