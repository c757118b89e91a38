"""Which release this is. `pyproject.toml` says it, once; everything else asks here."""

from __future__ import annotations

import tomllib
from pathlib import Path

_PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"

VERSION: str = tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]["version"]
"""The release's number, for example "0.2.0"; read when the program starts."""

NAME_AND_VERSION = f"Minidorp {VERSION}"
"""How the program names itself to people."""
