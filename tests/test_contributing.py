"""The recipes for contributors name files that exist, and the way they describe works."""

from __future__ import annotations

import re
from pathlib import Path

from exports.formats import FORMATS
from phases import PROCESSES
from workshop.features import FEATURES

ROOT = Path(__file__).resolve().parent.parent
RECIPES = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_every_file_that_is_named_exists() -> None:
    named = set(re.findall(r"`([\w./]+/[\w./]*)`", RECIPES)) | set(re.findall(r"\]\(([\w./]+)\)", RECIPES))
    assert len(named) > 20
    assert [name for name in sorted(named) if not name.startswith("/") and not (ROOT / name).exists()] == []


def test_every_target_of_make_that_is_named_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"(?m)(?:^|`)make (\w+)", RECIPES)):
        assert re.search(rf"(?m)^{target}:", makefile), target


def test_features_processes_and_formats_stand_where_the_recipes_say() -> None:
    for feature in FEATURES:
        assert (ROOT / "workshop/features" / feature.name / "schema.py").is_file(), feature.name
    for process in PROCESSES:
        assert (ROOT / "phases/processes" / process).is_dir(), process
    for kind in FORMATS:
        assert (ROOT / "exports/formats" / f"{kind}.py").is_file(), kind


def test_every_list_is_the_only_one() -> None:
    """A feature's folder that the list does not name would be dead code."""
    folders = {path.parent.name for path in (ROOT / "workshop/features").glob("*/__init__.py")}
    assert folders == {feature.name for feature in FEATURES}
    folders = {path.parent.name for path in (ROOT / "phases/processes").glob("*/__init__.py")}
    assert folders == set(PROCESSES)
