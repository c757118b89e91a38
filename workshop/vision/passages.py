"""The ids by which cards stand behind words: how the shared text has them, and texts of before that."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from pycrdt import Doc, XmlElement, XmlFragment, XmlText

from workshop.vision.lib0 import written
from workshop.vision.schema import MAX_DEPTH, ROOT, mark_name

MARK = "passage"
MOST_LETTERS = 40
"""Letters of an id; longer ones are none of ours."""

_HASH_BYTES = 6
_OBJECT, _STRING = 118, 119


def attributes(ids: tuple[str, ...]) -> dict[str, Any]:
    """Return the attributes of words with these ids, under the names that editors give them."""
    return {_name(id_): {"id": id_} for id_ in ids}


def ids_of(attributes_: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the ids that the attributes of words say."""
    found = []
    for name, value in attributes_.items():
        id_ = value.get("id") if isinstance(value, dict) and mark_name(name) == MARK else None
        if isinstance(id_, str) and 0 < len(id_) <= MOST_LETTERS:
            found.append(id_)
    return tuple(sorted(set(found)))


def _name(id_: str) -> str:
    """A mark of which several may lie over the same words has a hash of what it says in its name.

    Its source: y-prosemirror 1.3.7, `src/utils.js` and `marksToAttributes` in `src/plugins/sync-plugin.js`.
    """
    said = _object({"type": _any(MARK), "attrs": _object({"id": _any(id_)})})
    digest = bytearray(sha256(said).digest())
    for at in range(_HASH_BYTES, len(digest)):
        digest[at % _HASH_BYTES] ^= digest[at]
    return f"{MARK}--{b64encode(digest[:_HASH_BYTES]).decode()}"


def _object(fields: Mapping[str, bytes]) -> bytes:
    parts = (written(len(name)) + name.encode() + value for name, value in fields.items())
    return bytes([_OBJECT]) + written(len(fields)) + b"".join(parts)


def _any(text: str) -> bytes:
    data = text.encode()
    return bytes([_STRING]) + written(len(data)) + data


def move_to_words(doc: Doc[Any]) -> bytes | None:
    """Let the words of a text of schema 1 carry the ids that its paragraphs have.

    Returns:
        The update that does so, for the log; None when no paragraph has an id.
    """
    fragment = doc.get(ROOT, type=XmlFragment)
    old = list(_with_ids(fragment, 0))
    if not old:
        return None
    before = doc.get_state()
    with doc.transaction():
        for paragraph, ids in old:
            for text in paragraph.children:
                if isinstance(text, XmlText) and len(text):
                    text.format(0, len(text), attributes(ids))
            del paragraph.attributes["id"]
    return doc.get_update(before)


def _with_ids(parent: XmlFragment | XmlElement, depth: int) -> Iterator[tuple[XmlElement, tuple[str, ...]]]:
    for child in parent.children:
        if not isinstance(child, XmlElement):
            continue
        if child.tag == "paragraph":
            ids = ids_before(child)
            if ids:
                yield child, ids
        elif depth < MAX_DEPTH:
            yield from _with_ids(child, depth + 1)


def ids_before(paragraph: XmlElement) -> tuple[str, ...]:
    """Return the ids that a paragraph of schema 1 has, as its attribute."""
    value = paragraph.attributes.get("id")
    if not isinstance(value, str):
        return ()
    return tuple(sorted({id_ for id_ in value.split() if len(id_) <= MOST_LETTERS}))
