"""The first text of a section, the same bytes every time."""

from __future__ import annotations

from collections.abc import Sequence

from pycrdt import Doc, XmlElement, XmlFragment, XmlText

from workshop.vision.passages import attributes
from workshop.vision.schema import ROOT


def seed_text(paragraphs: Sequence[str | tuple[str, str]]) -> bytes:
    """Make a Yjs update that holds these paragraphs.

    Everything comes from client 0, so the same paragraphs give the same bytes: applied twice,
    by two processes or after a reconnect, the text is there once.

    Args:
        paragraphs: the texts; or (id, text) for one that sources refer to.
    """
    doc: Doc[XmlFragment] = Doc(client_id=0)
    fragment = doc.get(ROOT, type=XmlFragment)
    with doc.transaction():
        for paragraph in paragraphs:
            identity, text = ("", paragraph) if isinstance(paragraph, str) else paragraph
            element = XmlElement("paragraph")
            fragment.children.append(element)
            if text:
                content = XmlText()
                element.children.append(content)
                content.insert(0, text, attributes((identity,) if identity else ()))
    return doc.get_update()
