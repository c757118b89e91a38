"""The command of the document check: it reads the text as it is now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import msgspec

import phases
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.features.community.decide import community_of
from workshop.features.document.check import Document, Passage, check
from workshop.features.document.schema import DocumentCheck
from workshop.handling import Answer, Client, Handlers, Slow, require_reader
from workshop.store.database import Database
from workshop.store.ledger import Ledger
from workshop.threads import run_in_thread
from workshop.vision.tree import Block, Heading, List, Paragraph, Quote, Tree
from workshop.vision.versions import present


class CheckHandlers:
    """Handles questions about what the document has and misses, one at a time for each client.

    Args:
        db: for reading the text.
        ledger: knows the state.
    """

    def __init__(self, db: Database, ledger: Ledger) -> None:
        self._db = db
        self._ledger = ledger
        self._busy: set[str] = set()

    def handlers(self) -> Handlers:
        """Return the command with what handles it."""
        return {DocumentCheck: self._check}

    def _check(self, client: Client, command: DocumentCheck) -> Slow:
        if client.sid in self._busy:
            raise DomainError("too_fast")
        self._busy.add(client.sid)
        return Slow(lambda: self._answer(client))

    def _answer(self, client: Client) -> Answer:
        try:
            state = self._ledger.state(client.community)
            require_reader(Context(state, datetime.now(UTC)), client)
            community = community_of(state)
            with self._db.read() as conn:
                text = present(conn, client.community, state)
            texts = {one.section.id: [*passages_of(one.text)] for one in text.sections}
            process = phases.process(community.process)
            document = Document(client.community, state.copy(), process, community.language, texts)
            # A long text holds nobody up.
            lines = run_in_thread(check, document)
            return {"ok": True, "lines": msgspec.to_builtins(lines)}
        finally:
            self._busy.discard(client.sid)


def passages_of(tree: Tree) -> Iterator[Passage]:
    """What a text says, paragraph by paragraph, as the editor counts places in it."""
    for block in tree.blocks:
        yield from _passages(block, quoted=False)


def _passages(block: Block, quoted: bool) -> Iterator[Passage]:
    match block:
        case Paragraph() | Heading():
            text = "".join(run.text for run in block.runs)
            ids = tuple(block.id.split()) if isinstance(block, Paragraph) else ()
            if text.strip():
                yield Passage(text, ids, quoted)
        case List():
            for item in block.items:
                for inner in item:
                    yield from _passages(inner, quoted)
        case Quote():
            for inner in block.blocks:
                yield from _passages(inner, quoted=True)
