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
# Soft hyphen, spaces without width, byte order mark, annotations, and the signs that turn the direction of
# what follows: letters know their own direction. The browser takes the same out of what is pasted.
_UNSEEN = "\u00ad\u034f\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc"
_JOINERS, _DIRECTIONS = "\u200c\u200d", "\u200e\u200f\u061c"
_HIDING = re.compile(f"[{_UNSEEN}{_JOINERS}{_DIRECTIONS}]")
_APART = ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "GEORGIAN", "CJK")
"""Scripts in which nothing has to be joined or kept apart."""


# Letters and signs of western languages as keyboards give them: nothing in them to take out or compose.
_ordinary = re.compile(r"[ -~\u00a1-\u00ac\u00ae-\u00ff\u0100-\u017f‘’“”–…€]*").fullmatch


def _tidy(value: str, lines: bool) -> str:
    return " ".join(value.split()) if _ordinary(value) else _tidy_any(value, lines)


def seen_places(text: str) -> list[int]:
    """Return the places of the signs that somebody sees, and of those that emoji and scripts need."""
    return [at for at, sign in enumerate(text) if not _HIDING.match(sign) or _works(text, at)]


def visible(text: str) -> str:
    """Return a text without the signs that nobody sees: they break words, marks and search."""
    return "".join(text[at] for at in seen_places(text)) if _HIDING.search(text) else text


def _works(text: str, at: int) -> bool:
    """Whether a sign that nobody sees does something at this place."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] in _DIRECTIONS:
        # Beside a letter that runs from right to left it holds what follows in place.
        letters = [sign for sign in (before, after) if sign.isalpha()]
        return len(letters) == 1 and unicodedata.bidirectional(letters[0]) in ("R", "AL")
    if text[at] not in _JOINERS or not before:
        return False
    kind, next_kind = unicodedata.category(before), unicodedata.category(after) if after else ""
    if before == "\ufe0f" or kind in ("So", "Sk"):
        return next_kind == "So"
    if kind[0] not in "LM" or unicodedata.name(before, "").startswith(_APART):
        return False
    return kind[0] == "M" or next_kind[:1] in ("L", "M")


def _tidy_any(value: str, lines: bool) -> str:
    text = value.encode("utf-8", "ignore").decode().replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(c for c in text if c in _KEPT_CONTROLS or unicodedata.category(c) not in ("Cc", "Cs"))
    text = visible(text)
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


def as_written(value: str) -> str:
    """Return words that are in a text already, in one normal form and on one line: nothing is refused."""
    return _tidy(value, lines=False)


def quoted(value: str) -> str:
    """Return words of a text that people wrote together, in one line. Whatever is in them was in that text.

    Raises:
        DomainError: `text.empty` when nothing is left to see.
    """
    words = as_written(value)
    if not words:
        raise DomainError("text.empty")
    return words


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
