"""The only place where text is cleaned. What people type is stored plain and escaped on the way out."""

from __future__ import annotations

import html
import re
import unicodedata
from datetime import date

import bleach

from workshop.core.errors import DomainError

PAGE_TAGS = frozenset(
    {"a", "blockquote", "br", "code", "em", "h1", "h2", "h3"}
    | {"hr", "img", "li", "ol", "p", "pre", "strong", "ul"}
)
PAGE_ATTRIBUTES = {
    "a": ["href"],
    "h2": ["id"],
    "h3": ["id"],
    "img": ["src", "alt", "width", "height", "loading"],
    "ol": ["start"],
}
"""What a page of text is made of."""
_KEPT_CONTROLS = {"\n", "\t"}
# They turn the direction of whatever stands after the text; letters know their own direction.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


# Letters and signs of western languages as keyboards give them: nothing in them to take out or compose.
_ordinary = re.compile(r"[ -~\u00a1-\u00ac\u00ae-\u00ff\u0100-\u017f‘’“”–…€]*").fullmatch


def _tidy(value: str, lines: bool) -> str:
    return " ".join(value.split()) if _ordinary(value) else _tidy_any(value, lines)


def _tidy_any(value: str, lines: bool) -> str:
    text = value.encode("utf-8", "ignore").decode().replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(
        c
        for c in text
        if c in _KEPT_CONTROLS or (unicodedata.category(c) not in ("Cc", "Cs") and c not in _TURNING)
    )
    # Only now: what was taken out may have stood between a letter and its accent.
    text = unicodedata.normalize("NFC", text)
    text = "\n".join(" ".join(line.split()) for line in text.split("\n")) if lines else " ".join(text.split())
    seen = any(not c.isspace() and unicodedata.category(c) != "Cf" for c in text)
    return text.strip() if seen else ""


def _holds_markup(text: str) -> bool:
    if "<" not in text:
        return False
    # An & is made safe first, so that whatever is missing afterwards was markup.
    kept = bleach.clean(text.replace("&", "&amp;"), tags=set(), strip=True)
    return html.unescape(kept) != text


def plain(value: str, *, lines: bool = False) -> str:
    """Return the text in one normal form, or refuse it.

    Args:
        value: what somebody typed.
        lines: keep line breaks (otherwise they become spaces).
    Raises:
        DomainError: `text.html` when it holds markup, `text.empty` when nothing is left to see.
    """
    text = optional(value, lines=lines)
    if not text:
        raise DomainError("text.empty")
    return text


def optional(value: str, *, lines: bool = False) -> str:
    """Like `plain`, for a text that may be empty.

    Raises:
        DomainError: `text.html` when it holds markup.
    """
    text = _tidy(value, lines)
    if _holds_markup(text):
        raise DomainError("text.html")
    return text


def clean_page(page: str) -> str:
    """Return the HTML of a page with nothing in it but text, headings, lists, links and pictures."""
    return str(bleach.clean(page, tags=PAGE_TAGS, attributes=PAGE_ATTRIBUTES, protocols=["http", "https"]))


def day(value: str) -> str:
    """Return a day (YYYY-MM-DD) that is in the calendar.

    Raises:
        DomainError: `day.wrong` when it is not.
    """
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise DomainError("day.wrong") from None


def optional_day(value: str | None) -> str | None:
    """Like `day`, for a day that may be open."""
    return None if value is None else day(value)
