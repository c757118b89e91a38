"""Languages that a card may be written in: more than the interface is translated to."""

from __future__ import annotations

from typing import NamedTuple


class Language(NamedTuple):
    """A language: its ISO 639 code, its own name, and whether it is written from right to left."""

    code: str
    name: str
    rtl: bool = False


LANGUAGES = (
    Language("nl", "Nederlands"),
    Language("en", "English"),
    Language("ar", "العربية", rtl=True),
    Language("tr", "Türkçe"),
    Language("pl", "Polski"),
    Language("ti", "ትግርኛ"),
    Language("so", "Soomaali"),
    Language("fa", "فارسی", rtl=True),
    Language("uk", "Українська"),
    Language("ru", "Русский"),
    Language("bg", "Български"),
    Language("ro", "Română"),
    Language("es", "Español"),
    Language("pt", "Português"),
    Language("fr", "Français"),
    Language("de", "Deutsch"),
    Language("it", "Italiano"),
    Language("hu", "Magyar"),
    Language("ku", "Kurdî"),
    Language("ps", "پښتو", rtl=True),
    Language("am", "አማርኛ"),
    Language("zh", "中文"),
    Language("vi", "Tiếng Việt"),
    Language("hi", "हिन्दी"),
)
RIGHT_TO_LEFT = frozenset(language.code for language in LANGUAGES if language.rtl)
