"""Writers that make changes like a browser does."""

from __future__ import annotations

from typing import Any

from pycrdt import Doc, TransactionEvent, XmlElement, XmlFragment, XmlText


class Writer:
    """A browser's document: everything it does lands in `out`."""

    def __init__(self, client: int, update: bytes | None = None) -> None:
        self.doc: Doc[Any] = Doc(client_id=client)
        self.fragment = self.doc.get("text", type=XmlFragment)
        self.out: list[bytes] = []
        if update is not None:
            self.doc.apply_update(update)
        self._listening = self.doc.observe(self._keep)

    def _keep(self, event: TransactionEvent) -> None:
        self.out.append(event.update)

    def paragraph(self, text: str, tag: str = "paragraph", **attributes: Any) -> XmlText:
        """Append a block with text, in one change."""
        with self.doc.transaction():
            element = XmlElement(tag, attributes)
            self.fragment.children.append(element)
            content = XmlText()
            element.children.append(content)
            content.insert(0, text)
        return content

    def first_text(self) -> XmlText:
        """The text of the first block."""
        found = self.fragment.children[0].children[0]
        assert isinstance(found, XmlText)
        return found

    def take(self) -> list[bytes]:
        """What was done since the last time."""
        taken, self.out = self.out, []
        return taken
