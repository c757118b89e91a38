"""What Minidorp runs on may go together with its own licence, EUPL-1.2, and is named in the documentation."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from email.message import Message
from importlib import metadata
from pathlib import Path
from typing import Any, Protocol

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent

PERMISSIVE = {
    "0BSD",
    "Apache-2.0",
    "BSD",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BlueOak-1.0.0",
    "CC0-1.0",
    "CNRI-Python",
    "ISC",
    "MIT",
    "MIT-0",
    "PSF-2.0",
    "WTFPL",
    "ZPL-2.1",
}
WITH_SOURCES_OPEN = {"EUPL-1.2", "LGPL-3.0-only", "MPL-2.0"}
"""Copyleft for the package itself, on the EUPL's list of compatible licences; used unchanged."""
COMPATIBLE = PERMISSIVE | WITH_SOURCES_OPEN

OSI = "License :: OSI Approved :: "
SPELLINGS = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "CC0 1.0 Universal": "CC0-1.0",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""How metadata writes a licence -> its SPDX name. "BSD" is one of the two BSD licences."""

PHRASES = {"Licensed under the Apache License, Version 2.0": "Apache-2.0"}
"""What a licence text says -> the licence's SPDX name."""

UNSAID = {"xmlhttprequest-ssl": "MIT", "parse-cache-control": "BSD"}
"""npm packages that say their licence in an old field, which lock files leave out."""


class Headers(Protocol):
    """The metadata of a package; a header that is not there is None."""

    def __getitem__(self, name: str, /) -> str | None: ...

    def get_all(self, name: str, /) -> list[str] | None: ...


def said_by(about: Headers, text: str) -> str:
    """The licence that a Python package states.

    Args:
        about: its metadata.
        text: of its licence file; looked at when the metadata name none that is known.
    Returns: an SPDX expression, or whatever is stated when that is not understood.
    """
    if about["License-Expression"]:
        return str(about["License-Expression"])
    classifiers = about.get_all("Classifier") or []
    stated = [line.removeprefix(OSI) for line in classifiers if line.startswith(OSI)]
    candidates = [about["License"] or "", *stated, text.strip().partition("\n")[0]]
    for one in candidates:
        name = SPELLINGS.get(one, one)
        if name in COMPATIBLE:
            return name
    for phrase, name in PHRASES.items():
        if phrase in text:
            return name
    return " / ".join(one for one in candidates if one)


def accepted(expression: str) -> bool:
    """Whether a licence expression goes with EUPL-1.2: every part of an "and", one part of an "or"."""
    bare = expression.replace("(", " ").replace(")", " ")
    together = [part.strip() for part in re.split(r"\s+AND\s+", bare)]
    return all(any(one.strip() in COMPATIBLE for one in re.split(r"\s+OR\s+", part)) for part in together)


def file_text(package: metadata.Distribution) -> str:
    """The first licence file of an installed package; its metadata where it has none."""
    for path in package.files or []:
        if re.match(r"LICEN[CS]E|COPYING", path.name, re.IGNORECASE):
            return Path(str(package.locate_file(path))).read_text(encoding="utf-8")
    return package.read_text("METADATA") or ""


def wanted(lines: Iterator[str], extras: tuple[str, ...] = ("",)) -> Iterator[Requirement]:
    """The requirements among these lines that count on this machine."""
    for line in lines:
        one = Requirement(line)
        if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in extras):
            yield one


def installed(requirements: Iterator[Requirement]) -> dict[str, metadata.Distribution]:
    """All packages that these requirements bring, directly or through others."""
    found: dict[str, metadata.Distribution] = {}
    done: set[tuple[str, tuple[str, ...]]] = set()
    queue = list(requirements)
    while queue:
        one = queue.pop()
        name, extras = str(canonicalize_name(one.name)), tuple(sorted(one.extras))
        if (name, extras) in done:
            continue
        done.add((name, extras))
        found[name] = metadata.distribution(name)
        queue += wanted(iter(found[name].requires or []), ("", *extras))
    return found


def python_packages() -> dict[str, str]:
    """The Python packages that Minidorp runs on -> their licences."""
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    closure = installed(wanted(line for line in lines if line))
    return {name: said_by(package.metadata, file_text(package)) for name, package in closure.items()}


def npm_packages(lock: str) -> dict[str, dict[str, Any]]:
    """The packages in a lock file, by name."""
    packages = json.loads((ROOT / lock).read_text(encoding="utf-8"))["packages"]
    return {path.rpartition("node_modules/")[2]: one for path, one in packages.items() if path}


PYTHON = python_packages()
BROWSER = [name for name, one in npm_packages("package-lock.json").items() if not one.get("dev")]
DOCUMENTED = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").partition("\n## Licences\n")[2]


@pytest.mark.parametrize("name", sorted(PYTHON))
def test_what_runs_has_a_compatible_licence(name: str) -> None:
    assert accepted(PYTHON[name]), f"{name}: {PYTHON[name]}"


@pytest.mark.parametrize("folder", [".", "tests/load", "tests/phone"])
def test_npm_packages_have_a_compatible_licence(folder: str) -> None:
    packages = npm_packages(f"{folder}/package-lock.json")
    licences = {name: one.get("license") or UNSAID.get(name, "") for name, one in packages.items()}
    assert len(licences) > 50
    assert {name: licence for name, licence in licences.items() if not accepted(licence)} == {}


def test_indirect_requirements_are_looked_at_too() -> None:
    assert {"flask", "markupsafe", "psycopg-binary", "zope-interface", "greenlet"} <= set(PYTHON)
    assert {"yjs", "lib0", "xmlhttprequest-ssl"} <= set(BROWSER) and "typescript" not in BROWSER


@pytest.mark.parametrize(
    ("expression", "fits"),
    [
        ("MIT", True),
        ("Apache-2.0 OR BSD-2-Clause", True),
        ("(MIT OR WTFPL)", True),
        ("MIT AND PSF-2.0", True),
        ("SSPL-1.0 OR MIT", True),
        ("MIT AND SSPL-1.0", False),
        ("Elastic-2.0", False),
        ("Other/Proprietary License", False),
        ("", False),
    ],
)
def test_an_expression_is_read(expression: str, fits: bool) -> None:
    assert accepted(expression) is fits


@pytest.mark.parametrize(
    ("headers", "text", "expected"),
    [
        ({"License-Expression": "MIT AND PSF-2.0"}, "", "MIT AND PSF-2.0"),
        ({"License": "BSD-3-Clause", "Classifier": f"{OSI}MIT License"}, "", "BSD-3-Clause"),
        ({"Classifier": f"{OSI}Apache Software License"}, "", "Apache-2.0"),
        ({"Classifier": "License :: Other/Proprietary License"}, "MIT License\n\nCopyright", "MIT"),
        ({"License": "Copyright somebody"}, f"2017. {next(iter(PHRASES))} …", "Apache-2.0"),
        ({"License": "All rights reserved"}, "Ask us.", "All rights reserved / Ask us."),
    ],
)
def test_a_statement_is_found(headers: dict[str, str], text: str, expected: str) -> None:
    message = Message()
    for name, value in headers.items():
        message[name] = value
    assert said_by(message, text) == expected


def test_every_package_is_in_the_documentation() -> None:
    assert [name for name in sorted({*PYTHON, *BROWSER}) if f"`{name}`" not in DOCUMENTED] == []


def test_the_project_states_its_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (project["license"], project["license-files"]) == ("EUPL-1.2", ["LICENSE"])
    for name in ("package.json", "tests/load/package.json", "tests/phone/package.json"):
        assert json.loads((ROOT / name).read_text(encoding="utf-8"))["license"] == "EUPL-1.2", name
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.lstrip().startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert all(f"\n{number}. " in text for number in range(1, 16)) and "\nAppendix\n" in text
