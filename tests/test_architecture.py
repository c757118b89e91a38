"""The shape of the project: which way imports point, how large a file gets, what is not committed."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAX_LINES = 400

PURE = {"events", "entities", "errors", "permissions", "visibility", "text", "state", "language"}
BASE = {"config", "i18n", "messages", "version", "words"}
EDGE = {"web", "live"}

# Who may import whom; everyone may import its own layer. One way: edge -> exports -> services ->
# phases, vision -> models -> db; what is pure stands apart, and everyone may use it.
MAY_IMPORT: dict[str, set[str]] = {
    "base": set(),
    "pure": {"base", "phases"},
    "phases": set(),
    "db": {"base", "pure"},
    "models": {"base", "pure", "db"},
    "vision": {"base", "pure", "phases", "db", "models"},
    "services": {"base", "pure", "phases", "db", "models", "vision", "migrations"},
    "exports": {"base", "pure", "phases", "db", "models", "vision", "services"},
    "web": {"base", "pure", "phases", "db", "models", "vision", "services", "exports"},
    "live": {"base", "pure", "phases", "db", "models", "vision", "services", "exports"},
    "migrations": {"base", "db", "models"},
}
MAY_IMPORT["app"] = set(MAY_IMPORT)
WEB_PACKAGES = ("flask", "werkzeug", "socketio", "engineio", "geventwebsocket", "jinja2", "wtforms")
MAY_KNOW_THE_WEB = {"web", "live", "app"}


def layer(module: str) -> str | None:
    """The layer that a module of the project belongs to; None for anything else."""
    first, _, rest = module.partition(".")
    if first in ("phases", "exports", "app"):
        return first
    if first != "workshop":
        return None
    name = rest.partition(".")[0]
    if name in PURE:
        return "pure"
    if name in BASE or not name:
        return "base"
    if name == "cli":
        return "app"
    if name == "statements":
        return "db"
    if name in EDGE | {"db", "models", "vision", "migrations"}:
        return name
    return "services"


def imports(source: str, module: str) -> Iterator[str]:
    """Every module that a source imports, also inside functions. Types-only imports do not count."""
    tree = ast.parse(source)
    skipped = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(module.split(".")[: -node.level]) if node.level else ""
            origin = ".".join(part for part in (base, node.module or "") if part)
            yield origin
            if origin in ("workshop", ""):
                yield from (f"{origin}.{alias.name}".strip(".") for alias in node.names)


def complaints(module: str, source: str) -> list[str]:
    """What is wrong with a module's imports."""
    own = layer(module)
    if own is None:
        return []
    found = []
    for imported in imports(source, module):
        other = layer(imported)
        if imported == "workshop":
            continue
        if other is not None and other != own and other not in MAY_IMPORT[own]:
            found.append(f"{module} ({own}) imports {imported} ({other})")
        package = imported.split(".")[0]
        if package.startswith(WEB_PACKAGES) and own not in MAY_KNOW_THE_WEB:
            found.append(f"{module} ({own}) knows {package}")
    return found


def modules() -> Iterator[tuple[str, Path]]:
    """Every Python module of the program, by its dotted name."""
    paths = [ROOT / "app.py"]
    for folder in ("workshop", "phases", "exports"):
        paths += sorted((ROOT / folder).rglob("*.py"))
    for path in paths:
        if path.exists():
            parts = path.relative_to(ROOT).with_suffix("").parts
            yield ".".join(parts), path


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
    assert [line for name, path in modules() for line in complaints(name, path.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    ("module", "source", "expected"),
    [
        ("workshop.boards", "from workshop.live import publisher", "imports workshop.live (live)"),
        ("workshop.boards", "def f():\n    import workshop.web.join", "imports workshop.web.join (web)"),
        ("workshop.boards", "from workshop import live", "imports workshop.live (live)"),
        ("workshop.vision.room", "from ..boards import add", "imports workshop.boards (services)"),
        ("workshop.models.base", "import workshop.vision.room", "imports workshop.vision.room (vision)"),
        ("workshop.db", "from workshop.models import facts", "imports workshop.models (models)"),
        ("workshop.boards", "from exports import docx", "imports exports (exports)"),
        ("workshop.permissions", "from workshop import boards", "imports workshop.boards (services)"),
        ("workshop.text", "from flask import g", "knows flask"),
        ("workshop.visibility", "import flask_socketio", "knows flask_socketio"),
        ("phases.define", "import socketio", "knows socketio"),
        ("workshop.language.words", "import werkzeug.utils", "knows werkzeug"),
    ],
)
def test_a_wrong_import_is_found(module: str, source: str, expected: str) -> None:
    assert any(expected in line for line in complaints(module, source))


def test_a_right_import_is_left_alone() -> None:
    source = "from typing import TYPE_CHECKING\nfrom workshop.events import CardAdd\nimport phases\n"
    assert complaints("workshop.boards", source) == []
    types_only = "import typing\nif typing.TYPE_CHECKING:\n    from workshop.live import gateway\n"
    assert complaints("workshop.boards", types_only) == []


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
