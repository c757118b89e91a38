"""What a section's text may hold. `schema.json` is the one source: the browser reads it as well.

The content rules are deliberately wide (any block in a list item or quote): an editor deletes an
element that does not fit its schema, so no meeting of two changes may make one unfit.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from workshop.core.errors import DomainError


class _Attribute(msgspec.Struct, frozen=True):
    default: int | str | None = None


class _Node(msgspec.Struct, frozen=True):
    content: str = ""
    group: str = ""
    attrs: dict[str, _Attribute] = {}


class _Mark(msgspec.Struct, frozen=True):
    attrs: dict[str, _Attribute] = {}
    excludes: str | None = None


class _Schema(msgspec.Struct, frozen=True):
    version: int
    root: str
    depth: int
    update_bytes: int
    nodes: dict[str, _Node]
    marks: dict[str, _Mark]
    attributes_before: list[str]


_SCHEMA = msgspec.json.decode(Path(__file__).with_name("schema.json").read_bytes(), type=_Schema)

SCHEMA_VERSION = _SCHEMA.version
"""Goes up with every change to schema.json; older editors are refused, or they would delete."""

ROOT = _SCHEMA.root
"""The name of the document's one XML fragment."""

MAX_DEPTH = _SCHEMA.depth
"""How many elements may stand inside each other."""

UPDATE_BYTES = _SCHEMA.update_bytes
"""The largest change that travels at once; an editor cuts a larger one into pieces."""

NODES = frozenset(_SCHEMA.nodes) - {"doc", "text"}
"""Names of the XML elements."""

TEXT = "#text"
"""How a text is called among the elements."""


def _children(content: str) -> frozenset[str]:
    """The names of what may stand in an element, from its content rule."""
    wanted = content.rstrip("+*")
    group = {name for name, node in _SCHEMA.nodes.items() if wanted in (name, node.group)}
    return frozenset(TEXT if name == "text" else name for name in group) if wanted else frozenset()


CHILDREN = {name: _children(node.content) for name, node in _SCHEMA.nodes.items() if name in NODES}
"""Element -> the names of what may stand in it."""

TOP = _children(_SCHEMA.nodes["doc"].content)
"""The names of the elements that may stand at the top."""

MARKS = frozenset(_SCHEMA.marks)
"""Names of the text attributes; overlapping ones come back as `name--hash`."""

ATTRIBUTES = frozenset(name for node in _SCHEMA.nodes.values() for name in node.attrs) | frozenset(
    _SCHEMA.attributes_before
)
"""Names of the element attributes, with those of earlier schemas: what a device kept unsent may have them."""


def mark_name(attribute: str) -> str:
    """The mark that a text attribute stands for (`strong--Ab3dEf9=` is `strong`)."""
    name, dashes, hashed = attribute.rpartition("--")
    return name if dashes and len(hashed) == 8 else attribute


def check_version(schema: int) -> None:
    """Refuse an editor that knows another schema.

    Raises:
        DomainError: `vision.stale_schema`.
    """
    if schema != SCHEMA_VERSION:
        raise DomainError("vision.stale_schema")
