"""The texts that people see, in their language.

The English text in the source is the key; there is a catalogue for every other language. Flask-Babel
serves requests; `translate` serves everything outside of one (socket messages, exports, the command
line) from the same catalogues. `workshop.messages` keeps them up to date.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

CATALOGUES = Path(__file__).resolve().parent / "translations"
SOURCE_LANGUAGE = "en"
CONTEXT_END = "\x04"
"""Ends the context of a msgid that has one, as in a compiled catalogue."""


def _own_name(language: str) -> str:
    name = Locale.parse(language).get_display_name(language) or language
    return name[:1].upper() + name[1:]


def _languages() -> dict[str, str]:
    """Every language with a catalogue, and the source's own."""
    translated = sorted(path.parent.parent.name for path in CATALOGUES.glob("*/LC_MESSAGES/messages.po"))
    return {language: _own_name(language) for language in (*translated, SOURCE_LANGUAGE)}


LANGUAGES: dict[str, str] = _languages()
"""Languages of the user interface: code -> its own name. English is what the source says."""


def N_(msgid: str) -> str:
    """Mark a text for translation without translating it here. Returns it unchanged."""
    return msgid


@lru_cache(maxsize=16)
def translations(language: str) -> NullTranslations:
    """The catalogue of a language; an empty one for English and for an unknown language."""
    compiled = mo_path(language)
    if language not in LANGUAGES or not po_path(language).exists():
        return NullTranslations()
    if not compiled.exists():
        return Translations(io.BytesIO(compiled_bytes(read_catalogue(language))), domain="messages")
    with compiled.open("rb") as file:
        return Translations(file, domain="messages")


def translate(msgid: str, language: str, **params: object) -> str:
    """The text `msgid` in a language, with its `%(name)s` placeholders filled in.

    Args:
        msgid: the English text, as in the source; with its context in front where it has one.
        language: one of LANGUAGES; any other gives English.
        params: values of the placeholders. Without any, nothing is filled in.
    """
    text = translations(language).gettext(msgid).rpartition(CONTEXT_END)[2] if msgid else ""
    return text % params if params else text


def translator(language: str) -> Callable[[str], str]:
    """A function that gives the text of a msgid in this language."""
    return lambda msgid: translate(msgid, language)


def translate_n(one: str, many: str, n: int, language: str, **params: object) -> str:
    """The text for `n` things in a language; `%(num)s` is filled in with `n`."""
    return translations(language).ngettext(one, many, n) % {"num": n, **params}


def best_language(wanted: str | None, default: str) -> str:
    """The language of the interface for a wish like "nl-BE"; `default` when there is none such."""
    code = (wanted or "").replace("_", "-").split("-")[0].lower()
    return code if code in LANGUAGES else default


# --------------------------------------------------------------------------- catalogues


def po_path(language: str) -> Path:
    """Where a language's catalogue is kept."""
    return CATALOGUES / language / "LC_MESSAGES" / "messages.po"


def mo_path(language: str) -> Path:
    """Where its compiled form is made; not in git."""
    return po_path(language).with_suffix(".mo")


def read_catalogue(language: str) -> Catalog:
    """A language's catalogue; an empty one when there is none yet."""
    if not po_path(language).exists():
        return Catalog(locale=language, project="Minidorp", copyright_holder="", charset="utf-8")
    with po_path(language).open("rb") as file:
        return read_po(file, locale=language)


def compiled_bytes(catalogue: Catalog) -> bytes:
    """The catalogue in the form that gettext reads."""
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def compile_catalogues() -> list[Path]:
    """Compile every catalogue that is newer than its compiled form. Returns what was written."""
    written = []
    for language in LANGUAGES:
        source, target = po_path(language), mo_path(language)
        if source.exists() and (not target.exists() or target.stat().st_mtime <= source.stat().st_mtime):
            target.write_bytes(compiled_bytes(read_catalogue(language)))
            written.append(target)
    if written:
        translations.cache_clear()
    return written
