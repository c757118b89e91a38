"""The commands of the language helper: what is hard to read in these texts, and the forms of words."""

from __future__ import annotations

from workshop.core.errors import DomainError
from workshop.features.community.decide import community_of
from workshop.features.terms.schema import Term, TermForms
from workshop.features.wordings.schema import LanguageCheck, Wording
from workshop.handling import Answer, Client, Handlers, Slow
from workshop.language import Agreed, term_forms
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
        """Return the commands with what handles them."""
        return {LanguageCheck: self._check, TermForms: self._forms}

    def _forms(self, client: Client, command: TermForms) -> Slow:
        def run() -> Answer:
            state = self._ledger.state(client.community)
            language = community_of(state).language
            words = {term.id: term.word for term in state[Term].values()}
            return {
                "ok": True,
                "forms": {term: [*term_forms(word, language)] for term, word in words.items()},
            }

        return Slow(run)

    def _check(self, client: Client, command: LanguageCheck) -> Slow:
        if client.sid in self._busy:
            raise DomainError("too_fast")
        self._busy.add(client.sid)
        return Slow(lambda: self._checks(client, command))

    def _checks(self, client: Client, command: LanguageCheck) -> Answer:
        try:
            state = self._ledger.state(client.community)
            accepted = frozenset(wording.words for wording in state[Wording].values())
            # Settled words are words of the language in which the group writes.
            settled = [term for term in state[Term].values() if term.state == "settled" and term.plain]
            own = command.language == community_of(state).language
            agreed = [Agreed(term.word, term.plain) for term in settled if own]
            found = checks(command.texts, command.language, accepted, client.language, agreed)
            return {"ok": True, "checks": found}
        finally:
            self._busy.discard(client.sid)
