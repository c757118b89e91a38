"""The catalogue for other programs: TypeScript for the browser, tables for the documents.

`python -m workshop.catalogue ts` prints the browser's types and its table of operations;
`python -m workshop.catalogue protocol` renews the reference part of docs/protocol.md.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import get_args

from workshop.core import protocol
from workshop.core.typescript import typescript as generate
from workshop.features import CATALOGUE
from workshop.features.members.schema import Organisation, Role, Seat
from workshop.refusals import MESSAGES

CHOICES = {"ROLES": get_args(Role), "SEATS": get_args(Seat), "ORGANISATIONS": get_args(Organisation)}
"""Lists that both sides know."""


def typescript() -> str:
    """Return the TypeScript module of the program."""
    return generate(CATALOGUE, CHOICES)


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
        sys.stdout.write(typescript())
