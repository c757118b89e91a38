"""The formats: each is one module with a `FORMAT`, and this list is the only place where they are named."""

from exports.formats import docx
from exports.formats.format import Format

FORMATS: dict[str, Format] = {one.id: one for one in (docx.FORMAT,)}
"""Every format by its id."""

__all__ = ["FORMATS", "Format"]
