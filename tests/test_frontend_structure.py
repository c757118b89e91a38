"""The front end keeps its structure: pages over features over core, one door per feature, no circles."""

from __future__ import annotations

import re
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "static" / "src"
ENTRIES = ("pages/site/page.ts", "pages/room/room.tsx", "pages/screen/screen.tsx")
STYLE_ENTRIES = ("base.css", "room.css", "screen.css")
RUN_BY_TESTS = {
    "core/store/foldVectors.ts",
    "features/editor/updateWriters.ts",
    "features/editor/meetingWriters.ts",
}
"""Programs of their own: property tests bundle and run them."""
IMPORT = re.compile(r"""(?:\bfrom|^import|\bimport\()\s*["'](\.[^"']+)["']""", re.MULTILINE)
CSS_IMPORT = re.compile(r'@import\s+"(\.[^"]+)"')


def resolve(path: Path, target: str) -> Path:
    """The file that an import in `path` means.

    Raises:
        AssertionError: there is none.
    """
    base = (path.parent / target).resolve()
    for found in (base, *(base.with_name(base.name + end) for end in (".ts", ".tsx")), base / "index.ts"):
        if found.is_file():
            return found
    raise AssertionError(f"{path} imports {target}, which is not there")


def imports(path: Path) -> set[Path]:
    """Every file of the project that a source imports: at once, later, or for its types only."""
    text = path.read_text(encoding="utf-8")
    return {resolve(path, target) for target in IMPORT.findall(text)}


def name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def sources(*, tests: bool = False) -> list[Path]:
    found = [*SOURCE.rglob("*.ts"), *SOURCE.rglob("*.tsx")]
    return sorted(path for path in found if tests or ".test." not in path.name)


def area(path: Path) -> tuple[str, str]:
    """Where a source belongs: ("core", ""), ("features", "cards"), ("pages", "room"), ("generated", "")."""
    parts = path.relative_to(SOURCE).parts
    return parts[0], parts[1] if parts[0] in ("features", "pages") else ""


def fault(path: Path, target: Path) -> str | None:
    """Why a source may not import another; None when it may."""
    if not target.is_relative_to(SOURCE):
        return None  # what the server keeps in a file of its own, such as the schema of the text
    layer, own = area(path)
    other_layer, other = area(target)
    if other_layer == "generated" or (layer, own) == (other_layer, other):
        return None
    allowed = {"core": set(), "features": {"core", "features"}, "pages": {"core", "features"}}[layer]
    if other_layer not in allowed:
        return f"{layer} may not import {other_layer}"
    stages = path.name in ("stage.tsx", "stageText.tsx") or (layer, own) == ("pages", "screen")
    doors = ("index.ts", "stage.tsx") if stages else ("index.ts",)
    if other_layer == "features" and target.name not in doors:
        return "only a feature's index.ts is open to others"
    return None


def circle(graph: dict[str, set[str]]) -> list[str]:
    """Files that import each other in a circle; empty when there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def reached(entries: list[Path]) -> set[Path]:
    """The entries and all that they import."""
    seen: set[Path] = set()
    todo = list(entries)
    while todo:
        path = todo.pop()
        if path in seen or path.suffix not in (".ts", ".tsx"):
            continue
        seen.add(path)
        todo += imports(path)
    return seen


@pytest.mark.parametrize("path", sources(tests=True), ids=name)
def test_a_source_imports_what_its_place_allows(path: Path) -> None:
    found = {name(target): why for target in imports(path) if (why := fault(path, target))}
    assert found == {}


def test_nothing_imports_in_a_circle() -> None:
    own = {path: {to for to in imports(path) if to.is_relative_to(SOURCE)} for path in sources()}
    graph = {name(path): {name(to) for to in targets} for path, targets in own.items()}
    assert circle(graph) == []


def test_every_source_is_imported() -> None:
    used = reached([SOURCE / entry for entry in ENTRIES])
    assert {name(path) for path in sources() if path not in used} - {"generated/catalogue.ts"} == RUN_BY_TESTS


def test_every_style_sheet_is_imported() -> None:
    todo = [ROOT / "static" / "styles" / entry for entry in STYLE_ENTRIES]
    seen: set[Path] = set()
    while todo:
        path = todo.pop()
        if path not in seen:
            seen.add(path)
            todo += [resolve(path, target) for target in CSS_IMPORT.findall(path.read_text(encoding="utf-8"))]
    assert {*SOURCE.rglob("*.css"), *(ROOT / "static" / "styles").rglob("*.css")} - seen == set()


def test_every_feature_has_a_door() -> None:
    features = [path for path in (SOURCE / "features").iterdir() if path.is_dir()]
    assert features and all((path / "index.ts").is_file() for path in features)


def test_the_screen_has_nothing_of_the_room() -> None:
    """What the screen is made of has no way to send a command besides opening a text."""
    used = {name(path) for path in reached([SOURCE / "pages/screen/screen.tsx"])}
    assert not [one for one in used if one.startswith(("core/room/", "pages/room/"))]
    buttons = {one for one in used if one.endswith(".tsx") and "<button" in (SOURCE / one).read_text("utf-8")}
    assert buttons <= {"core/ui/toasts.tsx"}, "the live connection's messages; the screen does not draw them"


def test_the_rules_find_what_is_wrong() -> None:
    card = SOURCE / "features/cards/card.tsx"
    assert fault(SOURCE / "core/ui/menu.tsx", SOURCE / "features/cards/index.ts")
    assert fault(card, SOURCE / "features/members/people.tsx")
    assert fault(card, SOURCE / "pages/room/room.tsx")
    assert fault(card, SOURCE / "features/members/index.ts") is None
    stage = SOURCE / "features/cards/stage.tsx"
    assert fault(card, SOURCE / "features/members/stage.tsx")
    assert fault(stage, SOURCE / "features/agenda/stage.tsx") is None
    assert fault(stage, SOURCE / "features/agenda/selectors.ts")
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"a"}}) != []
