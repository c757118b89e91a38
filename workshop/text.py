"""The only place where what people type is cleaned. Text is stored plain, escaped on the way out."""

from __future__ import annotations

import html
import unicodedata

import bleach

from workshop.errors import DomainError

_KEPT_CONTROLS = {"\n", "\t"}


def plain(value: str, *, lines: bool = False) -> str:
    """Return the text in one normal form, or refuse it.

    Args:
        value: what somebody typed.
        lines: keep line breaks (otherwise they become spaces).
    Raises:
        DomainError: `text.html` when it holds markup, `text.empty` when nothing is left.
    """
    text = unicodedata.normalize("NFC", value.encode("utf-8", "ignore").decode())
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(c for c in text if c in _KEPT_CONTROLS or unicodedata.category(c) not in ("Cc", "Cs"))
    text = "\n".join(" ".join(line.split()) for line in text.split("\n")) if lines else " ".join(text.split())
    text = text.strip()
    if not text:
        raise DomainError("text.empty")
    if "<" in text and html.unescape(bleach.clean(text, tags=set(), strip=True)) != html.unescape(text):
        raise DomainError("text.html")
    return text


def optional(value: str, *, lines: bool = False) -> str:
    """Like `plain`, for a text that may be empty."""
    return plain(value, lines=lines) if value.strip() else ""
