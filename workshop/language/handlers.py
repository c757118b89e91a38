"""The command of the language helper: what is hard to read in these texts."""

from __future__ import annotations

from workshop.core.errors import DomainError
from workshop.features.wordings.schema import LanguageCheck, Wording
from workshop.handling import Answer, Client, Handlers, Slow
from workshop.language.checks import checks
from workshop.store.ledger import Ledger


class LanguageHandlers:
    """Handles questions to the language helper, one at a time for each client.

    Args:
        ledger: knows what people said is fine.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._busy: set[str] = set()

    def handlers(self) -> Handlers:
        """Return the command with what handles it."""
        return {LanguageCheck: self._check}

    def _check(self, client: Client, command: LanguageCheck) -> Slow:
        if client.sid in self._busy:
            raise DomainError("too_fast")
        self._busy.add(client.sid)
        return Slow(lambda: self._checks(client, command))

    def _checks(self, client: Client, command: LanguageCheck) -> Answer:
        try:
            wordings = self._ledger.state(client.community)[Wording]
            accepted = frozenset(wording.words for wording in wordings.values())
            found = checks(command.texts, command.language, accepted, client.language)
            return {"ok": True, "checks": found}
        finally:
            self._busy.discard(client.sid)
