"""Refusals in the person's language: for pages, sockets and the command line."""

from __future__ import annotations

from workshop.accounts.errors import MESSAGES as ACCOUNT_MESSAGES
from workshop.core.errors import DomainError
from workshop.features import CATALOGUE
from workshop.i18n import translate

MESSAGES: dict[str, str] = {**CATALOGUE.messages, **ACCOUNT_MESSAGES}
"""Every code of the program with its English message."""


def message_of(error: DomainError, language: str) -> str:
    """Return what a refusal says, in a language."""
    return translate(MESSAGES[error.code], language, **error.params)
