"""The catalogue for other programs: TypeScript for the browser, tables for the documents.

`python -m workshop.catalogue ts` prints the browser's types and its table of operations, and
`python -m workshop.catalogue phases` its types of phases and steps;
`python -m workshop.catalogue protocol` renews the reference part of docs/protocol.md.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

import phases
from workshop.core import protocol
from workshop.core.typescript import interface
from workshop.core.typescript import typescript as generate
from workshop.features import CATALOGUE
from workshop.features.members.schema import Organisation, Role, Seat
from workshop.languages import LANGUAGES
from workshop.refusals import MESSAGES

CHOICES: dict[str, Iterable[object]] = {
    "ROLES": get_args(Role),
    "SEATS": get_args(Seat),
    "ORGANISATIONS": get_args(Organisation),
    "LANGUAGES": [language._asdict() for language in LANGUAGES],
}
"""Lists that both sides know, by the name of the constant in the browser."""


def typescript() -> str:
    """Return the TypeScript module of the program."""
    return generate(CATALOGUE, CHOICES)


def phases_typescript() -> str:
    """Return the TypeScript module with what the browser gets of a process."""
    out = ["// Made from phases/view.py by `python -m workshop.catalogue phases`. Do not edit."]
    for struct in phases.VIEWS:
        out.append(f"export interface {struct.__name__} {{\n{interface(struct, False)}\n}}")
    return "\n\n".join(out) + "\n"


def markdown() -> str:
    """Return the reference part of docs/protocol.md."""
    return protocol.markdown(CATALOGUE, MESSAGES)


def renew(document: Path) -> None:
    """Replace the reference part of docs/protocol.md by what the catalogue says now."""
    prose = document.read_text(encoding="utf-8").split("## Records\n")[0]
    document.write_text(prose + markdown(), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] == ["protocol"]:
        renew(Path("docs/protocol.md"))
    else:
        sys.stdout.write(phases_typescript() if sys.argv[1:] == ["phases"] else typescript())
