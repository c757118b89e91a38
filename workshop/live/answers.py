"""Refusals, mapped once for the socket: a stable code and the message in the person's language."""

from __future__ import annotations

from typing import Any

from workshop.errors import DomainError
from workshop.i18n import translate


def refusal(error: DomainError, language: str) -> dict[str, Any]:
    """Return {code, message, params} of a refusal."""
    return {
        "code": error.code,
        "message": translate(error.message, language, **error.params),
        "params": error.params,
    }
